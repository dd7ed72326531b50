import Testing

@testable import CallModel

/// What the engine of such servers does by itself.
struct MessageEngineTests {
  private func company() -> TestServer<IVRServer> {
    TestServer(
      "One ivr", "Two ivr", "Three ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  /// Which of the three ports is meant; -2 if the action has to name one.
  private func port(_ deed: String, after texts: [String] = [], among ports: Set<Int>) -> Int {
    var company = company()
    for text in texts { _ = company.says(text) }
    let (state, action) = (company.state, company.action(deed))
    do throws(ModelRefusal<IVRServer>) {
      return try state.subject(among: 3, where: { ports.contains($0) }, for: action, IVRServer.rulebook) {
        state.ports[$0].ivr
      }
    } catch {
      #expect(error.cause == .severalCalls && error.action == action)
      return -2
    }
  }

  @Test func oneOfSeveralSubjectsIsMeant() {
    #expect(port("Peer answer", among: []) == -1)
    #expect(port("Peer answer", among: [2]) == 2)
    // If it is possible at none, the first one is meant.
    #expect(port("Peer answer", among: [1, 2]) == 1)
    let dialing = ["Two NewCall Caller", "Two InitConf Peer"]
    #expect(port("Peer answer", after: dialing, among: [0, 1, 2]) == 1)
    #expect(port("Peer answer", after: dialing, among: [0, 2]) == 0)
    let both = dialing + ["Three NewCall Caller", "Three InitConf Peer"]
    #expect(port("Peer answer", after: both, among: [0, 1, 2]) == -2)
    #expect(port("Peer answer", after: both, among: [0, 2]) == 2)
  }

  /// A subject for which the answer would be an error is not meant.
  @Test func aSubjectThatGetsAnErrorIsNotMeant() {
    var company = TestServer<InteractionServer>(
      "Agent1 agent", "Server interaction-server", "Chat interaction", "Mail interaction")
    company.after("Agent1 RequestSubmit on Chat", "Agent1 RequestLeaveInteraction")
    let (state, action) = (company.state, company.action("Agent1 RequestSubmit"))
    let meant = try? state.subject(among: 2, where: { _ in true }, for: action, InteractionServer.rulebook) {
      state.interactions[$0].id
    }
    #expect(meant == 1)
  }

  @Test func whichRulesAreRejections() {
    func isRejection<State: MessageEngine>(_ name: String, _ server: State.Type) -> Bool? {
      State.rules.first { $0.name == name }?.isRejection
    }
    // A rule that answers with an error and ends something is not a rejection.
    #expect(isRejection("There is nothing to retrieve", IVRServer.self) == true)
    #expect(isRejection("A second attempt ends the first", IVRServer.self) == false)
    #expect(isRejection("The IVR requests a route", IVRServer.self) == false)
    #expect(isRejection("The invited agent rejects the conference", InteractionServer.self) == false)
    #expect(isRejection("The ticket does not match the invitation", InteractionServer.self) == true)
    #expect(isRejection("There is no recording to stop", Recording.self) == true)
    #expect(isRejection("A recording pauses", Recording.self) == false)
  }
}
