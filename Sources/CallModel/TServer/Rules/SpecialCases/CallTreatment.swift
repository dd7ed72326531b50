// T-Server models, Call Treatment: what the caller hears at B while it waits for a route. The call goes on as it would
// without a treatment.

extension Section {
  static let callTreatment = Section(.tServerModels, "Call Treatment", columns: Who.actor) { b in
    Row("A treatment is requested", on: .applyTreatment, by: b, .routing, .treated, if: .valueFits, derived: 52) {
      b.becomes(.treatmentAsked)
      ThisCall.treats()
    }
    Row("The treatment is applied", on: .treat, by: b, .treatmentAsked, derived: 1, 52) {
      b.becomes(.treated)
      b.receives(.treatmentApplied, .mode.unlisted)
    }
    Row("The treatment is not applied", on: .refuseTreatment, by: b, .treatmentAsked, derived: 1, 52) {
      b.becomes(.routing)
      b.receives(.treatmentNotApplied, .mode.unlisted)
    }
    Row("The treatment ends", on: .endTreatment, by: b, .treated, derived: 1, 52) {
      b.becomes(.routing)
      b.receives(.treatmentEnd, .mode.unlisted)
    }
  }
}
