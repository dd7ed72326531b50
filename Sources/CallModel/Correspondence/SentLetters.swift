// What the rules of a server with senders send, in words, and which clause each message comes from.

/// A server whose messages can be traced to the clauses of its rules.
package protocol Traceable: Correspondence {
  /// The message that asks for what is done, as it is spelled when this one sends it.
  static func message(asking verb: Words.Verb, from who: Words.Who) -> Words.Message?
  /// What changes: `the actor leaves`.
  static func words(of change: Words.Change) -> String
  /// What the action would tell, and for each message the number of its clause among the rule's clauses that are
  /// messages: see `SentMessage.clause`. The state stays as it is.
  func trace(_ action: Deed<Words>, by book: borrowing Rulebook<Self>) throws(Refusal<Self>) -> [(
    letter: Letter<Words>, clause: Int
  )]
}

extension IVRPorts: Traceable {
  package static func words(of change: IVRWords.Change) -> String {
    switch change {
    case .becomes(let state): "the IVR is now \(state.words)"
    case .remembersRequest: "the ReqId of the request is kept"
    case .keepsPeer: "the conferenced party is now the one party of the call"
    }
  }
}

extension Interactions: Traceable {
  package static func words(of change: InteractionWords.Change) -> String {
    switch change {
    case .invites(.conference): "the target is invited to a conference"
    case .invites(.transfer): "the target is invited to take the interaction over"
    case .invites(.delivery): "the interaction is offered to the target"
    case .closes: "the invitation is closed"
    case .joins: "the actor is now a party"
    case .pulls: "the actor is now a party, and its timer runs"
    case .leaves(let who): "\(who.words) leaves"
    case .placesInQueue: "the interaction is in a queue"
    case .placesInWorkbin: "the interaction is in a workbin"
    case .becomes(.ready): "the actor is logged in"
    case .becomes(.loggedOut): "the actor is logged out"
    case .becomes(.unregistered): "the actor is not registered"
    }
  }
}

extension RecordedCalls: Traceable {
  package static func words(of change: RecordingWords.Change) -> String {
    switch change {
    case .connects: "the actor and the target talk"
    case .opensLegs: "the two recording dialogs are opened"
    case .closesLegs: "the recording dialogs are closed"
    case .starts(let session): "\(session.words) begins"
    case .pauses: "the actor's session pauses"
    case .resumes: "the actor's session goes on"
    case .endsSession: "the actor's session ends, if there is one"
    case .endsSessions: "every session of the call ends"
    case .transfers: "the target takes the actor's place in the call"
    case .entersConference: "the target is the third party of a conference"
    case .leavesConference: "the actor leaves the conference"
    case .consults(isRecorded: true): "the actor consults the target, which takes the place of the held party"
    case .consults(isRecorded: false): "the actor consults the target directly"
    case .retrieves: "the consultation ends, and the held party is back"
    case .leavesConsultation: "the held party leaves those who consult"
    case .ends: "the call ends"
    }
  }
}

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

  /// What changes, in the order of the clauses.
  package var changesInWords: [String] {
    clauses.compactMap { clause in if case .change(let change) = clause { M.words(of: change) } else { nil } }
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
