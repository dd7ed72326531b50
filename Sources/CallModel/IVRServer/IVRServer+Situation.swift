// The states of a port, the conditions that an action can find, and what it changes.

extension IVRServer {
  /// The state of a port's call. While it is on hold, the second call is being dialed, busy, or answered.
  package enum State: UInt8, Numbered, CustomStringConvertible {
    case idle, connected, dialing, busy, consulting, adding, conference

    package var description: String {
      switch self {
      case .idle: "at a port without a call"
      case .connected: "in a call with one party"
      case .dialing: "in a call held while a second one is dialed"
      case .busy: "in a call held while the second one is busy"
      case .consulting: "in a call held while the second one is answered"
      case .adding: "in a call to which a party is being added"
      case .conference: "in a conference"
      }
    }

    /// Whether the first call is on hold.
    var isHeld: Bool { self == .dialing || self == .busy || self == .consulting }
  }

  package struct Situation: Conditions {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    static let byIVR = Situation(rawValue: 1)
    static let byCaller = Situation(rawValue: 2)
    static let byPeer = Situation(rawValue: 4)
    static let byUnrelatedParty = Situation(rawValue: 8)
    static let byAnyone: Situation = [byIVR, byCaller, byPeer, byUnrelatedParty]
    static let toAnother = Situation(rawValue: 16)
    static let toCaller = Situation(rawValue: 32)
    static let toNoOutsideParty = Situation(rawValue: 64)

    package static let columns: [Situation] = []
    package static let dimensions = [
      Dimension<Situation>(
        "the actor",
        [
          (byIVR, "the IVR"), (byCaller, "the caller"), (byPeer, "the called party"),
          (byUnrelatedParty, "not in the call"),
        ]),
      Dimension<Situation>(
        "the target",
        [(toAnother, "another outside party"), (toCaller, "the caller"), (toNoOutsideParty, "not an outside party")]),
    ]
  }

  package enum Change: Sendable {
    case becomes(State)
    /// If the conference fails, CallError gives the ReqId.
    case remembersRequest
    /// Only the conferenced party remains in the call.
    case keepsPeer
  }
}

extension IVRServer.Change: CustomStringConvertible {
  package var description: String {
    switch self {
    case .becomes(let state): "the IVR is now \(state)"
    case .remembersRequest: "the ReqId of the request is stored"
    case .keepsPeer: "the conferenced party is now the only party of the call"
    }
  }
}
