// Basic: two devices are connected, and a recording begins because their DNs or the route ask for it.

extension RecordedCalls {
  /// Every rule, in the order of the document's sections; hanging up comes last.
  public static let rules: [Rule<RecordedCalls>] =
    connecting + routing + recordingRequests + requestsInVain + transfers + conferences + consultations + hangingUp

  private static let option = "Recording, the DN option record"
  private static let route = "Recording, the extension record of TRouteCall"

  static let connecting: [Rule<RecordedCalls>] = [
    Rule("Two devices are connected", flows + "Basic", on: .connect, by: .free, if: [.toFree, .actorNot, .targetNot]) {
      change(.connects)
    },
    Rule("The caller's DN is recorded", option, on: .connect, by: .free, if: [.toFree, .actorToo, .targetNot]) {
      change(.connects)
      opensLegs
      starts(.session)
    },
    Rule("The called DN is recorded", option, on: .connect, by: .free, if: [.toFree, .actorNot, .targetToo]) {
      change(.connects)
      opensLegs
      starts(.targetsSession)
    },
    Rule("Both DNs are recorded", option, on: .connect, by: .free, if: [.toFree, .actorToo, .targetToo]) {
      change(.connects)
      opensLegs
      starts(.session)
      starts(.targetsSession)
    },
  ]

  static let routing: [Rule<RecordedCalls>] = [
    Rule("A call is routed", derived, on: .routeCall, by: .free, if: [.toFree, .actorNot, .targetNot]) {
      asks
      change(.connects)
    },
    Rule(
      "A call is routed and recorded at its source", route, on: .routeCall, by: .free,
      if: [.toFree, .actorToo, .targetNot]
    ) {
      asks
      change(.connects)
      opensLegs
      starts(.session)
    },
    Rule(
      "A call is routed and recorded at its destination", route, on: .routeCall, by: .free,
      if: [.toFree, .actorNot, .targetToo]
    ) {
      asks
      change(.connects)
      opensLegs
      starts(.targetsSession)
    },
    Rule(
      "A call is routed and recorded on both sides", route, on: .routeCall, by: .free,
      if: [.toFree, .actorToo, .targetToo]
    ) {
      asks
      change(.connects)
      opensLegs
      starts(.session)
      starts(.targetsSession)
    },
    Rule("A call is not routed to one who is not free", derived, on: .routeCall, by: .free, if: .toOccupied) {
      asks
      isRefused
    },
    Rule(
      "A call is not routed for one who is not free", derived, on: .routeCall, by: .talking, .conference, .consulting, .held, .consulted
    ) {
      asks
      isRefused
    },
  ]
}
