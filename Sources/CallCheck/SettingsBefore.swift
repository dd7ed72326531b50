import CallModel

// What may have been set on a DN before the log began.

extension Explainer {
  /// What may have been set on a DN before the log, by the message that shows it.
  private static let setters: [EventType: Verb] = [
    .agentReady: .agentLogin, .agentNotReady: .agentLogin, .agentLogout: .agentLogin, .dndOff: .setDNDOn,
    .forwardCancel: .setForward, .messageWaitingOff: .setMessageWaitingOn, .dnBackInService: .fail,
  ]

  /// Passes the hypothesis with what the event shows to have been set on a DN before the log.
  func eachOpening(of hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void) {
    eachObservation(in: hypothesis, before: observed, body)
    eachForwarding(in: hypothesis, before: observed, body)
    guard let setter = Self.setters[observed.type],
      mayBeSet(
        SettingsTable.Told(observed.type), on: hypothesis.dn(observed.thisDN), observed.thisDN,
        by: [setter] + index.verbs(sending: observed.type, asCompanion: false), hypothesis)
    else { return }
    var next = hypothesis
    let known = next.dn(observed.thisDN)
    let added = known == .none ? next.addDN(observed.thisDN, .extension) : known
    guard let dn = added, var settings = settings(after: [setter], of: next.exchange.kind(of: dn) ?? .extension) else {
      return
    }
    if setter == .agentLogin { nameLogin(in: &settings, observed, &next) }
    next.set(settings, of: dn)
    body(next)
  }

  /// Whether this may have been set on the DN before the log, for nothing is known of it.
  private func mayBeSet(
    _ told: SettingsTable.Told, on dn: Exchange.DN, _ name: Observation.DN, by setters: [Verb],
    _ hypothesis: Hypothesis
  ) -> Bool {
    !terms.settings.isKnown(told, of: name) && hypothesis.exchange.settings(of: dn) == nil
      && !hypothesis.hasTaken(setters, by: dn)
  }

  /// Passes the hypothesis that a DN forwards its calls to where an event tells that one has been forwarded.
  private func eachForwarding(
    in hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void
  ) {
    if observed.isForwarded, observed.has(.thirdPartyDN) {
      eachForwarding(
        in: hypothesis, by: observed.thisDN, to: observed.thirdPartyDN,
        [.extension, .external, .acdGroup, .routingPoint, .routeQueue], body)
    } else if observed.isForwarded {
      eachForwarding(in: hypothesis, by: nil, to: observed.thisDN, observed.type.kindsToldFirst, body)
    } else if observed.type == .queued || observed.type == .routeRequest {
      // A queue is not told why a call arrives; the device that forwarded it is.
      let told = foreseen.first {
        $0.position > observed.position && $0.isForwarded && $0.connID == observed.connID
          && $0.thirdPartyDN == observed.thisDN
      }
      guard let told else { return }
      eachForwarding(in: hypothesis, by: told.thisDN, to: observed.thisDN, observed.type.kindsToldFirst, body)
    }
  }

  private func eachForwarding(
    in hypothesis: Hypothesis, by device: Observation.DN?, to name: Observation.DN, _ kinds: [Kind],
    _ body: (Hypothesis) -> Void
  ) {
    let kinds = hypothesis.exchange.kind(of: hypothesis.dn(name)).map { [$0] } ?? kinds
    for party in hypothesis.exchange.calls.flatMap(\.parties)
    where [.offered, .ringing].contains(party.state) && hypothesis.exchange.kind(of: party.dn) == .extension {
      let owner = hypothesis.name(party.dn)
      guard owner != .none, owner != name, device == nil || owner == device,
        mayBeSet(.forwarding, on: party.dn, owner, by: [.setForward, .cancelForward], hypothesis)
      else { continue }
      for mode in [ForwardMode.unconditional, .onBusy, .onNoAnswer] {
        for kind in kinds {
          var next = hypothesis
          let known = next.dn(name)
          guard let target = known == .none ? next.addDN(name, kind) : known,
            var settings = settings(after: [.setForward], of: .extension, Exchange.Mode(mode))
          else { continue }
          settings.forwardsTo = target
          next.set(settings, of: party.dn)
          body(next)
        }
      }
    }
  }

  /// Passes the hypothesis that the observer of the event had asked to observe an agent.
  private func eachObservation(
    in hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void
  ) {
    guard let observer = observed.observer, !terms.settings.isKnown(observer: observer),
      !hypothesis.hasObserved(observer)
    else { return }
    let agents: [Observation.DN]
    if observed.connID == .none {
      agents = [observer == observed.thisDN ? observed.otherDN : observed.thisDN]
    } else {
      agents = hypothesis.exchange.calls.filter { $0.connID == hypothesis.call(observed.connID) }.flatMap(\.parties)
        .map { hypothesis.name($0.dn) }
    }
    for agent in agents where agent != .none && agent != observer {
      for type in MonitorNextCallType.allCases {
        for intrudes in [false, true] {
          var next = hypothesis
          guard let watching = next.device(observer), let watched = next.device(agent) else { continue }
          next.add(Exchange.Observation(observer: watching, agent: watched, type: type, intrudes: intrudes))
          body(next)
        }
      }
    }
  }

  /// The hypotheses, and those in which an agent had logged in at a DN of the event before the log, if a later event
  /// tells of an agent there.
  func withAgents(_ given: [Hypothesis], before observed: Observation) -> [Hypothesis] {
    var all = given
    for name in observed.dns where !terms.settings.isKnown(.agent, of: name) && !terms.settings.concerns(name) {
      let told = foreseen.first { $0.thisDN == name && SettingsTable.Told($0.type) == .agent }
      guard let told, told.type != .agentLogin else { continue }
      all += all.flatMap { hypothesis in
        [[Verb.agentLogin], [.agentLogin, .agentReady]].compactMap { verbs -> Hypothesis? in
          var next = hypothesis
          guard next.dn(name) == .none, let dn = next.addDN(name, .extension),
            var settings = settings(after: verbs, of: .extension)
          else { return nil }
          nameLogin(in: &settings, told, &next)
          next.set(settings, of: dn)
          return next
        }
      }
    }
    return all
  }

  /// What the event says of the agent, the login has said.
  private func nameLogin(in settings: inout Exchange.Settings, _ observed: Observation, _ hypothesis: inout Hypothesis)
  {
    var group = Exchange.DN.none
    if observed.has(.thisQueue) {
      group = hypothesis.dn(observed.thisQueue)
      if group == .none { group = hypothesis.addDN(observed.thisQueue, .acdGroup) ?? .none }
    }
    settings.nameLogin(observed.has(.agentID) ? observed.agentID : 0, at: group)
  }

  /// What the requests set on a DN on which nothing is set.
  private func settings(after verbs: [Verb], of kind: Kind, _ mode: Exchange.Mode = .none) -> Exchange.Settings? {
    var exchange = Exchange(calls: 1)
    guard let dn = exchange.add(kind), let other = exchange.add(.extension) else { return nil }
    var events: [Exchange.Event] = []
    for verb in verbs {
      let action = Exchange.Action(verb, by: dn, to: verb == .setForward ? other : .none, mode: mode)
      guard (try? exchange.apply(action, by: book, into: &events)) != nil else { return nil }
    }
    var settings = exchange.settings(of: dn)
    // Where it forwards its calls is not known.
    settings?.forwardsTo = .none
    return settings
  }
}

extension Hypothesis {
  /// Whether the DN has taken one of these actions.
  fileprivate func hasTaken(_ verbs: [Verb], by dn: Exchange.DN) -> Bool {
    guard dn != .none, let path = last?.path else { return false }
    return path.contains { $0.action.actor.rawValue == actors[Int(dn.rawValue)] && verbs.contains($0.action.verb) }
  }

  /// Whether the DN observes another, or has done so.
  fileprivate func hasObserved(_ observer: Observation.DN) -> Bool {
    let dn = dn(observer)
    if hasTaken([.monitorNextCall], by: dn) { return true }
    return opening.contains { opening in
      guard case .observation(let known) = opening else { return false }
      return dn != .none && known.observer.rawValue == actors[Int(dn.rawValue)]
    }
  }

  /// The DN, added as an extension if it is new; nil if it is no device.
  fileprivate mutating func device(_ name: Observation.DN) -> Exchange.DN? {
    let known = dn(name)
    if known == .none { return addDN(name, .extension) }
    return exchange.kind(of: known) == .extension ? known : nil
  }
}

extension EventType {
  /// The kinds of DNs to which it is what they are told first of a call.
  fileprivate var kindsToldFirst: [Kind] {
    switch self {
    case .ringing: [.extension]
    case .queued: [.acdGroup, .routeQueue]
    case .routeRequest: [.routingPoint]
    default: []
    }
  }
}

extension Observation {
  /// Whether it tells that the call has been forwarded.
  fileprivate var isForwarded: Bool { has(.callState) && callState == .forwarded }
}
