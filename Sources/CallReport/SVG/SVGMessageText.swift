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
  /// The most characters of a ConnID.
  private static let longestCall = 8
  /// What a character takes at most for each of its bytes. A control character may take it, too.
  private static let widestByte = 2 * SVGFont.column

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, namesCalls: Bool) {
    (self.diagram, self.layout, self.namesCalls) = (diagram, layout, namesCalls)
    room = layout.room
  }

  // MARK: Measuring

  /// The number of lines.
  func lines(_ message: borrowing Message) -> Int {
    let room = room(offset: offset(of: namesCalls ? message.connID : nil))
    var used = SVGFont.monospace.width(of: message.name.quotedIfNeeded)
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      used += SVGFont.column + width(of: message.attributes[index])
    }
    if used <= room { return 1 }
    var lines = 1
    var rest = Rest(room - SVGLayout.room(Self.indent))
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      if rest.breaks(before: width(of: message.attributes[index])) { lines += 1 }
    }
    return lines
  }

  /// The room for the name, and for attributes on its line; the text begins `offset` pixels further to the right.
  private func room(offset: Int) -> Int { room - SVGLayout.room(offset) }

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

  /// Writes the text in so many lines, and the ConnID before it; `top` is that of its block.
  func write(
    _ message: borrowing Message, _ call: String?, _ color: SVGColor, top: Int, lines: Int, to text: inout TextBuffer
  ) {
    let call = namesCalls ? call : nil
    let offset = offset(of: call)
    let place = layout.textPlace + offset
    let room = room(offset: offset)
    if let call { writeChip(call, color, top, &text) }
    text.add("<text class=\"R ")
    text.add(color)
    text.add("\" x=\"")
    text.add(place)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\"><tspan class=\"M\">")
    let name = message.name
    if name.utf8.count * SVGFont.column > room || !name.isPlainValue || !text.add(plain: name) {
      text.add(name.quotedIfNeeded, room: room)
    }
    text.add("</tspan>")
    let narrow = room - SVGLayout.room(Self.indent)
    var rest = Rest(narrow)
    var isOpen = false
    for index in message.attributes.indices where diagram.shows(index, of: message) {
      if lines > 1, rest.breaks(before: width(of: message.attributes[index])) {
        if isOpen { text.add("</tspan>") }
        text.add("<tspan x=\"")
        text.add(place + Self.indent)
        text.add("\" dy=\"15\">")
        isOpen = true
      } else {
        text.add(" ")
      }
      write(message.attributes[index], room: narrow, &text)
    }
    if isOpen { text.add("</tspan>") }
    text.add("</text>\n")
  }

  private func write(_ attribute: Message.Attribute, room: Int, _ text: inout TextBuffer) {
    let value = attribute.value
    let most = (attribute.name.utf8.count + value.utf8.count + 3) * Self.widestByte
    if most <= room || value.utf8.count <= SequenceDiagram.longestValue && width(of: attribute) <= room {
      if !attribute.isListed { text.add("[") }
      text.add(text: attribute.name)
      text.add("=")
      let hasEdges = value.utf8.first.map { $0 == UInt8(ascii: " ") || value.utf8.last == UInt8(ascii: " ") } ?? true
      if hasEdges || !text.add(plain: value) { text.add(text: value.quotedIfNeeded) }
      if !attribute.isListed { text.add("]") }
    } else {
      let isLong = value.utf8.count > SequenceDiagram.longestValue
      text.add(diagram.text(of: attribute), room: room, whole: isLong ? "\(attribute.name)=\(value)" : nil)
    }
  }

  /// What the ConnID before the name takes, with what keeps them apart.
  private func offset(of call: String?) -> Int { call.map { Self.chipWidth($0) + 6 } ?? 0 }

  private static func chipWidth(_ call: String) -> Int { 6 + 7 * min(max(call.columns, 1), longestCall) }

  private func writeChip(_ call: String, _ color: SVGColor, _ top: Int, _ text: inout TextBuffer) {
    let width = Self.chipWidth(call)
    text.add("<rect class=\"f ")
    text.add(color)
    text.add("\" x=\"")
    text.add(layout.textPlace)
    text.add("\" y=\"")
    text.add(top + 3)
    text.add("\" width=\"")
    text.add(width)
    text.add("\" height=\"13\" rx=\"3\"/><text class=\"C\" x=\"")
    text.add(layout.textPlace + width / 2)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\">")
    text.add(call, room: Self.longestCall * SVGFont.column)
    text.add("</text>")
  }
}

/// The color of an arrow and its text.
enum SVGColor {
  case call(Int)
  case refusal
  /// That of a message that is not a T-Server's, or about no call.
  case neutral

  init(_ message: Message, _ call: String?) {
    if message.isRefusal {
      self = .refusal
    } else if message.from == nil, let call {
      self = .call(SVGStyle.color(of: call))
    } else {
      self = .neutral
    }
  }
}

extension TextBuffer {
  /// Adds a text or, if it has no room, its beginning, and the whole as its title.
  mutating func add(_ text: String, room: Int, font: SVGFont = .monospace, whole: String? = nil) {
    let shown = text.visible
    let beginning = font.abbreviation(of: shown, room: room)
    if let whole = whole ?? (beginning == nil ? nil : shown) { add(title: whole) }
    add(text: beginning ?? shown)
  }

  /// Adds the class with the color.
  mutating func add(_ color: SVGColor) {
    switch color {
    case .call(let number):
      add("c")
      add(number)
    case .refusal: add("X")
    case .neutral: add("u")
    }
  }
}

extension SVGStyle {
  /// The color of a call. Calls are counted, so the colors of successive calls differ.
  static func color(of call: String) -> Int {
    let number = call.utf8.reduce(0) { ($0 &* 10 &+ Int($1) &- Int(UInt8(ascii: "0"))) % (colors * 1_000) }
    return ((number - 1) % colors + colors) % colors
  }

  /// What a picture begins with: the style sheet, the patterns and the paper.
  static func start(_ theme: SVG.Theme) -> String {
    "<style>\n\(sheet(theme))</style>\n\(patterns)<rect class=\"g\" width=\"100%\" height=\"100%\"/>\n"
  }
}
