import CallModel
import Testing

@testable import CallScenario

/// What stays reachable, on graphs that are small enough to see.
@Suite struct EventualReachTests {
  /// The steps of each state: where they lead, and `p`, `q`, both or none.
  private struct Graph: StepGraph {
    private var targets: [Int?] = []
    private var raised: [UInt64] = []
    private var ends: [Int] = []

    init(_ rows: [[(Int?, String)]]) {
      for row in rows {
        for (target, signals) in row {
          targets.append(target)
          raised.append((signals.contains("p") ? 1 : 0) | (signals.contains("q") ? 2 : 0))
        }
        ends.append(targets.count)
      }
    }

    var states: Range<Int> { 0..<ends.count }
    func steps(from state: Int) -> Range<Int> { (state == 0 ? 0 : ends[state - 1])..<ends[state] }
    func target(of step: Int) -> Int? { targets[step] }
    func signals(of step: Int) -> UInt64 { raised[step] }
  }

  /// The states and the places of the steps from the first `p` on.
  private func escape(_ rows: [[(Int?, String)]]) -> [[Int]]? {
    let found = EventualReach(Graph(rows)).escape(after: 1, from: 2)
    #expect(found?.state == found?.steps.first?.state)
    return found?.steps.map { [$0.state, $0.place] }
  }

  @Test func itHoldsWhereTheOtherSignalRemainsPossible() {
    #expect(escape([[(1, "p")], [(0, "q")]]) == nil)
    #expect(escape([[(1, "p")], [(2, ""), (1, "")], [(3, "")], [(0, "q")]]) == nil)
    // In the same step, and again after it.
    #expect(escape([[(0, "pq")]]) == nil)
  }

  @Test func itIsBrokenByAnEnd() {
    #expect(escape([[(1, "p")], []]) == [[0, 0]])
    #expect(escape([[(1, "")], [(2, ""), (0, "p")], []]) == [[1, 1]])
    // The other signal comes in the same step, but not again.
    #expect(escape([[(1, "pq")], []]) == [[0, 0]])
  }

  @Test func itIsBrokenByACircle() {
    #expect(escape([[(1, ""), (0, "q")], [(2, "p")], [(3, "")], [(2, "")]]) == [[1, 0]])
  }

  @Test func itIsBrokenFurtherOn() {
    // From state 1 there is a way to q, but also one to an end.
    #expect(escape([[(1, "p")], [(0, "q"), (2, "")], []]) == [[0, 0], [1, 1]])
  }

  @Test func anEndThatIsReachedWithoutTheSignalBreaksNothing() {
    #expect(escape([[(1, ""), (2, "p")], [], [(2, "q")]]) == nil)
    #expect(escape([[(1, "q")], []]) == nil)
    #expect(escape([]) == nil)
  }

  @Test func whereTheSearchEndedEverythingIsPossible() {
    // State 2 was found, and not visited; the last step was not followed.
    #expect(escape([[(1, "p")], [(2, "")]]) == nil)
    #expect(escape([[(1, "p")], [(nil, "")]]) == nil)
    #expect(escape([[(1, "p"), (2, "")], [(3, ""), (2, "")], []]) == [[0, 0], [1, 1]])
  }

  @Test func thePathIsTheShortest() {
    // An early p and a long way, or a later p and an end right after it.
    let rows: [[(Int?, String)]] = [
      [(1, "p"), (2, "")], [(3, "")], [(4, "p")], [(5, "")], [], [(6, "")], [],
    ]
    #expect(escape(rows) == [[0, 0]])
    let able: [[(Int?, String)]] = [
      [(1, "p"), (2, "")], [(3, ""), (0, "q")], [(4, "p")], [(5, ""), (0, "q")], [], [(6, ""), (0, "q")], [],
    ]
    #expect(escape(able) == [[2, 0]])
  }

  /// Compares many graphs with a search that follows every walk.
  @Test func itAgreesWithASimpleSearch() {
    var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(bound))
    }
    var broken = 0
    for _ in 0..<400 {
      let count = 1 + next(7)
      // Renumbered in the order in which a search finds the states.
      let wild = (0..<count).map { _ in
        (0..<next(3)).map { _ in (next(count), ["", "", "p", "q", "pq"][next(5)]) }
      }
      var order = [0]
      var head = 0
      while head < order.count {
        for (target, _) in wild[order[head]] where !order.contains(target) { order.append(target) }
        head += 1
      }
      let rows = order.map { wild[$0].map { (order.firstIndex(of: $0.0), $0.1) } }
      let expected = Self.lengthOfEscape(rows)
      let found = EventualReach(Graph(rows)).escape(after: 1, from: 2)
      let length = found.map { Self.depth(of: $0.state, rows) + $0.steps.count }
      #expect(length == expected, "\(rows)")
      broken += expected == nil ? 0 : 1
    }
    #expect(broken > 50 && broken < 350)
  }

  private static func depth(of state: Int, _ rows: [[(Int?, String)]]) -> Int {
    var reached: Set<Int> = [0]
    var depth = 0
    while !reached.contains(state) {
      reached.formUnion(reached.flatMap { rows[$0].compactMap(\.0) })
      depth += 1
    }
    return depth
  }

  private static func lengthOfEscape(_ rows: [[(Int?, String)]]) -> Int? {
    func isAble(_ state: Int) -> Bool {
      var reached: Set<Int> = [state]
      for _ in rows { reached.formUnion(reached.flatMap { rows[$0].compactMap(\.0) }) }
      return reached.contains { rows[$0].contains { $0.1.contains("q") } }
    }
    var (before, after): (Set<Int>, Set<Int>) = ([0], [])
    for length in 1...(2 * rows.count + 1) {
      var next = after.union(after.flatMap { rows[$0].compactMap(\.0) })
      for (target, signals) in before.flatMap({ rows[$0] }) where signals.contains("p") {
        if let target { next.insert(target) }
      }
      before.formUnion(before.flatMap { rows[$0].compactMap(\.0) })
      after = next
      if after.contains(where: { !isAble($0) }) { return length }
    }
    return nil
  }
}
