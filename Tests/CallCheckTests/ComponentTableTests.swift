import Testing

@testable import CallCheck
@testable import CallModel

/// Which calls are judged together.
@Suite struct ComponentTableTests {
  /// What has ended takes no memory, however long the log is.
  @Test func endedCallsAreForgotten() throws {
    let flow = try #require(LoggedFlow.sample.first)
    var judge = Judge.unused(flow.profile)
    var sizes: [Int] = []
    for round in 0..<80 {
      for observed in flow.observations {
        var later = observed
        for call in [\Observation.connID, \.previousConnID] where later[keyPath: call] != .none {
          later[keyPath: call] = ConnID(later[keyPath: call].rawValue + UInt64(round) * 1_000)
        }
        later.position.line += UInt32(round) * 1_000
        _ = judge.judge(later)
      }
      _ = judge.finish()
      sizes.append(judge.components.size)
    }
    #expect(judge.summary.calls >= 80 && sizes[79] == sizes[39])
  }

  /// A group that is told of one call is registered, and so it is told of the other ones at the same time, too.
  @Test func whatIsToldOfOneCallIsToldOfTheOthers() {
    // The log does not begin in the middle of the second one.
    let before = """
      7005 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7006 OtherDNRole=Destination
      7005 EventReleased ConnID=1 ThisDNRole=Origination OtherDN=7006 OtherDNRole=Destination CallState=OK

      """
    let first = """
      7001 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=8001 OtherDNRole=Destination
      8001 EventQueued ConnID=2 ThisQueue=8001 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination

      """
    let second = """
      7003 EventRinging ConnID=3 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination CallState=OK
      7003 EventEstablished ConnID=3 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination
      7003 EventReleased ConnID=3 OtherDN=0041 CallState=OK

      """
    let judge = Judge.unused(SwitchProfile())
    #expect(TypedLog(before + second).judged(judge).findings.isEmpty)
    let findings = TypedLog(before + first + second).judged(judge).findings
    #expect(findings.first?.level == .error && findings.first?.observation.position.line == 5)
  }
}
