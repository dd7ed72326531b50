import Testing

@testable import CallScenario

@Suite struct RandomWalkReportTests {
  private static func scenario(_ path: String) throws -> Scenario {
    try Scenario(parsing: Repository.bytes(of: "Scenarios/\(path).scenario"), path: path)
  }

  private static let paths = [
    "basic-call-models/call-to-acd", "monitoring-calls/agent-calls-an-extension",
    "registration/an-agent-connects-again", "user-data/of-queued-and-routed-calls",
    "predictive-dialing/parked-on-the-agent",
    "ivr-conference/callers-and-peers-not-named", "interaction-models/deliver-accepted",
    "recording/calls/as-many-recordings-as-a-call-can-have",
  ]

  @Test(arguments: paths, [false, true])
  func aWalkIsAScenarioThatPasses(_ path: String, _ settings: Bool) throws {
    let walk = try Self.scenario(path).randomWalk(seed: 5, steps: 150, calls: 3, settings: settings)
    #expect(walk.fault == nil && walk.seed == 5)
    #expect(walk.steps == 150 && walk.path.actions.count == 150)
    #expect(walk.messages > 50 && walk.rules > 5)
    let text = walk.path.scenarioText(title: "A walk")
    let parsed = try Scenario(parsing: text)
    #expect(parsed.flows.map(\.actions.count) == [150])
    #expect(try parsed.replay(.toCompare).differences().isEmpty)
  }

  @Test func theSeedDecides() throws {
    let scenario = try Self.scenario("basic-call-models/call-to-acd")
    func actions(_ seed: UInt64) -> [String] { scenario.randomWalk(seed: seed, steps: 30).path.actions }
    #expect(actions(1) == actions(1))
    #expect(actions(1) != actions(2))
  }

  @Test func theVerbsAreThoseThatAreGiven() throws {
    let scenario = try Self.scenario("basic-call-models/call-to-acd")
    let walk = scenario.randomWalk(seed: 1, steps: 30, calls: 2, verbs: ["TMakeCall"])
    #expect(walk.isStuck && walk.path.actions.allSatisfy { $0.contains("TMakeCall") })
  }

  @Test func itWalksOnTheFirstOfTwoServers() throws {
    let scenario = try Scenario(
      parsing: """
        scenario Two
        server t-server ivr-server
        party A extension ivr
        party D ivr-driver
        party S ivr-server
        party P external
        """)
    let walk = scenario.randomWalk(seed: 1, steps: 20)
    #expect(walk.fault == nil && walk.path.actions.count == walk.steps && walk.steps > 0)
  }

  @Test func aVirtualQueueMayBeRegisteredAndQueried() throws {
    let scenario = try Scenario(
      parsing: "scenario Virtual\nparty A extension\nparty V virtual-queue\nparty R routing-point\n")
    let walk = scenario.randomWalk(
      seed: 1, steps: 100, verbs: ["TRegisterAddress", "TUnregisterAddress", "TQueryAddress"], settings: true)
    #expect(walk.fault?.sentence == nil)
    #expect(walk.path.actions.contains("V TUnregisterAddress"))
  }

  // MARK: Properties

  /// The property that a walk breaks, and the fewest actions that break it.
  private static func broken(_ property: String, seed: UInt64 = 1) throws -> (text: String, path: [String])? {
    let phones = "scenario Phones\nparty A extension\nparty B extension\nparty C extension\n"
    let walk = try Scenario(parsing: phones + property + "\n").randomWalk(seed: seed)
    return walk.fault.map { fault in
      #expect(fault.property?.text == property && fault.sentence == property && !fault.isCutShort)
      return (fault.sentence, fault.path.actions)
    }
  }

  @Test(
    arguments: [
      ("never B EventRinging ThisDNRole=Destination OtherDN=A ...", 2),
      ("never B EventEstablished ... before C EventRinging ...", 3),
      // Calls are counted by age: of one that is alone, the ConnID is 1.
      ("never A EventDialing ConnID=2 ...", 2),
      ("never A EventPartyChanged PreviousConnID=2 ...", 5),
    ])
  func aBrokenPropertyIsShrunk(_ property: String, _ length: Int) throws {
    let seeds = (1...40 as ClosedRange<UInt64>).lazy
    let broken = try #require(
      try seeds.compactMap { try Self.broken(property, seed: $0) }.first { $0.path.count == length })
    #expect(broken.text == property)
  }

  @Test(
    arguments: [
      "never A EventRinging ConnID=3 ...", "never A EventRetrieved ... before A EventHeld ...",
      "sometimes A EventUserEvent ...", "always after A EventRinging ... eventually B EventQueued ConnID=9 ...",
    ])
  func whatHoldsOrTakesEveryStateIsNotBroken(_ property: String) throws {
    #expect(try Self.broken(property) == nil)
  }

  @Test func aPropertyOfAServerWithMessagesIsChecked() throws {
    var scenario = try Self.scenario("ivr-conference/callers-and-peers-not-named")
    scenario = scenario.adding(
      try Scenario(
        parsing: """
          scenario Conference
          server ivr-server
          party IVR ivr
          party Driver ivr-driver
          party Server ivr-server
          never Driver CallStatus(Held) from=Server ...
          """
      ).properties)
    let fault = try #require(scenario.randomWalk(seed: 1).fault)
    #expect(fault.property == scenario.properties[0])
    #expect(fault.path.actions.count == 2)
  }
}
