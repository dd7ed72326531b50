import CallScenario

// The text of a picture.

extension TextBuffer {
  /// What means nothing in markup.
  private static let plainInMarkup = ASCIISet.wordsAnd(" !#$%()*+,-./:;=?@[\\]^_`{|}~")

  /// Adds a text so that it is shown as it is: without what XML has no place for, and without markup.
  mutating func add(text: String) {
    if !add(plain: text) { add(built: text.visible.xmlAttribute) }
  }

  /// Adds a text if all its characters are printable ASCII and mean nothing in markup; or else returns false.
  mutating func add(plain text: String) -> Bool {
    let plain = Self.plainInMarkup
    var text = text
    return text.withUTF8 { source in
      for byte in source where !plain.contains(byte) { return false }
      add(source)
      return true
    }
  }

  /// Adds what an element says when the pointer rests on it.
  mutating func add(title: String) {
    add("<title>")
    add(text: title)
    add("</title>")
  }
}
