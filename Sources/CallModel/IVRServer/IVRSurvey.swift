// Which port an action is about, and as whom the actor acts there.

extension IVRPorts {
  package func matters(of verb: IVRWords.Verb) -> [Correspondent] { verb.isRequest ? [] : ports.map(\.ivr) }

  /// A port asks for itself, and may say so.
  func canMean(_ matter: Correspondent, _ action: Deed<IVRWords>) -> Bool {
    action.verb.isRequest ? matter == action.actor : kind(matter) == .ivr
  }

  func look(_ action: Deed<IVRWords>, _ book: borrowing Rulebook<IVRPorts>, _ scene: inout Stand<IVRWords>)
    throws(Refusal<IVRPorts>)
  {
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
    return try one(of: ports.count, where: { actor(action, at: ports[$0]) != .byNobody }, for: action, book) {
      ports[$0].ivr
    }
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
}
