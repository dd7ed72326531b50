// Releasing Calls, Release Phase

extension Section {
  static let release = Section(.releasingCalls, "Release Phase") {
    let a = Who.partyA, b = Who.partyB

    Interruption("; D2", "A party hangs up", by: a, .talking, if: .pair, .facing(.talking), .unobserved) {
      a.receives(.released, .otherDN(b, .optional), .callState(.ok))
      b.receives(.released, .otherDN(a, .optional), .callState(.ok))
      ringersAreTold
    }
  }
}
