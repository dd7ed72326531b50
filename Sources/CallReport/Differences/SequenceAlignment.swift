/// What two sequences have in common, in the order of both.
///
/// The result is a longest common subsequence as long as at most ``mostEdits`` elements differ. Beyond that, elements
/// that both have exactly once divide the sequences, and what is still too different is paired in one pass. So the cost
/// is linear: ``mostEdits`` is its largest factor.
struct SequenceAlignment {
  /// Pairs of equal elements, in the order of both sequences.
  private(set) var pairs: [(old: Int, new: Int)] = []

  /// Whether nothing was beyond the limit, so that no longer common sequence exists.
  private(set) var isLongest = true

  /// The most edits of a shortest difference that is computed.
  static let mostEdits = 200
  /// How often what is too different is divided.
  private static let mostDivisions = 4
  /// How far ahead the last resort looks for an equal element.
  private static let window = 64

  private let old: [Int]
  private let new: [Int]

  init(_ old: [Int], _ new: [Int]) {
    (self.old, self.new) = (old, new)
    align(old.indices, new.indices, divisions: 0)
  }

  private mutating func align(_ a: Range<Int>, _ b: Range<Int>, divisions: Int) {
    var (a, b) = (a, b)
    while !a.isEmpty, !b.isEmpty, old[a.lowerBound] == new[b.lowerBound] {
      pairs.append((a.lowerBound, b.lowerBound))
      a = (a.lowerBound + 1)..<a.upperBound
      b = (b.lowerBound + 1)..<b.upperBound
    }
    var tail = 0
    while tail < min(a.count, b.count), old[a.upperBound - 1 - tail] == new[b.upperBound - 1 - tail] { tail += 1 }
    let ends = (a.upperBound, b.upperBound)
    a = a.lowerBound..<(a.upperBound - tail)
    b = b.lowerBound..<(b.upperBound - tail)
    if !a.isEmpty, !b.isEmpty, !alignShortest(a, b) {
      isLongest = false
      let anchors = divisions < Self.mostDivisions ? anchors(a, b) : []
      if anchors.isEmpty { alignForward(a, b) } else { divide(a, b, at: anchors, divisions) }
    }
    for place in stride(from: tail, to: 0, by: -1) { pairs.append((ends.0 - place, ends.1 - place)) }
  }

  private mutating func divide(_ a: Range<Int>, _ b: Range<Int>, at anchors: [(old: Int, new: Int)], _ divisions: Int) {
    var (x, y) = (a.lowerBound, b.lowerBound)
    for anchor in anchors {
      align(x..<anchor.old, y..<anchor.new, divisions: divisions + 1)
      pairs.append(anchor)
      (x, y) = (anchor.old + 1, anchor.new + 1)
    }
    align(x..<a.upperBound, y..<b.upperBound, divisions: divisions + 1)
  }

  /// Appends the pairs of a shortest difference; returns false if it has too many edits.
  private mutating func alignShortest(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard let difference = ShortestDifference(old[a], new[b], atMost: Self.mostEdits) else { return false }
    for case .keep(let x, let y) in difference.edits { pairs.append((x, y)) }
    return true
  }

  // MARK: Beyond the limit

  /// The elements that both ranges have exactly once, as far as they are in the same order.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (old: Int?, new: Int?, isSeveral: Bool)] = [:]
    for x in a {
      let known = places[old[x]]
      places[old[x]] = (x, nil, known != nil)
    }
    for y in b {
      guard let known = places[new[y]] else { continue }
      places[new[y]] = (known.old, y, known.isSeveral || known.new != nil)
    }
    let unique = a.compactMap { x -> (old: Int, new: Int)? in
      guard let place = places[old[x]], !place.isSeveral, let y = place.new else { return nil }
      return (x, y)
    }
    return Self.longestAscending(unique)
  }

  /// The longest part of the pairs, in their order, in which the second places ascend.
  private static func longestAscending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // For each length, the pair that ends the sequence of this length with the lowest second place.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      result.append(pairs[index])
      next = previous[index]
    }
    return result.reversed()
  }

  /// Pairs each element with the next equal one, if it is near.
  private mutating func alignForward(_ a: Range<Int>, _ b: Range<Int>) {
    var y = b.lowerBound
    for x in a {
      guard let found = new[y..<min(y + Self.window, b.upperBound)].firstIndex(of: old[x]) else { continue }
      pairs.append((x, found))
      y = found + 1
    }
  }
}
