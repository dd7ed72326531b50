/// The elements of a text in XML, which must be well-formed; nil if it is not.
///
/// It knows what pictures need: no declarations, comments, instructions or sections of character data.
struct XMLDocument {
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    /// The text in it, without that of its elements.
    var text = ""
    /// How many elements it is in.
    var depth: Int
  }

  private(set) var elements: [Element] = []

  init?(_ text: String) {
    guard text.unicodeScalars.allSatisfy(Self.isAllowed) else { return nil }
    // Indices into `elements`.
    var open: [Int] = []
    var rest = Array(text.unicodeScalars)[...]
    while let next = rest.first {
      if next != "<" {
        guard let text = Self.unescaped(Self.take(&rest) { $0 != "<" }) else { return nil }
        if let index = open.last { elements[index].text += text } else if text != "\n" { return nil }
        continue
      }
      let tag = Self.take(&rest) { $0 != ">" }.dropFirst()
      guard rest.popFirst() == ">", !tag.contains("<") else { return nil }
      if tag.first == "/" {
        guard let index = open.popLast(), elements[index].name == String(tag.dropFirst()) else { return nil }
        continue
      }
      // A document has one outermost element.
      if open.isEmpty, !elements.isEmpty { return nil }
      let isEmpty = tag.last == "/"
      guard let element = Self.element(isEmpty ? tag.dropLast() : tag, depth: open.count) else { return nil }
      elements.append(element)
      if !isEmpty { open.append(elements.count - 1) }
    }
    if !open.isEmpty || elements.isEmpty { return nil }
  }

  private static func element(_ tag: Substring, depth: Int) -> Element? {
    let name = tag.prefix { $0.isLetter }
    var element = Element(name: String(name), depth: depth)
    var rest = Array(tag.dropFirst(name.count).unicodeScalars)[...]
    if name.isEmpty { return nil }
    while !rest.isEmpty {
      guard rest.popFirst() == " " else { return nil }
      let key = take(&rest) { $0 != "=" }
      guard rest.popFirst() == "=", rest.popFirst() == "\"", !key.isEmpty, !key.contains(" ") else { return nil }
      guard let value = unescaped(take(&rest) { $0 != "\"" }), rest.popFirst() == "\"" else { return nil }
      if element.attributes.updateValue(value, forKey: String(key)) != nil { return nil }
    }
    return element
  }

  private static func take(_ rest: inout ArraySlice<Unicode.Scalar>, _ isTaken: (Unicode.Scalar) -> Bool) -> Substring {
    let taken = rest.prefix(while: isTaken)
    rest = rest.dropFirst(taken.count)
    return Substring(Substring.UnicodeScalarView(taken))
  }

  private static func unescaped(_ text: Substring) -> String? {
    if text.contains("<") || text.contains("]]>") { return nil }
    let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    var pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(pieces.removeFirst())
    for piece in pieces {
      let parts = piece.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let character = names[String(parts[0])] else { return nil }
      result += character + parts[1]
    }
    return result
  }

  /// Whether XML 1.0 has a place for the character.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The elements with this name and class.
  func elements(_ name: String, class word: String? = nil) -> [Element] {
    elements.filter { element in
      let words = element.attributes["class"]?.split(separator: " ") ?? []
      return element.name == name && word.map { words.contains(Substring($0)) } != false
    }
  }

  /// The identifiers, and the places that lead to them.
  var identifiers: [String] { elements.compactMap { $0.attributes["id"] } }
  var references: [String] {
    elements.flatMap { element in
      let labels = element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
      let link = element.attributes["href"].map { [$0.hasPrefix("#") ? String($0.dropFirst()) : "outside: \($0)"] }
      let fill = element.attributes["fill"].map { [String($0.dropFirst(5).dropLast())] }
      return labels + (link ?? []) + (fill ?? [])
    }
  }
}
