import Testing

@testable import CallModel

extension Counter: Walkable {}

/// A switchboard: calls begin, are marked, and end. They are numbered as they begin.
struct Board: Miniature, Walkable {
  enum Verb: UInt8, Numbered { case begin, mark, end }
  enum State: UInt8, Numbered, CustomStringConvertible {
    case open
    var description: String { "open" }
  }
  struct Action: Hashable {
    var verb: Verb
    var on: UInt64 = 0
  }
  typealias Scene = Look<State, Anything>
  typealias Clause = Step<State>
  typealias Change = State
  typealias Cell = Memo

  static let rules: [Rule<Board>] = Verb.allCases.map { Rule("\($0)", "", on: $0, by: .open) {} }
  private(set) var open: Set<UInt64> = []
  private(set) var marked: Set<UInt64> = []
  private(set) var nextCallNumber: UInt64 = 1
  var openCalls: [UInt64] { open.sorted() }
  /// How many marked calls must not be open at a time.
  var tooMany = 2

  static func verb(of action: Action) -> Verb { action.verb }
  static func change(_ clause: Step<State>, under profile: Void) -> State? { clause.change }
  static func cell(_ clause: Step<State>, of rule: Int, under profile: Void) -> Memo? { clause.memo }
  func survey(_ action: Action, _ book: Rulebook<Self>, _ scene: inout Scene) {}
  mutating func carryOut(_ change: State, _ scene: inout Scene) {}
  func memos(_ cell: Memo, _ scene: Scene) -> [Memo] { [] }

  static func renumbered(_ action: Action, _ number: (UInt64) -> UInt64?) -> Action? {
    action.on == 0 ? action : number(action.on).map { Action(verb: action.verb, on: $0) }
  }
  func pack(into words: inout [UInt64]) { words += open.sorted() }
  mutating func unpack(_ words: ArraySlice<UInt64>) { open = Set(words) }
  static func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ verbs: Set<Verb>?) -> Set<Verb>? { verbs }
  func eachAttempt(_ verbs: Set<Verb>?, _ body: (Action) -> Void) {
    let actions =
      [Action(verb: .begin)]
      + open.sorted().flatMap { [Action(verb: .mark, on: $0), Action(verb: .end, on: $0)] }
    for action in actions where verbs?.contains(action.verb) ?? true { body(action) }
  }
  var isAtRest: Bool { open.isEmpty }
  mutating func perform(_ action: Action, by book: Rulebook<Self>, into events: inout [Memo])
    throws(ModelRefusal<
      Self
    >) -> Int
  {
    switch action.verb {
    case .begin where open.count < 3:
      open.insert(nextCallNumber)
      nextCallNumber += 1
      events.append(Memo("board", "begun", "all"))
    case .mark where open.contains(action.on): marked.insert(action.on)
    case .end where open.contains(action.on):
      open.remove(action.on)
      marked.remove(action.on)
    default: throw ModelRefusal(action, cause: .conditions)
    }
    return Int(action.verb.rawValue)
  }
  static func brokenStep(
    by action: Action, from before: borrowing Self, to after: borrowing Self, telling events: [Memo]
  ) -> String? { nil }
  var brokenSentence: String? { marked.count >= tooMany ? "not so many calls are marked" : nil }
}

@Suite struct RandomWalkTests: ~Copyable {
  private let counting = Rulebook(Counter.rules, under: ())
  private let book = Rulebook(Board.rules, under: ())

  // MARK: Walking

  @Test func aSeedGivesOneWalk() {
    let walk = Counter().randomWalk(by: counting, seed: 42, steps: 16)
    let letters = walk.path.map { $0 == .double ? "d" : "i" }.joined()
    #expect(letters == "iiididdiididddid")
    #expect(Counter().randomWalk(by: counting, seed: 42, steps: 16).path == walk.path)
    #expect(Set((1...20).map { Counter().randomWalk(by: counting, seed: $0, steps: 16).path }).count == 20)
  }

  @Test func whatHappensIsCounted() {
    let walk = Board(tooMany: 9).randomWalk(by: book, seed: 7, steps: 1_000)
    #expect(walk.path.count == 1_000)
    #expect(walk.fired.reduce(0, +) == 1_000)
    #expect(walk.events == walk.path.count { $0.verb == .begin })
    #expect(walk.broken == nil && !walk.isStuck && walk.seed == 7)
  }

  @Test func everyVerbIsAsLikely() {
    // Nearly always all three are possible, and up to three calls can be marked or ended.
    let fired = Board(tooMany: 9).randomWalk(by: book, seed: 1, steps: 3_000).fired
    #expect(fired.allSatisfy { (700...1_300).contains($0) }, "\(fired)")
  }

  @Test func onlyTheVerbsThatAreWantedAreUsed() {
    let walk = Board().randomWalk(by: book, verbs: [.begin], seed: 1, steps: 50)
    #expect(walk.path == [Board.Action](repeating: .init(verb: .begin), count: 3))
    #expect(walk.isStuck)
  }

  @Test func progressIsReportedNowAndThen() {
    var done: [Int] = []
    _ = Board(tooMany: 9).randomWalk(by: book, seed: 1, steps: 600) { done.append($0) }
    #expect(done == [255, 511])
  }

  // MARK: What must not be sent

  /// One signal for the beginning of a call while two others are open, one for the first call.
  private static let ban = WalkBan<Board>([.init(never: 1)]) { events, after, calls in
    #expect(calls == calls.sorted() && after.openCalls.allSatisfy(calls.contains))
    return events.isEmpty ? 0 : calls.count == 3 ? 1 : calls.count == 1 ? 2 : 0
  }

  @Test func aStepThatRaisesASignalBreaksTheClaim() {
    let walk = Board(tooMany: 9).randomWalk(by: book, ban: Self.ban, seed: 4, steps: 1_000)
    #expect(walk.broken == .claim(0))
    #expect(walk.path.last == .init(verb: .begin))
    #expect(walk.shrunk().path == [Board.Action](repeating: .init(verb: .begin), count: 3))
  }

  @Test func anEarlierStepMayLiftAClaim() {
    // The first call is always alone.
    let lifted = WalkBan<Board>([.init(never: 1, before: 2)], Self.ban.signals)
    #expect(Board(tooMany: 9).randomWalk(by: book, ban: lifted, seed: 4, steps: 1_000).broken == nil)
    // In the step itself it is too late.
    let both = WalkBan<Board>([.init(never: 1, before: 2)]) { events, _, calls in
      events.isEmpty || calls.count < 3 ? 0 : 3
    }
    #expect(Board(tooMany: 9).randomWalk(by: book, ban: both, seed: 4, steps: 1_000).broken == .claim(0))
  }

  @Test func anInvariantComesFirst() {
    let always = WalkBan<Board>([.init(never: 1)]) { _, after, _ in after.marked.count > 1 ? 1 : 0 }
    let walk = Board().randomWalk(by: book, ban: always, seed: 1, steps: 1_000)
    #expect(walk.broken == .invariant("not so many calls are marked"))
  }

  // MARK: Shrinking

  @Test(arguments: 1...20)
  func aFaultIsShrunkToTheFewestActions(_ seed: UInt64) {
    let walk = Board().randomWalk(by: book, seed: seed, steps: 1_000)
    #expect(walk.broken == .invariant("not so many calls are marked"))
    let shrunk = walk.shrunk()
    #expect(!shrunk.isCutShort)
    // Two calls are begun and marked, whatever their numbers were.
    #expect(shrunk.path.count == 4)
    #expect(Set(shrunk.path.map(\.on)) == [0, 1, 2])
    #expect(isBroken(by: shrunk.path))
    for left in shrunk.path.indices {
      var rest = shrunk.path
      rest.remove(at: left)
      #expect(!isBroken(by: rest))
    }
  }

  /// Carries out what is possible of the path.
  private func isBroken(by path: [Board.Action]) -> Bool {
    var board = Board()
    var events: [Memo] = []
    for action in path { _ = try? board.perform(action, by: book, into: &events) }
    return board.marked.count >= 2
  }

  @Test func aPathThatCannotBeShortenedStays() {
    // Each number follows from the one before it.
    let broken = Counter(forbidden: 5).randomWalk(by: counting, verbs: [.increment], seed: 1, steps: 9)
    #expect(broken.broken == .invariant("5 is never reached"))
    #expect(broken.path.count == 4)
    #expect(broken.shrunk().path == broken.path)
  }

  @Test func shrinkingStopsAtALimit() {
    let walk = Board().randomWalk(by: book, seed: 3, steps: 1_000)
    let shrunk = walk.shrunk(carryingOut: 1)
    #expect(shrunk.isCutShort && shrunk.path == walk.path)
  }
}
