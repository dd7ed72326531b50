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
  struct Port: Hashable, Sendable {
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

extension IVRPorts: Corresponding {
  mutating func welcome(_ new: Correspondent, _ kind: IVRWords.Kind, _ settings: Values<IVRWords.Setting>) {
    if kind == .ivr { ports.append(Port(ivr: new)) }
  }

  func matters(of verb: IVRWords.Verb) -> [Correspondent] { verb.isRequest ? [] : ports.map(\.ivr) }

  /// A port asks for itself, and may say so.
  func canMean(_ matter: Correspondent, _ action: Deed<IVRWords>) -> Bool {
    action.verb.isRequest ? matter == action.actor : kind(matter) == .ivr
  }

  /// The driver spells one request in its own way.
  static func message(asking verb: IVRWords.Verb, from who: IVRWords.Who) -> IVRWords.Message? {
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

  func look(_ action: Deed<IVRWords>, _ book: borrowing Rulebook<IVRPorts>, _ scene: inout Stand<IVRWords>) throws(Refusal<IVRPorts>) {
    scene.matter = try port(of: action, book)
    guard scene.matter >= 0 else { return scene.situation = [.byNobody, .toAnother] }
    let port = ports[scene.matter]
    let actor = actor(action, at: port)
    scene.state = port.state
    scene.situation = [actor, target(action, at: port)]
    scene[.ivr] = port.ivr
    scene[.driver] = only(.driver)
    scene[.server] = only(.server)
    // Whom nobody has named is whoever acts as it, or is asked for.
    scene[.caller] = actor == .byCaller ? action.actor : action.verb == .newCall ? action.target : port.caller
    scene[.peer] = actor == .byPeer ? action.actor : action.verb.target == .optional ? action.target : port.peer
    scene.says[.failedReq] = action.verb.failed.map { UInt32($0.rawValue) }
    if scene.says.read(.routeType, as: IVRWords.RouteType.self) == nil {
      scene.says[.routeType] = UInt32(IVRWords.RouteType.normal.rawValue)
    }
    if !action.verb.isRequest { scene.says[.reqID] = port.request }
  }

  /// The port that the action is about: the IVR's own, or one where somebody outside can do it; -1 where there is none.
  private func port(of action: Deed<IVRWords>, _ book: borrowing Rulebook<IVRPorts>) throws(Refusal<IVRPorts>) -> Int {
    if kind(action.actor) == .ivr { return ports.firstIndex { $0.ivr == action.actor } ?? -1 }
    if action.on != .none { return ports.firstIndex { $0.ivr == action.on } ?? -1 }
    // Somebody who has been named is where it was named.
    func isNamed(_ port: Int) -> Bool { ports[port].caller == action.actor || ports[port].peer == action.actor }
    let own = try one(of: ports.count, where: isNamed, for: action, book) { ports[$0].ivr }
    if own >= 0 { return own }
    return try one(of: ports.count, where: { actor(action, at: ports[$0]) != .byNobody }, for: action, book) { ports[$0].ivr }
  }

  /// As whom the actor acts there.
  private func actor(_ action: Deed<IVRWords>, at port: Port) -> IVRWords.Situation {
    if action.actor == port.ivr { return .byIVR }
    if action.verb != .hangUp { return port.isPeer(action.actor) ? .byPeer : .byNobody }
    if port.peer == action.actor { return .byPeer }
    return port.isCaller(action.actor) ? .byCaller : port.isPeer(action.actor) ? .byPeer : .byNobody
  }

  private func target(_ action: Deed<IVRWords>, at port: Port) -> IVRWords.Situation {
    if action.target == .none { return .toAnother }
    if kind(action.target) != .external { return .toNobodyOutside }
    return action.target == port.caller ? .toCaller : .toAnother
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
