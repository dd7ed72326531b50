import CallModel

/// An invitation to a call, of which no DN is told when it is made.
///
/// The party that invites may do much before an event shows that it has. Then the invitation can be put where it
/// belongs: somewhere before.
struct Invitation: Hashable {
  let call: ConnID
  let invited: Observation.DN
  /// The party that invites; none if the event does not name it.
  let inviter: Observation.DN

  /// What the event shows; nil if it shows no invitation.
  init?(_ observed: Observation) {
    switch observed.type {
    case .ringing where observed.thisDNRole == .conferenceMember: (invited, inviter) = (observed.thisDN, .none)
    case .abandoned: (invited, inviter) = (observed.thisDN, observed.otherDN)
    case .destinationBusy: (invited, inviter) = (observed.otherDN, observed.thisDN)
    case .partyAdded: (invited, inviter) = (observed.otherDN, observed.thirdPartyDN)
    default: return nil
    }
    call = observed.connID
    if call == .none || invited == .none || invited == inviter { return nil }
  }
}

extension Explainer {
  /// The hypotheses, and what they become by the invitations that events from this one on show.
  ///
  /// It stops early if there are more than may be looked at.
  func inviting(_ given: [Hypothesis], before observed: Observation) -> [Hypothesis] {
    var (found, tried) = (given, Set<Invitation>())
    var known = found.count
    for event in foreseen where event.position >= observed.position {
      guard let invitation = Invitation(event), tried.insert(invitation).inserted else { continue }
      for hypothesis in found where !eachInvited(invitation, hypothesis, { found.append($0) }) {
        // A party outside may have to answer first, or to retrieve the call.
        eachSilentStep(in: invitation.call, of: hypothesis) { changed in
          _ = eachInvited(invitation, changed) { found.append($0) }
        }
      }
      if found.count == known { continue }
      // Each invitation may double them, and many are equal.
      found.merge()
      known = found.count
      if found.looks > looksLeft { break }
    }
    return found
  }

  /// Passes what the hypothesis becomes by the invitation; returns whether it is possible.
  private func eachInvited(
    _ invitation: Invitation, _ hypothesis: Hypothesis, _ body: (Hypothesis) -> Void
  ) -> Bool {
    let call = hypothesis.call(invitation.call)
    let known = hypothesis.dn(invitation.invited)
    let inviter = hypothesis.dn(invitation.inviter)
    var isPossible = false
    for party in hypothesis.parties(of: call) where invitation.inviter == .none || party == inviter {
      for target in known != .none ? [known] : Spare.all where target != Spare.secondExtension {
        guard target != party, hypothesis.mayTry(target, terms.effort) else { continue }
        take(Exchange.Action(.singleStepConference, by: party, to: target, on: call), hypothesis) { invited in
          var invited = invited
          let dn = known != .none ? known : invited.newestDN
          guard invited.isDN(dn, invitation.invited, terms) else { return }
          isPossible = true
          body(invited)
        }
      }
    }
    return isPossible
  }

  private func eachSilentStep(in call: ConnID, of hypothesis: Hypothesis, _ body: (Hypothesis) -> Void) {
    let call = hypothesis.call(call)
    for party in hypothesis.parties(of: call) {
      hypothesis.exchange.eachAttempt(by: party, on: call, silent) { action in
        if action.target == .none { take(action, hypothesis, body) }
      }
    }
  }
}

extension Hypothesis {
  fileprivate func parties(of call: ConnID) -> [Exchange.DN] {
    guard call != .none, let open = exchange.calls.first(where: { $0.connID == call }) else { return [] }
    return open.parties.map(\.dn)
  }
}
