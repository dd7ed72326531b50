import CallScenario

// The scenario language's own spelling, ready to paste into a file.

extension String {
  /// A value as a file writes it: bare where it can be.
  var quotedWhereNeeded: String {
    let isBare =
      !isEmpty && last != "?" && last != "*"
      && !unicodeScalars.contains { $0 == "\"" || $0 == "|" || $0.properties.isWhitespace }
    if isBare { return self }
    var quoted = "\""
    for character in unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}

extension Scenario {
  /// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`
  func spelling(of action: ActionStatement) -> String {
    var words = [parties[action.actor].name, action.verb.name]
    if let target = action.target { words.append(parties[target].name) }
    if let on = action.on { words.append("on \(on)") }
    words += action.options.map { "\($0.key)=\($0.value.quotedWhereNeeded)" }
    return words.joined(separator: " ")
  }

  /// `RECIPIENT MESSAGE [Attribute=pattern …] [...]`
  func spelling(of expected: ExpectedMessage) -> String {
    line(
      parties[expected.recipient].name, expected.name,
      expected.attributes.map(\.spelling) + (expected.isOpen ? ["..."] : []))
  }

  /// The line that expects exactly this message: its listed attributes, but for those that say what the line means
  /// without them.
  func spelling(of message: Message, defaults: [Message.Attribute]) -> String {
    let recipient = parties[message.to]
    let defaults = self.defaults(of: message, defaults).map { ($0.name, $0.value) }
    let absent = defaults.filter { standard in !message.attributes.contains { $0.name == standard.0 } }
    let present = message.attributes.filter { attribute in
      attribute.isListed && !defaults.contains { $0 == (attribute.name, attribute.value) }
    }
    let sender = message.from.map { ["from=\(parties[$0].name)"] } ?? []
    let words = present.map { "\($0.name)=\(party(withDN: $0.value, in: $0.name)?.name ?? $0.value.quotedWhereNeeded)" }
    return line(recipient.name, message.name, absent.map { "!\($0.0)" } + sender + words)
  }

  /// Whose DN an attribute's value is, where it is one.
  func party(withDN value: String, in attribute: String) -> Participant? {
    guard let word = vocabulary.attributes.first(where: { $0.name == attribute }), case .dn = word.values else {
      return nil
    }
    return parties.first { $0.dn == value }
  }

  private func line(_ recipient: String, _ message: String, _ attributes: [String]) -> String {
    let words = attributes.isEmpty ? "" : "  " + attributes.joined(separator: " ")
    return "\(recipient)  \(message)\(words)"
  }
}

extension ExpectedAttribute {
  /// `!X`, `X=*`, `X=a|b?`
  var spelling: String {
    switch pattern {
    case .absent: "!\(name)"
    default: "\(name)=\(pattern.spelling)"
    }
  }
}

extension Pattern {
  var spelling: String {
    switch self {
    case .absent: "absent"
    case .any(let isOptional): isOptional ? "*?" : "*"
    case .oneOf(let values, let isOptional):
      values.map(\.quotedWhereNeeded).joined(separator: "|") + (isOptional ? "?" : "")
    }
  }
}
