import CallModel

// What may have been set on a DN before the log began.

extension Explainer {
  /// The settings that a DN may have had before the log, by the message that shows one of them.
  private static let setters: [EventType: [Verb]] = [
    .agentReady: [.agentLogin], .agentNotReady: [.agentLogin], .agentLogout: [.agentLogin], .dndOff: [.setDNDOn],
    .forwardCancel: [.setForward], .messageWaitingOff: [.setMessageWaitingOn], .dnBackInService: [.fail],
  ]

  /// Passes the hypothesis with a DN on which something was set before the log.
  ///
  /// There is one only if the event tells of such a setting, and nothing is known of the DN yet.
  func eachOpening(of hypothesis: Hypothesis, before observed: Observation, _ body: (Hypothesis) -> Void) {
    guard let setters = Self.setters[observed.type], !terms.settings.isKnown(observed.thisDN),
      hypothesis.exchange.settings(of: hypothesis.dn(observed.thisDN)) == nil
    else { return }
    for verb in setters {
      var next = hypothesis
      let known = next.dn(observed.thisDN)
      let added = known == .none ? next.addDN(observed.thisDN, .extension) : known
      guard let dn = added, var settings = settings(after: verb, of: next.exchange.kind(of: dn) ?? .extension) else {
        continue
      }
      if verb == .agentLogin { nameLogin(in: &settings, observed, &next) }
      next.set(settings, of: dn)
      body(next)
    }
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

  /// What the request sets on a DN on which nothing is set.
  private func settings(after verb: Verb, of kind: Kind) -> Exchange.Settings? {
    var exchange = Exchange(calls: 1)
    guard let dn = exchange.add(kind), let other = exchange.add(.extension) else { return nil }
    var events: [Exchange.Event] = []
    let action = Exchange.Action(verb, by: dn, to: verb == .setForward ? other : .none)
    guard (try? exchange.apply(action, by: book, into: &events)) != nil else { return nil }
    var settings = exchange.settings(of: dn)
    // Where it forwards its calls is not known.
    settings?.forwardsTo = .none
    return settings
  }
}
