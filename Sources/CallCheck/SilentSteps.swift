import CallModel

extension Explainer {
  /// Passes what the hypothesis becomes by one step that no DN is told of, if it may matter for the event.
  func eachSilentStep(of hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void) {
    if observed.connID == .none { return eachOpening(of: hypothesis, before: observed, body) }
    let (call, previous) = (hypothesis.call(observed.connID), hypothesis.call(observed.previousConnID))
    for open in hypothesis.exchange.calls {
      let isNamed = hypothesis.name(open.connID) != .none
      guard open.connID == call || open.connID == previous || !isNamed else { continue }
      for party in open.parties {
        hypothesis.exchange.eachAttempt(by: party.dn, on: open.connID, silent) { action in
          if isOfUse(action, before: observed, hypothesis) { take(action, hypothesis, body) }
        }
        if observed.type == .digitsCollected {
          take(Exchange.Action(.askForDigits, by: party.dn, on: open.connID), hypothesis, body)
        }
      }
    }
    if call == .none { eachSilentBeginning(of: hypothesis, before: observed, body) }
  }

  /// What can wait until it matters, waits.
  private func isOfUse(_ action: Exchange.Action, before observed: Observation, _ hypothesis: Hypothesis) -> Bool {
    if action.target == Spare.secondExtension || !action.target.isTried(terms.effort) { return false }
    switch action.verb {
    case .applyTreatment:
      return [.treatmentApplied, .treatmentNotApplied, .treatmentEnd].contains(observed.type)
    case .singleStepConference:
      // The party that invites may leave before the one that is invited hears of it.
      if hypothesis.name(action.actor) == observed.thisDN, observed.type == .released { return true }
      guard [.ringing, .partyAdded, .partyDeleted, .destinationBusy, .established, .abandoned].contains(observed.type)
      else { return false }
      let target = hypothesis.name(action.target)
      return target == .none || target == observed.thisDN || target == observed.otherDN
        || observed.type == .destinationBusy
    default: return true
    }
  }

  private func take(_ action: Exchange.Action, _ hypothesis: Hypothesis, _ body: (Hypothesis) -> Void) {
    guard hypothesis.exchange.rule(for: action, by: book) != nil,
      !hypothesis.isBlocked(Hypothesis.CallPair(first: action.on), slack: terms.slack),
      let (next, events) = hypothesis.taking(action, by: book, isSilent: true), events.isEmpty
    else { return }
    body(next)
  }

  /// An outside party calls the DN that is told, or one that forwards the call there.
  private func eachSilentBeginning(
    of hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void
  ) {
    let told = hypothesis.dn(observed.thisDN)
    let callers =
      Spare.dns(terms.effort).filter { hypothesis.isUntold($0) } + hypothesis.dns.filter { hypothesis.isUntold($0) }
    for target in hypothesis.everyDN {
      let mayForward = hypothesis.exchange.settings(of: target) != nil
      if told != .none, target != told, !mayForward { continue }
      if told == .none, hypothesis.name(target) != .none, !mayForward { continue }
      if target == Spare.secondExtension || !target.isTried(terms.effort) { continue }
      for caller in callers { take(Exchange.Action(.makeCall, by: caller, to: target), hypothesis, body) }
    }
  }
}

extension Hypothesis {
  /// Whether the DN is never told anything, or not yet.
  fileprivate func isUntold(_ dn: Exchange.DN) -> Bool {
    exchange.kind(of: dn) == .external || !exchange.isRegistered(dn)
  }
}
