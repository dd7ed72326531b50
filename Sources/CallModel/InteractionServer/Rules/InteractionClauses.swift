// The clauses of the Interaction Server's rules. Agents and the Reporting engine receive messages on different
// protocols.

extension InteractionServer {
  typealias Part = Value

  static let derived = "Interaction Server, derived"
  /// The documents list the messages; the figures that showed their recipients are lost.
  static let reading = " (who receives what is our reading)"

  static func changes(_ change: Change) -> Clause { .change(change) }

  /// The actor's own message; the answer refers to it by its ReferenceId.
  static func request(_ parts: Part...) -> Clause {
    .asks(.actor, .server, on(.interactionManagement) + (parts + [.parameter(.referenceID)]).map(\.unlisted))
  }

  /// A message to agents.
  static func tells(_ who: Who, _ message: EventType, _ parts: Part...) -> Clause {
    .sends(.server, message, to: who, on(.interactionManagement) + parts.map(\.unlisted))
  }

  /// A message to the Reporting engine, if there is one.
  static func reports(_ message: EventType, _ parts: Part...) -> Clause {
    .sends(.server, message, to: .reporting, on(.reporting) + parts.map(\.unlisted))
  }

  /// Answers the actor's own request.
  static func answers(_ message: EventType) -> Clause {
    tells(.actor, message, .parameter(.referenceID))
  }

  /// Answers the pending request of the agent who sent the invitation.
  static func answersInviter(_ message: EventType) -> Clause {
    tells(.inviter, message, .of(.referenceID, .inviter))
  }

  /// The request fails, and nothing changes.
  static let error: [Clause] = [
    request(agent(.target), .parameter(.visibilityMode), .parameter(.queue), .parameter(.workbin), .parameter(.reason)),
    answers(.error),
  ]

  static func agent(_ who: Who) -> Part { .of(.agentID, who) }

  private static func on(_ channel: Channel) -> [Part] {
    [.number(.protocol, channel), .of(.interactionID, .interaction).unlisted]
  }
}

// MARK: Conference and transfer

extension InteractionServer {
  /// The target is invited; the actor's request stays pending.
  static func invitation(to purpose: Purpose) -> [Clause] {
    [
      changes(.invites(purpose)),
      request(agent(.target), .parameter(.placeID), .parameter(.visibilityMode)),
      tells(.target, .invite, agent(.target), .parameter(.placeID), .parameter(.visibilityMode), .parameter(.ticketID)),
      reports(.agentInvited, agent(.target), .parameter(.visibilityMode), .parameter(.ticketID)),
    ]
  }

  /// Answers two requests: that of the invited agent, and that of the inviter.
  static func acceptance(_ changes: Change...) -> [Clause] {
    changes.map { .change($0) } + [request(.parameter(.ticketID)), answers(.ack), answersInviter(.ack)]
  }

  /// The invitation is rejected, times out or is invalid. `second` names what cannot begin while an invitation is open.
  static func failures(
    of word: String, _ model: String, on verb: Verb, if invitation: Situation,
    second: String
  ) -> [Rule<InteractionServer>] {
    [
      Rule(
        "The invited agent rejects the \(word)", model + "Invitation Rejected" + reading + ", D78", on: .requestReject,
        by: .invited, if: invitation
      ) {
        changes(.closes)
        request(.parameter(.ticketID))
        answers(.ack)
        answersInviter(.error)
        reports(.rejected, agent(.actor), .parameter(.ticketID))
      },
      Rule(
        "The invitation to a \(word) times out", model + "Invitation Times Out" + reading + ", D78", on: .timeOut,
        by: .invited,
        if: invitation
      ) {
        changes(.closes)
        tells(.actor, .revoked, agent(.actor), .parameter(.ticketID))
        answersInviter(.error)
      },
      Rule(
        "The agent is not valid for a \(word)", model + "Invitation Is Invalid" + reading + ", D78, D80", on: verb,
        by: .inside,
        if: .toNoValidAgent
      ) {
        error
      },
      Rule(
        "The agent application or the interaction is not valid for a \(word)",
        model + "Invitation Is Invalid" + reading + ", D78", on: verb,
        by: .unregistered, .loggedOut, .astray, .outside, .invited
      ) {
        error
      },
      Rule(
        "\(second) must wait for the answer to the first invitation", derived + ", D68, D80", on: verb, by: .inviting
      ) { error },
    ]
  }
}
