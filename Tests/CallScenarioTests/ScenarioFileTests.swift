import CallModel
import Testing

@testable import CallScenario

/// The project's own scenarios: the manual's tables, and what follows from them.
struct ScenarioFileTests {
  /// The chapters of which every table is a scenario, and nothing else is.
  private static let chapters = ["basic-call-models", "releasing-calls"]
  private static let further = [
    "agents", "digits-and-queries", "holding-transferring-conferencing", "monitoring-calls", "predictive-dialing",
    "profile-options", "registration", "special-cases", "user-data", "virtual-queues",
  ]
  /// The other servers.
  private static let otherServers = [
    "interaction-conference", "interaction-models", "ivr-conference", "recording", "side-by-side",
  ]
  /// Scenarios that no table prints.
  private static let derived = ["compositions", "regression"]

  @Test func theFoldersAreTheManualsChapters() {
    let chapters = Set(Self.chapters + Self.further + Self.otherServers + Self.derived)
    #expect(Set(ScenarioFile.all.map(\.chapter)) == chapters)
    #expect(Repository.paths("Scenarios/*") == (["README.md"] + chapters.sorted()).map { "Scenarios/\($0)" })
  }

  /// A folder holds scenarios, or folders of them; and not more than a reader can look through. A chapter has a page, too.
  @Test func everyFolderHoldsUpToSixtyScenarios() {
    for folder in ScenarioFile.folders {
      let scenarios = Repository.paths("Scenarios/\(folder)/*").filter { !$0.hasSuffix("/README.md") }
      #expect(scenarios.count <= 60 && scenarios.allSatisfy { $0.hasSuffix(".scenario") }, "\(folder)")
    }
    let folders = Repository.paths("Scenarios/*/*").filter { !$0.hasSuffix(".scenario") && !$0.hasSuffix("/README.md") }
    #expect(folders.allSatisfy { path in ScenarioFile.folders.contains { path == "Scenarios/\($0)" } })
  }

  @Test(arguments: ScenarioFile.all)
  func holds(_ file: ScenarioFile) throws {
    let transcript = try #require(ScenarioFile.transcripts[file.path])
    #expect(transcript.report == [])
    #expect(transcript.scenario.warnings == [])
    #expect(transcript.flows.count == transcript.scenario.flows.count)
    #expect(Scenario.recorded(file.bytes, transcript) == file.bytes)
  }

  @Test(arguments: ScenarioFile.all)
  func hasATitleAndASource(_ file: ScenarioFile) throws {
    let scenario = try #require(ScenarioFile.transcripts[file.path]).scenario
    #expect(!scenario.title.isEmpty)
    let documents = [
      "Basic Call Models", "Releasing Calls, ", "T-Server models, ", "IVR Server, ", "Interaction Server, ",
      "Recording, Call Flows, ",
    ]
    if let source = scenario.source {
      #expect(documents.contains { source.hasPrefix($0) })
      #expect(!Self.derived.contains(file.chapter))
    } else {
      #expect(scenario.derived?.isEmpty == false)
      #expect(!Self.chapters.contains(file.chapter))
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(file.firstSentence.count > 10 && file.firstSentence.hasSuffix("."), "a comment tells the story")
    #expect(text.hasSuffix("\n") && !text.contains("\t") && !text.contains(" \n"))
  }

  /// Title, source, server and profile; a blank line; the parties; a blank line; the comment.
  @Test(arguments: ScenarioFile.all)
  func laysOutItsHeaderLikeEveryOther(_ file: ScenarioFile) {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let words = lines.prefix { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
    let parts = words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { words[$0] }
    let head = ["scenario", "source", "derived", "server", "profile"].filter(words.contains)
    #expect(parts == head + ["", "party", ""], "\(file.path)")
  }

  @Test(arguments: ScenarioFile.all)
  func namesItsFlowsInWords(_ file: ScenarioFile) throws {
    for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.first == "mark" || words.first == "after" else { continue }
      for name in words.dropFirst() {
        let parts = name.drop { $0 == "*" }.split(separator: "-")
        let isPlain = parts.allSatisfy { part in
          (part.count > 1 || part == "a") && part.allSatisfy { "a" <= $0 && $0 <= "z" }
        }
        #expect(isPlain, "\(file.path): \(name)")
      }
    }
  }

  /// Each decision that a source cites is on its page.
  @Test func everyDecisionThatIsCitedExists() {
    let decisions = Set(Page.decisions.text.matches(of: /\*\*([DS]\d+)\.\*\*/).map { String($0.1) })
    for file in ScenarioFile.all {
      let derived = ScenarioFile.transcripts[file.path]?.scenario.derived ?? ""
      let cited = derived.matches(of: /\b[DS]\d+\b/).map { String($0.0) }
      #expect(decisions.isSuperset(of: cited), "\(file.path): \(derived)")
    }
    #expect(decisions.count > 100)
  }

  @Test func titlesAreUnique() {
    let titles = ScenarioFile.transcripts.values.map { $0.scenario.title.lowercased() }
    #expect(Set(titles).count == titles.count)
  }

  @Test func onlyProfileOptionsChangeTheProfile() {
    for file in ScenarioFile.all where Self.chapters.contains(file.chapter) {
      #expect(ScenarioFile.transcripts[file.path]?.scenario.profile == nil, "\(file.path)")
    }
    let profiles = ScenarioFile.all.filter { $0.folder == "profile-options" }
      .compactMap { ScenarioFile.transcripts[$0.path]?.scenario.profile }
    #expect(Set(profiles.compactMap(\.name)) == Set(SwitchProfile.named.map { "\($0.name)" }))
    // Those of agents are in their chapter.
    let all = ScenarioFile.all.compactMap { ScenarioFile.transcripts[$0.path]?.scenario.profile }
    let options = Set(all.flatMap(\.options).map { "\($0.key)=\($0.value)" })
    for option in SwitchOption.allCases {
      for value in option.values.dropFirst() {
        #expect(options.contains("\(option.rawValue)=\(value)"))
      }
    }
  }

  // MARK: Every rule

  @Test func everyRuleIsFired() {
    let fired = Set(ScenarioFile.transcripts.values.flatMap(\.steps).flatMap(\.rules).map(\.name))
    let rules = Servers.rules.map(\.name)
    #expect(rules.filter { !fired.contains($0) } == [])
    #expect(fired.isSubset(of: rules))
  }
}
