// How a call reaches the IVR, and how it ends.

extension IVRServer {
  private static let flows = "IVR Server, Conference Call Flow Diagrams"

  static let newCall: [Rule<IVRServer>] = [
    Rule("A new call reaches the IVR", flows + ", steps 1 to 3, D70", on: .newCall, by: .idle, if: .toAnother) {
      becomes(.connected)
      up()
      down(.statusRinging)
      down(.statusEstablished)
    },
    Rule(
      "The IVR requests a route", flows + ", steps 4 and 5, D70", on: .routeRequest,
      by: .connected, .dialing, .busy, .consulting, .adding, .conference
    ) {
      up()
      down(.routeResponse, .parameter(.routeType).unlisted)
    },
  ]

  /// The second scenario of each kind differs in who leaves first.
  static let disconnect: [Rule<IVRServer>] = [
    Rule(
      "The conferenced party leaves", flows + ", One-Step Conference and Conference Consult Call" + reading + ", D72",
      on: .hangUp, by: .conference,
      if: .byPeer
    ) {
      becomes(.connected)
      down(.statusDeleted)
    },
    Rule(
      "The caller leaves first", flows + ", Scenario 2" + reading + ", D72", on: .hangUp, by: .conference, if: .byCaller
    ) {
      keepsPeer
      becomes(.connected)
      down(.statusDeleted)
    },
    Rule(
      "The last party hangs up", flows + ", the call ends" + reading + ", D77", on: .hangUp, by: .connected,
      if: .byCaller
    ) {
      becomes(.idle)
      down(.statusReleased)
    },
    Rule(
      "The caller gives up during a conference attempt", derived + ", D77", on: .hangUp, by: .dialing, .busy,
      .consulting,
      .adding, if: .byCaller
    ) {
      becomes(.idle)
      down(.statusReleased)
    },
    Rule(
      "The IVR hangs up", derived + ", D77", on: .hangUp, by: .connected, .dialing, .busy, .consulting, .adding,
      .conference,
      if: .byIVR
    ) {
      becomes(.idle)
      down(.statusReleased)
    },
  ]
}
