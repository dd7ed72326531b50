import CallModel
import Testing

@testable import CallScenario

/// The scenarios that are suggested for what is missing.
@Suite struct CoverageSuggestionsTests {
  private static func coverage(of text: String) throws -> Coverage {
    var coverage = Coverage()
    coverage.add(try Scenario(parsing: text).replay(.toRecord))
    return coverage
  }

  private static func item(_ name: String, _ coverage: Coverage) throws -> Coverage.Item {
    try #require(coverage.missing.first { $0.name == name })
  }

  @Test func aSuggestionIsAShortestScenario() throws {
    let coverage = try Self.coverage(of: CoverageTests.call)
    let items = try [Self.item("The called party answers", coverage), Self.item("**", coverage)]
    #expect(
      coverage.suggestions(for: items, states: 200) == [
        """
        scenario  The called party answers

        party     A  extension
        party     B  extension

        A TMakeCall B
        B ring
        B TAnswerCall

        """,
        """
        scenario  **

        party     A  extension
        party     B  extension

        A TMakeCall B
        B busy

        """,
      ])
  }

  /// A suggestion exercises its item, whichever kind it is.
  @Test(arguments: [
    ("D10", "t-server"), ("hook-events=reported", "t-server"), ("ani=all-calls", "t-server"),
    ("A party puts the call on hold", "t-server"), ("The phone goes off hook", "t-server"),
    ("Do-not-disturb is set", "t-server"), ("User data is attached", "t-server"),
  ])
  func aSuggestionExercisesItsItem(_ name: String, _ server: String) throws {
    var coverage = try Self.coverage(of: CoverageTests.call)
    let item = try #require(coverage.missing.first { $0.name.hasPrefix(name) }, "\(name)")
    let text = try #require(coverage.suggestions(for: [item], states: 300)[0], "\(name)")
    coverage.add(try Scenario(parsing: text).replay(.toRecord))
    #expect(!coverage.missing.contains(item), "\(text)")
  }

  @Test(arguments: ["ivr-server", "interaction-server", "recording"])
  func theOtherServersHaveSuggestions(_ server: String) throws {
    var coverage = Coverage(of: [server])
    let items = Array(coverage.missing.prefix(4))
    let texts = coverage.suggestions(for: items, states: 100)
    #expect(texts.compactMap(\.self).count >= 2)
    for (item, text) in zip(items, texts) {
      guard let text else { continue }
      coverage.add(try Scenario(parsing: text).replay(.toRecord))
      #expect(!coverage.missing.contains(item), "\(text)")
    }
  }

  @Test func withoutStatesNothingIsExplored() throws {
    let coverage = try Self.coverage(of: CoverageTests.call)
    #expect(coverage.suggestions(for: [try Self.item("The called party answers", coverage)], states: 0) == [nil])
  }

  /// Two calls in a row: the search numbers calls by age, and the scenario by their beginning.
  @Test func callsAreNamedAsTheScenarioNumbersThem() throws {
    let scenario = try Scenario(
      parsing: """
        scenario Two calls
        party A extension
        party B extension
        A TMakeCall B
          ...
        A TReleaseCall
          ...
        A TMakeCall B
          ...
        B ring
          ...
        """)
    let rules = Servers.rules(of: "t-server")
    let rule = try #require(rules.firstIndex { $0.name == "The called party answers" })
    let history = try #require(scenario.history(of: "main")).actions
    let found = scenario.search(for: RuleWish(rules: [rule], histories: [history], settings: false, states: 50))
    #expect(found[rule]?.map(scenario.spelling(of:)).last == "B TAnswerCall")
    #expect(found[rule]?.count == 5)
  }
}
