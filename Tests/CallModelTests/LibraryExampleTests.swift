import CallModel
import Testing

// The README's examples, word for word: if they do not compile here, they do not there.

func callerGivesUp() throws -> [Event] {
  var office = Switch()  // or Switch(profile), where yours differs
  let ann = office.add(.extension, "7001")
  let sales = office.add(.acdGroup, "Sales")
  try office.apply(.makeCall(from: ann, to: sales))  // EventDialing at 7001, EventQueued at Sales
  return try office.apply(.release(ann))  // EventReleased at 7001, EventAbandoned at Sales, both with OtherDN
}

func questions() {
  var office = Switch()
  office.add(.extension, "7001")
  for possible in office.possibleActions(of: "7001") { print(possible, possible.events) }  // what would happen
  do { try office.apply(.hold("7001")) } catch { print(error) }  // why not: 7001 cannot hold: it is in no call …
}

@Suite struct LibraryExampleTests {
  @Test func annHasNoCallToHold() {
    questions()
    var office = Switch()
    office.add(.extension, "7001")
    #expect(
      office.refusal(of: .hold("7001"))?.description
        == "7001 cannot hold: it is in no call (error 1163, No active call)")
    #expect(office.possibleActions(of: "7001").map(\.action.verb).contains(.agentLogin))
  }

  @Test func theCallerGivesUpInTheQueue() throws {
    let events = try callerGivesUp()
    #expect(events.map(\.type) == [.released, .abandoned])
    #expect(events.map(\.thisDN) == ["7001", "Sales"] && events.map(\.otherDN) == ["Sales", "7001"])
    #expect(events.allSatisfy { $0.lists(.otherDN) })
    #expect(events[0].rule?.name == "The caller gives up in the queue")
  }

  @Test func anAgentAnswers() throws {
    var office = Switch()
    let caller = office.add(.external, "Customer")
    let group = office.add(.acdGroup, "Sales")
    let agent = office.add(.extension, "7001")
    try office.apply(.makeCall(from: caller, to: group))
    try office.apply(.divert(group, to: agent))

    let events = try office.apply(.ring(agent))
    #expect(events.count == 1)
    for event in events {
      #expect(event.type == .ringing && event.thisDN == agent)
      #expect(event.thisQueue == group && event.otherDN == caller)
      #expect(event.lists(.callState) && event.callState == .ok)
    }
  }

  @Test func aRefusalSaysWhyAndChangesNothing() throws {
    var office = Switch()
    let (a, b) = (office.add(.extension, "A"), office.add(.extension, "B"))
    try office.apply(.makeCall(from: a, to: b))
    let before = office.calls
    let refusal = try #require(throws: Refusal.self) { try office.apply(.hold(b)) }
    #expect(refusal.sentence == "B cannot hold: it is not talking (the call is still on its way to it)")
    #expect(refusal.reason == "it is not talking (the call is still on its way to it)")
    #expect(office.calls == before)
    let possible = office.possibleActions(of: a)
    #expect(possible.map(\.action.verb).prefix(3) == [.hold, .release, .clearCall])
    // A prediction carries the events that the action would emit.
    #expect(possible[1].events.map(\.type) == [.released])
    #expect(try office.apply(possible[1].action) == possible[1].events)
  }

  @Test func forSpeedTheEventsGoToABufferOfYourOwn() throws {
    var profile = SwitchProfile()
    profile.dialedNumber = .unknown
    var office = Switch(profile, calls: 10_000)
    let (one, other) = (office.add(.extension, "A"), office.add(.extension, "B"))
    let (a, b) = (try #require(office.number(of: one)), try #require(office.number(of: other)))
    var connID = ConnID.none

    let events = try [Exchange.Event](capacity: 2 + Switch.eventLimit) { room in
      try office.apply(Exchange.Action(.makeCall, by: a, to: b), into: &room)
      try office.apply(Exchange.Action(.ring, by: b), into: &room)
      connID = try office.apply(Exchange.Action(.answer, by: b), into: &room).connID
    }

    #expect(events.map(\.type) == [.dialing, .ringing, .established, .established])
    #expect(!events[0].listed.contains(.otherDN))
    #expect(office.event(events[3]).rule?.name == "The called party answers")
    #expect(office[connID]?.parties.map(\.state) == [.talking, .talking])
  }

  @Test func theAgentWhoIsReadyGetsTheCallAndConsults() throws {
    var office = Switch()
    let caller = office.add(.external, "Customer")
    let group = office.add(.acdGroup, "Sales")
    let expert = office.add(.extension, "7001")
    let agent = office.add(.extension, "7002", agentOf: group)
    try office.apply(.agentLogin(agent))
    try office.apply(.agentReady(agent, mode: .autoIn))
    for action: Action in [.makeCall(from: caller, to: group), .distribute(group), .ring(agent), .answer(agent)] {
      try office.apply(action)
    }

    for action: Action in [.initiateTransfer(agent, to: expert), .ring(expert), .answer(expert)] {
      try office.apply(action)
    }
    let events = try office.apply(.completeTransfer(agent))

    #expect(events.map(\.type) == [.released, .released, .partyChanged])
    #expect(events[2].thisDN == expert && events[2].previousConnID == 2 && events[2].thirdPartyDN == agent)
  }

  @Test func userDataComesWithTheAction() throws {
    var office = Switch()
    let (a, b) = (office.add(.extension, "A"), office.add(.extension, "B"))
    for action: Action in [.makeCall(from: a, to: b), .ring(b), .answer(b)] { try office.apply(action) }

    let events = try office.apply(.attachUserData(a, ["Customer": "Ann", "Order": "17"]))
    #expect(events.map(\.type) == [.attachedDataChanged, .attachedDataChanged])
    #expect(events.map(\.userData) == [["Customer": "Ann", "Order": "17"], ["Customer": "Ann", "Order": "17"]])
    #expect(office[1]?.userData == ["Customer": "Ann", "Order": "17"])
    try office.apply(.deletePair(b, key: "Customer"))
    #expect(office[1]?.userData == ["Order": "17"])

    #expect(throws: Refusal.self) { try office.apply(.attachUserData(a, [:])) }
    #expect(office[1]?.userData == ["Order": "17"])
  }

  @Test func anIVRMakesAConference() throws {
    var server = MessageServer<IVRServer>()
    let (ivr, driver) = (server.add(.ivr, "IVR"), server.add(.driver, "Driver"))
    server.add(.server, "Server")
    let (caller, peer) = (server.add(.external, "Caller"), server.add(.external, "Peer"))
    #expect(server.possibleActions(of: peer).isEmpty)
    try server.apply(.init(.newCall, by: ivr, to: caller))
    try server.apply(.init(.initConf, by: ivr, to: peer))
    #expect(server.possibleActions(of: peer).map(\.action.verb) == [.answer, .busy, .fail])

    var events = try server.apply(.init(.answer, by: peer))
    #expect(Set(events.map(\.rule.name)) == ["The consulted party answers"])
    events += try server.apply(.init(.completeConf, by: ivr))
    let heard = events.filter { event in event.from == driver && event.to == ivr }
    #expect(heard.map(\.type) == [.established, .added])

    let refusal = try #require(throws: Refusal.self) { try server.apply(.init(.newCall, by: "Late")) }
    #expect(refusal.sentence == "Late cannot take a new call: there is no party Late" && refusal.errorCode == nil)
  }
}
