// Lines of a transcript: JSON in which only some of the texts are replaced.

extension LogRedactor {
  /// What a text of the line is.
  private enum Role { case value, text, message, action, attribute(LogAttribute?), name }

  mutating func transcript(_ bytes: Span<UInt8>, _ whole: Range<Int>) {
    guard let texts = texts(in: bytes, whole) else { return text(bytes, whole) }
    var place = whole.lowerBound
    for (text, role) in texts {
      keep(bytes, place..<text.range.lowerBound)
      write(text, role, bytes)
      place = text.range.upperBound
    }
    keep(bytes, place..<whole.upperBound)
  }

  /// The texts that are more than keys, in their order; nil if the line is no JSON.
  private func texts(in bytes: Span<UInt8>, _ whole: Range<Int>) -> [(JSONMembers.Value, Role)]? {
    var json = JSONMembers(bytes, whole, depth: LogLimits.usual.depth)
    guard json.enter(bytes) else { return nil }
    var texts: [(JSONMembers.Value, Role)] = []
    while let key = json.nextKey(bytes) {
      if bytes.equals("attributes", key), json.enter(bytes) {
        while let name = json.nextKey(bytes) {
          guard let value = json.value(bytes) else { return nil }
          let attribute = LogNames.all.attribute(bytes, name)
          if attribute == nil { texts.append((JSONMembers.Value(range: name, isText: true), .name)) }
          texts.append((value, .attribute(attribute)))
        }
        continue
      }
      guard let value = json.value(bytes) else { return nil }
      if bytes.equals("step", key), !value.isText { continue }
      if bytes.equals("flow", key), bytes.equals("main", value.range) { continue }
      let isKnown = Self.roles.contains { bytes.equals($0.key, key) }
      if !isKnown { texts.append((JSONMembers.Value(range: key, isText: true), .text)) }
      texts.append((value, Self.roles.first { bytes.equals($0.key, key) }?.role ?? .text))
    }
    return json.isComplete ? texts : nil
  }

  private static let roles: [(key: StaticString, role: Role)] = [
    ("file", .value), ("flow", .value), ("from", .value), ("to", .value), ("conversation", .value),
    ("endedBy", .value), ("after", .value), ("message", .message), ("action", .action), ("refused", .text),
    ("rule", .text), ("source", .text), ("step", .text), ("attributes", .text),
  ]

  private mutating func write(_ text: JSONMembers.Value, _ role: Role, _ bytes: Span<UInt8>) {
    guard text.isText else {
      // A number, or something that no transcript of callsim has.
      let first = bytes[text.range.lowerBound]
      if first != UInt8(ascii: "{"), first != UInt8(ascii: "[") { return value(bytes, text.range) }
      if !isCollecting { output += "null".utf8 }
      return
    }
    guard text.hasEscapes else { return write(bytes, text.range, role) }
    let plain = JSONMembers.unescaped(bytes, text.range)
    let start = output.count
    write(plain.span, 0..<plain.count, role)
    if !isCollecting { escapeOutput(from: start) }
  }

  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>, _ role: Role) {
    switch role {
    case .value: value(bytes, range)
    case .text: text(bytes, range)
    case .message, .name:
      // Names are words; anything else is text.
      if bytes.afterWord(range.lowerBound, range.upperBound) < range.upperBound { return text(bytes, range) }
      keepWords(bytes, range)
    case .action: action(bytes, range)
    case .attribute(let attribute):
      switch attribute?.content ?? .value {
      case .list: pairs(bytes, range)
      case .value: value(bytes, range)
      default: attributeValue(attribute, bytes, range)
      }
    }
  }

  private mutating func escapeOutput(from start: Int) {
    let text = output[start...]
    guard text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return }
    var escaped: [UInt8] = []
    for byte in text {
      if byte < 0x20 {
        escaped += "\\u00".utf8
        escaped.append(UInt64(byte), bits: 4, digits: 2, isCapital: false)
      } else {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      }
    }
    output.replaceSubrange(start..., with: escaped)
  }

  // MARK: Actions and pairs

  /// `A TMakeCall B on 1 CallState=Busy data.Name="Ann B."`: the verb stays, and so do the words of the language.
  private mutating func action(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var number = 0
    var place = range.lowerBound
    if bytes.starts(with: "wait ", range) { return keepWords(bytes, range) }
    while place < range.upperBound {
      let word = place..<bytes.afterItem(place, range.upperBound, separator: 0x20)
      if word.isEmpty {
        keep(bytes, place..<place + 1)
        place += 1
        continue
      }
      option(bytes, word, isWord: number == 1 || bytes.equals("on", word))
      number += 1
      place = word.upperBound
    }
  }

  private mutating func option(_ bytes: Span<UInt8>, _ word: Range<Int>, isWord: Bool) {
    if isWord { return keepWords(bytes, word) }
    let equals = bytes.first(UInt8(ascii: "="), from: word.lowerBound, to: word.upperBound)
    guard equals < word.upperBound else { return item(bytes, word) }
    let prefixes: [StaticString] = ["data.", "reason.", "extension."]
    let key = word.lowerBound..<equals
    let attribute = LogNames.all.attribute(bytes, key)
    if let prefix = prefixes.first(where: { bytes.starts(with: $0, key) }) {
      let start = key.lowerBound + prefix.utf8CodeUnitCount
      keep(bytes, key.lowerBound..<start)
      item(bytes, start..<equals)
    } else if attribute != nil || bytes.starts(with: "Monitor", key) || bytes.equals("Queue", key) {
      keep(bytes, key)
    } else {
      item(bytes, key)
    }
    keep(bytes, equals..<equals + 1)
    let rest = equals + 1..<word.upperBound
    let hasNames = attribute?.content == .enumeration || bytes.starts(with: "Monitor", key)
    if hasNames && isEnumeration(bytes, rest) || attribute?.content == .number { return keep(bytes, rest) }
    item(bytes, rest)
  }

  /// `key=value, key="value, with a comma"`
  private mutating func pairs(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",") || byte == 0x20 {
        keep(bytes, place..<place + 1)
        place += 1
        continue
      }
      let end = bytes.afterItem(place, range.upperBound, separator: UInt8(ascii: ","), other: UInt8(ascii: "="))
      item(bytes, place..<end)
      place = end
    }
  }

  /// A value, perhaps in quotes within which a backslash is before another quote.
  private mutating func item(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "\""),
      bytes[range.upperBound - 1] == UInt8(ascii: "\"")
    else { return value(bytes, range) }
    keep(bytes, range.lowerBound..<range.lowerBound + 1)
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if inner.contains(where: { bytes[$0] == UInt8(ascii: "\\") }) {
      let plain = JSONMembers.unescaped(bytes, inner)
      value(plain.span, 0..<plain.count)
    } else {
      value(bytes, inner)
    }
    keep(bytes, range.upperBound - 1..<range.upperBound)
  }
}

extension Span<UInt8> {
  /// The place of the separator behind an item that may be in quotes.
  fileprivate func afterItem(_ start: Int, _ end: Int, separator: UInt8, other: UInt8? = nil) -> Int {
    var place = start
    var isQuoted = false
    while place < end {
      let byte = self[place]
      if isQuoted, byte == UInt8(ascii: "\\") {
        place += 1
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == separator || byte == other {
        break
      }
      place += 1
    }
    return min(place, end)
  }
}
