import Testing

@testable import CallScenario

/// What scenarios exercise.
@Suite struct CoverageTests {
  /// A calls B, whose device rings, or gives up before.
  static let call = """
    scenario The caller gives up
    party A extension
    party B extension
    A TMakeCall B
      ...
    mark *
    B ring
      ...
    after *
    A TReleaseCall
      ...
    """

  private static func coverage(of texts: String..., servers: [String]? = nil) throws -> Coverage {
    var coverage = Coverage(of: servers)
    for text in texts { coverage.add(try Scenario(parsing: text).replay(.toRecord)) }
    return coverage
  }

  @Test func aSmallScenarioExercisesWhatItPlays() throws {
    let coverage = try Self.coverage(of: Self.call)
    #expect(coverage.servers == ["t-server"])
    #expect(
      coverage.items.filter { $0.isExercised && $0.kind != .option }.map(\.description) == [
        "rule A call is made to a device (Basic Call Models, Internal/Inbound Call)",
        "rule The called party rings (Basic Call Models, Internal/Inbound Call)",
        "rule The caller gives up before the called party rings (Basic Call Models, Internal/Inbound Call, *)",
        "point * (Basic Call Models, Internal/Inbound Call, *)",
      ])
    #expect(
      coverage.description
        == "coverage 2.7 %: 3 of 568 rules, 1 of 27 points, 0 of 124 decisions, 17 of 42 option values")
    let section = try #require(coverage.sections.first)
    #expect(section.name == "Internal/Inbound Call" && section.count(of: .point).description == "1 of 4")
    #expect(coverage.count().all == coverage.items.count)
    #expect(coverage.missing.count == coverage.items.count - 21)
    #expect(coverage.missing.allSatisfy { !$0.isExercised })
    #expect(coverage.missing.first?.name == "The called party answers")
  }

  /// What several scenarios exercise is summed up, whatever their order.
  @Test func scenariosAreSummedUp() throws {
    let decided = Self.call.replacing("B ring\n", with: "B busy\n")
    let both = try Self.coverage(of: Self.call, decided)
    #expect(both.items == (try Self.coverage(of: decided, Self.call)).items)
    #expect(both.items == (try Self.coverage(of: decided, Self.call, decided)).items)
    let exercised = both.items.filter(\.isExercised).map(\.name)
    #expect(exercised.contains("The called party is busy") && exercised.contains("D10"))
  }

  @Test func aProfileIsExercisedByAnAction() throws {
    let header = "scenario Profile\nprofile aspect-acd hook-events=reported\nparty A extension\nparty B extension\n"
    let played = try Self.coverage(of: header + "A TMakeCall B\n  ...\n")
    let values = played.items.filter { $0.isExercised && $0.kind == .option }.map(\.name)
    #expect(values.count == 17)
    #expect(values.contains("hook-events=reported") && values.contains("route-call-state=absent"))
    #expect(try Self.coverage(of: header).items.allSatisfy { !$0.isExercised })
  }

  @Test func onlyTheServersOfTheScenariosAreCounted() throws {
    #expect(Coverage().servers == [] && Coverage().items == [])
    #expect(Coverage(of: ["recording"]).servers == ["recording"])
    let chosen = try Self.coverage(of: Self.call, servers: ["ivr-server", "t-server"])
    #expect(chosen.servers == ["t-server", "ivr-server"])
    let other = try Self.coverage(of: Self.call, servers: ["ivr-server"])
    #expect(
      other.description == "coverage 0.0 %: 0 of 26 rules, 0 of 0 points, 0 of 11 decisions, 0 of 0 option values")
    // Two servers side by side.
    let file = try #require(ScenarioFile.all.first { $0.chapter == "side-by-side" })
    var both = Coverage()
    both.add(try #require(ScenarioFile.transcripts[file.path]))
    #expect(both.servers.count == 2)
    #expect(both.servers.allSatisfy { server in both.items.contains { $0.server == server && $0.isExercised } })
  }

  @Test func thisProjectsScenariosExerciseEverything() {
    var coverage = Coverage()
    for transcript in ScenarioFile.transcripts.values { coverage.add(transcript) }
    #expect(coverage.missing == [])
    #expect(coverage.count(of: .rule).all == Servers.rules.count)
    #expect(coverage.servers == Servers.vocabularies.map(\.server))
    #expect(coverage.description.hasPrefix("coverage 100.0 %: "))
  }

  @Test func onlyWhatIsCompleteHas100Percent() {
    var count = Coverage.Count()
    #expect(count.percentage == "100.0")
    (count.exercised, count.all) = (1999, 2000)
    #expect(count.percentage == "99.9" && count.permille == 999)
    count.exercised = 2000
    #expect(count.percentage == "100.0")
    (count.exercised, count.all) = (1, 3)
    #expect(count.percentage == "33.3" && count.description == "1 of 3")
  }
}
