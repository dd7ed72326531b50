import CallModel
import Testing

@testable import CallScenario

@Suite struct SharedRulebookTests {
  @Test func rulesAreMadeOnceForAProfile() {
    var profile = SwitchProfile()
    let isSet = profile.set(.errata, to: "corrected")
    #expect(isSet)
    let ordinary = SharedRulebook.under(SwitchProfile())
    let corrected = SharedRulebook.under(profile)
    #expect(SharedRulebook.under(SwitchProfile()) === ordinary)
    #expect(SharedRulebook.under(profile) === corrected && corrected !== ordinary)
    #expect(IVRServer.sharedRulebook === IVRServer.sharedRulebook)
  }
}
