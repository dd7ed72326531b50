import Testing

@testable import CallModel

@Suite struct ExchangePackingTests {
  /// With more than 255 DNs, a word has no room for all that is known of a party.
  @Test(arguments: [4, 300]) func aStateIsRestoredHoweverManyDNsThereAre(_ number: UInt16) throws {
    var exchange = Exchange(calls: 3)
    for _ in 0..<number { _ = exchange.add(.extension) }
    let (one, other, third) = (Exchange.DN(number), Exchange.DN(number - 1), Exchange.DN(1))
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    for action in [
      Exchange.Action(.makeCall, by: one, to: other), .init(.ring, by: other), .init(.answer, by: other),
      .init(.initiateConference, by: one, to: third), .init(.ring, by: third), .init(.answer, by: third),
      .init(.completeConference, by: one), .init(.hold, by: third),
    ] {
      try exchange.apply(action, by: book, into: &events)
      var words: [UInt64] = []
      exchange.pack(into: &words)
      var restored = Exchange(calls: 3)
      for _ in 0..<number { _ = restored.add(.extension) }
      restored.unpack(words[...])
      #expect(Self.parties(restored) == Self.parties(exchange))
      var again: [UInt64] = []
      restored.pack(into: &again)
      #expect(again == words)
      var copy = Exchange(calls: 3)
      for _ in 0..<number { _ = copy.add(.extension) }
      copy.become(exchange)
      #expect(copy.calls.map(\.connID) == exchange.calls.map(\.connID))
      #expect(Self.parties(copy) == Self.parties(exchange))
    }
  }

  private static func parties(_ exchange: Exchange) -> [[Exchange.Call.Party]] {
    exchange.calls.map { $0.parties.sorted { $0.dn.rawValue < $1.dn.rawValue } }
  }

  /// By call: how many pairs its user data have.
  private static let numbersOfPairs: [[UInt32]] = [[], [0], [1], [40], [0, 1], [40, 1], [1, 40]]

  @Test(arguments: numbersOfPairs, numbersOfPairs)
  func anExchangeTakesTheUserDataOfAnother(_ own: [UInt32], _ other: [UInt32]) throws {
    var taking = try Self.exchange(pairs: own, value: 1)
    let given = try Self.exchange(pairs: other, value: 2)
    taking.become(given)
    #expect(taking.data == given.data)
    #expect(given.data.mapValues(\.count).values.sorted() == other.filter { $0 > 0 }.map(Int.init).sorted())
  }

  private static func exchange(pairs numbers: [UInt32], value: UInt32) throws -> Exchange {
    var exchange = Exchange(calls: 3)
    for kind in [Kind.external, .acdGroup] { _ = exchange.add(kind) }
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    for (slot, number) in numbers.enumerated() {
      try exchange.apply(Exchange.Action(.makeCall, by: .init(1), to: .init(2)), by: book, into: &events)
      exchange.attach((0..<number).map { .init(key: $0, value: value) }, to: slot)
    }
    return exchange
  }

  @Test func callsAreOrderedByAgeHoweverManyThereAre() throws {
    var exchange = Exchange(calls: 12)
    for kind in [Kind.external, .acdGroup] { _ = exchange.add(kind) }
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    for number in 1...12 {
      try exchange.apply(Exchange.Action(.makeCall, by: .init(1), to: .init(2)), by: book, into: &events)
      let order = CallOrder(exchange)
      #expect((0..<order.count).map { exchange.slots[order[$0]].connID } == exchange.calls.map(\.connID))
      #expect(order.count == number && order.place(of: ConnID(UInt64(number)), in: exchange) == number - 1)
    }
  }
}
