import Testing

@testable import CallModel

/// With symmetry, fewer states are stored; what is found is the same.
@Suite struct ExchangeSymmetryTests {
  private static let book = TServer.rulebook()

  struct World: Sendable {
    let kinds: [Kind]
    let calls: Int
    let depth: Int?
    /// Each state of as many names stands for at most so many.
    let orders: Int
  }

  static let worlds = [
    World(kinds: [.extension, .extension], calls: 1, depth: nil, orders: 2),
    World(kinds: [.extension, .extension], calls: 2, depth: nil, orders: 2),
    World(kinds: [.extension, .extension, .extension], calls: 1, depth: nil, orders: 6),
    World(kinds: [.extension, .extension, .extension], calls: 2, depth: 5, orders: 6),
    World(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], calls: 1, depth: nil, orders: 6),
    World(kinds: [.extension, .extension, .external, .external, .acdGroup], calls: 1, depth: 7, orders: 4),
    World(
      kinds: [.extension, .routingPoint, .virtualQueue, .virtualQueue, .external], calls: 1, depth: nil, orders: 2),
    World(
      kinds: [.extension, .routeQueue, .routeQueue, .routingPoint, .routingPoint], calls: 1, depth: nil, orders: 4),
  ]

  @Test(arguments: worlds.indices)
  func theCountsAreThoseOfThePlainSearch(_ index: Int) {
    let world = Self.worlds[index]
    let start = Cast.exchange(of: world.kinds, calls: world.calls)
    var search = Search<Exchange>(.calls, depth: world.depth)
    let plain = start.explore(by: Self.book, search)
    search.usesSymmetry = true
    let found = start.explore(by: Self.book, search)
    #expect(
      [found.states, found.transitions, found.depth, found.stuck]
        == [plain.states, plain.transitions, plain.depth, plain.stuck])
    #expect(found.fired == plain.fired && found.isCutShort == plain.isCutShort && found.fault == nil)
    #expect(found.isSymmetric && !plain.isSymmetric && plain.stored == plain.states)
    #expect(found.stored < plain.stored && found.stored * world.orders >= plain.stored)
  }

  @Test(arguments: [
    [Kind.extension, .extension, .extension], [.extension, .extension, .external, .external],
    [.remote, .extension, .acdGroup, .acdGroup, .extension],
  ])
  func aBrokenInvariantIsFoundOnAPathOfTheSameLengthThatCanBeTaken(_ kinds: [Kind]) throws {
    let wrong = Rule<Exchange>("A wrong rule", Source(.tServerModels, "Nowhere"), on: .hold, by: .talking) {
      Clause(operation: .becomes(.idle), who: .actor)
    }
    let book = Rulebook([wrong] + TServer.rules, under: SwitchProfile())
    let start = Cast.exchange(of: kinds, calls: 2)
    var search = Search<Exchange>(.calls)
    let plain = try #require(start.explore(by: book, search).fault)
    search.usesSymmetry = true
    let fault = try #require(start.explore(by: book, search).fault)
    #expect(fault.sentence == plain.sentence && fault.path.count == plain.path.count)
    var state = start
    var events: [Exchange.Event] = []
    for action in fault.path { #expect(throws: Never.self) { try state.apply(action, by: book, into: &events) } }
    #expect(state.brokenSentence == fault.sentence)
  }

  @Test func onlyThoseWhoAreAlikeTakeEachOthersPlaces() {
    func groups(_ exchange: Exchange, apart: Set<Int> = [], _ scope: ExplorationScope = .calls) -> [[UInt16]]? {
      Exchange.symmetry(of: exchange, apart: apart, scope)?.groups.map { $0.map(\.rawValue) }
    }
    let exchange = Cast.exchange(of: [.extension, .extension, .external, .extension, .external], calls: 2)
    #expect(groups(exchange) == [[1, 2, 4], [3, 5]])
    #expect(groups(exchange, apart: [2]) == [[1, 4], [3, 5]])
    #expect(groups(exchange, apart: [1, 2, 3]) == nil)
    // What is set on DNs is not renamed, and agents with an AgentID are themselves.
    #expect(groups(exchange, .everything) == nil)
    var staffed = Exchange(calls: 1)
    for agentID in [0, 7, 0] as [UInt32] { _ = staffed.add(.extension, agentID: agentID) }
    #expect(groups(staffed) == [[1, 3]])
  }

  /// Any other names lead to the same state, and as many states differ from it in names as there are.
  @Test func allNamesLeadToOneState() throws {
    let start = Cast.exchange(of: [.extension, .extension, .extension], calls: 2)
    let symmetry = try #require(Exchange.symmetry(of: start, apart: [], .calls))
    func standardized(_ actions: [Exchange.Action]) throws -> (words: [UInt64], count: Int) {
      var exchange = start
      var events: [Exchange.Event] = []
      for action in actions { try exchange.apply(action, by: Self.book, into: &events) }
      var words: [UInt64] = []
      exchange.pack(into: &words)
      let count = symmetry.standardize(&words).count
      return (words, count)
    }
    var found: Set<[UInt64]> = []
    for (one, other) in [(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)] as [(UInt16, UInt16)] {
      let (one, other) = (Exchange.DN(one), Exchange.DN(other))
      let (words, count) = try standardized([
        .init(.makeCall, by: one, to: other), .init(.ring, by: other), .init(.answer, by: other), .init(.hold, by: one),
      ])
      found.insert(words)
      #expect(count == 6)
    }
    #expect(found.count == 1)
    #expect(try standardized([]).count == 1)
  }
}
