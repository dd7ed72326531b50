/// A walk through the states of a model: each step is one of the possible actions, chosen by a seeded generator.
package struct RandomWalk<M: Walkable>: Sendable {
  package let seed: UInt64
  private let start: M
  private let book: Rulebook<M>
  private let ban: WalkBan<M>?
  private var steps: [Step] = []
  /// How many events were sent.
  package private(set) var events = 0
  /// How often each rule fired.
  package private(set) var fired: [Int]
  /// Whether it ended because no action was possible.
  package private(set) var isStuck = false
  /// What its last step breaks, if anything.
  package private(set) var broken: WalkBreach?

  /// An action, and the numbers of the calls that it began.
  private struct Step: Sendable {
    let action: M.Action
    let calls: Range<UInt64>
  }

  /// The actions that were carried out.
  package var path: [M.Action] { steps.map(\.action) }

  /// Walks from the state until something is broken, no action is possible, or `limit` steps are done.
  fileprivate init(
    from start: M, by book: Rulebook<M>, _ scope: ExplorationScope, _ verbs: Set<M.Verb>?, _ ban: WalkBan<M>?,
    seed: UInt64, atMost limit: Int, _ progress: (Int) -> Void
  ) {
    (self.start, self.book, self.ban, self.seed) = (start, book, ban, seed)
    fired = .init(repeating: 0, count: book.rules.count)
    var random = SplitMix64(seed: seed)
    var choices = WalkChoices<M>(M.attempts(book, scope, verbs))
    var state = start
    var judge = WalkJudge(ban)
    var sent: [M.Event] = []
    while steps.count < limit {
      if steps.count & 0xFF == 0xFF { progress(steps.count) }
      let before = state
      choices.list(in: before, verbs)
      guard let taken = choices.perform(on: &state, by: book, into: &sent, &random) else {
        isStuck = true
        return
      }
      steps.append(Step(action: taken.action, calls: before.nextCallNumber..<state.nextCallNumber))
      events += sent.count
      fired[taken.rule] += 1
      broken = judge.broken(by: taken.action, from: before, to: state, telling: sent)
      if broken != nil { return }
    }
  }

  // MARK: Shrinking

  /// The fewest of its actions that break the same: without any one of them, it is not broken.
  ///
  /// Where an action is left out, later ones that are no longer possible are left out too, and the calls are numbered
  /// as they begin now. If more than `limit` actions would have to be carried out to find the fewest, it is cut short.
  package func shrunk(carryingOut limit: Int = 50_000_000) -> (path: [M.Action], isCutShort: Bool) {
    var done = 0
    var isCutShort = false
    let fewest = steps.shrunk { kept in
      done += kept.count
      if done > limit { isCutShort = true }
      if isCutShort { return false }
      return replay(kept).broken == broken
    }
    return (replay(fewest).path, isCutShort)
  }

  /// Carries out those of the steps that are possible, until something is broken.
  private func replay(_ kept: [Step]) -> (path: [M.Action], broken: WalkBreach?) {
    var state = start
    var judge = WalkJudge(ban)
    var numbers: [UInt64: UInt64] = [:]
    var path: [M.Action] = []
    var sent: [M.Event] = []
    for step in kept {
      guard let action = M.renumbered(step.action, { numbers[$0] }) else { continue }
      let before = state
      sent.removeAll(keepingCapacity: true)
      guard (try? state.perform(action, by: book, into: &sent)) != nil else { continue }
      for (was, now) in zip(step.calls, before.nextCallNumber..<state.nextCallNumber) { numbers[was] = now }
      path.append(action)
      if let broken = judge.broken(by: action, from: before, to: state, telling: sent) { return (path, broken) }
    }
    return (path, nil)
  }
}

extension Walkable {
  /// Walks from this state, and checks every step. The same seed gives the same walk.
  package func randomWalk(
    by book: Rulebook<Self>, _ scope: ExplorationScope = .calls, verbs: Set<Verb>? = nil, ban: WalkBan<Self>? = nil,
    seed: UInt64, steps: Int, progress: (Int) -> Void = { _ in }
  ) -> RandomWalk<Self> {
    RandomWalk(from: self, by: book, scope, verbs, ban, seed: seed, atMost: steps, progress)
  }
}
