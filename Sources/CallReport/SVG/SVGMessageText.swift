import CallModel
import CallScenario

/// The text of a message: its name, and attributes on the same line or, if there is no room, in lines below.
struct SVGMessageText {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  /// Whether the ConnID is before the name.
  private let namesCalls: Bool
  private let room: Int

  /// Attributes in lines below the name begin further to the right.
  private static let indent = 14
  /// What keeps the ConnID and the name apart.
  private static let gap = 6
  /// The most characters of a ConnID.
  private static let longestCall = 8
  /// What a character takes at most for each of its bytes. A control character may take it, too.
  private static let widestByte = 2 * SVGFont.column

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, namesCalls: Bool) {
    (self.diagram, self.layout, self.namesCalls) = (diagram, layout, namesCalls)
    room = layout.room
  }

  /// Adds the ConnID if the message has to say it, the name, and the attributes. Returns where they are in `text`, and
  /// how many lines they take.
  func add(_ message: borrowing Message, _ call: String?, to text: inout TextBuffer) -> (text: SVGText, lines: Int) {
    let start = text.count
    let call = namesCalls ? call : nil
    if let call { text.add(call, room: Self.longestCall * SVGFont.column) }
    let rest = text.count
    text.add("\"><tspan class=\"M\">")
    let offset = Self.offset(chip: chip(of: call))
    let room = room(offset: offset)
    let name = text.count
    var lines = 1
    if !addPlain(message, room: room, to: &text) {
      text.remove(from: name)
      lines = self.lines(message, room: room)
      add(message.name, room: room, to: &text)
      text.add("</tspan>")
      add(message, room: room, isOneLine: lines == 1, place: layout.textPlace + offset, to: &text)
    }
    text.add("</text>\n")
    return (SVGText(start: start, label: rest - start, rest: text.count - rest), lines)
  }

  /// The width of the box with the ConnID; 0 if the message does not say it.
  func chip(of call: String?) -> UInt8 {
    guard namesCalls, let call else { return 0 }
    return UInt8(6 + 7 * min(max(call.columns, 1), Self.longestCall))
  }

  /// How far the box moves the text to the right.
  static func offset(chip: UInt8) -> Int { chip == 0 ? 0 : Int(chip) + gap }

  /// The room for the name, and for attributes on its line; the text begins `offset` pixels further to the right.
  private func room(offset: Int) -> Int { room - SVGLayout.room(offset) }

  // MARK: Plain texts

  /// Adds the name and the attributes if they have room on one line and show as they are, as in most messages; or else
  /// returns false, and what it has added is to be removed.
  private func addPlain(_ message: borrowing Message, room: Int, to text: inout TextBuffer) -> Bool {
    let start = text.count
    text.add(built: message.name)
    let name = text.count - start
    // After a name of one character, an attribute might have no room on a line of its own.
    guard name > 1, text.hasPlainEdges(from: start), text.isPlainInMarkup(from: start) else { return false }
    text.add("</tspan>")
    let rest = text.count
    var isPlain = true
    message.attributes.span.visit { (attribute: borrowing Message.Attribute) in
      if isPlain, diagram.shows(attribute, of: message) { isPlain = text.add(plain: attribute) }
    }
    return isPlain && (name + text.count - rest) * SVGFont.column <= room && text.isPlainInMarkup(from: rest)
  }

  // MARK: Measuring

  /// The number of lines.
  private func lines(_ message: borrowing Message, room: Int) -> Int {
    var used = SVGFont.monospace.width(of: message.name.quotedIfNeeded)
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      used += SVGFont.column + width(of: message.attributes[index])
    }
    if used <= room { return 1 }
    var lines = 1
    var rest = Rest(narrow(room))
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      if rest.breaks(before: width(of: message.attributes[index])) { lines += 1 }
    }
    return lines
  }

  /// The room for attributes below the name.
  private func narrow(_ room: Int) -> Int { room - SVGLayout.room(Self.indent) }

  private func width(of attribute: Message.Attribute) -> Int {
    let value = attribute.value
    if value.utf8.count <= SequenceDiagram.longestValue, value.isPlainValue, attribute.name.isPrintableASCII {
      return (attribute.name.utf8.count + 1 + value.utf8.count + (attribute.isListed ? 0 : 2)) * SVGFont.column
    }
    return SVGFont.monospace.width(of: diagram.text(of: attribute).visible)
  }

  /// The lines below the name, each with as many attributes as have room.
  private struct Rest {
    private let room: Int
    private var used: Int

    init(_ room: Int) {
      self.room = room
      used = room
    }

    /// Whether the next attribute begins a line.
    mutating func breaks(before width: Int) -> Bool {
      used += SVGFont.column + width
      if used <= room { return false }
      used = width
      return true
    }
  }

  // MARK: Writing

  private func add(_ name: String, room: Int, to text: inout TextBuffer) {
    if name.utf8.count * SVGFont.column <= room, name.isPlainValue {
      text.add(text: name)
    } else {
      text.add(name.quotedIfNeeded, room: room)
    }
  }

  private func add(
    _ message: borrowing Message, room: Int, isOneLine: Bool, place: Int, to text: inout TextBuffer
  ) {
    let narrow = narrow(room)
    var rest = Rest(narrow)
    var isOpen = false
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      if !isOneLine, rest.breaks(before: width(of: message.attributes[index])) {
        if isOpen { text.add("</tspan>") }
        text.add("<tspan x=\"")
        text.add(place + Self.indent)
        text.add("\" dy=\"15\">")
        isOpen = true
      } else {
        text.add(" ")
      }
      add(message.attributes[index], room: narrow, to: &text)
    }
    if isOpen { text.add("</tspan>") }
  }

  private func add(_ attribute: Message.Attribute, room: Int, to text: inout TextBuffer) {
    let value = attribute.value
    let most = (attribute.name.utf8.count + value.utf8.count + 3) * Self.widestByte
    if most <= room || value.utf8.count <= SequenceDiagram.longestValue && width(of: attribute) <= room {
      if !attribute.isListed { text.add("[") }
      text.add(text: attribute.name)
      text.add("=")
      text.add(text: value.quotedIfNeeded)
      if !attribute.isListed { text.add("]") }
    } else {
      let isLong = value.utf8.count > SequenceDiagram.longestValue
      text.add(diagram.text(of: attribute), room: room, whole: isLong ? "\(attribute.name)=\(value)" : nil)
    }
  }
}

extension TextBuffer {
  /// Adds an attribute after a blank, if its value is short and needs no quotes; or else returns false.
  @inline(__always)
  fileprivate mutating func add(plain attribute: borrowing Message.Attribute) -> Bool {
    add(" ")
    if !attribute.isListed { add("[") }
    add(built: attribute.name)
    add("=")
    let start = count
    add(built: attribute.value)
    guard count - start <= SequenceDiagram.longestValue, hasPlainEdges(from: start) else { return false }
    if !attribute.isListed { add("]") }
    return true
  }

  /// Whether there is a text since there were `start` bytes, without a blank at an end.
  @inline(__always)
  fileprivate func hasPlainEdges(from start: Int) -> Bool {
    count > start && byte(at: start) != UInt8(ascii: " ") && byte(at: count - 1) != UInt8(ascii: " ")
  }
}
