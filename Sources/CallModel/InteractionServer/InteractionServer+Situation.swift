// The states of an agent, the conditions that an action can find, and what it changes.

extension InteractionServer {
  /// The state of the actor in the interaction in question or, to log in and out, in any interaction.
  package enum State: UInt8, Numbered, CustomStringConvertible {
    case unregistered, loggedOut, astray, outside, invited, inside, inviting, routing

    package var description: String {
      switch self {
      case .unregistered: "not registered"
      case .loggedOut: "logged out"
      case .astray: "asking about an unknown interaction"
      case .outside: "no party of the interaction"
      case .invited: "invited to the interaction"
      case .inside: "a party of the interaction"
      case .inviting: "a party with an open invitation of its own"
      case .routing: "the server that routes the interaction"
      }
    }
  }

  package struct Situation: Conditions {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    static let notThere = Situation(rawValue: 1)
    static let atItsPlace = Situation(rawValue: 2)
    static let beingDelivered = Situation(rawValue: 4)
    static let withAgents = Situation(rawValue: 8)
    static let ofAQueue = Situation(rawValue: 16)
    static let ofAWorkbin = Situation(rawValue: 32)
    static let toAValidAgent = Situation(rawValue: 64)
    static let toNoValidAgent = Situation(rawValue: 128)
    static let alone = Situation(rawValue: 256)
    static let amongOthers = Situation(rawValue: 512)
    static let toAConference = Situation(rawValue: 1_024)
    static let toATransfer = Situation(rawValue: 2_048)
    static let toADelivery = Situation(rawValue: 4_096)
    static let toNothing = Situation(rawValue: 8_192)
    static let timerRuns = Situation(rawValue: 16_384)
    static let noTimerRuns = Situation(rawValue: 32_768)

    package static let columns: [Situation] = []
    package static let dimensions = [
      Dimension<Situation>(
        "the interaction",
        [
          (notThere, "not submitted yet"), (atItsPlace, "in its queue or workbin"), (beingDelivered, "being delivered"),
          (withAgents, "with an agent"),
        ]),
      Dimension<Situation>("its place", [(ofAQueue, "a queue"), (ofAWorkbin, "a workbin")]),
      Dimension<Situation>(
        "the target",
        [(toAValidAgent, "an agent who can be invited"), (toNoValidAgent, "not an agent who can be invited")]),
      Dimension<Situation>("the actor", [(alone, "the only party"), (amongOthers, "not the only party")]),
      Dimension<Situation>(
        "the invitation",
        [
          (toAConference, "one to a conference"), (toATransfer, "one to a transfer"),
          (toADelivery, "one to a delivery"),
          (toNothing, "not addressed to the actor"),
        ]),
      Dimension<Situation>("the actor's timer", [(timerRuns, "running"), (noTimerRuns, "not running")]),
    ]
  }

  package enum Change: Sendable {
    /// The target is invited by the actor or, for a delivery, by the server.
    case invites(Purpose)
    /// The invitation has been answered or has timed out.
    case closes
    /// The actor becomes a party; after `pulls`, its timer runs.
    case joins, pulls
    case leaves(Who)
    /// The place is the one that the request names.
    case placesInQueue, placesInWorkbin
    case becomes(Presence)
  }
}

extension InteractionServer.Change: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invites(.conference): "the target is invited to a conference"
    case .invites(.transfer): "the target is invited to take over the interaction"
    case .invites(.delivery): "the interaction is offered to the target"
    case .closes: "the invitation is closed"
    case .joins: "the actor is now a party"
    case .pulls: "the actor is now a party, and its timer runs"
    case .leaves(let who): "\(who) leaves"
    case .placesInQueue: "the interaction is in a queue"
    case .placesInWorkbin: "the interaction is in a workbin"
    case .becomes(.ready): "the actor is logged in"
    case .becomes(.loggedOut): "the actor is logged out"
    case .becomes(.unregistered): "the actor is not registered"
    }
  }
}
