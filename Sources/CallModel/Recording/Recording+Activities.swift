// What each party is doing, for people who look on.

extension Recording {
  package func activities(of party: Party, _ name: (Party) -> String) -> [Activity] {
    calls.enumerated().flatMap { number, call -> [Activity] in
      guard call.has(party) else { return [] }
      let session = call.session(of: party).map {
        [Activity($0.state == .paused ? "paused in its recording" : "recorded")]
      }
      return [activity(of: party, in: call, "\(number + 1)", name)] + (session ?? [])
    }
  }

  private func activity(
    of party: Party, in call: RecordedCall, _ number: String, _ name: (Party) -> String
  ) -> Activity {
    let other = call.other(than: party)
    let consultation = call.consultation
    return switch call.state(of: party) {
    case .free, .talking: Activity(other == .none ? "talking" : "talking to \(name(other))", in: number, .talking)
    case .conference: Activity("in a conference", in: number, .talking)
    case .consulting:
      Activity("consulting \(consultation.map { name($0.consulted) } ?? "a party")", in: number, .talking)
    case .held: Activity("on hold", in: number, .holding)
    case .consulted: Activity("consulted by \(consultation.map { name($0.by) } ?? "a party")", in: number, .talking)
    }
  }
}
