/// What an exploration found.
package struct Exploration<M: Explorable>: Sendable {
  /// With symmetry, those that are not stored count, too; so do their transitions.
  package internal(set) var states = 0
  package internal(set) var transitions = 0
  /// How many states have been stored and numbered.
  package internal(set) var stored = 0
  /// Whether any parties are alike, so that states stand for others.
  package internal(set) var isSymmetric = false
  /// The length of the longest of the shortest paths to a state.
  package internal(set) var depth = 0
  /// Whether a limit was reached before every state was visited.
  package internal(set) var isCutShort = false
  /// How many states were visited: all of a lower number. No action was tried in those found after them.
  package internal(set) var visited = 0
  /// How often each rule fired.
  package internal(set) var fired: [Int]
  /// The first step that breaks an invariant, or raises a signal that ends the search.
  package internal(set) var fault: Fault?
  /// How many visited states are not at rest although no action is possible in them.
  package internal(set) var stuck = 0
  /// The number of the first of them.
  package internal(set) var firstStuck: Int?
  /// All signals that steps have raised.
  package internal(set) var signalled: UInt64 = 0
  /// By signal, where it was raised first.
  private(set) var firstSteps: [FirstStep?] = []
  /// The steps, if the search has recorded them.
  package internal(set) var steps: RecordedSteps?
  private let explorer: Explorer<M>

  package struct Fault: Sendable {
    /// The invariant that is broken; empty if the signals end the search.
    package let sentence: String
    /// The signals of the step.
    package let signals: UInt64
    /// The shortest path there.
    package let path: [M.Action]
  }

  struct FirstStep: Sendable {
    let state: Int
    let action: M.Action
  }

  init(_ explorer: Explorer<M>, rules: Int) {
    self.explorer = explorer
    fired = .init(repeating: 0, count: rules)
  }

  /// The shortest path to the state with that number, from the start, in the names that an engine uses on the way.
  package func path(to state: Int) -> [M.Action] { explorer.path(to: state) }

  /// The shortest path to the state with that number, and from there along recorded steps.
  package func path(to state: Int, along steps: [RecordedStep]) -> [M.Action] { explorer.path(to: state, along: steps) }

  /// Passes the steps from every visited state to `body`, in the order of the search.
  package func eachStep(_ body: (_ before: M, _ action: M.Action, _ after: M) -> Void) {
    for state in 0..<visited {
      explorer.eachStep(from: state) { before, action, _, after in
        body(before, action, after)
        return true
      }
    }
  }

  /// The shortest path through the first step that raises the signal, which is one bit; nil if none does.
  package func path(raising signal: UInt64) -> [M.Action]? {
    let number = signal.trailingZeroBitCount
    guard number < firstSteps.count, let first = firstSteps[number] else { return nil }
    return explorer.path(to: first.state, then: first.action)
  }

  mutating func note(_ signals: UInt64, first: FirstStep) {
    if firstSteps.isEmpty { firstSteps = .init(repeating: nil, count: UInt64.bitWidth) }
    var new = signals & ~signalled
    signalled |= signals
    while new != 0 {
      firstSteps[new.trailingZeroBitCount] = first
      new &= new - 1
    }
  }
}

/// A recorded step: the number of its state, and its place among the steps from there.
package struct RecordedStep: Equatable, Sendable {
  package let state: Int
  package let place: Int

  package init(state: Int, place: Int) { (self.state, self.place) = (state, place) }
}

/// Every step of a search, by the state that it was taken from.
package struct RecordedSteps: Sendable {
  package struct Step: Sendable {
    /// The number of the state that it leads to; nil if it was not followed.
    package let to: Int?
    package let signals: UInt64
  }

  private var targets: [UInt32] = []
  /// For each step, the place of its signals in `kinds`.
  private var signals: [UInt32] = []
  /// The different signals that steps raise.
  private var kinds: [UInt64] = [0]
  /// For each visited state, the number of its first step.
  private var starts: [UInt32] = []

  package var count: Int { targets.count }
  /// The states whose steps are recorded: those visited.
  package var states: Range<Int> { 0..<starts.count }

  /// The steps from a visited state, by number.
  package func steps(from state: Int) -> Range<Int> {
    Int(starts[state])..<(state + 1 < starts.count ? Int(starts[state + 1]) : targets.count)
  }

  package subscript(step: Int) -> Step {
    Step(to: targets[step] == .max ? nil : Int(targets[step]), signals: kinds[Int(signals[step])])
  }

  mutating func beginState() { starts.append(UInt32(targets.count)) }

  mutating func append(to target: Int?, _ raised: UInt64) {
    targets.append(target.map { UInt32($0) } ?? .max)
    let kind = kinds.lastIndex(of: raised) ?? kinds.count
    if kind == kinds.count { kinds.append(raised) }
    signals.append(UInt32(kind))
  }
}
