import CallModel
import Testing

@testable import CallCheck

@Suite struct WitnessTests {
  private static let log = TypedLog(
    """
    7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
    7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK
    7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
    7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination
    """)

  private static func judged(_ explainer: inout Explainer) -> Component {
    var component = Component()
    for observed in log.observations { component.judge(observed, by: &explainer) }
    component.recall(explainer.memory)
    return component
  }

  @Test func theInferredActionsLeadToTheLog() throws {
    var explainer = Explainer(SwitchProfile(), .exact)
    let component = Self.judged(&explainer)
    let witness = Witness(try #require(component.best), by: explainer.book)
    #expect(witness.agrees(with: Self.log.observations))
    #expect(explainer.unverified(component) == nil)
  }

  @Test func anotherLogDiffers() throws {
    var explainer = Explainer(SwitchProfile(), .exact)
    let witness = Witness(try #require(Self.judged(&explainer).best), by: explainer.book)
    var wrong = Self.log.observations
    wrong[2].otherDNRole = .origination
    #expect(witness.firstDifference(from: wrong, .exact)?.position == wrong[2].position)
    #expect(witness.firstDifference(from: wrong, .listed)?.position == wrong[2].position)
    var more = Self.log.observations
    more[3].present.insert(.callState)
    more[3].callState = .conferenced
    #expect(witness.firstDifference(from: more, .exact)?.position == more[3].position)
    let short = Array(Self.log.observations.dropLast())
    #expect(witness.firstDifference(from: short, .exact)?.position == short[2].position)
    #expect(!witness.agrees(with: Self.log.observations + [Self.log.observations[3]]))
  }

  /// The party that makes a conference is released from the consultation and gets its call back, in either order.
  @Test(arguments: [true, false]) func eitherOrderOfAConference(_ isReleasedFirst: Bool) throws {
    let (released, retrieved) = (
      "7002 EventReleased ConnID=2 CallState=Conferenced", "7002 EventRetrieved ConnID=1 CallState=Conferenced"
    )
    let added =
      "EventPartyAdded ConnID=1 OtherDN=7003 OtherDNRole=NewParty ThirdPartyDN=7002 ThirdPartyDNRole=AddedBy"
      + " CallState=Conferenced"
    let conference = TypedLog(
      """
      7002 EventHeld ConnID=1 OtherDN=7001
      7002 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination
      7003 EventRinging ConnID=2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination CallState=OK
      7002 EventEstablished ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination
      7003 EventEstablished ConnID=2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination
      \(isReleasedFirst ? released : retrieved)
      \(isReleasedFirst ? retrieved : released)
      7001 \(added)
      7002 \(added)
      7003 EventPartyChanged ConnID=1 PreviousConnID=2 ThirdPartyDN=7002 ThirdPartyDNRole=ConferencedBy \
      CallState=Conferenced
      """)
    var explainer = Explainer(SwitchProfile(), .exact)
    var component = Component()
    for observed in Self.log.observations + conference.observations { component.judge(observed, by: &explainer) }
    component.recall(explainer.memory)
    let best = try #require(component.best)
    #expect(best.faults.isEmpty)
    #expect(explainer.unverified(component) == nil)
  }

  /// The actions that one switch explains the log by do not lead to it on another.
  @Test func aWrongWitnessIsAFinding() throws {
    var explainer = Explainer(SwitchProfile(), .exact)
    let component = Self.judged(&explainer)
    var profile = SwitchProfile()
    profile.dialedNumber = .unknown
    let finding = try #require(Explainer(profile, .exact).unverified(component))
    #expect((finding.level, finding.kind, finding.observation.type) == (.error, .unverified, .dialing))
    #expect(finding.inferred.map(\.verb) == [.makeCall, .ring, .answer])
  }

  @Test func theCallsAreCounted() {
    var judge = Judge()
    judge.verifies = true
    let released = TypedLog(
      """
      7001 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7001 EventReleased ConnID=2 OtherDN=7002 CallState=OK
      """)
    let (findings, summary) = released.judged(judge)
    #expect(findings.isEmpty && summary.verified == 1)
    #expect(released.judged().summary.verified == 0)
  }
}
