import CallModel

/// Numbered states and the steps between them. State 0 is the start, and a state found earlier has a lower number.
protocol StepGraph {
  /// The visited states: those whose steps are known.
  var states: Range<Int> { get }
  /// The numbers of the steps from a visited state; those of the next state follow them.
  func steps(from state: Int) -> Range<Int>
  /// The state that the step leads to; nil if it was not followed.
  func target(of step: Int) -> Int?
  func signals(of step: Int) -> UInt64
}

extension RecordedSteps: StepGraph {
  func target(of step: Int) -> Int? { self[step].to }
  func signals(of step: Int) -> UInt64 { self[step].signals }
}

/// Finds out whether a signal can still be raised after another one, whatever happens.
///
/// Where the search did not go on, everything counts as possible. So what is found is certain, and what is not found is
/// certain only if every state was visited.
struct EventualReach<Graph: StepGraph> {
  /// A way to a state from which no step raises the signal any more.
  struct Escape: Equatable {
    /// The state to which the shortest path leads first.
    var state: Int
    /// The steps from there, the first of them with the signal after which the other must remain possible. Each is the
    /// state and the place among its steps.
    var steps: [RecordedStep]
  }

  private let graph: Graph
  private let count: Int
  /// For each state, the states from which a step leads to it: those before `ends[state]`.
  private var sources: [UInt32] = []
  private var ends: [Int] = []
  /// How many steps the shortest path to each state has.
  private var depths: [UInt32]

  init(_ graph: Graph) {
    self.graph = graph
    count = graph.states.count
    depths = [UInt32](repeating: .max, count: count)
    if count > 0 { depths[0] = 0 }
    var ends = [Int](repeating: 0, count: count)
    eachStep { source, _, target in
      ends[target] += 1
      depths[target] = min(depths[target], depths[source] &+ 1)
    }
    var total = 0
    for state in 0..<count {
      total += ends[state]
      // At first where its sources begin; filling them in moves it to where they end.
      ends[state] = total - ends[state]
    }
    sources = [UInt32](repeating: 0, count: total)
    eachStep { source, _, target in
      sources[ends[target]] = UInt32(source)
      ends[target] += 1
    }
    self.ends = ends
  }

  /// Passes each step between visited states to `body`.
  private func eachStep(_ body: (_ source: Int, _ step: Int, _ target: Int) -> Void) {
    for source in 0..<count {
      for step in graph.steps(from: source) {
        if let target = graph.target(of: step), target < count { body(source, step, target) }
      }
    }
  }

  /// The shortest way through a step that raises `first` to a state from which no step raises `second`; nil if there is
  /// none.
  func escape(after first: UInt64, from second: UInt64) -> Escape? {
    let isAble = statesAble(toRaise: second)
    guard isAble.contains(false) else { return nil }
    // The states after the signal, in the order of the length of their paths, with the steps that lead to them.
    var steps = [Int](repeating: -1, count: count)
    var origins = [UInt32](repeating: 0, count: count)
    var lengths = [UInt32](repeating: 0, count: count)
    var isFirst = [Bool](repeating: false, count: count)
    var queue: [Int] = []
    var (next, head) = (0, 0)

    /// Follows a step to a state after the signal; returns the state if it is the one that is looked for.
    func follow(_ step: Int, from state: Int, length: UInt32, raises: Bool) -> Int? {
      guard let target = graph.target(of: step), target < count, steps[target] < 0 else { return nil }
      (steps[target], origins[target], isFirst[target]) = (step, UInt32(state), raises)
      lengths[target] = length + 1
      queue.append(target)
      return isAble[target] ? nil : target
    }

    func escape(to end: Int) -> Escape {
      var escape = Escape(state: 0, steps: [])
      var state = end
      while true {
        let source = Int(origins[state])
        let place = steps[state] - graph.steps(from: source).lowerBound
        escape.steps.append(RecordedStep(state: source, place: place))
        escape.state = source
        if isFirst[state] { break }
        state = source
      }
      escape.steps.reverse()
      return escape
    }

    while next < count || head < queue.count {
      if next < count, head == queue.count || depths[next] <= lengths[queue[head]] {
        for step in graph.steps(from: next) where graph.signals(of: step) & first != 0 {
          if let end = follow(step, from: next, length: depths[next], raises: true) { return escape(to: end) }
        }
        next += 1
      } else {
        let state = queue[head]
        for step in graph.steps(from: state) {
          if let end = follow(step, from: state, length: lengths[state], raises: false) { return escape(to: end) }
        }
        head += 1
      }
    }
    return nil
  }

  /// For each state, whether a step that raises the signal can be reached from it.
  private func statesAble(toRaise signal: UInt64) -> [Bool] {
    var isAble = [Bool](repeating: false, count: count)
    var found: [Int] = []
    for state in 0..<count {
      let raises = graph.steps(from: state).contains { step in
        graph.signals(of: step) & signal != 0 || graph.target(of: step).map { $0 >= count } ?? true
      }
      if raises {
        isAble[state] = true
        found.append(state)
      }
    }
    while let state = found.popLast() {
      for source in sources[(state == 0 ? 0 : ends[state - 1])..<ends[state]] where !isAble[Int(source)] {
        isAble[Int(source)] = true
        found.append(Int(source))
      }
    }
    return isAble
  }
}
