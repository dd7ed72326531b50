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
  /// A state that must not be.
  var forbidden: UInt64 = 0

  static let rules: [Rule<Counter>] = [
    Rule("One more", "", on: .increment, by: .counting) {},
    Rule("Twice as many", "", on: .double, by: .counting) {},
  ]

  func pack(into words: inout [UInt64]) { words.append(count) }
  mutating func unpack(_ words: ArraySlice<UInt64>) { count = words.first ?? 0 }
  func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ each: (Verb) -> Void) {
    Verb.allCases.forEach(each)
  }
  static func broken(by action: Verb, from before: borrowing Self, to after: borrowing Self, telling events: [Memo])
    -> String?
  {
    after.count == after.forbidden ? "\(after.forbidden) is never reached" : nil
  }
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
    let found = Counter().exploration(by: book, depth: nil, states: 1_000, progress: { _ in })
    #expect([found.states, found.transitions] == [100, 200])
    #expect(found.fired == [100, 100])
    #expect(found.fault == nil && !found.isCutShort)
  }

  @Test func theDepthIsThatOfTheStateFarthestAway() {
    // It is 95: 1 2 4 5 10 11 22 23 46 47 94 95.
    let found = Counter().exploration(by: book, depth: nil, states: 1_000, progress: { _ in })
    #expect(found.depth == 11)
  }

  @Test(arguments: [UInt64(3): 2, 7: 4, 63: 10, 64: 6])
  func aFaultIsReportedWithTheShortestPath(_ number: UInt64, _ steps: Int) throws {
    let fault = try #require(
      Counter(forbidden: number).exploration(by: book, depth: nil, states: 1_000, progress: { _ in }).fault)
    #expect(fault.sentence == "\(number) is never reached")
    #expect(fault.path.count == steps)
    #expect(fault.path.reduce(1) { $1 == .double ? $0 * 2 : $0 + 1 } == number)
  }

  @Test func aDepthCutsItShort() {
    let found = Counter().exploration(by: book, depth: 3, states: 1_000, progress: { _ in })
    // 1; 2; 3 4; 5 6 8.
    #expect([found.states, found.depth] == [7, 3])
    #expect(found.isCutShort)
  }

  @Test func aNumberOfStatesCutsItShort() {
    let found = Counter(limit: 1_000_000).exploration(by: book, depth: nil, states: 50, progress: { _ in })
    #expect(found.isCutShort)
    #expect((51...52).contains(found.states))
  }

  @Test func progressIsReportedNowAndThen() {
    var visited: [Int] = []
    let found = Counter(limit: 70_000).exploration(
      by: book, depth: nil, states: 100_000, progress: { visited.append($0) })
    #expect(visited == [65_535])
    #expect(found.states == 70_000)
  }

  @Test func statesAreFoundAgainHoweverManyThereAre() {
    var table = StateTable()
    for number in 0..<5_000 {
      let words = (0...(number % 4)).map { UInt64(number * 7 + $0) << 32 }
      #expect(table.insert(words) && !table.insert(words))
    }
    #expect(table.count == 5_000)
    #expect(Array(table[9]) == [63 << 32, 64 << 32])
    // A state without words, and one that begins as another does, are states of their own.
    #expect(table.insert([]) && table.insert([63 << 32]) && !table.insert([]))
  }
}
