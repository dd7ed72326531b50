import Testing

@testable import CallModel

/// Limits, and what a ConnID leads to.
@Suite struct ExchangeTests {
  @Test func anExchangeTakesAsManyCallsAsItWasMadeFor() {
    var calls = Dialogue(calls: 2, after: .makeCall(from: a, to: b), .makeCall(from: c, to: g))
    #expect(calls.reason(.makeCall(from: d, to: e)) == "the switch has reached its limit of calls")
    #expect(calls.refusal(of: .makeCall(from: d, to: e))?.errorCode == .incompatibleState)
    #expect(calls(.release(a)) == "A EventReleased")
    #expect(calls(.makeCall(from: d, to: e)) == "D EventDialing")
    #expect(calls.events.first?.connID == 3)
  }

  @Test func itTakesAtLeastOneCallAndAtMostTheLimit() {
    #expect(Exchange.callLimit == 65_535 && Exchange.dnLimit == 65_535 && Exchange.Call.limit == 8)
    var one = Dialogue(calls: -5, after: .makeCall(from: a, to: b))
    #expect(one(.makeCall(from: c, to: d)) == "refused")
    var many = Dialogue(calls: 1_000_000)
    for _ in 1...Exchange.callLimit {
      if let refusal = many.refusal(of: .makeCall(from: x, to: y)) { Issue.record(refusal) }
    }
    #expect(many(.makeCall(from: x, to: y)) == "refused")
    #expect(many.exchange[65_535]?.connID == 65_535)
    #expect(many(.reachNetwork(y, on: 30_000)) == "silence")
    #expect(many(.release(x, on: 30_000)) == "silence")
    #expect(many.exchange[30_000] == nil)
    #expect(many(.makeCall(from: x, to: y)) == "silence")
    #expect(many.exchange[65_536]?.connID == 65_536)
  }

  @Test func roomIsMadeForMoreCalls() {
    var calls = Dialogue(calls: 1)
    for number in 1...21 as ClosedRange<UInt64> {
      calls.exchange.makeRoom(upTo: 20)
      #expect(calls(.makeCall(from: x, to: y)) == (number <= 20 ? "silence" : "refused"))
      for earlier in 1...min(number, 20) { #expect(calls.exchange[ConnID(earlier)]?.connID == ConnID(earlier)) }
    }
    #expect(calls(.release(x, on: 7)) == "silence")
    // There is room already.
    let before = calls.exchange.calls.map(\.connID)
    calls.exchange.makeRoom(upTo: 40)
    #expect(calls.exchange.calls.map(\.connID) == before)
    #expect(calls(.makeCall(from: x, to: y)) == "silence")
    #expect(calls(.makeCall(from: x, to: y)) == "refused")
  }

  @Test func itTakesAsManyDNsAsItsLimit() {
    var exchange = Exchange(calls: 1)
    for number in 1...Exchange.dnLimit where exchange.add(.extension) != Exchange.DN(UInt16(number)) {
      Issue.record("no DN \(number)")
    }
    #expect(exchange.add(.extension) == nil)
    #expect(exchange.kind(of: DN(65_535)) == .extension)
    #expect(exchange.kind(of: Exchange.DN.none) == nil)
    #expect(Exchange().kind(of: DN(1)) == nil)
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    #expect(throws: Never.self) { try exchange.apply(.makeCall(from: DN(65_535), to: DN(1)), by: book, into: &events) }
  }

  @Test func noActionHasMoreEventsThanTheLimit() {
    for rule in TServer.rules {
      let most = rule.clauses.reduce(0) { sum, clause in
        guard case .receives(_, let values) = clause.operation else { return sum }
        if clause.recipients.set == .one { return sum + 1 }
        // Of eight parties in all four are told of four newcomers at most.
        let isOfNewcomers = values.contains { if case .otherDN(.newcomer) = $0.content { true } else { false } }
        return sum + (isOfNewcomers ? 4 * 4 : Exchange.Call.limit)
      }
      // With them go at most four for each party, and one for each virtual queue of two calls.
      let others = Exchange.Call.limit * 4 + Exchange.virtualQueueLimit * 2
      #expect(most + others <= Exchange.eventLimit, "\(rule.name)")
    }
  }

  @Test func eventsAreWrittenIntoTheCallersMemory() throws {
    var exchange = Cast.exchange()
    let book = TServer.rulebook()
    let events = try [Exchange.Event](capacity: 2 + Exchange.eventLimit) { room in
      try exchange.apply(.makeCall(from: a, to: g), by: book, into: &room)
      try exchange.apply(.release(a), by: book, into: &room)
    }
    #expect(events.map(\.type) == [.dialing, .queued, .released, .abandoned])
    #expect(events.map(\.sequenceNumber) == [1, 2, 3, 4])
  }

  @Test func thereHasToBeRoomForAllEventsOfAnAction() async throws {
    let ended = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var exchange = Cast.exchange()
      _ = try [Exchange.Event](capacity: Exchange.eventLimit - 1) { room in
        try exchange.apply(.makeCall(from: a, to: b), by: TServer.rulebook(), into: &room)
      }
    }
    #expect(String(decoding: ended.standardErrorContent, as: UTF8.self).contains("Switch.eventLimit"))
  }

  @Test func eventsTakeNoMoreMemoryThanTheyNeed() throws {
    var cold = Switch()
    let (a, g) = (cold.add(.extension, "A"), cold.add(.acdGroup, "G"))
    let events = try cold.apply(.makeCall(from: a, to: g))
    #expect(events.count == 2 && events.capacity < 8)
  }

  @Test func aCallTakesEightParties() {
    var call = Dialogue(after: .makeCall(from: a, to: b), .ring(b), .answer(b))
    for dn in [c, d, e, f] {
      _ = call(.singleStepConference(a, inviting: dn))
      _ = call(.ring(dn))
      #expect(call(.answer(dn)).hasSuffix("\(dn) EventEstablished"))
    }
    #expect(call(.singleStepConference(b, inviting: x)) == "silence")
    #expect(call(.singleStepConference(b, inviting: r)) == "silence")
    #expect(call.exchange[1]?.parties.count == Exchange.Call.limit)
    let full = "the call is full: 8 parties"
    #expect(call.reason(.singleStepConference(b, inviting: y)) == full)
    #expect(call(.answer(x)).hasPrefix("A EventPartyAdded, B EventPartyAdded"))
    #expect(call(.release(f)).hasSuffix("F EventReleased"))
    #expect(call(.singleStepConference(b, inviting: y)) == "silence")
  }

  @Test func aFullCallIsHandedOn() throws {
    let book = TServer.rulebook()
    var exchange = Cast.exchange(of: [.extension, .extension] + .init(repeating: .acdGroup, count: 8), calls: 1)
    var events: [Exchange.Event] = []
    try exchange.apply(.makeCall(from: DN(1), to: DN(3)), by: book, into: &events)
    for group in 4...9 { try exchange.apply(.queue(at: DN(UInt16(group)), on: 1), by: book, into: &events) }
    do throws(ModelRefusal<Exchange>) {
      try exchange.apply(.queue(at: DN(10), on: 1), by: book, into: &events)
      Issue.record("a ninth party")
    } catch {
      #expect(exchange.reason(error, by: book) == "call 1 is full: 8 parties")
    }
    try exchange.apply(.divert(DN(9), to: DN(2)), by: book, into: &events)
    #expect(exchange[1]?.parties.map(\.dn) == [DN(1), DN(2)].numbers)
  }

  @Test func aDeviceTakesEightCallsAndAGroupAnyNumber() {
    var calls = Dialogue(calls: 40)
    for _ in 1...8 { #expect(calls(.makeCall(from: x, to: b)) == "silence") }
    let target = "the line of B is full: 8 calls"
    #expect(calls.reason(.makeCall(from: x, to: b)) == target)
    #expect(calls.reason(.makeCall(from: a, to: b)) == target)
    #expect(calls.reason(.makeCall(from: b, to: a)) == "its line is full: 8 calls")
    _ = calls(.makeCall(from: x, to: g))
    #expect(calls.reason(.divert(g, to: b)) == target)
    _ = calls(.makeCall(from: x, to: p))
    #expect(calls.reason(.route(p, to: b)) == target)
    #expect(calls(.routeCall(p, to: b)) == "silence")
    #expect(calls(.release(x, on: 4)) == "silence")
    #expect(calls(.divert(g, to: b)) == "G EventDiverted")
    for _ in 1...20 { #expect(calls(.makeCall(from: x, to: h)) == "H EventQueued") }
  }

  @Test func aConnIDIsNeverUsedAgain() {
    var calls = Dialogue(calls: 1)
    for number: UInt64 in 1...50 {
      _ = calls(.makeCall(from: a, to: b))
      #expect(calls.events.first?.connID == ConnID(number))
      _ = calls(.release(a))
      #expect(calls.exchange[ConnID(number)] == nil)
      #expect(calls.exchange.state(of: a, in: ConnID(number)) == .idle)
    }
  }

  @Test func aCallIsFoundHoweverManyHaveBegunSince() {
    var calls = Dialogue(calls: 2, after: .makeCall(from: a, to: g), .makeCall(from: b, to: g))
    for _ in 1...100 { _ = (calls(.release(b)), calls(.makeCall(from: b, to: g))) }
    #expect(calls.exchange[1]?.origin == a.number && calls.exchange[102]?.origin == b.number)
    #expect(calls.exchange[.none] == nil && calls.exchange[50] == nil && calls.exchange[103] == nil)
    #expect(calls(.divert(g, to: c, on: 1)) == "G EventDiverted")
    #expect(calls.reason(.divert(g, to: c, on: 50)) == "there is no call 50")
  }

  @Test func callsAreListedByAge() {
    var calls = Dialogue(after: .makeCall(from: a, to: g), .makeCall(from: b, to: g), .makeCall(from: c, to: g))
    _ = (calls(.release(b)), calls(.makeCall(from: d, to: g)))
    #expect(calls.exchange.calls.map(\.connID) == [1, 3, 4])
    #expect(calls.exchange[3]?.parties.map(\.dn) == [c, g].numbers)
    #expect(calls.exchange.state(of: c, in: 3) == .dialing)
    #expect(
      calls.exchange[3]?.origin == c.number && calls.exchange[3]?.dialed == g.number && calls.exchange[3]?.hop == .group
    )
  }
}
