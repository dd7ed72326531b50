// Where the call of a port stands, what else an action can find, and what it changes.

extension IVRServer {
  /// Where the call of a port stands. While it is held the second call is on its way, busy, or answered.
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

    /// The first call is on hold.
    var isHeld: Bool { self == .dialing || self == .busy || self == .consulting }
  }

  package struct Situation: Conditions {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    static let byIVR = Situation(rawValue: 1)
    static let byCaller = Situation(rawValue: 2)
    static let byPeer = Situation(rawValue: 4)
    static let byNobody = Situation(rawValue: 8)
    static let byAnyone: Situation = [byIVR, byCaller, byPeer, byNobody]
    static let toAnother = Situation(rawValue: 16)
    static let toCaller = Situation(rawValue: 32)
    static let toNobodyOutside = Situation(rawValue: 64)

    package static let columns: [Situation] = []
    package static let dimensions = [
      Dimension<Situation>(
        "the actor",
        [(byIVR, "the IVR"), (byCaller, "the caller"), (byPeer, "the called party"), (byNobody, "in no such call")]),
      Dimension<Situation>(
        "the target",
        [(toAnother, "another outside party"), (toCaller, "the caller"), (toNobodyOutside, "not an outside party")]),
    ]
  }

  package enum Change: Sendable {
    case becomes(State)
    /// Its ReqId will be told if the conference fails.
    case remembersRequest
    /// Only the conferenced party is left in the call.
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
