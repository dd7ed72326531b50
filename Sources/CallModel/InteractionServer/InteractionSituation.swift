// Where an agent stands, and what else an action can find.

extension InteractionWords {
  /// Where the actor stands with the interaction in question; of logging in and out, with any.
  public enum State: UInt8, Standing {
    case unregistered, loggedOut, astray, outside, invited, inside, inviting, routing

    public var words: String {
      switch self {
      case .unregistered: "not registered"
      case .loggedOut: "logged out"
      case .astray: "asking about an interaction that is not known"
      case .outside: "no party of the interaction"
      case .invited: "invited to the interaction"
      case .inside: "a party of the interaction"
      case .inviting: "a party whose own invitation is open"
      case .routing: "the server, which routes the interaction"
      }
    }
  }

  public struct Situation: Circumstances {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

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

    public static let columns: [Situation] = []
    public static let dimensions = [
      Dimension<Situation>(
        "the interaction",
        [
          (notThere, "not there yet"), (atItsPlace, "at its place"), (beingDelivered, "being delivered"),
          (withAgents, "with an agent"),
        ]),
      Dimension<Situation>("its place", [(ofAQueue, "a queue"), (ofAWorkbin, "a workbin")]),
      Dimension<Situation>(
        "the target", [(toAValidAgent, "an agent who can be invited"), (toNoValidAgent, "nobody who can be invited")]),
      Dimension<Situation>("the actor", [(alone, "the only party"), (amongOthers, "not the only party")]),
      Dimension<Situation>(
        "the invitation",
        [
          (toAConference, "one to a conference"), (toATransfer, "one to a transfer"),
          (toADelivery, "one to a delivery"),
          (toNothing, "none of the actor's"),
        ]),
      Dimension<Situation>("the actor's timer", [(timerRuns, "running"), (noTimerRuns, "not running")]),
    ]
  }

  public enum Change: Sendable {
    /// The target is invited: by the actor, or for a delivery by nobody.
    case invites(Purpose)
    /// The invitation that is answered, or that times out, is open no more.
    case closes
    /// The actor is a party, or one whose timer runs.
    case joins, pulls
    case leaves(Who)
    /// The place is the one that is said.
    case placesInQueue, placesInWorkbin
    case becomes(Presence)
  }
}
