import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct SpellingTests {
  let sample = Sample(parties: ["A extension dn=7001", "B acd-group"])

  @Test(arguments: [
    "A TMakeCall B", "A TReleaseCall", "A TAttachUserData on 2 Key=value", "B busy CallState=SitInvalidNum",
    "A TMakeCall B Text=\"a b\"",
  ])
  func actions(_ text: String) {
    let action = sample.action(text.replacing("\"a b\"", with: "a_b"))
    #expect(sample.scenario.spelling(of: action) == text)
  }

  @Test(arguments: [
    ("A", "A"), ("a b", "\"a b\""), ("", "\"\""), ("a|b", "\"a|b\""), ("why?", "\"why?\""), ("*", "\"*\""),
    ("a\"b\\c", "\"a\\\"b\\\\c\""),
    ("a?b", "a?b"), ("a\\b", "a\\b"), ("#1", "#1"),
  ])
  func values(_ value: String, _ spelled: String) {
    #expect(value.quotedWhereNeeded == spelled)
  }

  @Test(arguments: [
    (Pattern.absent, "!X"), (.any(isOptional: false), "X=*"), (.any(isOptional: true), "X=*?"),
    (.oneOf(["a"], isOptional: false), "X=a"),
    (.oneOf(["a", "b c"], isOptional: true), "X=a|\"b c\"?"),
  ])
  func patterns(_ pattern: Pattern, _ spelled: String) {
    #expect(ExpectedAttribute(name: "X", pattern: pattern, position: .nowhere).spelling == spelled)
  }

  @Test func messagesLeaveOutWhatStandsByItself() {
    let defaults = [Message.Attribute(name: "ConnID", value: "1", isListed: true)]
    let scenario = sample.scenario
    let own = sample.message("A EventReleased ConnID=1 ThisDN=7001 [CallType=Internal] OtherDN=B CallState=OK")
    #expect(scenario.spelling(of: own, defaults: defaults) == "A  EventReleased  OtherDN=B CallState=OK")
    let other = sample.message("B EventAbandoned ConnID=2 ThisDN=7001 OtherDN=7001 Reason=a_b")
    #expect(
      scenario.spelling(of: other, defaults: defaults)
        == "B  EventAbandoned  ConnID=2 ThisDN=A OtherDN=A Reason=\"a b\"")
  }

  @Test func whatAMessageLacksIsSaid() {
    let defaults = [Message.Attribute(name: "ConnID", value: "1", isListed: true)]
    let error = sample.message("A EventError ThisDN=7001 ErrorCode=71")
    #expect(sample.scenario.spelling(of: error, defaults: defaults) == "A  EventError  !ConnID ErrorCode=71")
  }

  @Test func expectedMessagesMayBeOpen() {
    let expected = ExpectedMessage(recipient: 1, name: "EventQueued", attributes: [], isOpen: true, position: .nowhere)
    #expect(sample.scenario.spelling(of: expected) == "B  EventQueued  ...")
  }
}
