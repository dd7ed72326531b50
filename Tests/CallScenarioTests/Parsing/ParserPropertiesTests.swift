import Testing

@testable import CallScenario

/// Properties in a header, and alone.
@Suite struct ParserPropertiesTests {
  private static let text = """
    scenario  T
    never     B  EventRinging   OtherDN=A ... before A EventDialing OtherDN=B|C? # and a comment
    party     A  extension
    party     B  extension dn=7002
    sometimes 7002 EventReleased !ThisQueue OtherDN="A" CallState=ok
    party     C  extension
    always    after A EventDialing ... eventually B EventRinging ConnID=01 or C EventRinging CallState=*?
    """

  private let scenario: Scenario

  init() throws { scenario = try Scenario(parsing: Self.text + "\nA TMakeCall B\n  ...\n") }

  @Test func namesMayBeDeclaredFurtherDown() throws {
    #expect(scenario.properties.map(\.position.line) == [2, 5, 7])
    guard case .never(let ringing, let dialing?) = scenario.properties[0].claim else { throw OfAnotherKind() }
    #expect((ringing.recipient, ringing.name, ringing.isOpen) == (1, "EventRinging", true))
    #expect((dialing.recipient, dialing.name, dialing.isOpen) == (0, "EventDialing", false))
    #expect(dialing.attributes.map(\.pattern) == [.oneOf(["7002", "C"], isOptional: true)])
    guard case .sometimes(let released) = scenario.properties[1].claim else { throw OfAnotherKind() }
    #expect(released.recipient == 1)
    #expect(
      released.attributes.map(\.pattern)
        == [.absent, .oneOf(["A"], isOptional: false), .oneOf(["OK"], isOptional: false)])
    guard case .always(_, let alternatives) = scenario.properties[2].claim else { throw OfAnotherKind() }
    #expect(alternatives.map(\.recipient) == [1, 2])
    #expect(alternatives[0].attributes.map(\.pattern) == [.oneOf(["1"], isOptional: false)])
  }

  @Test func theTextHasSingleBlanksAndNoComment() {
    #expect(
      scenario.properties[0].text == "never B EventRinging OtherDN=A ... before A EventDialing OtherDN=B|C?")
  }

  @Test func theTextMeansTheProperty() throws {
    for property in scenario.properties {
      var alone = try Property(parsing: property.text, in: scenario)
      #expect(alone.text == property.text)
      #expect(alone.events.map(\.recipient) == property.events.map(\.recipient))
      #expect(alone.events.map { $0.attributes.map(\.pattern) } == property.events.map { $0.attributes.map(\.pattern) })
      alone = try Property(parsing: "\n  # before it\n \(property.text) # behind it\n", in: scenario)
      #expect(alone.text == property.text)
    }
  }

  @Test func wordsOfPropertiesMayNameFlowsAndMarks() throws {
    let text = Self.text + "\nmark before\nA TMakeCall B\n  ...\nafter before as eventually\nA TMakeCall C\n  ...\n"
    #expect(try Scenario(parsing: text).flows.map(\.name) == ["main", "eventually"])
  }

  @Test(arguments: [
    ("", "P:1:1: error: the property is missing"), ("A EventRinging", "P:1:1: error: A does not begin a property"),
    ("nevr A EventRinging", "P:1:1: error: nevr does not begin a property"),
    ("never A EventRinging\nnever B EventRinging", "P:2:1: error: there is more than one line"),
    ("never A EventFoo", "P:1:9: error: unknown message EventFoo"),
    ("never A EventRinging\u{0}", "P:1:21: error: the line contains a control character: U+0000"),
    ("party D extension", "P:1:1: error: party does not begin a property"),
  ])
  func anythingElseIsAMistake(_ text: String, _ message: String) {
    let error = #expect(throws: Mistakes.self) { try Property(parsing: text, in: scenario, path: "P") }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func oneWarnsLikeAFile() throws {
    let warnings = try Property.parse("never A EventRinging OtherDN=z", in: scenario, path: "P").warnings
    #expect(warnings.map(\.message) == ["z is neither a party nor a DN of this file"])
  }

  @Test func aReplayIgnoresThem() throws {
    let without = Self.text.split(separator: "\n").filter { line in
      !Keywords.properties.contains { line.hasPrefix($0) }
    }.joined(separator: "\n")
    let replayed = try Scenario(parsing: without + "\nA TMakeCall B\n  ...\n").replay()
    #expect(try scenario.replay().flows.map(\.steps.first?.messages) == replayed.flows.map(\.steps.first?.messages))
  }
}

extension Transcript.Flow {
  fileprivate var steps: [Transcript.Step] {
    entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }
}
