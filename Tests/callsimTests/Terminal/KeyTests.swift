import Testing

@testable import callsim

/// The bytes of a terminal as keys.
@Suite struct KeyTests {
  private func keys(_ pieces: String..., isWhole: Bool = false) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for piece in pieces {
      decoder.append(Array(piece.utf8))
      while let key = decoder.next(isWhole: isWhole) { keys.append(key) }
    }
    return keys
  }

  @Test func sequences() {
    #expect(keys("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[1;5C\u{1B}b") == [.home, .end, .delete, .wordRight, .wordLeft])
    #expect(keys("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}") == [.home, .left, .abandon, .endOfInput, .end, .right])
    #expect(
      keys("\u{8}\u{7F}\t\r\n\u{B}\u{C}") == [.backspace, .backspace, .tab, .enter, .enter, .deleteToEnd, .clearScreen])
    #expect(keys("\u{E}\u{10}\u{15}\u{17}\u{1A}\u{0}\u{1F}") == [.down, .up, .deleteToStart, .deleteWord, .suspend])
  }

  @Test func textComesAsAWhole() {
    #expect(keys("A é日\rB") == [.text("A é日"), .enter, .text("B")])
  }

  @Test func unfinishedKeysWait() {
    #expect(keys("\u{1B}", "[", "A") == [.up])
    var decoder = KeyDecoder()
    decoder.append([0xC3])
    let none = decoder.next()
    #expect(none == nil && !decoder.isEmpty)
    decoder.append([0xA9])
    let letter = decoder.next()
    #expect(letter == .text("é") && decoder.isEmpty)
    decoder.append([0x1B])
    let escape = (decoder.next(), decoder.next(isWhole: true))
    #expect(escape.0 == nil && escape.1 == nil && decoder.isEmpty)
  }

  @Test func otherSequencesAreDropped() {
    #expect(keys("\u{1B}[99~x\u{1B}[1;2;3Zy\u{1B}Qz\u{1B}\u{1B}[A") == [.text("x"), .text("y"), .text("z"), .up])
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 100)) == [])
  }

  /// Whatever comes, each byte is taken once.
  @Test func hostileBytes() {
    var decoder = KeyDecoder()
    for first in UInt8.min...UInt8.max {
      for second in [0x00, 0x1B, 0x41, 0x5B, 0x80, 0xFF] as [UInt8] {
        decoder.append([first, second, 0x1B, first])
        while decoder.next() != nil {}
      }
    }
    while decoder.next(isWhole: true) != nil {}
    #expect(decoder.isEmpty)
  }

  @Test func listsFillTheColumns() {
    #expect(LineEditor.list(["a", "bb", "c", "d", "e"], columns: 13) == "a   c   e\nbb  d\n")
    #expect(LineEditor.list(["a", "bb"], columns: 3) == "a\nbb\n")
    #expect(LineEditor.list((0..<301).map(String.init), columns: 80).hasSuffix("… 1 more\n"))
  }
}
