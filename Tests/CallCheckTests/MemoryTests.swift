import Testing

@testable import CallCheck
@testable import CallModel

/// What has been explained once is judged like what is explained for the first time.
@Suite struct MemoryTests {
  /// The events of a log once more, in other calls and at other DNs.
  private static func shifted(_ observations: [Observation], by distance: Int) -> [Observation] {
    func dn(_ dn: Observation.DN) -> Observation.DN { dn == .none ? dn : .init(dn.rawValue + UInt32(distance)) }
    func call(_ call: ConnID) -> ConnID { call == .none ? call : ConnID(call.rawValue + UInt64(distance)) }
    return observations.map { observed in
      var shifted = observed
      (shifted.thisDN, shifted.otherDN) = (dn(observed.thisDN), dn(observed.otherDN))
      (shifted.thirdPartyDN, shifted.thirdPartyQueue) = (dn(observed.thirdPartyDN), dn(observed.thirdPartyQueue))
      (shifted.thisQueue, shifted.connID) = (dn(observed.thisQueue), call(observed.connID))
      shifted.previousConnID = call(observed.previousConnID)
      if observed.agentID != 0 { shifted.agentID += UInt32(distance) }
      shifted.position.line += UInt32(distance)
      return shifted
    }
  }

  /// A log's findings, in places that do not depend on where it stands.
  private static func findings(_ observations: [Observation], after judge: inout Judge, distance: Int) -> [String] {
    let before = judge.summary.events
    let findings = shifted(observations, by: distance).flatMap { judge.judge($0) } + judge.finish()
    #expect(judge.summary.events == before + observations.count)
    return findings.map { finding in
      "\(finding.level) \(finding.kind) \(Int(finding.observation.position.line) - distance) \(finding.missing.count) "
        + "\(finding.differences.map(\.attribute)) \(finding.alternatives.map(\.type)) \(finding.inferred.map(\.verb))"
    }
  }

  private static func flows(every step: Int) -> [LoggedFlow] {
    LoggedFlow.sample.enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }

  @Test(arguments: flows(every: 5)) func aFlowIsJudgedAlikeTheSecondTime(_ flow: LoggedFlow) {
    var judge = Judge.unused(flow.profile)
    let first = Self.findings(flow.observations, after: &judge, distance: 0)
    let second = Self.findings(flow.observations, after: &judge, distance: 1_000)
    judge.forget()
    let third = Self.findings(flow.observations, after: &judge, distance: 2_000)
    #expect(second == first && third == first, "\(flow.title)")
  }

  /// A fault is found in the same way whether or not the events before it are known.
  @Test(arguments: flows(every: 24)) func aFaultIsFoundAmongKnownEvents(_ flow: LoggedFlow) throws {
    var random = SplitMix64(seed: 1)
    let place = flow.observations.count * 2 / 3
    guard let mutation = Mutation(.duplicate, at: place, of: flow.observations, &random) else { return }
    var knowing = Judge.unused(flow.profile)
    knowing.hurry()
    _ = Self.findings(flow.observations, after: &knowing, distance: 0)
    var forgetful = knowing
    forgetful.forget()
    let known = Self.findings(mutation.observations, after: &knowing, distance: 1_000)
    #expect(known == Self.findings(mutation.observations, after: &forgetful, distance: 1_000), "\(flow.title)")
  }

  /// What is known of an observer and the requests that an event meets are told apart.
  @Test func anEventOfWhichMoreIsKnownIsAnotherOne() throws {
    let log = TypedLog(
      """
      7003 EventMonitoringCancelled ThisDNRole=Observer OtherDN=7002 OtherDNRole=Destination
      7003 EventRinging ConnID=1 ThisDNRole=Observer OtherDN=5551 OtherDNRole=Origination CallState=Bridged
      """
    ).observations
    var explainer = Explainer(SwitchProfile(), .exact)
    var (first, second) = (Participants(), Participants())
    let open = try #require(explainer.numbered(log[1], &first))
    explainer.terms.settings.note(log[0])
    let known = try #require(explainer.numbered(log[1], &second))
    for requests in 0..<64 as Range<UInt64> { #expect(open.met(by: requests) != known) }
  }
}
