import CallScenario

// The text of a picture.

extension TextBuffer {
  /// Adds a text so that it is shown as it is: without what XML has no place for, and without markup.
  mutating func add(text: String) {
    let start = count
    add(built: text)
    if isPlainInMarkup(from: start) { return }
    remove(from: start)
    add(built: text.visible.xmlAttribute)
  }

  /// Whether all characters since there were `start` bytes are printable ASCII and mean nothing in markup.
  @inline(__always)
  mutating func isPlainInMarkup(from start: Int) -> Bool {
    hasNoMarks(from: start) { word in
      EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: "<"), word)
        | EightBytes.equal(UInt8(ascii: ">"), word) | EightBytes.equal(UInt8(ascii: "&"), word)
        | EightBytes.equal(UInt8(ascii: "\""), word) | EightBytes.equal(UInt8(ascii: "'"), word)
    }
  }

  /// Adds a text or, if it has no room, its beginning, and the whole as its title.
  mutating func add(_ text: String, room: Int, font: SVGFont = .monospace, whole: String? = nil) {
    let shown = text.visible
    let beginning = font.abbreviation(of: shown, room: room)
    if let whole = whole ?? (beginning == nil ? nil : shown) { add(title: whole) }
    add(text: beginning ?? shown)
  }

  /// Adds what an element says when the pointer rests on it.
  mutating func add(title: String) {
    add("<title>")
    add(text: title)
    add("</title>")
  }

  /// Adds the class with the color.
  @inline(__always)
  mutating func add(_ color: SVGColor) {
    switch color {
    case .call(let number):
      add("c")
      add(byte: UInt8(ascii: "0") + number)
    case .refusal: add("X")
    case .neutral: add("u")
    }
  }
}
