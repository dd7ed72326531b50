import CallModel

extension Explainer {
  /// Passes what the hypothesis becomes by one step that no DN is told of, if it may matter for the event.
  func eachSilentStep(of hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void) {
    eachOpening(of: hypothesis, before: observed, body)
    if observed.connID == .none {
      return eachSilentStep(of: hypothesis.dn(observed.thisDN), in: hypothesis, body)
    }
    let (call, previous) = (hypothesis.call(observed.connID), hypothesis.call(observed.previousConnID))
    // What happens in another call of the DN seldom matters.
    let (told, isUnusual) = (hypothesis.dn(observed.thisDN), hypothesis.strain < terms.effort.strain)
    for open in hypothesis.exchange.calls {
      let isNamed = hypothesis.name(open.connID) != .none
      let isMeant =
        open.connID == call || open.connID == previous || !isNamed
        || isUnusual && open.parties.contains { $0.dn == told }
      for party in open.parties where isMeant || hypothesis.isSilent(party.dn, observed) {
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

  /// The DN may do something in its calls before it is set otherwise.
  private func eachSilentStep(of dn: Exchange.DN, in hypothesis: Hypothesis, _ body: (Hypothesis) -> Void) {
    for open in hypothesis.exchange.calls where open.parties.contains(where: { $0.dn == dn }) {
      hypothesis.exchange.eachAttempt(by: dn, on: open.connID, silent) { action in
        if action.target == .none { take(action, hypothesis, body) }
      }
    }
  }

  /// What can wait until it matters, waits.
  private func isOfUse(_ action: Exchange.Action, before observed: Observation, _ hypothesis: Hypothesis) -> Bool {
    if action.target == Spare.secondExtension || !hypothesis.mayTry(action.target, terms.effort) { return false }
    switch action.verb {
    case .divert: return !hypothesis.exchange.isRegistered(action.actor)
    case .applyTreatment:
      return [.treatmentApplied, .treatmentNotApplied, .treatmentEnd].contains(observed.type)
    case .singleStepConference where !foreseen.isEmpty: return false
    case .singleStepConference:
      // The party that invites may leave or hold before the one that is invited hears of it.
      let goes = observed.type == .released || observed.type == .held
      if goes, hypothesis.name(action.actor) == observed.thisDN { return true }
      guard [.ringing, .partyAdded, .partyDeleted, .destinationBusy, .established, .abandoned].contains(observed.type)
      else { return false }
      let target = hypothesis.name(action.target)
      return target == .none || target == observed.thisDN || target == observed.otherDN
        || observed.type == .destinationBusy
    default: return true
    }
  }

  /// Passes what the hypothesis becomes by the action, if it is possible and no DN is told of it.
  func take(_ action: Exchange.Action, _ hypothesis: Hypothesis, _ body: (Hypothesis) -> Void) {
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
    let callers = hypothesis.everyDN.filter { hypothesis.isUntold($0) }
    for target in hypothesis.everyDN {
      let mayForward = hypothesis.exchange.settings(of: target) != nil
      if told != .none, target != told, !mayForward { continue }
      if told == .none, hypothesis.name(target) != .none, !mayForward { continue }
      if target == Spare.secondExtension || !hypothesis.mayTry(target, terms.effort) { continue }
      for caller in callers { take(Exchange.Action(.makeCall, by: caller, to: target), hypothesis, body) }
    }
  }
}

extension Hypothesis {
  /// Whether the event names the DN, which is told nothing of what it does in other calls.
  fileprivate func isSilent(_ dn: Exchange.DN, _ observed: Observation) -> Bool {
    !exchange.isRegistered(dn) && observed.dns.contains(name(dn))
  }

  /// Whether the DN is never told anything, or not yet.
  fileprivate func isUntold(_ dn: Exchange.DN) -> Bool {
    exchange.kind(of: dn) == .external || !exchange.isRegistered(dn)
  }
}
