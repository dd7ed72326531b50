import Testing

@testable import CallModel

/// Events that go with those of any rule, on the example of hook events.
@Suite struct ExchangeCompanionsTests {
  private static let hook: Set<EventType> = [.offHook, .onHook]

  /// Plays the flow, and returns the events of each action.
  private static func play(_ flow: Flow, under profile: SwitchProfile) -> [[Exchange.Event]] {
    let book = TServer.rulebook(under: profile)
    var exchange = Cast.exchange()
    return flow.actions.map { action in
      var events: [Exchange.Event] = []
      _ = try? exchange.apply(action, by: book, into: &events)
      return events
    }
  }

  @Test(arguments: (Flow.all + Flow.beyond).indices)
  func theyLeaveTheOtherEventsAsTheyAre(_ index: Int) {
    let flow = (Flow.all + Flow.beyond)[index]
    let usual = Self.play(flow, under: SwitchProfile()).flatMap(\.self)
    let all = Self.play(flow, under: SwitchProfile(.hookEvents, "reported")).flatMap(\.self)
    #expect(all.map(\.sequenceNumber) == (1...UInt64(all.count)).map(\.self), "\(flow.name)")
    let unnumbered = { (event: Exchange.Event) in
      var event = event
      event.sequenceNumber = 0
      return event
    }
    #expect(
      all.filter { !Self.hook.contains($0.type) }.map(unnumbered) == usual.map(unnumbered), "\(flow.name)")
  }

  @Test func aPhoneGoesOffHookAndOnHookInTurn() {
    var seen = 0
    for flow in Flow.all + Flow.beyond {
      var offHook: Set<Exchange.DN> = []
      for events in Self.play(flow, under: SwitchProfile(.hookEvents, "reported")) {
        for (index, event) in events.enumerated() where Self.hook.contains(event.type) {
          seen += 1
          let isOff = event.type == .offHook
          #expect(isOff ? offHook.insert(event.thisDN).inserted : offHook.remove(event.thisDN) != nil, "\(flow.name)")
          let neighbor = isOff ? events[index + 1] : events[index - 1]
          #expect(neighbor.thisDN == event.thisDN, "\(flow.name)")
          #expect(
            isOff ? [.dialing, .established].contains(neighbor.type) : neighbor.type == .released, "\(flow.name)")
          #expect(event.listed == [AttributeSet(.thisDN)] && event.connID == .none)
        }
      }
    }
    #expect(seen > 100)
  }

  @Test func explorationsHoldUnderIt() {
    for kinds in [[Kind.extension, .extension, .extension], [.extension, .acdGroup, .external, .routingPoint]] {
      let found = Cast.exchange(of: kinds, calls: kinds.count == 3 ? 2 : 1)
        .explore(by: TServer.rulebook(under: SwitchProfile(.hookEvents, "reported")), .calls, depth: 5)
      #expect(found.fault == nil, "\(found.fault?.sentence ?? "")")
      #expect(found.transitions > 100)
    }
  }
}
