// Releasing Calls, Release Phase

extension Section {
  static let release = Section(.releasingCalls, "Release Phase", columns: Who.partyA, Who.partyB) { a, b in
    Row("A party hangs up", on: .release, by: a, .talking, if: .pair, .facing(.talking), .unobserved, decisions: 2) {
      a.receives(.released, .otherDN(b, .optional), .callState(.ok))
      b.receives(.released, .otherDN(a, .optional), .callState(.ok))
      ringersAreTold
    }
  }
}
