// T-Server models, Muting and Listening: B is muted; in a conference, B decides whether C hears the others.

extension Section {
  static let mutingAndListening = Section(
    .tServerModels, "Muting and Listening", columns: Who.actor, Who.target
  ) { b, c in
    // An observer begins each call muted.
    Row("A party is muted", on: .setMuteOn, by: b, .talking, .observing, if: .valueFits, derived: 170, 171, 172) {
      b.sets(.muted)
      b.receives(.muteOn)
    }
    Row(
      "A party is no longer muted", on: .setMuteOff, by: b, .talking, .observing, if: .valueFits,
      derived: 170, 171, 172
    ) {
      b.sets(.notMuted)
      b.receives(.muteOff)
    }
    Row(
      "A member is stopped from listening", on: .listenDisconnect, by: b, .talking, to: c,
      if: .conference, .toMember, .valueFits, derived: 173, 174
    ) {
      c.sets(.notListening)
      b.receives(
        .listenDisconnected, .otherDN(c), .otherDNRole(.conferenceMember), .thirdPartyDN(c), .callState(.held))
    }
    Row(
      "A member listens again", on: .listenReconnect, by: b, .talking, to: c,
      if: .conference, .toMember, .valueFits, derived: 173, 174
    ) {
      c.sets(.listening)
      b.receives(
        .listenReconnected, .otherDN(c), .otherDNRole(.conferenceMember), .thirdPartyDN(c), .callState(.ok))
    }
  }
}
