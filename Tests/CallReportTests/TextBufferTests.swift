import Testing

@testable import CallReport

@Suite struct TextBufferTests {
  @Test func takingBeginsANewPiece() {
    var text = TextBuffer(capacity: 0)
    text.add("Note over ")
    text.add(built: "Zoë")
    text.add(byte: UInt8(ascii: " "))
    text.add(-120)
    #expect(text.take() == "Note over Zoë -120")
    #expect(text.count == 0)
    text.add("more")
    #expect(text.take() == "more")
  }

  @Test func aPieceIsWorthPassingOn() {
    var text = TextBuffer(capacity: 0)
    text.add(blanks: TextBuffer.pieceSize - 1)
    #expect(text.isPiece == false)
    text.add("!")
    #expect(text.isPiece == true)
  }

  @Test(arguments: [0, 3, 300]) func aByteIsReplacedByWords(_ more: Int) {
    let rest = String(repeating: "x", count: more)
    var text = TextBuffer(capacity: 0)
    text.add(built: "a<" + rest)
    text.replace(1, by: "&lt;")
    text.add("b")
    #expect(text.take() == "a&lt;" + rest + "b")
  }

  @Test(arguments: [-1, 0, 1, 31, 32, 33, 1000])
  func blanks(_ count: Int) {
    var text = TextBuffer(capacity: 0)
    text.add("a")
    text.add(blanks: count)
    text.add("b")
    #expect(text.take() == "a" + String(repeating: " ", count: max(count, 0)) + "b")
  }

  @Test(arguments: ["A", "EventDialing", "ThirdPartyDNRole", "0049711", "azAZ09"])
  func words(_ word: String) {
    var text = TextBuffer(capacity: 0)
    let isAdded = text.add(word: word)
    #expect(isAdded)
    #expect(text.take() == word)
  }

  @Test func emptyTextIsNoWord() {
    var text = TextBuffer(capacity: 0)
    let isAdded = text.add(word: "")
    #expect(!isAdded)
  }

  /// Each byte of ASCII at each place of a word.
  @Test func onlyLettersAndDigitsAreWords() {
    var text = TextBuffer(capacity: 0)
    for byte in UInt8(0)..<0x80 {
      let character = Unicode.Scalar(byte)
      for place in 0..<10 {
        var scalars = Array("Extensions".unicodeScalars)
        scalars[place] = character
        let word = String(String.UnicodeScalarView(scalars))
        let isAdded = text.add(word: word)
        #expect(isAdded == (Character(character).isLetter || Character(character).isNumber), "\(byte) at \(place)")
        #expect(text.take() == (isAdded ? word : ""))
      }
    }
  }

  @Test(arguments: ["Zoë", "é", "Extension東", "\u{B2}", "a\u{300}"])
  func othersThanASCIIAreNoWords(_ word: String) {
    var text = TextBuffer(capacity: 0)
    let isAdded = text.add(word: word)
    #expect(!isAdded)
    #expect(text.count == 0)
  }

  @Test(arguments: ["", " a", "a ", "a\tb", "Zoë"])
  func valuesThatAreNotPlain(_ value: String) {
    var text = TextBuffer(capacity: 0)
    let isAdded = text.add(plainValue: value)
    #expect(!isAdded)
    #expect(text.count == 0)
    text.add(quotedIfNeeded: value)
    #expect(text.take() == value.quotedIfNeeded)
  }

  @Test func whatHasBeenAddedCanBeReadAndRemoved() {
    var text = TextBuffer(capacity: 0)
    text.add("A TMakeCall Zoë")
    #expect(text.string(from: 2, to: 11) == "TMakeCall")
    #expect(text.isPrintableASCII(from: 0, to: 12) == true)
    #expect(text.isPrintableASCII(from: 0, to: text.count) == false)
    var other = TextBuffer(capacity: 0)
    other.add(text, from: 2, to: 11)
    #expect(other.take() == "TMakeCall")
    text.remove(from: 1)
    #expect(text.take() == "A")
  }

  @Test func escaping() {
    var text = TextBuffer(capacity: 0)
    text.add(built: "<a> a<é\t>")
    text.escape(from: 3, plain: .wordsAnd(" ")) { bytes, index, text in
      text.add("#")
      text.add(byte: bytes[index])
    }
    #expect(text.take() == "<a> a#<é␉#>")
  }
}
