// A destination to which a call has been handed on is busy. It is as in the basic model.

extension Section {
  static let busyElsewhere = Section(.basicCallModels, "Internal/Inbound Call", columns: Who.caller, Who.callee) {
    a, b in
    Interruption(
      "**", "The chosen destination is busy", on: .busy, while: b, .offered, .reached, .unreached,
      if: .hop(.group, .groups, .routeQueue, .routingPoint, .predictive), .handedOn, derived: 21
    ) {
      a.hearsBusy()
      b.leaves()
      a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState(or: .busy))
    }
  }
}
