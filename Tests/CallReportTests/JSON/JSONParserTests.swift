import Testing

@testable import CallReport

/// The strict parser of JSON.
@Suite struct JSONParserTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue { try parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes, bytes.indices)
    return try parser.value()
  }

  private func error(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) { _ = try parse(bytes) } catch { return error }
    return nil
  }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
    ("-12.50e+3", .number("-12.50e+3")), ("18446744073709551616", .number("18446744073709551616")),
    ("\"\"", .string("")), (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u0041\u00e9\uD83D\uDE00""#, .string("Aé😀")), ("\"é👩🏽‍💻\"", .string("é👩🏽‍💻")), ("[]", .array([])),
    ("[1, [\"x\"]]", .array([.number("1"), .array([.string("x")])])), ("{}", .object([])),
  ])
  func values(_ text: String, _ value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test func membersKnowTheirPlaces() throws {
    #expect(
      try parse("{\"a\": 1,\r\n\t\"b\":\"x\"}")
        == .object([
          JSONMember(key: "a", value: .number("1"), keyOffset: 1, valueOffset: 6),
          JSONMember(key: "b", value: .string("x"), keyOffset: 11, valueOffset: 15),
        ]))
  }

  @Test(arguments: [
    ("", 0, "the text ends where a value is expected"), ("  ", 2, "the text ends where a value is expected"),
    ("nul", 0, "a value of JSON cannot begin with n"), ("NaN", 0, "a value of JSON cannot begin with N"),
    ("'a'", 0, "a value of JSON cannot begin with '"), ("1 2", 2, "there is more after the end of the value"),
    ("01", 1, "a number cannot begin with 0 and another digit"), ("-", 1, "a digit is expected"),
    ("1.", 2, "a digit is expected"), ("1e", 2, "a digit is expected"),
    ("+1", 0, "a value of JSON cannot begin with +"),
    ("\"a", 0, "the string that begins here has no end"), ("\"\\n", 0, "the string that begins here has no end"),
    ("\"a\tb\"", 2, "the control character 0x09 must be escaped in a string"),
    ("\"\\n\u{0}\"", 3, "the control character 0x00 must be escaped in a string"),
    (#""\x""#, 1, "\\x is no escape of JSON"),
    (#""\u12g4""#, 1, "\\u needs four hexadecimal digits"), (#""\u12"#, 1, "\\u needs four hexadecimal digits"),
    (#""\ud800""#, 1, "half of a surrogate pair is no character"),
    (#""\udc00\ud800""#, 1, "half of a surrogate pair is no character"),
    (#""\ud800\u0041""#, 1, "half of a surrogate pair is no character"),
    ("[1,]", 3, "a value of JSON cannot begin with ]"),
    ("[1 2]", 3, "a comma or ] is expected"), ("[1", 2, "the text ends before its closing ]"),
    ("{\"a\":1,}", 7, "a key in double quotes is expected"), ("{a:1}", 1, "a key in double quotes is expected"),
    ("{\"a\" 1}", 5, "a colon is expected after the key"), ("{\"a\":1", 6, "the text ends before its closing }"),
    ("{\"a\":1,\"\\u0061\":2}", 7, "the key \"a\" is given twice"), ("// x", 0, "a value of JSON cannot begin with /"),
  ])
  func mistakes(_ text: String, _ offset: Int, _ message: String) {
    #expect(error(Array(text.utf8)) == JSONError(message, at: offset))
  }

  /// Swift takes both keys for one text; JSON does not.
  @Test func keysAreComparedAsBytes() throws {
    #expect(try parse("{\"\u{E9}\":1,\"e\u{301}\":2}") != .object([]))
  }

  @Test func amongManyKeysOneIsTwice() {
    let keys = (0..<40).map { "\"k\($0)\":0" }
    #expect(error(Array("{\(keys.joined(separator: ","))}".utf8)) == nil)
    let twice = error(Array("{\((keys + keys.suffix(1)).joined(separator: ","))}".utf8))
    #expect(twice?.message == "the key \"k39\" is given twice")
  }

  @Test(
    arguments: [[0x80], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]] as [[UInt8]])
  func whatIsNotUTF8(_ bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let found = error([quote, 0xC3, 0xA9] + bytes + [quote])
    #expect(found?.offset == 3)
    #expect(found?.message.hasSuffix(" is not UTF-8 here") == true)
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    _ = try parse(nested(JSONParser.depthLimit))
    #expect(
      error(nested(JSONParser.depthLimit + 1))
        == JSONError("arrays and objects are nested deeper than 16", at: JSONParser.depthLimit))
    #expect(error([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) != nil)
  }

  @Test func aStringOfMegabytes() throws {
    let long = String(repeating: "é\\u0041", count: 300_000)
    guard case .string(let text) = try parse("\"\(long)\"") else { throw JSONError("no string", at: 0) }
    #expect(text.utf8.count == 900_000)
    #expect(text.hasPrefix("éAéA"))
  }

  /// Every beginning of a text, and every byte of it replaced, is a value or a mistake within the text.
  @Test func damagedTexts() {
    let text = Array(
      #"{"flow":"main","step":1,"to":"é\ud83d\ude00","attributes":{"a":"b"},"x":[1.5e3,null,true]}"#.utf8)
    for end in text.indices {
      let found = error(Array(text[..<end]))
      #expect(found.map { $0.offset <= end } == true)
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0xFF] {
        var damaged = text
        damaged[end] = byte
        if let found = error(damaged) { #expect((0...damaged.count).contains(found.offset)) }
      }
    }
  }
}
