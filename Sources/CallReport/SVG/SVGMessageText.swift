import CallModel
import CallScenario

/// The text of a message: its name, and attributes on the same line or, if there is no room, in lines below.
struct SVGMessageText {
  let diagram: SequenceDiagram
  /// Whether the ConnID is before the name.
  let namesCalls: Bool
  private let layout: SVGLayout

  /// Attributes in lines below the name begin further to the right.
  private static let indent = 14
  /// The most characters of a ConnID.
  private static let longestCall = 8

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, namesCalls: Bool) {
    (self.diagram, self.layout, self.namesCalls) = (diagram, layout, namesCalls)
  }

  // MARK: Measuring

  /// The number of lines.
  func lines(_ message: Message) -> Int {
    if isOneLine(message) { return 1 }
    var lines = 1
    var rest = Rest(room(message, indent: Self.indent))
    for attribute in message.attributes where shows(attribute, message) {
      if rest.breaks(before: width(of: attribute)) { lines += 1 }
    }
    return lines
  }

  private func shows(_ attribute: Message.Attribute, _ message: Message) -> Bool {
    diagram.shows(attribute, of: message, withConnID: diagram.attributes == .all)
  }

  private func isOneLine(_ message: Message) -> Bool {
    let room = room(message, indent: 0)
    var used = SVGFont.monospace.width(of: message.name.quotedIfNeeded)
    for attribute in message.attributes where shows(attribute, message) {
      used += SVGFont.column + width(of: attribute)
      if used > room { return false }
    }
    return used <= room || message.attributes.isEmpty
  }

  private func room(_ message: Message, indent: Int) -> Int {
    layout.room - SVGLayout.room(chipWidth(message) + indent)
  }

  private func width(of attribute: Message.Attribute) -> Int {
    if isPlain(attribute) {
      let characters = attribute.name.utf8.count + 1 + attribute.value.utf8.count + (attribute.isListed ? 0 : 2)
      return characters * SVGFont.column
    }
    return SVGFont.monospace.width(of: diagram.text(of: attribute).visible)
  }

  /// Whether the attribute is shown as it is.
  private func isPlain(_ attribute: Message.Attribute) -> Bool {
    let value = attribute.value.utf8
    return !value.isEmpty && value.count <= SequenceDiagram.longestValue && attribute.name.isPrintableASCII
      && attribute.value.isPrintableASCII && value.first != UInt8(ascii: " ") && value.last != UInt8(ascii: " ")
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

  /// The text and the ConnID before it; `top` is that of its block.
  func write(_ message: Message, top: Int, to text: inout SVGText) {
    let place = layout.textPlace + chipWidth(message)
    if namesCalls, let call = message.connID { writeChip(call, message, top, &text) }
    text.add("<text class=\"R ")
    text.add(color: message)
    text.add("\" x=\"")
    text.add(place)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\"><tspan class=\"M\">")
    text.add(message.name.quotedIfNeeded, room: room(message, indent: 0))
    text.add("</tspan>")
    let isOneLine = isOneLine(message)
    var rest = Rest(room(message, indent: Self.indent))
    var isOpen = false
    for attribute in message.attributes where shows(attribute, message) {
      if !isOneLine, rest.breaks(before: width(of: attribute)) {
        if isOpen { text.add("</tspan>") }
        text.add("<tspan x=\"")
        text.add(place + Self.indent)
        text.add("\" dy=\"15\">")
        isOpen = true
      } else {
        text.add(" ")
      }
      write(attribute, room: room(message, indent: Self.indent), &text)
    }
    if isOpen { text.add("</tspan>") }
    text.add("</text>\n")
  }

  private func write(_ attribute: Message.Attribute, room: Int, _ text: inout SVGText) {
    if isPlain(attribute), width(of: attribute) <= room {
      if !attribute.isListed { text.add("[") }
      text.add(text: attribute.name)
      text.add("=")
      text.add(text: attribute.value)
      if !attribute.isListed { text.add("]") }
    } else {
      let isLong = attribute.value.utf8.count > SequenceDiagram.longestValue
      let whole = isLong ? "\(attribute.name)=\(attribute.value)" : nil
      text.add(diagram.text(of: attribute), room: room, whole: whole)
    }
  }

  /// The width of the ConnID before the name, with what keeps them apart.
  private func chipWidth(_ message: Message) -> Int {
    guard namesCalls, let call = message.connID else { return 0 }
    return Self.chipWidth(call) + 6
  }

  private static func chipWidth(_ call: String) -> Int { 6 + 7 * min(max(call.columns, 1), longestCall) }

  private func writeChip(_ call: String, _ message: Message, _ top: Int, _ text: inout SVGText) {
    let width = Self.chipWidth(call)
    text.add("<rect class=\"f ")
    text.add(color: message)
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

extension SVGText {
  /// Adds a text or, if it has no room, its beginning, and the whole as its title.
  mutating func add(_ text: String, room: Int, font: SVGFont = .monospace, whole: String? = nil) {
    let shown = text.visible
    let beginning = font.abbreviation(of: shown, room: room)
    if let whole = whole ?? (beginning == nil ? nil : shown) { add(title: whole) }
    add(text: beginning ?? shown)
  }

  /// Adds the class with the color of the message's call.
  mutating func add(color message: Message) {
    if message.isRefusal { return add("X") }
    guard message.from == nil, let call = message.connID else { return add("u") }
    add("c")
    add(SVGStyle.color(of: call))
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
