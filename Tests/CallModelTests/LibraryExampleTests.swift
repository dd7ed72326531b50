import CallModel
import Testing

// The README's examples, word for word: if they do not compile here, they do not there.

func callerGivesUp() throws -> [Event] {
  var office = Switch()  // or Switch(profile), where yours differs
  guard let a = office.add(.extension), let b = office.add(.acdGroup) else { return [] }
  _ = try office.apply(.makeCall(from: a, to: b))  // EventDialing at a, EventQueued at b
  return try office.apply(.release(a))  // EventReleased at a, EventAbandoned at b, both with otherDN
}

@Suite struct LibraryExampleTests {
  @Test func theCallerGivesUpInTheQueue() throws {
    let events = try callerGivesUp()
    #expect(events.map(\.message) == [.released, .abandoned])
    #expect(events.allSatisfy { $0.listed.contains(.otherDN) && $0.otherDN != .none })
    #expect(TServer.rules[Int(events[0].rule)].name == "The caller gives up in the queue")
  }

  @Test func anAgentAnswers() throws {
    var office = Switch()
    guard let caller = office.add(.external), let group = office.add(.acdGroup), let agent = office.add(.extension) else { return }
    _ = try office.apply(.makeCall(from: caller, to: group))
    _ = try office.apply(.divert(group, to: agent))

    for event in try office.apply(.ring(agent)) {
      #expect(event.message == .ringing && event.thisDN == agent)
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
      #expect(office.rulebook.reason(error) == "it is not ringing yet, and would have to be dialing or talking")
    }
    #expect(
      office.possibleActions(of: a) == [.hold(a, on: ConnID(1)), .release(a, on: ConnID(1)), Action(.clearCall, by: a, on: ConnID(1))])
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

    #expect(events.map(\.message) == [.dialing, .ringing, .established, .established])
    #expect(!events[0].listed.contains(.otherDN))
    #expect(office.rulebook.rules[applied.rule].name == "The called party answers")
    #expect(office.exchange.state(of: b, in: applied.connID) == .talking)
  }
}
