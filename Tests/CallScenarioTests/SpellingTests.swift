import CallModel
import Testing

@testable import CallScenario

@Suite struct SpellingTests {
  /// U+0301 forms one `Character` with what precedes it.
  private static let values = [
    ("A", "A"), ("a b", "\"a b\""), ("", "\"\""), ("a|b", "\"a|b\""), ("why?", "\"why?\""), ("*", "\"*\""),
    ("a\"b\\c", "\"a\\\"b\\\\c\""), ("a?b", "a?b"), ("a\\b", "a\\b"), ("#1", "#1"), ("a#b", "a#b"),
    ("a\tb", "\"a\tb\""),
    ("\"\u{301}", "\"\\\"\u{301}\""), ("a|\u{301}", "\"a|\u{301}\""), ("a \u{301}", "\"a \u{301}\""),
    ("a?\u{301}", "a?\u{301}"), ("\\\u{301} ", "\"\\\\\u{301} \""), ("\u{A0}", "\u{A0}"), ("\u{3000}", "\u{3000}"),
  ]

  @Test(arguments: values)
  func valuesAreBareIfTheParserReadsThemSo(_ value: String, _ written: String) {
    #expect(Text(value.spelled()) == Text(written))
  }

  /// The parser reads a spelled value back as the same value, as an option and in an expectation.
  @Test(arguments: values.filter { $0.0 != "" })
  func aSpelledValueIsReadAsItself(_ value: String, _ written: String) throws {
    let scenario = try parsed(
      header + "A TAttachUserData k=\(value.spelled())\n    A EventRinging OtherDN=\(value.spelled())|x UserData=1\n")
    let action = try scenario.flows[0].action(0)
    #expect(Text(action.options[0].value) == Text(value))
    let attributes = try action.messages()[0].attributes
    guard case .oneOf(let values, false) = attributes[0].pattern else { throw OfAnotherKind() }
    #expect(attributes.count == 2)
    #expect(Text(values[0]) == Text(value == "A" ? "A" : value))
  }

  @Test(arguments: [
    "A TMakeCall B", "A TReleaseCall", "A TAttachUserData on 2 Key=value", "B busy CallState=Busy",
    "A TAttachUserData Text=\"a b\"",
  ])
  func actions(_ text: String) throws {
    let scenario = try parsed(header + text)
    #expect(scenario.spelling(of: try scenario.flows[0].action(0)) == text)
  }

  @Test(arguments: [
    (Pattern.absent, "!X"), (.any(isOptional: false), "X=*"), (.any(isOptional: true), "X=*?"),
    (.oneOf(["a"], isOptional: false), "X=a"), (.oneOf(["a", "b c"], isOptional: true), "X=a|\"b c\"?"),
  ])
  func patterns(_ pattern: Pattern, _ spelled: String) {
    #expect(
      ExpectedAttribute(name: "X", pattern: pattern, position: Position(line: 1, column: 1)).spelling == spelled)
  }

  // MARK: Lines

  private static let scene = HandBuilt("scenario T\nparty A extension dn=7001\nparty B extension\nA TX\n")

  /// The lines for the messages of a step; the first message is about call 1.
  private func lines(_ sent: String..., scene: HandBuilt = scene) throws -> [String] {
    let transcript = scene.transcript(sent)
    let step = try #require(transcript.steps.first)
    return step.messages.map { Spelling(transcript.scenario).text(of: $0, in: step, ExpectationColumns()) }
  }

  @Test func messagesLeaveOutDefaults() throws {
    #expect(
      try lines("A EventReleased ~CallType=Internal OtherDN=B CallState=OK")
        == ["A  EventReleased  OtherDN=B CallState=OK"])
    #expect(try lines("B E ThisDN=7001 OtherDN=A X=\"a b\"") == ["B  E  ThisDN=A OtherDN=\"A\" X=\"a b\""])
    #expect(try lines("A E") == ["A  E"])
  }

  @Test func withTwoCallsEachLineNamesItsCall() throws {
    #expect(try lines("A E", "B E ConnID=2") == ["A  E  ConnID=1", "B  E  ConnID=2"])
  }

  @Test func missingDefaultsAreWritten() throws {
    #expect(try lines("A EventError !ConnID ErrorCode=71") == ["A  EventError  !ConnID ErrorCode=71"])
  }

  @Test(arguments: [("", "*"), ("a\nb", "*"), ("\u{85}", "*"), ("\u{A0}", "\u{A0}")])
  func valuesThatNoLineCanHoldBecomeStars(_ value: String, _ written: String) throws {
    #expect(try attribute("X", value) == "X=" + written)
  }

  @Test func valuesTooLongForALineBecomeStars() throws {
    #expect(try attribute("X", String(repeating: "x", count: Limits.line)) == "X=*")
    #expect(try attribute("X", String(repeating: "x", count: 1_000)).utf8.count == 1_002)
  }

  /// A step inserted above gives the request another number, unless the scenario gives it one.
  @Test func numbersThatCountStepsBecomeStars() throws {
    #expect(try attribute("ReferenceID", "2") == "ReferenceID=*")
    let own = HandBuilt("scenario T\nparty A extension\nA TX ReferenceID=2\n")
    #expect(try attribute("ReferenceID", "2", scene: own) == "ReferenceID=2")
    #expect(
      try lines("refused no", "A EventError ~ReferenceID=2", scene: own) == ["A  EventError  ReferenceID=2"])
    #expect(try lines("refused no", "A EventError ~ReferenceID=2") == ["A  EventError  ReferenceID=*"])
  }

  private func attribute(_ name: String, _ value: String, scene: HandBuilt = scene) throws -> String {
    let transcript = scene.transcript([])
    let step = try #require(transcript.steps.first)
    return Spelling(transcript.scenario).attribute(.init(name: name, value: value, isListed: true), in: step)
  }

  @Test func expectedMessagesMayBeOpen() throws {
    let scenario = try parsed(header + "A ring\n    B  EventQueued  ...\n")
    let expected = try scenario.flows[0].action(0).messages()[0]
    #expect(Spelling(scenario).text(of: expected, ExpectationColumns()) == "B  EventQueued  ...")
  }
}
