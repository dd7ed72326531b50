/// What a search tries, how far it goes, and what it looks for apart from the invariants.
package struct Search<M: Model>: Sendable {
  package var scope = ExplorationScope.everything
  /// The only verbs to use; nil for all.
  package var verbs: Set<M.Verb>?
  /// The most actions in a row; nil for no limit.
  package var depth: Int?
  /// The search ends once it has found more states.
  package var states = 5_000_000
  package var watch: Watch<M>?
  /// Whether states that differ only in the names of parties that are alike are stored once.
  package var usesSymmetry = false
  /// The parties, by number, that are like no other: those whose names mean something.
  package var named: Set<Int> = []
  package var threads = Threads.one
  /// Asked before each state: whether the search is to end at once. Once it is, it stays so.
  package var isStopped: @Sendable () -> Bool = { false }

  package init(_ scope: ExplorationScope = .everything, verbs: Set<M.Verb>? = nil, depth: Int? = nil) {
    (self.scope, self.verbs, self.depth) = (scope, verbs, depth)
  }
}

/// What a search looks for in each step: bits that the step raises, and what they mean.
package struct Watch<M: Model>: Sendable {
  package typealias Signals = @Sendable (_ action: M.Action, _ events: [M.Event], _ after: borrowing M) -> UInt64

  /// The signals of the step, from its events, in the state after it.
  package let signals: Signals
  /// The search ends with a fault at the first step that raises one of these.
  package let ends: UInt64
  /// A step that raises one of these is not followed.
  package let stops: UInt64
  /// Whether the steps are recorded, for questions about what stays reachable.
  package let records: Bool

  package init(ends: UInt64 = 0, stops: UInt64 = 0, records: Bool = false, _ signals: @escaping Signals) {
    (self.ends, self.stops, self.records, self.signals) = (ends, stops, records, signals)
  }
}

/// How the pieces of a computation are shared out: this module has no threads of its own.
package struct Threads: Sendable {
  package typealias Work = @Sendable (_ piece: Int) -> Void

  /// Calls `work` once for each piece, numbered from 0 to below `pieces`, and returns when all is done.
  package let run: @Sendable (_ pieces: Int, _ work: @escaping Work) -> Void

  package init(_ run: @escaping @Sendable (_ pieces: Int, _ work: @escaping Work) -> Void) { self.run = run }

  /// Only the thread that calls.
  package static let one = Threads { pieces, work in for piece in 0..<pieces { work(piece) } }
}
