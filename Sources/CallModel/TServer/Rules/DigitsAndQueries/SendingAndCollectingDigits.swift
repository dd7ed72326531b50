// T-Server models, Digits: a party sends digits, or the caller enters some while its call waits for a route at B. The
// call goes on as it would without them.

extension Section {
  static let digits = Section(.tServerModels, "Digits", columns: Who.actor) { b in
    Row("A party sends digits", on: .sendDTMF, by: b, .talking, if: .byDevice, .valueFits, derived: 150) {
      b.receives(.dtmfSent)
    }
    Row(
      "Digits are asked for", on: .askForDigits, by: b, .routing, .treatmentAsked, .treated, derived: 151
    ) {
      ThisCall.asksForDigits()
    }
    Row(
      "Digits are collected", on: .collectDigits, by: b, .routing, .treatmentAsked, .treated, if: .valueFits,
      derived: 151
    ) {
      ThisCall.bringsDigits()
      b.receives(.digitsCollected, .itsDNRole, .callState(.ok), .collectedDigits, .referenceID.unlisted)
    }
  }
}
