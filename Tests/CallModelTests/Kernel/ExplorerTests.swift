import Testing

@testable import CallModel

/// The explorer on a model of its own: a counter that goes up by one or doubles, to a limit.
struct Counter: Conversation, Explorable {
  enum Verb: UInt8, Numbered { case increment, double, stay }
  enum State: UInt8, Numbered, CustomStringConvertible {
    case counting
    var description: String { "counting" }
  }
  var state = State.counting
  var count: UInt64 = 1
  var limit: UInt64 = 100
  /// A state that must not be, and one in which nothing is possible.
  var forbidden: UInt64 = 0
  var dead: UInt64 = 0

  static let rules: [Rule<Counter>] = [
    Rule("One more", "", on: .increment, by: .counting) {},
    Rule("Twice as many", "", on: .double, by: .counting) {},
  ]

  func pack(into words: inout [UInt64]) { words.append(count) }
  mutating func unpack(_ words: ArraySlice<UInt64>) { count = words.first ?? 0 }
  static func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ verbs: Set<Verb>?) -> [Verb] {
    Verb.allCases.filter { verbs?.contains($0) ?? true }
  }
  func eachAttempt(_ attempts: [Verb], _ body: (Verb) -> Void) { if count != dead { attempts.forEach(body) } }
  var isAtRest: Bool { count < 10 }
  static func brokenStep(
    by action: Verb, from before: borrowing Self, to after: borrowing Self, telling events: [Memo]
  ) -> String? { nil }
  var brokenSentence: String? { count == forbidden ? "\(forbidden) is never reached" : nil }
  mutating func perform(_ action: Verb, by book: Rulebook<Self>, into events: inout [Memo])
    throws(ModelRefusal<
      Self
    >) -> Int
  {
    var scene = Scene()
    let entry = try perform(action, by: book, in: &scene)
    count = min(action == .double ? count * 2 : count + 1, limit)
    return Int(entry.rule)
  }
}

@Suite struct ExplorerTests: ~Copyable {
  private let book = Rulebook(Counter.rules, under: ())

  @Test func everyStateIsVisitedOnce() {
    let found = Counter().explore(by: book)
    #expect([found.states, found.transitions] == [100, 200])
    #expect(found.fired == [100, 100])
    #expect(found.fault == nil && !found.isCutShort)
  }

  @Test func theDepthIsThatOfTheStateFarthestAway() {
    // It is 95: 1 2 4 5 10 11 22 23 46 47 94 95.
    let found = Counter().explore(by: book)
    #expect(found.depth == 11)
  }

  @Test(arguments: [UInt64(3): 2, 7: 4, 63: 10, 64: 6])
  func aFaultIsReportedWithTheShortestPath(_ number: UInt64, _ steps: Int) throws {
    let fault = try #require(
      Counter(forbidden: number).explore(by: book).fault)
    #expect(fault.sentence == "\(number) is never reached")
    #expect(fault.path.count == steps)
    #expect(fault.path.reduce(1) { $1 == .double ? $0 * 2 : $0 + 1 } == number)
  }

  @Test func aDepthCutsItShort() {
    let found = Counter().explore(by: book, depth: 3)
    // 1; 2; 3 4; 5 6 8.
    #expect([found.states, found.depth] == [7, 3])
    #expect(found.isCutShort)
  }

  @Test func aNumberOfStatesCutsItShort() {
    var search = Search<Counter>()
    search.states = 50
    let found = Counter(limit: 1_000_000).explore(by: book, search)
    #expect(found.isCutShort)
    #expect((51...52).contains(found.states))
  }

  @Test func progressIsReportedNowAndThen() {
    var visited: [Int] = []
    let found = Counter(limit: 70_000).explore(by: book, Search()) { visited.append($0) }
    #expect(visited == [65_535])
    #expect(found.states == 70_000)
  }

  @Test func aStuckStateIsNotAtRest() {
    let found = Counter(dead: 96).explore(by: book)
    #expect(found.stuck == 1 && found.states < 100)
    // 2 3 6 12 24 48 96; of two actions that lead to 2, the first.
    #expect(
      found.firstStuck.map { found.path(to: $0) }
        == [.increment, .increment, .double, .double, .double, .double, .double])
    // Below 10 it is at rest, and what is cut short was not visited.
    #expect(Counter(dead: 9).explore(by: book).stuck == 0)
    #expect(Counter(dead: 11).explore(by: book, depth: 5).stuck == 0)
  }

  // MARK: Signals

  /// Signals: an even number, one above 90, 7.
  private func watch(ends: UInt64 = 0, stops: UInt64 = 0, records: Bool = false) -> Search<Counter> {
    var search = Search<Counter>()
    search.watch = Watch(ends: ends, stops: stops, records: records) { _, _, after in
      (after.count % 2 == 0 ? 1 : 0) | (after.count > 90 ? 2 : 0) | (after.count == 7 ? 4 : 0)
    }
    return search
  }

  @Test func signalsAreReportedWithTheFirstStepThatRaisesThem() {
    let found = Counter().explore(by: book, watch())
    #expect(found.signalled == 7 && found.fault == nil && found.states == 100)
    #expect(found.path(raising: 1) == [.increment])
    #expect(found.path(raising: 4) == [.increment, .increment, .double, .increment])
    // 2 3 6 12 24 48 96: no other way is as short.
    #expect(found.path(raising: 2)?.reduce(1) { $1 == .double ? $0 * 2 : $0 + 1 } == 96)
    #expect(found.path(raising: 8) == nil)
  }

  @Test func aSignalEndsTheSearch() throws {
    let found = Counter().explore(by: book, watch(ends: 4))
    let fault = try #require(found.fault)
    #expect(fault.sentence.isEmpty && fault.signals == 4)
    #expect(fault.path == [.increment, .increment, .double, .increment])
    #expect(found.states < 20)
  }

  @Test func aStepThatASignalStopsIsNotFollowed() {
    // Only odd numbers are followed, and each leads to even ones.
    #expect(Counter().explore(by: book, watch(stops: 1)).states == 1)
    let found = Counter().explore(by: book, watch(stops: 2))
    #expect(found.states == 90 && found.transitions == 180)
  }

  @Test func stepsAreRecorded() throws {
    let steps = try #require(Counter(limit: 5).explore(by: book, watch(stops: 4, records: true)).steps)
    // 1 2 3 4 5, in the order in which they were found.
    #expect(steps.states == 0..<5 && steps.count == 10)
    let targets = steps.states.map { steps.steps(from: $0).map { steps[$0].to } }
    #expect(targets == [[1, 1], [2, 3], [3, 4], [4, 4], [4, 4]])
    #expect(steps[0].signals == 1 && steps[2].signals == 0)
    let stopped = try #require(Counter(limit: 5).explore(by: book, watch(stops: 1, records: true)).steps)
    #expect(stopped.count == 2 && stopped[0].to == nil)
    #expect(Counter().explore(by: book, watch()).steps == nil)
  }

  @Test func aPathGoesOnAlongRecordedSteps() {
    let found = Counter().explore(by: book, watch(records: true))
    // 1 2 3 4: the third state is 3, and from there on it is doubled, and then one more.
    let steps = [RecordedStep(state: 2, place: 1), RecordedStep(state: 4, place: 0)]
    #expect(found.path(to: 2, along: steps).count == 4)
    #expect(Array(found.path(to: 2, along: steps).suffix(2)) == [.double, .increment])
  }

  @Test func aSearchCanBeStopped() {
    var search = Search<Counter>()
    search.isStopped = { true }
    let found = Counter(limit: 30_000).explore(by: book, search)
    #expect(found.isCutShort && found.fault == nil && found.states < 10)
  }

  // MARK: Threads

  /// Pieces in an order of their own stand for several threads.
  private static let backwards = Threads { pieces, work in for piece in (0..<pieces).reversed() { work(piece) } }

  @Test(
    arguments: [(0, nil, 1_000_000), (9_999, nil, 1_000_000), (0, nil, 7_777), (0, 15, 1_000_000)]
      as [(UInt64, Int?, Int)])
  func theOrderOfThePiecesChangesNothing(_ forbidden: UInt64, _ depth: Int?, _ states: Int) {
    let counter = Counter(limit: 30_000, forbidden: forbidden, dead: 20_000)
    var search = watch(records: true)
    (search.depth, search.states) = (depth, states)
    let expected = counter.explore(by: book, search)
    search.threads = Self.backwards
    let found = counter.explore(by: book, search)
    #expect(
      [found.states, found.transitions, found.depth, found.visited, found.stuck]
        == [expected.states, expected.transitions, expected.depth, expected.visited, expected.stuck])
    #expect(found.fired == expected.fired && found.isCutShort == expected.isCutShort)
    #expect(found.fault?.path == expected.fault?.path && (found.fault == nil) == (forbidden == 0))
    #expect(found.fired.reduce(0, +) == found.transitions)
    #expect(found.firstStuck == expected.firstStuck && found.signalled == expected.signalled)
    for signal in [1, 2, 4] as [UInt64] { #expect(found.path(raising: signal) == expected.path(raising: signal)) }
    #expect((0..<(expected.steps?.count ?? 0)).allSatisfy { found.steps?[$0].to == expected.steps?[$0].to })
    #expect(found.steps?.count == expected.steps?.count)
  }

  @Test func aLimitOfStatesCountsWhatWasVisitedBefore() {
    var search = watch(records: true)
    search.states = 5_000
    let found = Counter(limit: 1_000_000).explore(by: book, search)
    #expect(found.isCutShort && found.fault == nil && (5_001...5_002).contains(found.states))
    #expect(found.transitions == 2 * found.visited && found.steps?.count == found.transitions)
  }
}
