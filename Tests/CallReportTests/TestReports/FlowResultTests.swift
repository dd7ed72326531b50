import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct FlowResultTests {
  /// Fails twice in main and in `w`; `x` has no action.
  private static let scenario = """
    scenario  T
    party     A  extension
    party     B  extension

    A TMakeCall B
        A  EventDialing   ThisDNRole=Origination OtherDN=A OtherDNRole=Origination
    mark *
    B ring
        B  EventRinging   ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=Busy

    after *
    A TReleaseCall
        A  EventReleased  ThisDNRole=Origination CallState=OK

    after * as w
    A TReleaseCall

    after * as x
    """

  private func results(
    flows: [String]? = nil, stopsAtFailure: Bool = false, isQuiet: Bool = false, areReported: Bool = true
  ) throws -> [FlowResult] {
    let transcript = try Scenario(parsing: Self.scenario, path: "t.scenario").replay(.toCompare)
    return FlowResult.results(
      of: transcript, flows: flows, stopsAtFailure: stopsAtFailure,
      .init(shown: DifferenceReport(), isQuiet: isQuiet, areReported: areReported))
  }

  @Test func eachFlowWithAnAction() throws {
    let all = try results()
    #expect(all.map(\.flow) == ["main", "*", "w"])
    #expect(all.map(\.file) == ["t.scenario", "t.scenario", "t.scenario"])
    #expect(all.map(\.line) == [1, 11, 15])
    #expect(all.map(\.lineOfInterest) == [6, 11, 16])
    #expect(all.map(\.passed) == [false, true, false])
    #expect(all.map(\.differences) == [2, 0, 1])
    #expect(all[0].failures.map(\.line) == [6, 9])
    #expect(all[0].failures.map(\.step) == [1, 2])
    #expect(all[0].failures.map(\.action) == ["A TMakeCall B", "B ring"])
    #expect(
      all[0].failures.map(\.sentences) == [
        ["A receives EventDialing, but OtherDN and OtherDNRole differ"],
        ["B receives EventRinging with CallState=OK, not Busy"],
      ])
    #expect(all[0].summary == "A TMakeCall B: A receives EventDialing, but OtherDN and OtherDNRole differ (and 1 more)")
    #expect(all[1].summary == "" && all[1].shown == "")
  }

  @Test func theOrdinaryOutputIsThatOfTheReport() throws {
    let transcript = try Scenario(parsing: Self.scenario, path: "t.scenario").replay(.toCompare)
    let texts = transcript.failedSteps().map { DifferenceReport().text($0, in: transcript) }
    let all = try results()
    #expect(all.map(\.shown).joined() == texts.map { $0 + "\n" }.joined())
    #expect(all.flatMap { $0.failures.map(\.text) } == texts)
    let quiet = try results(isQuiet: true)
    #expect(
      quiet[2].shown
        == "t.scenario:16: flow w, step 2: A TReleaseCall: A receives EventReleased, which is not expected\n")
    #expect(quiet.map(\.failures) == all.map(\.failures))
  }

  @Test func textsAreMadeOnlyForAReport() throws {
    let all = try results(areReported: false)
    #expect(all.flatMap(\.failures).allSatisfy { $0.text.isEmpty && $0.sentences.isEmpty })
    #expect(try all.map(\.shown) == results().map(\.shown))
  }

  @Test func someFlows() throws {
    #expect(try results(flows: ["w", "x", "no"]).map(\.flow) == ["w"])
    #expect(try results(flows: ["*"]).map(\.passed) == [true])
  }

  @Test func upToTheFirstThatFails() throws {
    let first = try results(stopsAtFailure: true)
    #expect(first.map(\.flow) == ["main"])
    #expect(first[0].differences == 2)
    #expect(try results(flows: ["*", "w"], stopsAtFailure: true).map(\.flow) == ["*", "w"])
  }

  @Test func secondsHaveSixDecimals() {
    #expect(
      [0, 0.0000004, 0.0000006, 1.5, 61.25, -1].map(\.decimal) == [
        "0.000000", "0.000000", "0.000001", "1.500000", "61.250000", "0.000000",
      ])
  }

  @Test(arguments: [("a/b/c", "a/b"), ("a", "."), ("/a", "/"), ("-", "."), ("a/\u{301}b", "a")])
  func theFolderOfAPath(_ path: String, _ folder: String) {
    #expect(path.folderName == folder)
  }
}
