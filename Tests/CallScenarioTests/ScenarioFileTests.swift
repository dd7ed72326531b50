import CallModel
import Testing

@testable import CallScenario

/// The project's own scenarios: the manual's tables, and what follows from them.
struct ScenarioFileTests {
  /// The chapters of which every table is a scenario, and nothing else is.
  private static let chapters = ["basic-call-models", "releasing-calls"]
  private static let further = [
    "agents", "holding-transferring-conferencing", "monitoring-calls", "predictive-dialing", "profile-options",
    "special-cases",
    "user-data",
  ]
  /// The other servers.
  private static let otherServers = [
    "interaction-conference", "interaction-models", "ivr-conference", "recording", "side-by-side",
  ]
  /// Scenarios that no table prints.
  private static let derived = ["compositions", "regression"]

  @Test func theFoldersAreTheManualsChapters() {
    #expect(Set(ScenarioFile.folders) == Set(Self.chapters + Self.further + Self.otherServers + Self.derived))
    for folder in ScenarioFile.folders {
      #expect(ScenarioFile.all.contains { $0.folder == folder })
      #expect(Repository.paths("Scenarios/\(folder)/*").allSatisfy { $0.hasSuffix(".scenario") })
    }
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
    let source = try #require(scenario.source ?? scenario.derived.map { "derived: \($0)" })
    let documents = [
      "Basic Call Models", "Releasing Calls, ", "T-Server models, ", "IVR Server, ", "Interaction Server, ",
      "Recording, Call Flows, ",
      "derived: ",
    ]
    #expect(documents.contains { source.hasPrefix($0) })
    if Self.chapters.contains(file.folder) { #expect(!source.hasPrefix("derived: ")) }
    if Self.derived.contains(file.folder) { #expect(source.hasPrefix("derived: ")) }
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("# ") || text.contains("\n# "), "a comment tells the story")
    #expect(text.hasSuffix("\n") && !text.contains("\t") && !text.contains(" \n"))
  }

  @Test func titlesAreUnique() {
    let titles = ScenarioFile.transcripts.values.map { $0.scenario.title.lowercased() }
    #expect(Set(titles).count == titles.count)
  }

  @Test func onlyProfileOptionsChangeTheProfile() {
    for file in ScenarioFile.all where Self.chapters.contains(file.folder) {
      #expect(ScenarioFile.transcripts[file.path]?.scenario.profile == nil, "\(file.path)")
    }
    let profiles = ScenarioFile.all.filter { $0.folder == "profile-options" }
      .compactMap { ScenarioFile.transcripts[$0.path]?.scenario.profile }
    #expect(Set(profiles.compactMap(\.name)) == Set(SwitchProfile.named.map { "\($0.name)" }))
    let options = Set(profiles.flatMap(\.options).map { "\($0.key)=\($0.value)" })
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
