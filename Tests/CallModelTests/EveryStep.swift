@testable import CallModel

extension Explorable {
  /// Passes each possible action on, with the state in which it is possible, until `most` states have been visited.
  func eachStep(
    by book: Rulebook<Self>, _ scope: ExplorationScope, most: Int,
    _ body: (_ state: Self, _ action: Action) -> Void
  ) {
    var seen = StateTable()
    var words: [UInt64] = []
    pack(into: &words)
    _ = seen.insert(words)
    let attempts = Self.attempts(book, scope, nil)
    var next = 0
    var state = self
    while next < min(seen.count, most) {
      state.unpack(seen[next])
      let found = state
      var actions: [Action] = []
      found.eachAttempt(attempts) { actions.append($0) }
      for action in actions {
        var events: [Event] = []
        guard (try? state.perform(action, by: book, into: &events)) != nil else { continue }
        body(found, action)
        words = []
        state.pack(into: &words)
        _ = seen.insert(words)
        state = found
      }
      next += 1
    }
  }
}
