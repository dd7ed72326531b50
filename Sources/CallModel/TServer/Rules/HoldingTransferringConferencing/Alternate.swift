// T-Server models, Alternate

private let section = "T-Server models, Alternate"
private let b = Who.actor

let alternate: [Rule<Exchange>] = bothSizes.map { size in
  Rule(
    "A party alternates from \(size.name)", section, on: .alternateCall, by: .talking,
    if: size.situation.union([.paired, .otherHeld])
  ) {
    b.holds()
    b.retrieves().on(.other)
    b.receives(.held, size.ofConsultation)
    isRetrieved(size.ofMain)
  }
}

/// The call that was held; in a conference there is no one other party.
func isRetrieved(_ other: [Value]) -> Clause {
  b.receives(.retrieved, other + [.callState(other.isEmpty ? .conferenced : .ok)]).on(.other)
}
