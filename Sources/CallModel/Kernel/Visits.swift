/// What the visits to some states have found: kept apart until what comes before them has been added.
struct Visits<M: Explorable> {
  /// A state that was new, as far as could be seen: it may have been found several times.
  struct Find {
    let source: UInt32
    /// Where its units end.
    let end: UInt32
    let hash: UInt64
    /// How many states it stands for.
    let count: Int
  }

  struct Step {
    /// The number of the state, or of a find if it was new.
    var target: UInt32
    let isNew: Bool
    let signals: UInt64
  }

  /// A step that ends the search.
  struct Fault {
    let sentence: String
    let signals: UInt64
    let state: Int
    let action: M.Action
  }

  let states: Range<Int>
  /// The compact states of the finds.
  private(set) var units: [UInt32] = []
  private(set) var finds: [Find] = []
  /// The numbers of the first finds, by their hashes.
  private var slots = [UInt32](repeating: .max, count: 1 << 10)
  var transitions = 0
  var fired: [Int]
  var stuck = 0
  var firstStuck: Int?
  var signalled: UInt64 = 0
  /// Where signals were raised first.
  var firstSteps: [(signals: UInt64, step: Exploration<M>.FirstStep)] = []
  /// The steps of all states, and for each state how many come before those of the next.
  var steps: [Step] = []
  var stepEnds: [Int] = []
  var fault: Fault?

  init(_ states: Range<Int>, rules: Int) {
    self.states = states
    fired = .init(repeating: 0, count: rules)
  }

  /// The number of the find with this state, if it is known: most states are soon found again.
  @inline(__always)
  func find(_ state: borrowing CompactState, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != .max {
      let number = Int(slots[slot])
      if finds[number].hash == hash, isSame(state.contents, as: number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Ends at the first difference, because no state is the beginning of another one.
  private func isSame(_ state: UnsafeBufferPointer<UInt32>, as number: Int) -> Bool {
    let start = number == 0 ? 0 : Int(finds[number - 1].end)
    for unit in state.indices where state[unit] != units[start + unit] { return false }
    return true
  }

  @inline(__always)
  mutating func add(_ state: borrowing CompactState, _ hash: UInt64, standingFor count: Int, from source: Int) {
    // Half of the slots stay free, so that a search soon ends.
    if finds.count < slots.count / 2 {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(finds.count)
    }
    units += state.contents
    finds.append(Find(source: UInt32(source), end: UInt32(units.count), hash: hash, count: count))
  }

  mutating func raise(_ signals: UInt64, in state: Int, by action: M.Action) {
    let new = signals & ~signalled
    if new == 0 { return }
    signalled |= new
    firstSteps.append((new, Exploration<M>.FirstStep(state: state, action: action)))
  }
}

/// What each piece has found, filled in on several threads.
final class Pieces<Content>: @unchecked Sendable {
  private let contents: UnsafeMutableBufferPointer<Content?>
  var count: Int { contents.count }

  init(_ count: Int) {
    contents = .allocate(capacity: count)
    contents.initialize(repeating: nil)
  }

  deinit {
    contents.deinitialize()
    contents.deallocate()
  }

  subscript(piece: Int) -> Content? {
    get { contents[piece] }
    set { contents[piece] = newValue }
  }

  /// The content is no longer kept here.
  func take(_ piece: Int) -> Content? {
    defer { contents[piece] = nil }
    return contents[piece]
  }
}
