import Testing

@testable import CallCheck

@Suite struct NameTableTests {
  @Test func aTextHasOneNumber() {
    var names = NameTable()
    let (a, b) = (names.dn("7001"), names.dn("7002"))
    #expect(a != b && names.dn("7001") == a)
    #expect(names[a] == "7001" && names[b] == "7002")
  }

  @Test func manyTexts() {
    var names = NameTable()
    let texts = (0..<1_000).map { "\(String(repeating: "x", count: $0 % 20))\($0)" }
    let numbers = texts.map { names.number(of: $0) }
    #expect(numbers == Array(1...1_000))
    #expect(texts.map { names.number(of: $0) } == numbers)
    #expect(numbers.map { names[$0] } == texts)
  }

  /// Bytes that are not UTF-8 are told apart, although they are shown alike.
  @Test func bytesOfAnotherEncoding() {
    var names = NameTable()
    let bytes: [UInt8] = [0xE4, 0xF6, 0xE4]
    let numbers = (0..<3).map { names.number(of: bytes.span, $0..<$0 + 1) }
    #expect(numbers == [1, 2, 1])
    #expect(numbers.map { names[$0] } == ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}"])
  }

  @Test func theEmptyTextIsNoDN() {
    var names = NameTable()
    #expect(names.dn("") == .none)
    #expect(names[Observation.DN.none] == "" && names[Observation.DN(99)] == "")
  }
}
