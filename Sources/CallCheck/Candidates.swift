import CallModel

extension Explainer {
  /// Passes the actions that may have led to the event; the exchange refuses some of them.
  func eachCandidate(
    for observed: Observation, _ search: Search, _ hypothesis: Hypothesis, _ body: (Exchange.Action) -> Void
  ) {
    func pass(_ action: Exchange.Action) {
      guard isWorthTrying(action, hypothesis) else { return }
      body(action)
      for state in callStates(of: action, observed) {
        var other = action
        other.callState = state
        body(other)
      }
    }
    let known = hypothesis.call(observed.connID)
    let calls = hypothesis.exchange.calls
    for call in calls where observed.connID == .none || call.connID == known || known == .none || terms.slips > 0 {
      // In a call that the log has named, an event of a new call can only be told of a consultation.
      let isNamed = hypothesis.name(call.connID) != .none
      let begins = observed.connID != .none && known == .none && isNamed && terms.slips == 0
      eachCandidate(in: call, search.attempts, hypothesis) { action in
        if begins, !action.verb.consults { return }
        pass(action)
      }
      if begins { continue }
      for verb in search.verbs where verb.changesData || verb.leavesCallAlone {
        for actor in actors(named: [observed.thisDN, observed.thirdPartyDN], hypothesis) {
          pass(Exchange.Action(verb, by: actor, on: call.connID))
        }
      }
    }
    if known == .none || terms.slips > 0 { eachBeginning(for: observed, search.verbs, hypothesis, pass) }
    if !search.settings.isEmpty { eachSetting(for: observed, search.settings, hypothesis, pass) }
  }

  /// Actions of the parties of the call, and of others on it.
  private func eachCandidate(
    in call: Exchange.Call, _ attempts: AttemptTable, _ hypothesis: Hypothesis, _ body: (Exchange.Action) -> Void
  ) {
    let parties = call.parties.map(\.dn)
    for dn in parties { hypothesis.exchange.eachAttempt(by: dn, on: call.connID, attempts, body) }
    for dn in hypothesis.dns where !parties.contains(dn) {
      hypothesis.exchange.eachAttempt(by: dn, on: call.connID, attempts, body)
    }
    for dn in Spare.all where hypothesis.mayTry(dn, terms.effort) {
      hypothesis.exchange.eachAttempt(by: dn, on: call.connID, attempts, body)
    }
  }

  private func eachBeginning(
    for observed: Observation, _ verbs: [Verb], _ hypothesis: Hypothesis, _ body: (Exchange.Action) -> Void
  ) {
    for verb in verbs where verb.begins {
      for actor in actors(named: [observed.thisDN, observed.otherDN, observed.thirdPartyDN], hypothesis) {
        for target in hypothesis.everyDN { body(Exchange.Action(verb, by: actor, to: target)) }
      }
    }
  }

  /// Requests about DNs: the client of the DN that is told, or of the other one.
  private func eachSetting(
    for observed: Observation, _ verbs: [Verb], _ hypothesis: Hypothesis, _ body: (Exchange.Action) -> Void
  ) {
    for verb in verbs {
      for actor in actors(named: [observed.thisDN, observed.otherDN], hypothesis) {
        for mode in modes(of: verb, observed) {
          if verb == .agentLogin {
            let group = observed.has(.thisQueue) ? observed.thisQueue : .none
            for queue in group == .none ? [.none] : actors(named: [group], hypothesis) {
              body(
                Exchange.Action(
                  verb, by: actor, to: queue, mode: mode, agentID: observed.has(.agentID) ? observed.agentID : 0))
            }
          } else if verb.target == .none {
            body(Exchange.Action(verb, by: actor, mode: mode))
          } else {
            for target in hypothesis.everyDN { body(Exchange.Action(verb, by: actor, to: target, mode: mode)) }
          }
        }
      }
    }
  }

  /// The DNs that stand for these, and those that may.
  private func actors(named names: [Observation.DN], _ hypothesis: Hypothesis) -> [Exchange.DN] {
    var actors: [Exchange.DN] = []
    var isOpen = false
    for name in names {
      let dn = hypothesis.dn(name)
      if name == .none || dn == .none { isOpen = true } else if !actors.contains(dn) { actors.append(dn) }
    }
    if isOpen {
      actors += hypothesis.dns.filter { hypothesis.name($0) == .none }
      actors += Spare.all.filter { hypothesis.mayTry($0, terms.effort) }
    }
    return actors
  }

  /// Of two spare DNs that are alike, one is enough for one party.
  private func isWorthTrying(_ action: Exchange.Action, _ hypothesis: Hypothesis) -> Bool {
    if action.actor == Spare.secondExtension || action.actor == action.target { return false }
    if action.target == Spare.secondExtension, action.actor != Spare.firstExtension { return false }
    return hypothesis.mayTry(action.actor, terms.effort) && hypothesis.mayTry(action.target, terms.effort)
  }

  /// What else the action may say of what has become of the call.
  private func callStates(of action: Exchange.Action, _ observed: Observation) -> [CallState] {
    guard action.verb.takesCallState, observed.has(.callState), observed.callState != action.callState,
      action.callState == .ok, observed.callState != .ok
    else { return [] }
    return [observed.callState]
  }

  private func modes(of verb: Verb, _ observed: Observation) -> [Exchange.Mode] {
    if observed.mode != .none, verb.mode == observed.type.mode { return [observed.mode] }
    switch verb {
    case .setForward:
      return [ForwardMode.unconditional, .onBusy, .onNoAnswer, .onBusyAndNoAnswer].map(Exchange.Mode.init)
    case .monitorNextCall: return MonitorNextCallType.allCases.map(Exchange.Mode.init)
    case .agentLogin: return [.none] + [AgentWorkMode.autoIn, .auxWork].map(Exchange.Mode.init)
    default: return [.none]
    }
  }
}

extension Hypothesis {
  /// Its DNs and the spare ones.
  var everyDN: [Exchange.DN] { Spare.all + dns }
}
