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
  var units: [UInt32] = []
  var finds: [Find] = []
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

  @inline(__always)
  mutating func add(_ state: borrowing CompactState, _ hash: UInt64, standingFor count: Int, from source: Int) {
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
