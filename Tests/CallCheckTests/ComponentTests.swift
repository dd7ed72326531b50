import Testing

@testable import CallCheck

@Suite struct ComponentTests {
  /// Nothing is left of calls that are forgotten, whether they were explained, remembered or set aside.
  @Test func whatIsForgottenDoesNotCount() throws {
    let flow = try #require(LoggedFlow.sample.first)
    let last = try #require(flow.observations.last)
    var explainer = Explainer.unused(flow.profile)
    var component = Component(number: 1)
    for isSetAside in [false, false, true, false] {
      for observed in flow.observations { component.judge(observed, by: &explainer) }
      #expect(component.isSound && component.isAtRest && component.history == flow.observations)
      if isSetAside { component.setAside(at: last) }
      #expect(component.isLost == isSetAside && component.hasUnknownPast == isSetAside)
      component.removeAll()
      #expect(component.history.isEmpty && component.participants.dns.isEmpty && component.participants.calls.isEmpty)
      #expect(component.place == Memory.start && !component.isAtRest && component.isSound && component.best?.steps == 0)
      #expect(!component.isLost && !component.hasUnknownPast && component.cut == nil && component.contradicted == nil)
    }
  }
}
