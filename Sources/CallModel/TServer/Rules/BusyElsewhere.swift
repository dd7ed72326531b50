// Derived: a destination to which a call has been handed on is found busy.

private let a = Who.caller, c = Who.called

let busyElsewhere: [Rule<Exchange>] = [
  Rule(
    "The destination that was chosen is busy", "Basic Call Models, Internal/Inbound Call, ** (derived)", on: .busy,
    by: .offered, .reached,
    .unreached,
    if: [.group, .groups, .routeQueue, .routingPoint, .predictive, .handedOn, .facingCaller, .staysBusy]
  ) {
    a.hearsBusy()
    // The customer of a predictive call, too, is a caller then.
    a.plays(.origination)
    c.leaves()
    a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState(or: .busy))
  }
]
