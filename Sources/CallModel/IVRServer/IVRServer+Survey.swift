// Finds the port that an action is about, and the conditions there.

extension IVRServer {
  package func subjects(of verb: Verb) -> [Party] { verb.isRequest ? [] : ports.map(\.ivr) }

  /// A port makes requests only for itself, and may name itself.
  package func canName(_ subject: Party, _ action: Action) -> Bool {
    action.verb.isRequest ? subject == action.actor : kind(subject) == .ivr
  }

  package func surveySubject(_ action: Action, _ book: Rulebook<IVRServer>, _ scene: inout Scene)
    throws(ModelRefusal<IVRServer>)
  {
    scene.subject = try port(of: action, book)
    guard scene.subject >= 0 else { return scene.situation = [.byUnrelatedParty, .toAnother] }
    let port = ports[scene.subject]
    let actor = actor(action, at: port)
    scene.state = port.state
    scene.situation = [actor, target(action, at: port)]
    scene[.ivr] = port.ivr
    scene[.driver] = only(.driver)
    scene[.server] = only(.server)
    // Until a party has been named, the actor or the target may take its place.
    scene[.caller] = actor == .byCaller ? action.actor : action.verb == .newCall ? action.target : port.caller
    scene[.peer] = actor == .byPeer ? action.actor : action.verb.target == .optional ? action.target : port.peer
    scene.parameters[.failedReq] = action.verb.failed.map { UInt32($0.rawValue) }
    if scene.parameters.read(.routeType, as: RouteType.self) == nil {
      scene.parameters[.routeType] = UInt32(RouteType.normal.rawValue)
    }
    if !action.verb.isRequest { scene.parameters[.reqID] = port.request }
  }

  /// The port that the action is about: the IVR's own, or the one where an outside party can do it; -1 for none.
  private func port(of action: Action, _ book: Rulebook<IVRServer>) throws(ModelRefusal<IVRServer>) -> Int {
    if kind(action.actor) == .ivr { return ports.firstIndex { $0.ivr == action.actor } ?? -1 }
    if action.on != .none { return ports.firstIndex { $0.ivr == action.on } ?? -1 }
    // A party that was named is at the port where it was named.
    func isNamed(_ port: Int) -> Bool { ports[port].caller == action.actor || ports[port].peer == action.actor }
    let own = try subject(among: ports.count, where: isNamed, for: action, book) { ports[$0].ivr }
    if own >= 0 { return own }
    func isRelated(_ port: Int) -> Bool { actor(action, at: ports[port]) != .byUnrelatedParty }
    return try subject(among: ports.count, where: isRelated, for: action, book) { ports[$0].ivr }
  }

  /// What the actor is in the call of the port.
  private func actor(_ action: Action, at port: Port) -> Situation {
    if action.actor == port.ivr { return .byIVR }
    if action.verb != .hangUp { return port.isPeer(action.actor) ? .byPeer : .byUnrelatedParty }
    if port.peer == action.actor { return .byPeer }
    return port.isCaller(action.actor) ? .byCaller : port.isPeer(action.actor) ? .byPeer : .byUnrelatedParty
  }

  private func target(_ action: Action, at port: Port) -> Situation {
    if action.target == .none { return .toAnother }
    if kind(action.target) != .external { return .toNoOutsideParty }
    return action.target == port.caller ? .toCaller : .toAnother
  }
}
