import CallModel

// What the switch does by itself: what has been asked for, and what follows. Nothing is decided here that may turn out
// otherwise, such as a busy line or the digits of a caller.

extension TServerReplay {
  func ownSteps(_ state: State) -> [OwnStep] {
    let calls = state.exchange.calls
    var steps: [OwnStep] = []
    for call in calls {
      for party in call.parties {
        guard let (verb, target) = ownStep(of: party, state.exchange) else { continue }
        steps.append(step(verb, by: party.dn, to: target, on: directory.text(call.connID)))
      }
    }
    // A group takes the call that has waited longest, whichever that is.
    for group in Set(calls.flatMap(\.parties).filter { $0.state == .queued }.map(\.dn.rawValue)).sorted() {
      let dn = Exchange.DN(group)
      if state.exchange.kind(of: dn) == .acdGroup { steps.append(step(.distribute, by: dn)) }
    }
    for dn in state.exchange.agentsInAfterCallWork { steps.append(step(.endWrapUp, by: dn)) }
    return steps
  }

  /// What becomes of the party if no person interferes.
  private func ownStep(of party: Exchange.Call.Party, _ exchange: Exchange) -> (verb: Verb, target: Exchange.DN)? {
    switch party.state {
    case .unreached: (.reachNetwork, .none)
    case .offered, .announced, .invited: (.ring, .none)
    case .queued where exchange.kind(of: party.dn) == .routeQueue: (.requestRoute, .none)
    case .routeAsked: (.route, party.asked)
    case .treatmentAsked: (.treat, .none)
    case .treated: (.endTreatment, .none)
    default: nil
    }
  }

  private func step(_ verb: Verb, by dn: Exchange.DN, to target: Exchange.DN = .none, on call: String? = nil) -> OwnStep
  {
    OwnStep(
      actor: directory.party(dn), verb: TServerWords.words(for: verb).first { !$0.isRequest }?.name ?? "",
      target: target == .none ? nil : directory.party(target), on: call)
  }
}
