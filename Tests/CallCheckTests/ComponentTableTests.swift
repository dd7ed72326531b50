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

  /// Callers outside who hang up before the agent rings leave no trace. Such calls are not judged with the next ones.
  @Test(arguments: [Presence.exact, .listed]) func callsThatMayBeOverDoNotWaitForTheirAgent(_ presence: Presence) {
    let calls = (1...20).map { number in
      """
      8001 EventQueued ConnID=\(number) ThisQueue=8001 ThisDNRole=Destination OtherDN=00\(number) OtherDNRole=Origination
      8001 EventDiverted ConnID=\(number) ThisQueue=8001 ThisDNRole=Destination OtherDN=00\(number) \
      OtherDNRole=Origination ThirdPartyDN=7003 ThirdPartyDNRole=Destination
      """
    }
    let answered = """
      7003 EventRinging ConnID=20 ThisQueue=8001 ThisDNRole=Destination OtherDN=0020 OtherDNRole=Origination CallState=OK
      7003 EventEstablished ConnID=20 ThisQueue=8001 ThisDNRole=Destination OtherDN=0020 OtherDNRole=Origination
      7003 EventReleased ConnID=20 OtherDN=0020 CallState=OK
      """
    var log = TypedLog(calls.joined(separator: "\n") + "\n" + answered)
    log.wait(4_000)
    let (findings, summary) = log.judged(Judge.hurried(presence: presence))
    #expect(findings.isEmpty && summary.calls == 20)
    #expect(summary.mostHypotheses <= 100)
  }

  /// A DN that has left a consultation may still hold the main call, and one that is off hook may still dial.
  @Test func callsThatAreNotOverWait() {
    let held = TypedLog(
      """
      7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination CallState=OK
      7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination
      7002 EventHeld ConnID=1 OtherDN=0041
      7002 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination
      7003 EventRinging ConnID=2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination CallState=OK
      7002 EventReleased ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination CallState=OK
      7003 EventAbandoned ConnID=2 OtherDN=7002 CallState=OK
      7002 EventRetrieved ConnID=1 OtherDN=0041 CallState=OK
      7002 EventReleased ConnID=1 OtherDN=0041 CallState=OK
      """)
    var (component, explainer) = (Component(), Explainer.unused(SwitchProfile()))
    let deserted = held.observations.map { observed in
      component.judge(observed, by: &explainer)
      return component.isDeserted
    }
    #expect(deserted == [false, false, false, false, false, false, false, false, true])
    var profile = SwitchProfile()
    profile.hookEvents = .reported
    var dialing = TypedLog(
      """
      7001 EventOffHook
      7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7001 EventReleased ConnID=1 ThisDNRole=Origination CallState=OK
      7001 EventOnHook
      """)
    dialing.wait(6_000)
    #expect(dialing.judged(Judge(profile: profile)).findings.isEmpty)
  }
}
