// Describes what the rules of a server with senders send and change.

extension Rule where M: MessageEngine {
  /// The messages of the rule, in the order of its clauses. A request that several verbs make is listed once for each.
  package var sentMessages: [SentMessage] {
    let cells = clauses.compactMap { clause in if case .message(let cell) = clause { cell } else { nil } }
    return cells.enumerated().flatMap { number, cell in
      let asked = verbs.compactMap { M.requestMessage(of: $0, from: cell.from) }
      let messages = cell.type.map { [$0] } ?? asked
      let names = messages.reduce(into: [String]()) { names, message in
        if !names.contains("\(message.name)") { names.append("\(message.name)") }
      }
      return names.map { name in
        SentMessage(
          clause: number, name: name, recipient: "\(cell.to)", sender: "\(cell.from)", condition: nil,
          attributes: cell.values.map { attribute($0) })
      }
    }
  }

  /// What changes, in the order of the clauses.
  package var changesInWords: [String] {
    clauses.compactMap { clause in if case .change(let change) = clause { "\(change)" } else { nil } }
  }

  private func attribute(_ value: M.Value) -> SentAttribute {
    let name = "\(value.attribute.name)"
    switch value.source {
    case .number(let number):
      if case .names(let names) = value.attribute.valueType, number < names.count {
        return SentAttribute(name, always: "\(names[Int(number)])", isListed: value.isListed)
      }
      return SentAttribute(name, always: "\(number)", isListed: value.isListed)
    case .parameter:
      let isSaid = verbs.contains { $0.options.contains { $0 == value.attribute } }
      let known = "what the server knows about the \(M.subjectNoun)"
      return SentAttribute(name, from: isSaid ? "the action, otherwise \(known)" : known, isListed: value.isListed)
    case .of(let who):
      let isOfRequest = M.Verb.allCases.contains { $0.numbered == value.attribute }
      return SentAttribute(
        name, from: isOfRequest ? "the request of \(who)" : "\(who)", isListed: value.isListed)
    }
  }
}
