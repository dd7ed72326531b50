/// A model whose state can be packed into words, and which can list every action worth trying.
package protocol Explorable: Engine {
  /// Appends the part of the state that matters: no counters, and names renumbered by age.
  func pack(into words: inout [UInt64])
  mutating func unpack(_ words: ArraySlice<UInt64>)
  /// Every action worth trying in this state.
  func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ each: (Action) -> Void)
  /// The invariant that the step breaks, if any; `before` is the state that the action found.
  static func broken(by action: Action, from before: borrowing Self, to after: borrowing Self, telling events: [Event])
    -> String?
  mutating func perform(_ action: Action, by book: Rulebook<Self>, into events: inout [Event])
    throws(ModelRefusal<
      Self
    >) -> Int
}

/// What an exploration tries: only actions on calls, or everything, including settings and user data.
package enum ExplorationScope: Sendable { case calls, everything }

/// What an exploration found.
package struct Exploration<M: Model>: Sendable {
  package internal(set) var states = 0
  package internal(set) var transitions = 0
  /// The length of the longest of the shortest paths to a state.
  package internal(set) var depth = 0
  /// Whether a limit was reached before every state was visited.
  package internal(set) var isCutShort = false
  /// How often each rule fired.
  package internal(set) var fired: [Int]
  /// The first invariant that was broken, and the shortest path there.
  package internal(set) var fault: Fault?

  package struct Fault: Sendable {
    package let sentence: String
    package let path: [M.Action]
  }
}

extension Explorable {
  /// Visits every reachable state, breadth first, and checks every step. Ends at the first fault.
  @inline(__always)
  func exploration(
    by book: Rulebook<Self>, _ scope: ExplorationScope = .everything, verbs: Set<Verb>? = nil,
    depth limit: Int?,
    states most: Int,
    progress: (Int) -> Void
  ) -> Exploration<Self> {
    var result = Exploration<Self>(fired: .init(repeating: 0, count: book.rules.count))
    var seen = StateTable()
    var origins: [(parent: Int32, action: Action?, depth: Int32)] = [(-1, nil, 0)]
    var state = self
    var words: [UInt64] = []
    var events: [Event] = []
    var actions: [Action] = []
    state.pack(into: &words)
    _ = seen.insert(words)
    var next = 0
    while next < seen.count {
      let depth = Int(origins[next].depth)
      result.depth = max(result.depth, depth)
      if next & 0xFFFF == 0xFFFF { progress(next) }
      if let limit, depth >= limit {
        result.isCutShort = true
        break
      }
      state.unpack(seen[next])
      let before = state
      actions.removeAll(keepingCapacity: true)
      before.attempts(book, scope) { if verbs?.contains(Self.verb(of: $0)) ?? true { actions.append($0) } }
      for action in actions {
        events.removeAll(keepingCapacity: true)
        guard let rule = try? state.perform(action, by: book, into: &events) else { continue }
        result.transitions += 1
        result.fired[rule] += 1
        if let sentence = Self.broken(by: action, from: before, to: state, telling: events) {
          result.states = seen.count
          result.fault = .init(sentence: sentence, path: path(to: next, origins) + [action])
          return result
        }
        words.removeAll(keepingCapacity: true)
        state.pack(into: &words)
        if seen.insert(words) { origins.append((Int32(next), action, Int32(depth + 1))) }
        state.unpack(seen[next])
      }
      next += 1
      if seen.count > most {
        result.isCutShort = true
        break
      }
    }
    result.states = seen.count
    return result
  }

  private func path(to state: Int, _ origins: [(parent: Int32, action: Action?, depth: Int32)]) -> [Action] {
    var path: [Action] = []
    var at = state
    while let action = origins[at].action {
      path.append(action)
      at = Int(origins[at].parent)
    }
    return path.reversed()
  }
}

/// All states seen, numbered in their order: their words are in one array, and open addressing finds them.
struct StateTable {
  private var words: [UInt64] = []
  private var ends: [Int] = []
  private var slots: [Int32] = .init(repeating: -1, count: 1024)

  var count: Int { ends.count }

  subscript(state: Int) -> ArraySlice<UInt64> { words[start(state)..<ends[state]] }

  /// Adds the state, and returns whether it was new.
  mutating func insert(_ new: [UInt64]) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(new[...])) & mask
    while slots[slot] >= 0 {
      let state = Int(slots[slot])
      if ends[state] - start(state) == new.count, words[start(state)..<ends[state]] == new[...] { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(count)
    words += new
    ends.append(words.count)
    if count * 2 > slots.count { grow() }
    return true
  }

  private func start(_ state: Int) -> Int { state == 0 ? 0 : ends[state - 1] }

  private mutating func grow() {
    slots = .init(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for state in 0..<count {
      var slot = Int(truncatingIfNeeded: Self.hash(self[state])) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(state)
    }
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words {
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return hash ^ hash >> 29
  }
}
