import Testing

@testable import callsim

/// A line that is edited, and the part of it that is shown.
@Suite struct EditedLineTests {
  private func line(_ text: String, _ keys: Key...) -> EditedLine {
    var line = EditedLine(text)
    for key in keys {
      let isDone = line.apply(key)
      #expect(isDone)
    }
    return line
  }

  /// The line with `|` at its cursor.
  private func shown(_ line: EditedLine) -> String {
    line.beginning + "|" + String(line.characters[line.cursor...])
  }

  @Test func keys() {
    #expect(shown(line("ab cd", .left, .left, .text("x"))) == "ab x|cd")
    #expect(shown(line("ab cd", .home, .right, .delete)) == "a| cd")
    #expect(shown(line("ab cd", .home, .backspace, .left, .end, .right, .delete)) == "ab cd|")
    #expect(shown(line("ab cd", .wordLeft, .backspace)) == "ab|cd")
    #expect(shown(line("ab cd ", .wordLeft, .wordLeft, .wordRight)) == "ab| cd ")
    #expect(shown(line("ab cd  ", .deleteWord)) == "ab |")
    #expect(shown(line("ab cd", .wordLeft, .deleteToEnd)) == "ab |")
    #expect(shown(line("ab cd", .wordLeft, .deleteToStart)) == "|cd")
    #expect(shown(line("ab", .home, .endOfInput)) == "|b")
  }

  @Test func characters() {
    // A mark joins the letter before it, and both are deleted at once.
    #expect(line("e", .text("\u{301}")).characters.count == 1)
    #expect(shown(line("e", .text("\u{301}x"), .left, .backspace)) == "|x")
    #expect(Character("日").width == 2 && Character("é").width == 1 && Character("😀").width == 2)
    var wide = line("日本", .left)
    let shown = wide.shown(in: 20)
    #expect(shown.text == "日本" && shown.cursor == 2)
  }

  @Test func aLongLineIsShownInPart() {
    var line = EditedLine(String(repeating: "0123456789", count: 3))
    let whole = line.shown(in: 40)
    #expect(whole.text == line.text && whole.cursor == 30)
    let end = line.shown(in: 12)
    #expect(end.text == "<23456789" && end.cursor == 9)
    line.moveToStart()
    let start = line.shown(in: 12)
    #expect(start.text == "0123456789>" && start.cursor == 0)
    for column in 0...30 {
      line.moveToStart()
      line.move(column)
      let (text, cursor) = line.shown(in: 12)
      #expect(text.count <= 12 && cursor < 12)
      // The cursor stands on the character that it is before.
      if column < 30 { #expect(Array(text)[cursor] == line.characters[column]) }
    }
  }

  @Test func aLineHasALimit() {
    var line = EditedLine(String(repeating: "x", count: 65_535))
    let (fits, fitsNot) = (line.apply(.text("y")), line.apply(.text("z")))
    #expect(fits && !fitsNot)
    #expect(line.characters.count == 65_536)
  }
}
