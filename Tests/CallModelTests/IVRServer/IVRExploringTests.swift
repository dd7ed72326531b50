import Testing

@testable import CallModel

struct IVRExploringTests {
  private func server() -> TestServer<IVRServer> {
    TestServer("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  @Test func everyStateOfOnePort() {
    let server = server()
    let found = server.state.explore(by: IVRServer.rulebook)
    #expect(found.fault == nil && !found.isCutShort)
    #expect([found.states, found.transitions, found.depth] == [30, 510, 3])
    #expect(found.fired.allSatisfy { $0 > 0 })
  }

  @Test func aPlainSearchFindsTheSame() {
    let found = server().state.explore(by: IVRServer.rulebook)
    #expect(server().state.plainCounts(by: IVRServer.rulebook) == [found.states, found.transitions])
  }

  @Test func everyStateOfTwoPorts() {
    let two = TestServer<IVRServer>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    let found = two.state.explore(by: IVRServer.rulebook)
    #expect(found.fault == nil && !found.isCutShort && found.states == 900)
  }
}
