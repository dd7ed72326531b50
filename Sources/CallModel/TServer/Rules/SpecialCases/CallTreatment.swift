// T-Server models, Call Treatment: what the caller hears while it waits for a route. Everything else goes on as
// without.

private let section = "T-Server models, Call Treatment, derived, D52"
private let b = Who.actor

let callTreatment: [Rule<Exchange>] = [
  Rule("A treatment is requested", section, on: .applyTreatment, by: .routing, .treated, if: .valueFits) {
    b.becomes(.treatmentAsked)
    ThisCall.treats()
  },
  Rule("The treatment is applied", section, on: .treat, by: .treatmentAsked) {
    b.becomes(.treated)
    b.receives(.treatmentApplied, .mode.unlisted)
  },
  Rule("The treatment is not applied", section, on: .refuseTreatment, by: .treatmentAsked) {
    b.becomes(.routing)
    b.receives(.treatmentNotApplied, .mode.unlisted)
  },
  Rule("The treatment ends", section, on: .endTreatment, by: .treated) {
    b.becomes(.routing)
    b.receives(.treatmentEnd, .mode.unlisted)
  },
]
