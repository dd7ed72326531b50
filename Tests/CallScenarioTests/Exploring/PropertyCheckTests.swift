import Testing

@testable import CallScenario

/// Properties of small worlds: each kind holds and is broken.
@Suite struct PropertyCheckTests {
  /// `holds`, `broken` or `undecided`, and the length of the path, if there is one.
  private struct Answer: Equatable, CustomStringConvertible {
    var verdict: PropertyResult.Verdict
    var length: Int?

    var description: String { "\(verdict.rawValue) \(length.map { "\($0)" } ?? "")" }
  }

  private static let phones = """
    scenario  Two phones
    party     A  extension
    party     B  extension

    """
  private static let basic = ["TMakeCall", "ring", "TAnswerCall", "TReleaseCall"]

  private static func report(
    _ properties: [String], in world: String = phones, depth: Int? = nil, verbs: [String]? = basic
  ) throws -> ExplorationReport {
    try Scenario(parsing: world + properties.map { $0 + "\n" }.joined()).explore(
      calls: 1, depth: depth, verbs: verbs)
  }

  private static func answer(_ report: ExplorationReport) throws -> Answer {
    let result = try #require(report.properties.first)
    return Answer(verdict: result.verdict, length: result.path?.steps.count)
  }

  @Test(
    arguments: [
      ("never B EventHeld ...", .holds, nil),
      ("never B EventRinging ...", .broken, 2),
      ("never B EventRinging", .holds, nil),
      ("never A EventAbandoned ... before A EventRinging ...", .holds, nil),
      ("never A EventReleased ... before A EventDialing ...", .broken, 4),
      ("never A EventReleased ... before B EventHeld ...", .broken, 2),
      // Both are sent in the third step, to the caller first.
      ("never A EventEstablished ... before B EventEstablished ...", .broken, 3),
      // Nothing is sent before itself.
      ("never A EventEstablished ... before A EventEstablished ...", .holds, nil),
      ("never A EventHeld ... before A EventEstablished ...", .holds, nil),
      ("always after B EventRinging ... eventually B EventEstablished ... or B EventAbandoned ...", .holds, nil),
      ("always after A EventDialing ... eventually B EventHeld ...", .broken, 1),
      ("always after B EventEstablished ... eventually B EventHeld ... or A EventHeld ...", .broken, 3),
      ("always after B EventHeld ... eventually B EventHeld ...", .holds, nil),
      ("sometimes B EventAbandoned OtherDN=A CallState=OK ThisDNRole=* OtherDNRole=*", .holds, 3),
      ("sometimes B EventAbandoned OtherDN=A CallState=Busy ...", .broken, nil),
      ("sometimes B EventAbandoned OtherDN=A CallState=ok|Busy !ThisQueue ...", .holds, 3),
      ("sometimes B EventHeld ...", .broken, nil),
      // Calls are counted by age.
      ("sometimes B EventRinging ConnID=1 ...", .holds, 2),
      ("sometimes B EventRinging ConnID=2 ...", .broken, nil),
      ("sometimes B EventRinging ThisDN=A ...", .broken, nil),
    ] as [(String, PropertyResult.Verdict, Int?)])
  func aTServer(_ property: String, _ verdict: PropertyResult.Verdict, _ length: Int?) throws {
    let report = try Self.report([property])
    #expect(try Self.answer(report) == Answer(verdict: verdict, length: length))
    #expect((report.states, report.transitions, report.depth, report.isCutShort) == (7, 16, 3, false))
  }

  @Test func aSecondCallHasTheNumberTwo() throws {
    let scenario = try Scenario(
      parsing: Self.phones + "party C extension\nsometimes B EventRinging ConnID=2 OtherDN=C ...\n")
    let report = scenario.explore(calls: 2, depth: 5, verbs: Self.basic + ["THoldCall"])
    let result = try #require(report.properties.first)
    #expect(result.verdict == .holds)
    let events = result.path?.steps.last?.messages.filter { $0.name == "EventRinging" }
    #expect(events?.map(\.to) == [1])
  }

  private static let ivr = """
    scenario  An IVR
    server    ivr-server
    party     P  ivr
    party     D  ivr-driver
    party     S  ivr-server
    party     X  external

    """

  @Test(
    arguments: [
      ("never P CallRinging from=D ...", .broken, 1), ("never P CallRinging from=S ...", .holds, nil),
      ("never P CallEstablished from=D before P CallRinging from=D", .holds, nil),
      ("never P CallReleased from=D ... before P CallHeld from=D ...", .broken, 2),
      ("always after P CallEstablished from=D eventually P CallReleased from=D ...", .holds, nil),
      ("always after P CallEstablished from=D eventually P CallReleased from=S ...", .broken, 1),
      ("sometimes P CallReleased from=D", .holds, 2), ("sometimes P CallReleased from=X ...", .broken, nil),
      ("sometimes X CallReleased from=D ...", .broken, nil),
    ] as [(String, PropertyResult.Verdict, Int?)])
  func anIVRServer(_ property: String, _ verdict: PropertyResult.Verdict, _ length: Int?) throws {
    let report = try Self.report([property], in: Self.ivr, verbs: nil)
    #expect(try Self.answer(report) == Answer(verdict: verdict, length: length))
    #expect((report.states, report.transitions, report.depth) == (12, 165, 3))
  }

  @Test func theyAreAnsweredTogether() throws {
    let report = try Self.report([
      "never B EventRinging ...", "sometimes B EventHeld ...", "never B EventHeld ...",
      "never A EventReleased ... before A EventDialing ...", "always after A EventHeld ... eventually A EventHeld ...",
    ])
    #expect(report.properties.map(\.verdict) == [.broken, .broken, .holds, .broken, .holds])
    #expect(report.properties.map(\.isNeverAsked) == [false, false, false, false, true])
    #expect(report.fault == nil && report.stuck == nil)
  }

  @Test func aLimitLeavesThemUndecided() throws {
    let report = try Self.report(
      [
        "never B EventRinging ...", "never A EventDialing ...", "sometimes B EventRinging ...",
        "sometimes A EventDialing ...", "always after A EventDialing ... eventually B EventHeld ...",
        "never B EventRinging ... before B EventHeld ...", "never A EventDialing ... before B EventHeld ...",
      ], depth: 1)
    #expect(report.isCutShort)
    #expect(
      report.properties.map(\.verdict) == [
        .undecided, .broken, .undecided, .holds, .undecided, .undecided, .broken,
      ])
  }

  @Test func statesAreStuckWhereNothingIsPossible() throws {
    let report = try Self.report([], verbs: ["TMakeCall"])
    #expect(report.states == 3)
    #expect(report.stuck?.states == 2)
    #expect(report.stuck?.path.actions == ["A TMakeCall B"])
  }

  @Test func aPathExpectsWhatItSends() throws {
    let report = try Self.report(["never A EventReleased ... before A EventDialing ..."])
    let path = try #require(report.properties.first?.path)
    #expect(path.actions == ["B TMakeCall A", "A ring on 1", "A TAnswerCall on 1", "A TReleaseCall on 1"])
    let written = try Scenario(parsing: path.scenarioText(title: "As it was found"))
    #expect(written.title == "As it was found")
    #expect(written.properties.map(\.text) == ["never A EventReleased ... before A EventDialing ..."])
    let transcript = try written.replay()
    #expect(transcript.flows[0].entries.count == 4 && transcript.differences().isEmpty)
    #expect(
      try Scenario.formatted(Array(path.scenarioText(title: "As").utf8)) == Array(path.scenarioText(title: "As").utf8))
  }

  @Test func aSearchMayBeginAtAMark() throws {
    let text = """
      A TMakeCall B
        ...
      A TReleaseCall
        ...
      A TMakeCall B
        ...
      mark *
      after * as lost
      A TReleaseCall
        ...

      """
    let scenario = try Scenario(parsing: Self.phones + "never B EventRinging ...\n" + text)
    let point = try #require(scenario.point(after: "*"))
    let report = try scenario.explore(from: point, calls: 1, verbs: Self.basic)
    let path = try #require(report.properties[0].path)
    #expect(path.actions == ["B ring on 2"])
    #expect(path.start == point)
    #expect(try Scenario(parsing: path.scenarioText(title: "T")).replay().flows[0].entries.count == 4)
    let end = try #require(scenario.end(of: "lost"))
    #expect(try scenario.explore(from: end, calls: 1, verbs: Self.basic).properties[0].path?.actions.count == 2)
  }

  @Test func aMarkMayHaveMoreCallsThanAreExplored() throws {
    let text = """
      party C extension
      A TMakeCall B
        ...
      C TMakeCall A
        ...
      mark two
      """
    let scenario = try Scenario(parsing: Self.phones + text)
    let point = try #require(scenario.point(after: "two"))
    let error = #expect(throws: Mistakes.self) { try scenario.explore(from: point, calls: 1) }
    #expect(error?.diagnostics.first?.position.line == 7)
    #expect(
      error?.diagnostics.first?.message == "up to here there are more calls at a time than the exploration may have, 1")
    #expect(try scenario.explore(from: point, calls: 2, depth: 1).states > 1)
  }

  @Test func theFirstOfTwoServersIsExplored() throws {
    let world = """
      scenario  Two servers
      server    t-server ivr-server
      party     A  external
      party     P  extension ivr
      party     S  ivr-server
      party     D  ivr-driver
      never     P EventEstablished ... before P EventRinging ...
      never     P EventRinging ...

      """
    let report = try Self.report([], in: world, verbs: ["dial", "ring", "answer", "hangUp"])
    #expect(report.properties.map(\.verdict) == [.holds, .broken])
    let path = try #require(report.properties[1].path)
    #expect(try Scenario(parsing: path.scenarioText(title: "T")).replay().differences().isEmpty)
  }

  @Test func propertiesOfAnyTextAreCheckedOrRefused() throws {
    let scenario = try Scenario(parsing: Self.phones)
    let pieces = [
      "never", "always", "sometimes", "before", "after", "eventually", "or", "A", "B", "EventRinging", "EventReleased",
      "...", "OtherDN=A", "ConnID=1", "ConnID=18446744073709551615", "!ThisQueue", "CallState=*?", "ThisDNRole=a|b",
      "=", "\"", "#", "é", "OtherDN=\"x\\", "UserData=k", "A EventRinging ...", "B EventDialing OtherDN=A|B? ...",
      "after A EventDialing", "eventually B EventRinging",
    ]
    var random: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(bound))
    }
    var understood = 0
    for _ in 0..<3_000 {
      let words = [pieces[next(3)]] + (0..<next(9)).map { _ in pieces[next(pieces.count)] }
      do throws(Mistakes) {
        let property = try Property(parsing: words.joined(separator: " "), in: scenario)
        understood += 1
        if understood % 8 == 0 {
          let report = scenario.adding([property]).explore(calls: 1, depth: 3, verbs: Self.basic)
          #expect(report.properties.count == 1)
        }
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(understood > 20)
  }

  // MARK: Symmetry

  private struct World: Sendable, CustomStringConvertible {
    let parties: [String]
    let calls: Int
    var depth: Int?

    var description: String { parties.joined(separator: ", ") }
    var text: String { "scenario Alike\n" + parties.map { "party \($0)\n" }.joined() }
  }

  /// The properties name A alone: all others of a kind are alike.
  private static let worlds = [
    World(parties: ["A extension", "B extension", "C extension"], calls: 1),
    World(parties: ["A extension", "B extension", "C extension"], calls: 2, depth: 5),
    World(parties: ["A extension", "X external", "Y external", "G acd-group"], calls: 1),
    World(parties: ["A remote", "X external", "R1 routing-point", "R2 routing-point"], calls: 1),
  ]

  private static let claims = [
    "never A EventHeld ...", "never A EventRinging ...", "never A EventQueued ...",
    "never A EventReleased ... before A EventDialing ...", "never A EventEstablished ... before A EventHeld ...",
    "never A EventReleased ... before A EventReleased ...",
    "always after A EventRinging ... eventually A EventEstablished ... or A EventAbandoned ...",
    "always after A EventDialing ... eventually A EventHeld ...",
    "always after A EventEstablished ... eventually A EventDialing ...",
    "sometimes A EventAbandoned ...", "sometimes A EventRetrieved ...", "sometimes A EventQueued ...",
  ]

  @Test(arguments: worlds)
  private func symmetryChangesNoVerdictAndNoLengthOfAPath(_ world: World) throws {
    func answers(symmetry: Bool) throws -> [Answer] {
      let report = try Scenario(parsing: world.text + Self.claims.map { $0 + "\n" }.joined()).explore(
        calls: world.calls, depth: world.depth, symmetry: symmetry)
      #expect(report.isSymmetric == symmetry && report.fault == nil && report.properties.count == Self.claims.count)
      return report.properties.map { Answer(verdict: $0.verdict, length: $0.path?.steps.count) }
    }
    let plain = try answers(symmetry: false)
    #expect(try answers(symmetry: true) == plain)
    // They are not all alike.
    let verdicts = Set(plain.map(\.verdict))
    #expect(verdicts.contains(.broken) && verdicts.contains(world.depth == nil ? .holds : .undecided))
    #expect(Set(plain.compactMap(\.length)).count > 1)
  }
}
