// How rules of the Interaction Server say what they say: agents are told on one protocol, the Reporting engine on
// another.

extension Interactions {
  typealias Part = Entry<InteractionWords>

  static let derived = "Interaction Server, derived"
  /// The documents print which messages there are; their figures are lost.
  static let reading = " (who receives what is our reading)"

  static func changes(_ change: InteractionWords.Change) -> Sentence<InteractionWords> { .change(change) }

  /// The actor's own message, by whose number the answer names it.
  static func request(_ parts: Part...) -> Sentence<InteractionWords> {
    .asks(.actor, .server, on(.interactionManagement) + (parts + [.said(.referenceID)]).map(\.unlisted))
  }

  /// A message to agents.
  static func tells(_ who: InteractionWords.Who, _ message: InteractionWords.Message, _ parts: Part...) -> Sentence<
    InteractionWords
  > {
    .sends(.server, message, to: who, on(.interactionManagement) + parts.map(\.unlisted))
  }

  /// A message to the Reporting engine. Where there is none nobody is told.
  static func reports(_ message: InteractionWords.Message, _ parts: Part...) -> Sentence<InteractionWords> {
    .sends(.server, message, to: .reporting, on(.reporting) + parts.map(\.unlisted))
  }

  /// What answers the actor's own request.
  static func answers(_ message: InteractionWords.Message) -> Sentence<InteractionWords> {
    tells(.actor, message, .said(.referenceID))
  }

  /// What answers the request of the agent who invited, which was pending until now.
  static func answersInviter(_ message: InteractionWords.Message) -> Sentence<InteractionWords> {
    tells(.inviter, message, .of(.referenceID, .inviter))
  }

  /// What is asked for cannot be; nothing changes.
  static let error: [Sentence<InteractionWords>] = [
    request(agent(.target), .said(.visibilityMode), .said(.queue), .said(.workbin), .said(.reason)), answers(.error),
  ]

  static func agent(_ who: InteractionWords.Who) -> Part { .of(.agentID, who) }

  private static func on(_ channel: InteractionWords.Channel) -> [Part] {
    [.number(.protocol, channel), .of(.interactionID, .interaction).unlisted]
  }
}

// MARK: What conference and transfer have in common

extension Interactions {
  /// The target is invited; the actor's request stays pending.
  static func invitation(to purpose: InteractionWords.Purpose) -> [Sentence<InteractionWords>] {
    [
      changes(.invites(purpose)),
      request(agent(.target), .said(.placeID), .said(.visibilityMode)),
      tells(.target, .invite, agent(.target), .said(.placeID), .said(.visibilityMode), .said(.ticketID)),
      reports(.agentInvited, agent(.target), .said(.visibilityMode), .said(.ticketID)),
    ]
  }

  /// Two requests are answered: that of the invited agent, and that of the one who invited it.
  static func acceptance(_ changes: InteractionWords.Change...) -> [Sentence<InteractionWords>] {
    changes.map { .change($0) } + [request(.said(.ticketID)), answers(.ack), answersInviter(.ack)]
  }

  /// The invitation comes to nothing, or there cannot be one. `second` is what may not begin while the first is open.
  static func failures(
    of word: String, _ model: String, on verb: InteractionWords.Verb, if invitation: InteractionWords.Situation,
    second: String
  ) -> [Rule<Interactions>] {
    [
      Rule(
        "The invited agent rejects the \(word)", model + "Invitation Rejected" + reading, on: .requestReject,
        by: .invited, if: invitation
      ) {
        changes(.closes)
        request(.said(.ticketID))
        answers(.ack)
        answersInviter(.error)
        reports(.rejected, agent(.actor), .said(.ticketID))
      },
      Rule(
        "The invitation to a \(word) times out", model + "Invitation Times Out" + reading, on: .timeOut, by: .invited,
        if: invitation
      ) {
        changes(.closes)
        tells(.actor, .revoked, agent(.actor), .said(.ticketID))
        answersInviter(.error)
      },
      Rule(
        "The agent is not valid for a \(word)", model + "Invitation Is Invalid" + reading, on: verb, by: .inside,
        if: .toNoValidAgent
      ) {
        error
      },
      Rule(
        "The agent application or the interaction is not valid for a \(word)",
        model + "Invitation Is Invalid" + reading, on: verb,
        by: .unregistered, .loggedOut, .astray, .outside, .invited
      ) {
        error
      },
      Rule("\(second) waits until the first invitation is answered", derived, on: verb, by: .inviting) { error },
    ]
  }
}
