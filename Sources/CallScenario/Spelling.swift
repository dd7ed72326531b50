import CallModel

/// How a file of the scenario spells values, attributes and whole lines.
///
/// All text that callsim writes into a file or shows next to one is spelled here: the lines that `record` writes, the
/// lines that `test` offers to copy, and the rows of tables.
package struct Spelling {
  package let scenario: Scenario
  /// The attributes whose values are DNs.
  private var directoryNumbers: Set<String> = []
  private var nameOfNumber: [Text: String] = [:]
  private var partyNames: Set<Text> = []

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    for attribute in scenario.vocabulary.attributes {
      if case .dn = attribute.values { directoryNumbers.insert(attribute.name) }
    }
    for party in scenario.parties {
      nameOfNumber[Text(party.dn)] = party.name
      partyNames.insert(Text(party.name))
    }
  }

  // MARK: Values

  /// A DN is spelled as its party's name. A text that a file would read differently is quoted.
  package func value(_ value: String, of attribute: String) -> String {
    guard directoryNumbers.contains(attribute) else { return value.spelled() }
    return nameOfNumber[Text(value)] ?? value.spelled(inQuotes: partyNames.contains(Text(value)))
  }

  /// A value that is compared with an expected one, spelled like it: as a DN if the file writes DNs.
  package func value(_ value: String, like expected: ExpectedAttribute) -> String {
    guard case .oneOf(let values, let isOptional) = expected.pattern else {
      return self.value(value, of: expected.name)
    }
    let mark = isOptional ? "?" : ""
    // An expected value is spelled as the file spells it.
    if values.count == 1, Text(values[0]) == Text(value) {
      return String(decoding: expected.text.utf8.dropLast(mark.utf8.count), as: UTF8.self)
    }
    let named = values.map { self.value($0, of: expected.name) }.joined(separator: "|") + mark
    return Text(named) == Text(expected.text) ? self.value(value, of: expected.name) : value.spelled()
  }

  /// A value that is not in the file: a DN as its party's name, followed by the DN if the two differ.
  package func unwrittenValue(_ value: String, of attribute: String) -> String {
    let written = self.value(value, of: attribute)
    guard directoryNumbers.contains(attribute), let name = nameOfNumber[Text(value)], Text(name) != Text(value) else {
      return written
    }
    return "\(written) (\(value.spelled()))"
  }

  /// `X=value`; `X=*` for a value that no line can hold, or that only counts steps.
  ///
  /// A request without a ReferenceID has the number of its step, which changes when a step is added before it.
  package func attribute(_ attribute: Message.Attribute, in step: Transcript.Step) -> String {
    let name = attribute.name
    let isCounted = name == "ReferenceID" && !step.action.options.contains { $0.key == name }
    return name + "=" + (isCounted || !Spelling.isWritable(attribute.value) ? "*" : value(attribute.value, of: name))
  }

  /// What `record` writes after `refused`: the reason without what follows it; nil if a line cannot hold it.
  package static func refusedText(_ reason: String) -> String? {
    let cause = String(decoding: reason.utf8.prefix { $0 != .semicolon }.drop(while: \.isBlank), as: UTF8.self)
    guard isWritable(cause) else { return nil }
    let isFree = !cause.utf8.contains(.numberSign) && cause.utf8.first != .quote
    return isFree ? cause : cause.spelled(inQuotes: true)
  }

  /// What `record` writes for an attribute that is not as the line expects: `X=value`, `!X`, or nothing.
  package func correction(
    of name: String, in expected: ExpectedMessage, _ message: Message, _ step: Transcript.Step
  ) -> String? {
    let isOptional = expected.attributes.contains { $0.name == name && $0.pattern.isOptional }
    if let actual = scenario.attributes(of: message).first(where: { $0.name == name }) {
      return attribute(actual, in: step) + (isOptional ? "?" : "")
    }
    return scenario.defaults(of: message, step.defaults).contains { $0.name == name } ? "!" + name : nil
  }

  /// The file's line, with its own words, laid out for a report.
  package func text(of expected: ExpectedMessage, _ columns: ExpectationColumns) -> String {
    let attributes = expected.attributes.map(\.spelling) + (expected.isOpen ? ["..."] : [])
    return columns.text([scenario.parties[expected.recipient].name, expected.name] + attributes)
  }

  /// Whether a line can hold the value: a file has no control characters, and a line has a limit.
  static func isWritable(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= Limits.line / 4
      && value.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  // MARK: Lines

  /// The line that expects exactly this message, laid out for a report.
  package func text(of message: Message, in step: Transcript.Step, _ columns: ExpectationColumns) -> String {
    columns.text(words(of: message, in: step))
  }

  /// The words of the line that expects exactly this message.
  func words(of message: Message, in step: Transcript.Step) -> [String] {
    [scenario.parties[message.to].name, message.name] + attributes(of: message, in: step)
  }

  /// The attributes that a line states: the listed ones except those that are implied.
  package func attributes(of message: Message, in step: Transcript.Step) -> [String] {
    let defaults = scenario.defaults(of: message, step.defaults)
    let carried = scenario.attributes(of: message)
    let absent = defaults.filter { standard in !carried.contains { $0.name == standard.name } }
    let isRefusal = step.refusal != nil && message.isRefusal
    let present = carried.filter { attribute in
      if let standard = defaults.first(where: { $0.name == attribute.name }) {
        return Text(standard.value) != Text(attribute.value) || step.isDivided(attribute.name)
          || (message.isOneOfSeveralCalls && attribute.name == "ConnID")
      }
      // Tables do not list which request was refused, but a line states it.
      return attribute.isListed || (isRefusal && attribute.name == "ReferenceID")
    }
    return absent.map { "!" + $0.name } + present.map { attribute($0, in: step) }
  }
}

/// The widths of recipients and messages in lines below each other. A wider word has two blanks after it.
package struct ExpectationColumns {
  private let recipient: Int
  private let message: Int

  package init(recipient: Int = 0, message: Int = 0) { (self.recipient, self.message) = (recipient, message) }

  /// The line of recipient, message and attributes.
  package func text(_ words: [String]) -> String {
    let attributes = words.dropFirst(2).joined(separator: " ")
    let names = zip(words, [recipient, attributes.isEmpty ? 0 : message]).map { word, width in
      word + String(repeating: " ", count: max(width - word.count, 0))
    }
    return (names + (attributes.isEmpty ? [] : [attributes])).joined(separator: "  ")
  }
}

extension Scenario {
  /// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`
  package func spelling(of action: ActionStatement) -> String {
    var text = parties[action.actor].name
    text.append(" ")
    text.append(action.verb.name)
    if let target = action.target {
      text.append(" ")
      text.append(parties[target].name)
    }
    if let on = action.on {
      text.append(" on ")
      text.append(on)
    }
    for option in action.options {
      text.append(" ")
      text.append(option.spelling)
    }
    return text
  }

  /// The attributes of a message; if messages have senders, also the sender's name.
  package func attributes(of message: Message) -> [Message.Attribute] {
    guard let sender = message.from else { return message.attributes }
    return [Message.Attribute(name: "from", value: parties[sender].name, isListed: true)] + message.attributes
  }
}

extension Scenario.Party {
  /// `dn=…` if the DN is not the name, and the other options: `group=…`.
  package var spelledOptions: [String] {
    let dn = Text(dn) == Text(name) ? [] : [Option("dn", dn)]
    return (dn + options.filter { $0.key != "dn" }).map(\.spelling)
  }
}

extension Option {
  /// `key=value`
  package var spelling: String { "\(spelledKey)=\(value.spelled())" }

  /// The key of a pair that is no word is in quotes, behind its prefix: `data."First name"`.
  private var spelledKey: String {
    guard !key.isWord, let dot = key.utf8.firstIndex(of: .dot) else { return key }
    let end = key.utf8.index(after: dot)
    return key[..<end] + String(key[end...]).spelled(inQuotes: true)
  }
}

extension Transcript.Step {
  /// Whether some message of the step has another value than the implied one. Then each line states it, such as which
  /// of two calls it is about.
  fileprivate func isDivided(_ name: String) -> Bool {
    defaults.contains { standard in
      standard.name == name
        && messages.contains { $0.attributes.contains { $0.name == name && Text($0.value) != Text(standard.value) } }
    }
  }
}

extension ExpectedAttribute {
  /// `!X`, `X=*`, `X=a|b?`
  package var spelling: String { pattern == .absent ? "!" + name : name + "=" + text }
}

extension Pattern {
  /// As a file writes it, except that a file writes `absent` as `!X`.
  package var spelling: String {
    switch self {
    case .absent: "absent"
    case .any(let isOptional): isOptional ? "*?" : "*"
    case .oneOf(let values, let isOptional):
      values.map { $0.spelled() }.joined(separator: "|") + (isOptional ? "?" : "")
    }
  }
}
