// T-Server models, Call Treatment: what the caller hears at B while it waits for a route. The call goes on as it would
// without a treatment.

extension Section {
  static let callTreatment = Section(.tServerModels, "Call Treatment", columns: Who.actor) { b in
    Row("A treatment is requested", on: .applyTreatment, by: b, .routing, .treated, if: .valueFits, derived: 52) {
      b.becomes(.treatmentAsked)
      ThisCall.treats()
    }
    Row("The treatment is applied", on: .treat, by: b, .treatmentAsked, derived: 1, 52, 118) {
      b.becomes(.treated)
      b.receives(.treatmentApplied, .referenceID.unlisted, .mode.unlisted)
    }
    Row("The treatment is not applied", on: .refuseTreatment, by: b, .treatmentAsked, derived: 1, 52, 118) {
      b.becomes(.routing)
      b.receives(.treatmentNotApplied, .referenceID.unlisted, .mode.unlisted)
    }
    // Music and other treatments that go on have no end of their own.
    Row("The treatment ends", on: .endTreatment, by: b, .treated, derived: 1, 52, 118) {
      b.becomes(.routing)
      b.receives(.treatmentEnd, .referenceID.unlisted, .mode.unlisted, .collectedDigits.unlisted)
    }
  }
}
