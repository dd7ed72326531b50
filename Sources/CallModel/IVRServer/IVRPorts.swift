/// The IVR Server with its driver and the ports of the IVR, each of which has one call at a time.
///
///     IVR              IVR Driver              IVR Server
///      | -- InitConf -----> | -- InitConf --------> |
///      | <----- CallHeld -- | <- CallStatus(Held) - |
///
/// Every message passes through the driver, which spells some of them in its own way.
public struct IVRPorts: Correspondence {
  public typealias Words = IVRWords
  public static var server: StaticString { "ivr-server" }

  /// Every rule, in the order of the flows.
  public static let rules: [Rule<IVRPorts>] =
    newCall + oneStepConference + conferenceConsultCall + busy + failed + disconnect

  /// One port; who it talks to is `none` as long as nobody has said it.
  package struct Port: Hashable, Sendable {
    let ivr: Correspondent
    var state = IVRWords.State.idle
    var caller = Correspondent.none
    var peer = Correspondent.none
    /// The ReqId of the request that began the conference.
    var request: UInt32?

    /// Somebody outside is the party that was called, or may turn out to be it.
    func isPeer(_ somebody: Correspondent) -> Bool {
      state != .idle && state != .connected && (peer == somebody || peer == .none && caller != somebody)
    }
    func isCaller(_ somebody: Correspondent) -> Bool {
      state != .idle && (caller == somebody || caller == .none && peer != somebody)
    }
  }

  var participants = Participants<IVRWords.Kind>()
  var ports: [Port] = []

  public init() {}
}

extension IVRPorts: CorrespondenceEngine {
  mutating func welcome(_ new: Correspondent, _ kind: IVRWords.Kind, _ settings: Values<IVRWords.Setting>) {
    if kind == .ivr { ports.append(Port(ivr: new)) }
  }

  /// The driver spells one request in its own way.
  package static func message(asking verb: IVRWords.Verb, from who: IVRWords.Who) -> IVRWords.Message? {
    switch verb {
    case .newCall: who == .driver ? .newCallNetwork : .newCall
    case .routeRequest: .routeRequest
    case .initConf: .initConf
    case .oneStepConf: .oneStepConf
    case .completeConf: .completeConf
    case .retrieveCall: .retrieveCall
    default: nil
    }
  }

  mutating func carryOut(_ change: Change, _ scene: inout Stand<IVRWords>) {
    switch change {
    case .becomes(let state):
      ports[scene.matter].state = state
      ports[scene.matter].caller = state == .idle ? .none : scene[.caller]
      ports[scene.matter].peer = state == .idle || state == .connected ? .none : scene[.peer]
      if state == .idle || state == .connected || state == .conference { ports[scene.matter].request = nil }
    case .remembersRequest: ports[scene.matter].request = scene.says[.reqID]
    case .keepsPeer: scene[.caller] = scene[.peer]
    }
  }
}
