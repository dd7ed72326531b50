// T-Server models, Hold and Retrieve

private let section = "T-Server models, Hold and Retrieve"
private let a = Who.opposite, b = Who.actor
private let answered = Situation.facing(.talking, .held, .joining, .joiningReached, .joiningRinging)

let holdAndRetrieve: [Rule<Exchange>] = [
  Rule("A party holds", section, on: .hold, by: .talking, if: [.pair, answered]) {
    b.becomes(.held)
    b.receives(.held, .otherDN(a))
  },
  Rule("A party retrieves", section, on: .retrieve, by: .held, if: [.pair, answered, .free]) {
    b.becomes(.talking)
    b.receives(.retrieved, .otherDN(a), .callState(.ok))
  },
  // Derived: in a conference there is no one other party.
  Rule("A member of a conference holds", section + ", derived", on: .hold, by: .talking, if: .conference) {
    b.becomes(.held)
    b.receives(.held)
  },
  Rule("A member of a conference retrieves", section + ", derived", on: .retrieve, by: .held, if: [.conference, .free])
  {
    b.becomes(.talking)
    b.receives(.retrieved, .callState(.conferenced))
  },
  Rule(
    "The call ends while the other party holds", section + ", *", on: .release, by: .talking,
    if: [.pair, .facing(.held), .unobserved]
  ) {
    Who.everyone.leaves()
    b.receives(.released, .otherDN(a), .callState(.ok))
    a.receives(.released, .otherDN(b), .callState(.ok))
    whoeverRingsForItIsTold
  },
  Rule(
    "The party that holds hangs up", section + ", *", on: .release, by: .held,
    if: [.pair, .facing(.talking, .held), .unobserved]
  ) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(b), .callState(.ok))
    b.receives(.released, .otherDN(a), .callState(.ok))
    whoeverRingsForItIsTold
  },
]
