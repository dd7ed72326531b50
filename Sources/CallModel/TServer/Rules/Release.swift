// Releasing Calls, Release Phase

private let a = Who.actor, b = Who.opposite

let release: [Rule<Exchange>] = [
  Rule(
    "A party hangs up", "Releasing Calls, Release Phase", on: .release, by: .talking,
    if: [.pair, .facing(.talking), .unobserved]
  ) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(b, .optional), .callState(.ok))
    b.receives(.released, .otherDN(a, .optional), .callState(.ok))
    whoeverRingsForItIsTold
  }
]
