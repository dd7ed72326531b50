import Testing

@testable import CallModel

/// Who is logged in where, and what the events say of it.
@Suite struct AgentLoginTests {
  private static func office(_ profile: SwitchProfile = SwitchProfile()) -> Switch {
    var office = Switch(profile)
    office.add(.acdGroup, "Sales")
    office.add(.acdGroup, "Support")
    office.add(.extension, "7001", agentOf: "Sales", agent: "ann")
    office.add(.extension, "7002")
    office.add(.external, "0800")
    return office
  }

  private static func says(_ event: Event, _ attribute: Attribute) -> String {
    guard let text = event[attribute] else { return "nothing" }
    return event.lists(attribute) ? text : "(\(text))"
  }

  @Test func whatTheLoginNamesIsListedAndWhatThePartySaysIsKnown() throws {
    let cases: [(agent: String?, queue: DN?, says: String)] = [
      (nil, nil, "(ann) (Sales)"), ("ann", nil, "ann (Sales)"), (nil, "Sales", "(ann) Sales"),
      ("bob", "Sales", "bob Sales"),
    ]
    for (agent, queue, expected) in cases {
      var office = Self.office()
      for action: Action in [
        .agentLogin("7001", agent: agent, queue: queue), .agentReady("7001"), .agentNotReady("7001"),
        .agentLogout("7001"),
      ] {
        let event = try #require(office.apply(action).first)
        #expect("\(Self.says(event, .agentID)) \(Self.says(event, .thisQueue))" == expected, "\(action)")
      }
      // The next login begins again.
      let event = try #require(office.apply(.agentLogin("7001")).first)
      #expect(Self.says(event, .agentID) == "(ann)")
    }
  }

  @Test func eventsOfCallsKnowTheAgentUntilTheLogout() throws {
    var office = Self.office()
    try office.apply(.agentLogin("7002", agent: "cid"))
    let told = try office.apply(.makeCall(from: "7002", to: "7001"))
    #expect(told.map { Self.says($0, .agentID) } == ["(cid)"])
    #expect(try office.apply(.ring("7001")).map { Self.says($0, .agentID) } == ["nothing"])
    try office.apply(.agentLogout("7002"))
    #expect(try office.apply(.release("7002")).map { Self.says($0, .agentID) } == ["nothing", "nothing"])
    #expect(office.exchange.isStaffed == false)
  }

  @Test func oneAgentAtOnePhone() throws {
    var office = Self.office()
    try office.apply(.agentLogin("7001"))
    let elsewhere = try #require(office.refusal(of: .agentLogin("7002", agent: "ann")))
    #expect(elsewhere.errorCode == .incorrectObjectState)
    #expect(elsewhere.reason == "that agent is logged in at 7001")
    let another = try #require(office.refusal(of: .agentLogin("7001", agent: "bob")))
    #expect(another.errorCode == .incorrectObjectState && another.reason == "another agent is logged in at it")
    try office.apply(.agentLogout("7001"))
    try office.apply(.agentLogin("7002", agent: "ann"))
    #expect(office.refusal(of: .agentLogin("7001"))?.errorCode == .incorrectObjectState)
    try office.apply(.agentLogin("7001", agent: "bob"))
  }

  @Test func onlyTheOwnGroup() throws {
    var office = Self.office()
    for queue: DN in ["Support", "7002", "Nowhere"] {
      #expect(office.refusal(of: .agentLogin("7001", queue: queue))?.errorCode == .badValue, "\(queue)")
    }
    // Without a group, any; another one takes its place.
    try office.apply(.agentLogin("7002", queue: "Support", mode: .autoIn))
    try office.apply(.agentLogin("7002", queue: "Sales"))
    try office.apply(.makeCall(from: "0800", to: "Support"))
    #expect(office.refusal(of: .distribute("Support"))?.reason == "Support has no agents")
    try office.apply(.makeCall(from: "0800", to: "Sales"))
    #expect(try office.apply(.distribute("Sales")).map(\.type) == [.diverted])
  }

  @Test func aRequestIsPrintedAndEncodedWithItsParts() throws {
    let action = Action.agentLogin("7001", agent: "ann lee", queue: "Sales", mode: .autoIn)
    #expect("\(action)" == #"7001 TAgentLogin AgentID="ann lee" Queue=Sales AgentWorkMode=AutoIn"#)
    var other = Action.agentReady("7001")
    other.agent = "ann"
    var office = Self.office()
    #expect(office.refusal(of: other)?.errorCode == .badValue)
    // A refused login leaves no text behind, and the next one is as if it had not been.
    #expect(throws: Refusal.self) { try office.apply(.agentLogin("0800", agent: "eve")) }
    #expect(try office.apply(.agentLogin("7001", agent: "dan")).map { Self.says($0, .agentID) } == ["dan"])
  }

  @Test func aListOfAgentsFindsEachOfThem() {
    var agents = AgentList()
    let ids: [UInt32] = [7, 3, 9, 1, 3, .max]
    for (place, id) in ids.enumerated() { agents.add(id, at: Exchange.DN(UInt16(place + 1))) }
    agents.add(0, at: Exchange.DN(9))
    #expect(ids.map { agents[$0].rawValue } == [1, 2, 3, 4, 2, 6] && agents[0] == .none && agents[8] == .none)
    for id in ids {
      agents.remove(id)
      #expect(agents[id] == .none)
    }
    #expect(agents.isEmpty)
  }

  @Test func aPackedLoginIsRestored() throws {
    var exchange = Exchange()
    let book = TServer.rulebook()
    let (added, other) = (exchange.add(.acdGroup), exchange.add(.extension, agentID: 5))
    let (group, agent) = (try #require(added), try #require(other))
    for action in [
      Exchange.Action(.agentLogin, by: agent, to: group, mode: .none, agentID: 8),
      Exchange.Action(.agentReady, by: agent),
    ] {
      var events: [Exchange.Event] = []
      try exchange.apply(action, by: book, into: &events)
    }
    var words: [UInt64] = []
    exchange.pack(into: &words)
    var restored = exchange
    restored.unpack(words[...])
    var events: [Exchange.Event] = []
    try restored.apply(Exchange.Action(.agentLogout, by: agent), by: book, into: &events)
    #expect(events.map(\.agentID) == [8] && events.map(\.thisQueue) == [group])
    #expect(events.allSatisfy { $0.listed.contains(.agentID) && $0.listed.contains(.thisQueue) })
    var again: [UInt64] = []
    exchange.unpack(words[...])
    exchange.pack(into: &again)
    #expect(again == words && exchange.isStaffed)
  }
}
