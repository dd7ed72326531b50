// What the rules of a server with senders send, in words, and which clause each message comes from.

/// A server whose messages can be traced to the clauses of its rules.
package protocol Traceable: Correspondence {
  /// The message that asks for what is done, as it is spelled when this one sends it.
  static func message(asking verb: Words.Verb, from who: Words.Who) -> Words.Message?
  /// What the action would tell, and for each message the number of its clause among the rule's clauses that are
  /// messages: see `SentMessage.clause`. The state stays as it is.
  func trace(_ action: Deed<Words>, by book: borrowing Rulebook<Self>) throws(Refusal<Self>) -> [(
    letter: Letter<Words>, clause: Int
  )]
}

extension IVRPorts: Traceable {}
extension Interactions: Traceable {}
extension RecordedCalls: Traceable {}

extension Rule where M: Traceable {
  /// The messages of the rule, in the order of its clauses; of a request that several verbs make, one for each.
  package var sentMessages: [SentMessage] {
    let blanks = clauses.compactMap { clause in if case .letter(let blank) = clause { blank } else { nil } }
    return blanks.enumerated().flatMap { number, blank in
      let asked = verbs.compactMap { M.message(asking: $0, from: blank.from) }
      let messages = blank.message.map { [$0] } ?? asked
      let names = messages.reduce(into: [String]()) { names, message in
        if !names.contains("\(message.name)") { names.append("\(message.name)") }
      }
      return names.map { name in
        SentMessage(
          clause: number, name: name, recipient: blank.to.words, sender: blank.from.words, condition: nil,
          attributes: blank.entries.map { attribute($0) })
      }
    }
  }

  private func attribute(_ entry: Entry<M.Words>) -> SentAttribute {
    let name = "\(entry.attribute.name)"
    switch entry.source {
    case .number(let number):
      if case .names(let names) = entry.attribute.reading, number < names.count {
        return SentAttribute(name, always: "\(names[Int(number)])", isListed: entry.isListed)
      }
      return SentAttribute(name, always: "\(number)", isListed: entry.isListed)
    case .said:
      let isSaid = verbs.contains { $0.options.contains { $0 == entry.attribute } }
      let known = "what the server knows of the \(M.matter)"
      return SentAttribute(name, from: isSaid ? "the action, otherwise \(known)" : known, isListed: entry.isListed)
    case .of(let who):
      let isOfRequest = M.Words.Verb.allCases.contains { $0.numbered == entry.attribute }
      return SentAttribute(
        name, from: isOfRequest ? "the request of \(who.words)" : who.words, isListed: entry.isListed)
    }
  }
}
