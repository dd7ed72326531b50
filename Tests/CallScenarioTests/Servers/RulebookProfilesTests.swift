import CallModel
import Testing

@testable import CallScenario

@Suite struct RulebookProfilesTests {
  @Test func rulesAreMadeOnceForAProfile() {
    var profile = SwitchProfile()
    let isSet = profile.set(.errata, to: "corrected")
    #expect(isSet)
    let ordinary = Rulebook.under(SwitchProfile())
    let corrected = Rulebook.under(profile)
    #expect(Rulebook.under(SwitchProfile()) === ordinary)
    #expect(Rulebook.under(profile) === corrected && corrected !== ordinary)
  }
}
