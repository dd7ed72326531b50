/// A model whose state can be packed into words, and which can list every action worth trying.
package protocol Explorable: Engine {
  /// What is worked out once for a search, to list only actions that some rule may answer.
  associatedtype Attempts: Sendable
  associatedtype Alike: Symmetry = NoSymmetry

  /// Appends the part of the state that matters: no counters, and names renumbered by age.
  func pack(into words: inout [UInt64])
  mutating func unpack(_ words: ArraySlice<UInt64>)
  /// Becomes as the other one is, which has the same parties: quickly, in the memory that it has.
  mutating func become(_ other: borrowing Self)
  static func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ verbs: Set<Verb>?) -> Attempts
  /// Every action worth trying in this state.
  func eachAttempt(_ attempts: Attempts, _ body: (Action) -> Void)
  mutating func perform(_ action: Action, by book: Rulebook<Self>, into events: inout [Event])
    throws(ModelRefusal<
      Self
    >) -> Int
  /// The invariant that the step breaks, if any; `before` is the state that the action found.
  static func brokenStep(
    by action: Action, from before: borrowing Self, to after: borrowing Self, telling events: [Event]
  ) -> String?
  /// The invariant that the state breaks, if any.
  var brokenSentence: String? { get }
  /// Whether nothing is going on: no call, port or interaction is open.
  var isAtRest: Bool { get }
  /// The action in the names of this state, if `action` names calls as the packed and restored state does. With
  /// `parties`, it also names parties by other numbers: for each of these, the one here.
  func renamed(_ action: Action, _ parties: [UInt16]?) -> Action
  /// The parties that are alike in the start of a search, apart from these; nil if there are none.
  static func symmetry(of start: Self, apart from: Set<Int>, _ scope: ExplorationScope) -> Alike?
  /// Visits every state that can be reached from this one, and checks every step. Ends at the first fault.
  // A requirement, so that the compiler makes a version of it for each model.
  func explore(by book: Rulebook<Self>, _ search: Search<Self>, progress: (Int) -> Void) -> Exploration<Self>
}

extension Explorable {
  package mutating func become(_ other: borrowing Self) { self = copy other }
  package var brokenSentence: String? { nil }
  package func renamed(_ action: Action, _ parties: [UInt16]?) -> Action { action }

  package func explore(
    by book: Rulebook<Self>, _ search: Search<Self>, progress: (Int) -> Void
  ) -> Exploration<Self> {
    Explorer(self, book, search).run(progress: progress)
  }

  package func explore(by book: Rulebook<Self>, _ search: Search<Self>) -> Exploration<Self> {
    explore(by: book, search) { _ in }
  }

  /// Visits every state that can be reached from this one; if verbs are given, with these alone.
  package func explore(
    by book: Rulebook<Self>, _ scope: ExplorationScope = .calls, verbs: Set<Verb>? = nil, depth: Int? = nil
  ) -> Exploration<Self> {
    explore(by: book, Search(scope, verbs: verbs, depth: depth))
  }

  /// The invariant that the state after the step breaks, or else the step.
  package static func broken(
    by action: Action, from before: borrowing Self, to after: borrowing Self, telling events: [Event]
  ) -> String? {
    if let sentence = after.brokenSentence { return sentence }
    return brokenStep(by: action, from: before, to: after, telling: events)
  }
}

extension Explorable where Alike == NoSymmetry {
  package static func symmetry(of start: Self, apart from: Set<Int>, _ scope: ExplorationScope) -> NoSymmetry? { nil }
}

/// What an exploration tries: only actions on calls, or everything, including settings and user data.
package enum ExplorationScope: Sendable { case calls, everything }
