import CallModel
import Testing

@testable import CallCheck

/// What had been set before the log began explains what follows, unless the log shows that it is not set.
@Suite struct SettingsBeforeTests {
  private static func found(_ lines: [String]) -> [String] { TypedLog(lines.joined(separator: "\n")).found }

  private static let observed = [
    "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination CallState=OK",
    "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination",
    "7003 EventRinging ConnID=1 ThisDNRole=Observer OtherDN=5551 OtherDNRole=Origination CallState=Bridged",
    "7003 EventEstablished ConnID=1 ThisDNRole=Observer OtherDN=5551 OtherDNRole=Origination CallState=Bridged",
    "7002 EventPartyAdded ConnID=1 ThisDNRole=Destination OtherDN=7003 OtherDNRole=Observer CallState=Bridged",
  ]
  private static let cancelled = [
    "7003 EventMonitoringCancelled ThisDNRole=Observer OtherDN=7002 OtherDNRole=Destination",
    "7002 EventMonitoringCancelled OtherDN=7003 OtherDNRole=Observer",
  ]

  @Test func anAgentMayHaveBeenObserved() { #expect(Self.found(Self.observed).isEmpty) }

  @Test func monitoringThatHasNotBegunInTheLogMayBeCancelled() {
    #expect(Self.found(Self.cancelled).isEmpty)
    #expect(Self.found(Self.observed + Self.cancelled).isEmpty)
  }

  @Test func whatHasBeenCancelledObservesNoCall() {
    #expect(!Self.found(Self.cancelled + Self.observed).isEmpty)
    #expect(!Self.found(Self.cancelled + Self.cancelled).isEmpty)
    #expect(!Self.found(Self.observed + Self.cancelled + Self.cancelled).isEmpty)
  }

  private static let forwarded = [
    "7001 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7003 EventRinging ConnID=2 OtherDN=7001 CallState=Forwarded",
    "7001 EventReleased ConnID=2 OtherDN=7003 CallState=OK", "7003 EventAbandoned ConnID=2 OtherDN=7001 CallState=OK",
  ]

  @Test func aDeviceMayHaveForwardedItsCalls() { #expect(Self.found(Self.forwarded).isEmpty) }

  @Test func aDeviceThatNoLongerForwardsItsCallsTakesThem() {
    #expect(Self.found(["7002 EventForwardCancel"] + Self.forwarded) != [])
  }

  /// Do Not Disturb tells nothing of the agent at the DN.
  @Test func whatIsNotToldIsNotKnown() {
    #expect(Self.found(["7002 EventDNDOn", "7002 EventDNDOff", "7002 EventAgentLogout"]).isEmpty)
    #expect(Self.found(["7002 EventAgentLogout", "7002 EventAgentLogout"]) != [])
  }

  /// After-call work begins before the release is told, and so the agent had logged in before that.
  @Test func anAgentMayHaveLoggedInLongBefore() {
    var profile = SwitchProfile()
    profile.wrapUp = .untimed
    let judge = Judge(profile: profile)
    let call = [
      "8001 EventQueued ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination",
      "8001 EventDiverted ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination"
        + " ThirdPartyDN=7002 ThirdPartyDNRole=Destination",
      "7002 EventRinging ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination"
        + " CallState=OK",
      "7002 EventEstablished ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=5551 OtherDNRole=Origination",
      "7002 EventAgentNotReady", "7002 EventReleased ConnID=1 OtherDN=5551 CallState=OK",
    ]
    #expect(TypedLog(call.joined(separator: "\n")).judged(judge).findings.isEmpty)
    let loggedOut = ["7002 EventAgentLogout"] + call
    #expect(!TypedLog(loggedOut.joined(separator: "\n")).judged(judge).findings.isEmpty)
  }
}
