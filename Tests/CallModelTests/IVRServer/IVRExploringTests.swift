import Testing

@testable import CallModel

struct IVRExploringTests {
  private func company() -> Company<IVRPorts> {
    Company("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  @Test func everyStateOfOnePort() {
    let company = company()
    let found = company.state.explore(by: IVRPorts.rulebook())
    #expect(found.fault == nil && !found.isCutShort)
    #expect([found.states, found.transitions, found.depth] == [30, 510, 3])
    #expect(found.fired.allSatisfy { $0 > 0 })
  }

  @Test func everyStateOfTwoPorts() {
    let two = Company<IVRPorts>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    let found = two.state.explore(by: IVRPorts.rulebook())
    #expect(found.fault == nil && !found.isCutShort && found.states == 900)
  }
}
