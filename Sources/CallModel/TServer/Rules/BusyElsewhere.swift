// Derived: a destination that a group or a routing point has chosen is found busy.

private let a = Who.caller, c = Who.called

let busyElsewhere: [Rule<Exchange>] = [
  Rule(
    "The destination that was chosen is busy", "Basic Call Models, Internal/Inbound Call, ** (derived)", on: .busy, by: .offered, .reached,
    if: [.group, .groups, .routeQueue, .routingPoint, .facing(.dialing, .dialingHeld)]
  ) {
    a.hearsBusy()
    c.leaves()
    a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState)
  }
]
