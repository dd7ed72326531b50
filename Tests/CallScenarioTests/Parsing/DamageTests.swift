import Testing

@testable import CallScenario

/// Whatever the bytes are, the parser returns or reports mistakes, and each reported place is in the file.
struct DamageTests {
  /// A random generator with the same numbers in every run.
  private struct Xorshift {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
  }

  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0x0D], [0x0A], [0x22], [0x5C], [0x23], Array("\n  ".utf8), Array("...".utf8),
    Array("|*?".utf8), Array("=".utf8),
    Array("\u{301}".utf8), Array("\u{202E}".utf8), Array("👨‍👩‍👧".utf8), Array("\nserver x\n".utf8),
    Array("\nafter **\n".utf8),
    Array("\n refused \"".utf8),
    Array("\nparty ".utf8), Array(" on ".utf8), Array("\nnever ".utf8), Array("\nalways after ".utf8),
    Array("\nsometimes B EventQueued ...\n".utf8), Array(" before ".utf8), Array(" eventually ".utf8),
    Array(" or ".utf8),
  ]

  private func damage(_ bytes: inout [UInt8], _ random: inout Xorshift) {
    let place = random.next(below: bytes.count)
    switch random.next(below: 6) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1: if place < bytes.count { bytes[place] ^= UInt8(1 << random.next(below: 8)) }
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 30)))
    case 3:
      bytes.insert(
        contentsOf: bytes[place..<min(bytes.count, place + random.next(below: 200))],
        at: random.next(below: bytes.count))
    default: bytes.insert(contentsOf: Self.pieces[random.next(below: Self.pieces.count)], at: place)
    }
  }

  private func check(_ bytes: [UInt8]) {
    do {
      let scenario = try Scenario.parse(bytes, path: "x", vocabularies: everyVocabulary)
      #expect(scenario.flows.first?.name == "main")
    } catch {
      #expect(!error.diagnostics.isEmpty && error.diagnostics.count <= Limits.mistakes + 1)
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      var last = (0, 0)
      for diagnostic in error.diagnostics {
        let position = diagnostic.position
        #expect((1...lines.count).contains(position.line))
        #expect((1...lines[position.line - 1].count + 1).contains(position.column))
        #expect((1...max(1, lines[position.line - 1].count)).contains(position.length))
        #expect(last <= (position.line, position.column))
        #expect(!diagnostic.description.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        last = (position.line, position.column)
      }
    }
  }

  @Test(arguments: 1...4)
  func survivesDamage(_ seed: Int) {
    var random = Xorshift(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let whole = Array(example.utf8)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0...random.next(below: 6) { damage(&bytes, &random) }
      check(bytes)
    }
  }

  @Test func survivesEveryCut() {
    let whole = Array(example.utf8)
    for end in stride(from: 0, through: whole.count, by: 3) { check(Array(whole[..<end])) }
  }

  @Test func survivesLongLines() {
    for piece in ["x", "\"", "=", " a=b", "é", "|", "\\", "\0"] {
      for start in [
        "", "scenario ", "scenario T\nparty ", header + "A ring ", header + "A ring\n A EventRinging OtherDN=",
      ] {
        check(Array((start + String(repeating: piece, count: Limits.line / 8)).utf8))
      }
    }
    check(Array((header + String(repeating: "x", count: 1 << 20)).utf8))
    check([UInt8](repeating: 0, count: 1 << 20))
  }

  @Test(arguments: [
    "A ring\n  A EventRinging OtherDN=A|B? CallState=ok\n", "x\n", "A rng x=é\n A EventRingin a=\n", "prty é\n", "\n",
    "A ring\n  refused \"é\"\n", "A ring  # é\nmark m\n", "/* x\nA ring\n", "/* x\n*/\nA ring\n",
  ])
  func takesLinearTime(_ piece: String) {
    expectLinear { header + String(repeating: piece, count: $0) }
  }

  @Test(arguments: [
    " a=b", " é=é", " CallState=OK", " OtherDN=A|é", " OtherDN=\"A\\\"é\"", "|é", "|\"é\"", " \"", " #", " !x", " é",
  ])
  func takesLinearTimeInALine(_ piece: String) {
    for start in [
      "A ring\n  A EventRinging", "A ring\n  A EventRinging OtherDN=A", "A TAttachUserData", "profile", "A ring #",
    ] {
      expectLinear { header + start + String(repeating: piece, count: $0) }
    }
  }

  /// Counts the bytes that are read. Twice the input takes twice as many more reads; a quadratic parser would take four
  /// times as many more.
  private func expectLinear(_ text: (Int) -> String) {
    #if DEBUG
      func reads(_ count: Int) -> Int {
        var parser = Parser(Array(text(count).utf8), path: "x", vocabularies: everyVocabulary)
        _ = try? parser.parse()
        return parser.source.bytes.reads
      }
      let (few, some, many) = (reads(500), reads(1_000), reads(2_000))
      #expect(few < some && some < many)
      #expect(Double(many - some) < 2.2 * Double(some - few))
    #endif
  }
}
