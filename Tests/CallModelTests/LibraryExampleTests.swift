import CallModel
import Testing

// The README's examples, word for word: if they do not compile here, they do not there.

func callerGivesUp() throws -> [Event] {
  var office = Switch()  // or Switch(profile), where yours differs
  guard let a = office.add(.extension), let b = office.add(.acdGroup) else { return [] }
  _ = try office.apply(.makeCall(from: a, to: b))  // EventDialing at a, EventQueued at b
  return try office.apply(.release(a))  // EventReleased at a, EventAbandoned at b, both with otherDN
}

func questions() throws -> String {
  var office = Switch()
  guard let ann = office.add(.extension) else { return "" }
  for possible in office.possibleActions(of: ann) { print(possible.action.verb, possible.events) }  // what would happen
  do { _ = try office.apply(.hold(ann)) } catch { return office.reason(error) { _ in "Ann" } }  // why not
  return ""
}

@Suite struct LibraryExampleTests {
  @Test func annHasNoCallToHold() throws {
    #expect(try questions() == "it is in no call")
  }

  @Test func theCallerGivesUpInTheQueue() throws {
    let events = try callerGivesUp()
    #expect(events.map(\.type) == [.released, .abandoned])
    #expect(events.allSatisfy { $0.listed.contains(.otherDN) && $0.otherDN != .none })
    #expect(TServer.rule(of: events[0])?.name == "The caller gives up in the queue")
  }

  @Test func anAgentAnswers() throws {
    var office = Switch()
    guard let caller = office.add(.external), let group = office.add(.acdGroup), let agent = office.add(.extension)
    else { return }
    _ = try office.apply(.makeCall(from: caller, to: group))
    _ = try office.apply(.divert(group, to: agent))

    for event in try office.apply(.ring(agent)) {
      #expect(event.type == .ringing && event.thisDN == agent)
      #expect(event.thisQueue == group && event.otherDN == caller)
      #expect(event.listed.contains(.callState) && event.callState == .ok)
    }
  }

  @Test func aRefusalSaysWhyAndChangesNothing() throws {
    var office = Switch()
    guard let a = office.add(.extension), let b = office.add(.extension) else { return }
    _ = try office.apply(.makeCall(from: a, to: b))
    do {
      _ = try office.apply(.hold(b))
    } catch {
      let sentence = office.sentence(error) { $0 == a ? "A" : "B" }
      #expect(sentence == "B cannot hold: it is not talking (the call is still on its way to it)")
      #expect(office.reason(error) == "it is not talking (the call is still on its way to it)")
    }
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
    guard let a = office.add(.extension), let b = office.add(.extension) else { return }
    var events: [Event] = []

    try office.apply(.makeCall(from: a, to: b), into: &events)
    try office.apply(.ring(b), into: &events)
    let applied = try office.apply(.answer(b), into: &events)

    #expect(events.map(\.type) == [.dialing, .ringing, .established, .established])
    #expect(!events[0].listed.contains(.otherDN))
    #expect(office.rulebook.rules[applied.rule].name == "The called party answers")
    #expect(office.exchange.state(of: b, in: applied.connID) == .talking)
  }

  @Test func theAgentWhoIsReadyGetsTheCallAndConsults() throws {
    var office = Switch()
    guard let caller = office.add(.external), let group = office.add(.acdGroup), let expert = office.add(.extension)
    else { return }
    guard let agent = office.add(.extension, agentOf: group) else { return }
    _ = try office.apply(.agentLogin(agent))
    _ = try office.apply(.agentReady(agent, mode: .autoIn))
    for action: Action in [.makeCall(from: caller, to: group), .distribute(group), .ring(agent), .answer(agent)] {
      _ = try office.apply(action)
    }

    for action: Action in [.consult(agent, with: expert), .ring(expert), .answer(expert)] {
      _ = try office.apply(action)
    }
    let events = try office.apply(.completeTransfer(agent))

    #expect(events.map(\.type) == [.released, .released, .partyChanged])
    #expect(events[2].thisDN == expert && events[2].previousConnID == ConnID(2) && events[2].thirdPartyDN == agent)
  }

  @Test func userDataGoesBesideTheAction() throws {
    var office = Switch()
    guard let a = office.add(.extension), let b = office.add(.extension) else { return }
    for action: Action in [.makeCall(from: a, to: b), .ring(b), .answer(b)] { _ = try office.apply(action) }
    // Keys and values are numbers of your own texts.
    let (customer, order) = (UserData.Pair(key: 1, value: 10), UserData.Pair(key: 2, value: 20))

    let events = try office.apply(.attachUserData(a), with: [customer, order])
    #expect(events.map(\.type) == [.attachedDataChanged, .attachedDataChanged])
    #expect(office.exchange.userData(of: ConnID(1)).pairs == [customer, order])
    _ = try office.apply(.deletePair(b), with: [customer])
    #expect(office.exchange.userData(of: ConnID(1)).pairs == [order])

    #expect(throws: ModelRefusal<Exchange>.self) { try office.apply(.attachUserData(a), with: []) }
    #expect(office.exchange.userData(of: ConnID(1)).pairs == [order])
  }

  @Test func anIVRConferencesSomebody() throws {
    var server = MessageServer<IVRServer>()
    guard let ivr = server.add(.ivr), let driver = server.add(.driver), server.add(.server) != nil else { return }
    guard let caller = server.add(.external), let peer = server.add(.external) else { return }
    #expect(server.possibleActions(of: peer).isEmpty)
    _ = try server.apply(IVRServer.Action(.newCall, by: ivr, to: caller))
    _ = try server.apply(IVRServer.Action(.initConf, by: ivr, to: peer))
    #expect(server.possibleActions(of: peer).map(\.action.verb) == [.answer, .busy, .fail])

    var events: [IVRServer.Event] = []
    let rule = try server.apply(IVRServer.Action(.answer, by: peer), into: &events)
    #expect(IVRServer.rules[rule].name == "The consulted party answers" && !IVRServer.rules[rule].isRejection)
    try server.apply(IVRServer.Action(.completeConf, by: ivr), into: &events)
    #expect(events.filter { $0.from == driver && $0.to == ivr }.map(\.type) == [.established, .added])

    do {
      _ = try server.apply(IVRServer.Action(.newCall, by: IVRServer.Party(77)))
    } catch {
      #expect(error.cause == .unknownParty && server.reason(error) == "there is no such party")
    }
  }
}
