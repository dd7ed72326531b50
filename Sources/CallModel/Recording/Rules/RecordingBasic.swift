// Basic: two devices are connected, and a recording begins because their DNs or the route ask for it.

extension Recording {
  private static let option = "Recording, the DN option record"
  private static let route = "Recording, the extension record of TRouteCall"

  static let connecting = connections(
    on: .connect, [], ("Two devices are connected", flows + "Basic"), option,
    caller: "The caller's DN is recorded", called: "The called DN is recorded", both: "Both DNs are recorded")

  static let routing =
    connections(
      on: .routeCall, asks, ("A call is routed", derived + ", D89, D100"), route,
      caller: "A call is routed and recorded at its source", called: "A call is routed and recorded at its destination",
      both: "A call is routed and recorded on both sides") + refusedRouting

  /// Without a recording, or recorded on the sides that the option or the route names.
  private static func connections(
    on verb: Verb, _ request: [Clause], _ plain: (name: String, source: String), _ source: String,
    caller: String, called: String, both: String
  ) -> [Rule<Recording>] {
    let connects = request + [change(.connects)]
    return [
      Rule(plain.name, plain.source, on: verb, by: .free, if: [.toFree, .actorUnrecorded, .targetUnrecorded]) {
        connects
      },
      Rule(caller, source, on: verb, by: .free, if: [.toFree, .actorRecorded, .targetUnrecorded]) {
        connects
        opensLegs
        starts(.session)
      },
      Rule(called, source, on: verb, by: .free, if: [.toFree, .actorUnrecorded, .targetRecorded]) {
        connects
        opensLegs
        starts(.targetsSession)
      },
      Rule(both, source, on: verb, by: .free, if: [.toFree, .actorRecorded, .targetRecorded]) {
        connects
        opensLegs
        starts(.session)
        starts(.targetsSession)
      },
    ]
  }

  private static let refusedRouting: [Rule<Recording>] = [
    rejects(
      "A call is not routed to a device that is not free", derived + ", D68, D100", on: .routeCall, by: .free,
      if: .toOccupied),
    rejects(
      "A call is not routed for a device that is not free", derived + ", D68, D100", on: .routeCall, by: .talking,
      .conference, .consulting,
      .held,
      .consulted),
  ]
}
