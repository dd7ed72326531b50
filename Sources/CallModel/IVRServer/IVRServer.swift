/// The IVR Server, its driver, and the ports of the IVR. Each port has one call at a time.
///
///     IVR              IVR Driver              IVR Server
///      | -- InitConf -----> | -- InitConf --------> |
///      | <----- CallHeld -- | <- CallStatus(Held) - |
///
/// Every message passes through the driver, which spells some of them in its own way. There must be one driver and one
/// server before the first action: what a missing party would send is not sent.
public struct IVRServer: MessageVocabulary, MessageModel {
  package typealias Action = MessageTypes<IVRServer>.Action
  package typealias Event = MessageTypes<IVRServer>.Event
  package typealias Scene = MessageTypes<IVRServer>.Scene
  package typealias Clause = MessageTypes<IVRServer>.Clause
  package typealias Cell = MessageTypes<IVRServer>.Cell
  package typealias Value = MessageTypes<IVRServer>.Value

  package static var server: StaticString { "ivr-server" }

  package static let rulebook = Rulebook(rules, under: ())

  /// Every rule, in the order of the flows.
  package static let rules: [Rule<IVRServer>] =
    newCall + oneStepConference + conferenceConsultCall + busy + failed + disconnect

  /// One port. A party is `none` until an action names it.
  package struct Port: Hashable, Sendable {
    let ivr: Party
    var state = State.idle
    var caller = Party.none
    var peer = Party.none
    /// The ReqId of the request that began the conference.
    var request: UInt32?

    /// Whether the outside party is the called party, or may be it because none has been named yet.
    func isPeer(_ party: Party) -> Bool {
      state != .idle && state != .connected && (peer == party || peer == .none && caller != party)
    }
    func isCaller(_ party: Party) -> Bool {
      state != .idle && (caller == party || caller == .none && peer != party)
    }
  }

  package var parties = PartyList<IVRServer>()
  var ports: [Port] = []

  package init() {}
}

extension IVRServer: MessageEngine {
  package var allSubjects: [Port] {
    get { ports }
    set { ports = newValue }
  }

  package mutating func didAdd(_ new: Party, _ kind: Kind, _ settings: AttributeValues<Setting>) {
    if kind == .ivr { ports.append(Port(ivr: new)) }
  }

  /// The driver spells one request in its own way.
  package static func requestMessage(of verb: Verb, from who: Who) -> EventType? {
    switch verb {
    case .newCall: who == .driver ? .newCallNetwork : .newCall
    case .routeRequest: .routeRequest
    case .initConf: .initConf
    case .oneStepConf: .oneStepConf
    case .completeConf: .completeConf
    case .retrieveCall: .retrieveCall
    case .answer, .busy, .fail, .hangUp: nil
    }
  }

  package mutating func carryOut(_ change: Change, _ scene: inout Scene) {
    switch change {
    case .becomes(let state):
      ports[scene.subject].state = state
      ports[scene.subject].caller = state == .idle ? .none : scene[.caller]
      ports[scene.subject].peer = state == .idle || state == .connected ? .none : scene[.peer]
      if state == .idle || state == .connected || state == .conference { ports[scene.subject].request = nil }
    case .remembersRequest: ports[scene.subject].request = scene.parameters[.reqID]
    case .keepsPeer: scene[.caller] = scene[.peer]
    }
  }
}
