import CallModel
import Testing

@testable import CallScenario

@Suite struct ReadyRulesTests {
  @Test func rulesAreMadeOnceForAProfile() {
    var profile = SwitchProfile()
    let isSet = profile.set(.errata, to: "corrected")
    #expect(isSet)
    let ordinary = ReadyRules.under(SwitchProfile())
    let corrected = ReadyRules.under(profile)
    #expect(ReadyRules.under(SwitchProfile()) === ordinary)
    #expect(ReadyRules.under(profile) === corrected && corrected !== ordinary)
    #expect(IVRPorts.ready === IVRPorts.ready)
  }
}
