@testable import CallModel

extension Explorable {
  /// Another search, slow and simple: the states are kept in a set, and each is tried in a copy.
  func plainCounts(by book: Rulebook<Self>, _ scope: ExplorationScope = .everything) -> [Int] {
    let attempts = Self.attempts(book, scope, nil)
    func packed(_ state: Self) -> [UInt64] {
      var words: [UInt64] = []
      state.pack(into: &words)
      return words
    }
    var seen: Set<[UInt64]> = [packed(self)]
    var waiting = [self]
    var transitions = 0
    while let state = waiting.popLast() {
      state.eachAttempt(attempts) { action in
        var next = state
        var events: [Event] = []
        guard (try? next.perform(action, by: book, into: &events)) != nil else { return }
        transitions += 1
        if seen.insert(packed(next)).inserted { waiting.append(next) }
      }
    }
    return [seen.count, transitions]
  }
}
