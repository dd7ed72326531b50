import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct IVRInvariantsTests {
  private func server() -> TestServer<IVRServer> {
    TestServer("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  /// What the invariants say of that deed, told otherwise than it is.
  private func broken(
    _ deed: String, after texts: [String], _ change: (inout IVRServer, inout [IVRServer.Event]) -> Void = { _, _ in }
  ) -> String? {
    var server = server()
    for text in texts { _ = server.says(text) }
    let before = server.state
    _ = server.says(deed)
    var events = server.events
    change(&server.state, &events)
    return IVRServer.broken(by: server.action(deed), from: before, to: server.state, telling: events)
  }

  typealias Wrong = WrongRule<IVRServer>

  /// For each sentence a wrong rule that breaks it, and the shortest path on which the explorer meets it.
  static let wrong: [Wrong] = [
    Wrong("every message passes through the driver", "IVR NewCall", in: "A new call reaches the IVR") {
      $0.dropLast()
    },
    Wrong("a request goes up to the server", "IVR NewCall", in: "A new call reaches the IVR") { $0.without(1) },
    Wrong(
      "every request is answered, or the party that it asks for answers", "IVR RouteRequest", in: "There is no call"
    ) { $0.without(2, 3) },
    Wrong(
      "after CallError the first call is active", "IVR NewCall", "IVR InitConf", "Caller fail",
      in: "The consultation call fails", stays(.dialing)),
    Wrong(
      "a retrieved call was held", "IVR NewCall", "IVR InitConf", "IVR RetrieveCall",
      in: "The IVR returns to the caller before it learns that the line is busy", stays(.dialing)),
    Wrong(
      "a held call was active", "IVR NewCall", "IVR InitConf", in: "The IVR makes a consultation call",
      stays(.connected)),
    Wrong(
      "with an added party the call is a conference", "IVR NewCall", "IVR OneStepConf", "Caller answer",
      in: "The party is added", stays(.connected)),
    Wrong(
      "without the leaving party the call is no longer a conference", "IVR NewCall", "IVR OneStepConf",
      "Caller answer", "Caller hangUp", in: "The conferenced party leaves", stays(.conference)),
    Wrong(
      "only an existing call is released, and it then no longer exists", "IVR NewCall", "IVR hangUp",
      in: "The IVR hangs up", stays(.connected)),
    Wrong(
      "only a called party is busy", "IVR NewCall", "IVR OneStepConf", "Caller busy",
      in: "The one-step conference fails"
    ) { [$0[0]] + IVRServer.down(.statusBusy) },
    Wrong(
      "the IVR is told what becomes of its call", "IVR NewCall", "IVR InitConf", "Caller answer",
      in: "The consulted party answers"
    ) { [$0[0]] },
    Wrong(
      "no party is conferenced with itself", "IVR NewCall", "IVR OneStepConf", "Caller answer",
      in: "The party is added"
    ) { [IVRServer.keepsPeer] + $0 },
  ]

  private static func stays(
    _ state: IVRServer.State
  ) -> @Sendable ([IVRServer.Clause]) -> [IVRServer.Clause] {
    { [IVRServer.becomes(state)] + $0.dropFirst() }
  }

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) { Self.wrong[index].isMet(from: server()) }

  @Test func whatHoldsBreaksNothing() {
    #expect(broken("IVR NewCall Caller", after: []) == nil)
    #expect(broken("Peer fail", after: ["IVR NewCall Caller", "IVR InitConf Peer"]) == nil)
  }

  @Test func messagesPassThroughTheDriver() {
    let sentence = "every message passes through the driver"
    #expect(broken("IVR NewCall", after: []) { _, events in events.removeLast() } == sentence)
    #expect(broken("IVR NewCall", after: []) { _, events in events.swapAt(3, 5) } == sentence)
  }

  @Test func requestsGoUpAndAreAnswered() {
    #expect(
      broken("IVR InitConf", after: ["IVR NewCall"]) { _, events in events.removeFirst() }
        == "a request goes up to the server")
    #expect(
      broken("IVR InitConf", after: ["IVR NewCall"]) { _, events in events.removeLast(4) }
        == "every request is answered, or the party that it asks for answers")
  }

  @Test func whatIsToldIsSo() {
    let dialing = ["IVR NewCall Caller", "IVR InitConf Peer"]
    func told(_ deed: String, after texts: [String], in state: IVRServer.State) -> String? {
      broken(deed, after: texts) { ports, _ in ports.ports[0].state = state }
    }
    #expect(told("Peer fail", after: dialing, in: .dialing) == "after CallError the first call is active")
    #expect(told("IVR RetrieveCall", after: dialing, in: .busy) == "a retrieved call was held")
    #expect(told("IVR InitConf", after: ["IVR NewCall"], in: .connected) == "a held call was active")
    #expect(
      told("IVR CompleteConf", after: dialing + ["Peer answer"], in: .connected)
        == "with an added party the call is a conference")
    #expect(
      told("Peer hangUp", after: dialing + ["Peer answer", "IVR CompleteConf"], in: .conference)
        == "without the leaving party the call is no longer a conference")
    #expect(
      told("Caller hangUp", after: dialing, in: .connected)
        == "only an existing call is released, and it then no longer exists")
    #expect(
      broken("Peer answer", after: dialing) { ports, events in events = [] }
        == "the IVR is told what becomes of its call")
    #expect(
      broken("Peer answer", after: dialing) { ports, _ in ports.ports[0].caller = ports.ports[0].peer }
        == "no party is conferenced with itself")
    #expect(
      broken("Caller hangUp", after: ["IVR NewCall"]) { _, events in
        for index in events.indices { events[index].type = .statusBusy }
      } == "only a called party is busy")
  }
}
