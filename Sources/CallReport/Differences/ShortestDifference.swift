/// A shortest difference between two sequences (Myers, An O(ND) Difference Algorithm and Its Variations, 1986).
package struct ShortestDifference {
  /// What happens to the element at an index.
  package enum Edit: Equatable, Sendable {
    /// It is in both sequences.
    case keep(old: Int, new: Int)
    /// It is only in the old one.
    case remove(Int)
    /// It is only in the new one.
    case insert(Int)
  }

  /// The elements of both, in their order. Indices are those of the slices.
  package private(set) var edits: [Edit] = []

  /// Compares elements; nil if there are more than `limit` changes, because the cost grows with their square.
  @inlinable
  package init?<Element: Equatable>(_ old: ArraySlice<Element>, _ new: ArraySlice<Element>, atMost limit: Int) {
    guard let history = Self.search(old, new, limit) else { return nil }
    self.init(old.indices, new.indices, history)
  }

  /// The furthest points after each number of changes until one of them is the end; nil beyond the limit.
  @inlinable
  static func search<Element: Equatable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>, _ limit: Int
  ) -> [[Int]]? {
    let most = min(old.count + new.count, limit)
    if abs(old.count - new.count) > most { return nil }
    // furthest[most + k]: the furthest point in `old` reached on the diagonal k, where k = x - y.
    var furthest = [Int](repeating: 0, count: 2 * most + 2)
    // A copy of them for each number of changes, to trace the path back.
    var history: [[Int]] = []
    for changes in 0...most {
      for k in stride(from: -changes, through: changes, by: 2) {
        let goesDown = k == -changes || (k != changes && furthest[most + k - 1] < furthest[most + k + 1])
        var x = goesDown ? furthest[most + k + 1] : furthest[most + k - 1] + 1
        while x < old.count, x - k < new.count, old[old.startIndex + x] == new[new.startIndex + x - k] { x += 1 }
        furthest[most + k] = x
        if x >= old.count && x - k >= new.count { return history }
      }
      history.append(Array(furthest[(most - changes)...(most + changes)]))
    }
    return nil
  }

  /// Traces the path back from the end.
  @usableFromInline
  init(_ old: Range<Int>, _ new: Range<Int>, _ history: [[Int]]) {
    var found: [Edit] = []
    var (x, y) = (old.count, new.count)
    func keep(downTo end: Int) {
      while x > end {
        x -= 1
        y -= 1
        found.append(.keep(old: old.lowerBound + x, new: new.lowerBound + y))
      }
    }
    for (earlier, furthest) in history.enumerated().reversed() {
      let k = x - y
      let changes = earlier + 1
      let goesDown = k == -changes || (k != changes && furthest[earlier + k - 1] < furthest[earlier + k + 1])
      let start = furthest[earlier + (goesDown ? k + 1 : k - 1)]
      keep(downTo: goesDown ? start : start + 1)
      if goesDown { y -= 1 } else { x -= 1 }
      found.append(goesDown ? .insert(new.lowerBound + y) : .remove(old.lowerBound + x))
    }
    keep(downTo: 0)
    edits = found.reversed()
  }
}
