/// Which steps of two flows belong together.
///
/// Equal steps are aligned first. Between them, steps are paired that have the action or most of their messages in
/// common.
struct StepPairing {
  /// In the order of both flows.
  private(set) var entries: [Entry] = []

  enum Entry: Equatable {
    case both(Int, Int)
    case old(Int)
    case new(Int)
  }

  /// The largest number of pairs to weigh between two equal steps: 50 steps against 50.
  static let limit = 2_500
  /// The most messages of a step by which it is weighed.
  private static let mostMessages = 64

  private let old: [StepSymbols]
  private let new: [StepSymbols]
  private let oldNumbers: [Int]
  private let newNumbers: [Int]
  /// New numbers minus old ones, at the last pair.
  private var offset = 0

  init(_ old: [StepSymbols], _ oldNumbers: [Int], _ new: [StepSymbols], _ newNumbers: [Int]) {
    (self.old, self.new) = (old, new)
    (self.oldNumbers, self.newNumbers) = (oldNumbers, newNumbers)
    let alignment = SequenceAlignment(old.map(\.whole), new.map(\.whole))
    if isAlike(except: alignment) {
      for place in old.indices { both(place, place) }
      return
    }
    let aligned = alignment.pairs
    var (x, y) = (0, 0)
    for pair in aligned + [(old.count, new.count)] {
      weigh(x..<pair.old, y..<pair.new)
      if pair.old < old.count { both(pair.old, pair.new) }
      (x, y) = (pair.old + 1, pair.new + 1)
    }
  }

  /// Steps of two replays of one scenario: each belongs to the one with its number.
  init(byNumber oldNumbers: [Int], _ newNumbers: [Int]) {
    (old, new) = ([], [])
    (self.oldNumbers, self.newNumbers) = (oldNumbers, newNumbers)
    var (x, y) = (0, 0)
    while x < oldNumbers.count || y < newNumbers.count {
      if y == newNumbers.count || (x < oldNumbers.count && oldNumbers[x] < newNumbers[y]) {
        entries.append(.old(x))
        x += 1
      } else if x == oldNumbers.count || newNumbers[y] < oldNumbers[x] {
        entries.append(.new(y))
        y += 1
      } else {
        entries.append(.both(x, y))
        (x, y) = (x + 1, y + 1)
      }
    }
  }

  /// Whether the steps are the same ones with other attributes, so that each belongs to the one at its place: many of
  /// them are equal, or they differ too much for the alignment to tell.
  private func isAlike(except alignment: SequenceAlignment) -> Bool {
    guard old.count == new.count, alignment.pairs.count < old.count,
      zip(old, new).allSatisfy({ $0.action == $1.action && $0.kinds == $1.kinds })
    else { return false }
    return !alignment.isLongest || zip(old, new).count { $0.whole == $1.whole } * 4 >= old.count
  }

  private mutating func both(_ x: Int, _ y: Int) {
    entries.append(.both(x, y))
    offset = newNumbers[y] - oldNumbers[x]
  }

  /// Adds the steps between two equal ones.
  private mutating func weigh(_ a: Range<Int>, _ b: Range<Int>) {
    if a.isEmpty || b.isEmpty { return unpaired(a, b) }
    if a.count * b.count <= Self.limit { return pairSimilar(a, b) }
    // What a step is about: its action or, if that is not known, who receives what.
    var symbols = Symbols()
    func skeletons(_ steps: ArraySlice<StepSymbols>) -> [Int] {
      steps.map { step in symbols.symbol(step.action != 0 ? [step.action] : [0] + step.kinds) }
    }
    let aligned = SequenceAlignment(skeletons(old[a]), skeletons(new[b])).pairs
    var (x, y) = (a.lowerBound, b.lowerBound)
    for pair in aligned + [(a.count, b.count)] {
      let (rest, others) = (x..<(a.lowerBound + pair.old), y..<(b.lowerBound + pair.new))
      if rest.count == others.count {
        for (x, y) in zip(rest, others) { both(x, y) }
      } else if rest.count * others.count <= Self.limit {
        pairSimilar(rest, others)
      } else {
        unpaired(rest, others)
      }
      if pair.old < a.count { both(a.lowerBound + pair.old, b.lowerBound + pair.new) }
      (x, y) = (a.lowerBound + pair.old + 1, b.lowerBound + pair.new + 1)
    }
  }

  private mutating func unpaired(_ a: Range<Int>, _ b: Range<Int>) {
    entries += a.map(Entry.old) + b.map(Entry.new)
  }

  /// Weighs every pair from the end, then follows the best path from the beginning.
  private mutating func pairSimilar(_ a: Range<Int>, _ b: Range<Int>) {
    let width = b.count + 1
    let olds = a.map { Profile(old[$0]) }
    let news = b.map { Profile(new[$0]) }
    var best = [Int](repeating: 0, count: (a.count + 1) * width)
    var pairs = [Int](repeating: -1, count: best.count)
    for x in stride(from: a.count - 1, through: 0, by: -1) {
      for y in stride(from: b.count - 1, through: 0, by: -1) {
        let here = x * width + y
        best[here] = max(best[here + width], best[here + 1])
        let weight = olds[x].similarity(to: news[y])
        guard weight > 0 else { continue }
        // Of several equally similar steps, the one with the expected number.
        let isExpected = newNumbers[b.lowerBound + y] - oldNumbers[a.lowerBound + x] == offset
        pairs[here] = best[here + width + 1] + 4 * weight + (isExpected ? 1 : 0)
        best[here] = max(best[here], pairs[here])
      }
    }
    var (x, y) = (0, 0)
    while x < a.count, y < b.count {
      let here = x * width + y
      if pairs[here] == best[here] {
        both(a.lowerBound + x, b.lowerBound + y)
        (x, y) = (x + 1, y + 1)
      } else if best[here] == best[here + width] {
        entries.append(.old(a.lowerBound + x))
        x += 1
      } else {
        entries.append(.new(b.lowerBound + y))
        y += 1
      }
    }
    unpaired((a.lowerBound + x)..<a.upperBound, (b.lowerBound + y)..<b.upperBound)
  }

  /// What a step is weighed by.
  private struct Profile {
    let action: Int
    let isWait: Bool
    let exact: [Int]
    let kinds: [Int]
    let names: [Int]

    init(_ step: StepSymbols) {
      action = step.action
      isWait = step.isWait
      exact = step.messages.prefix(StepPairing.mostMessages).map(\.exact).sorted()
      kinds = step.messages.prefix(StepPairing.mostMessages).map(\.kind).sorted()
      names = step.messages.prefix(StepPairing.mostMessages).map(\.name).sorted()
    }

    func similarity(to other: Profile) -> Int {
      // A wait is never anything else, but it may be longer.
      if isWait || other.isWait { return isWait && other.isWait ? 1 : 0 }
      let isSameAction = action == other.action
      // If the actions are known and differ, messages at other recipients say nothing.
      return (action != 0 && isSameAction ? 6 : 0) + 4 * Self.common(exact, other.exact)
        + 2 * Self.common(kinds, other.kinds) + (isSameAction ? Self.common(names, other.names) : 0)
    }

    private static func common(_ a: [Int], _ b: [Int]) -> Int {
      var (x, y, count) = (0, 0, 0)
      while x < a.count, y < b.count {
        if a[x] == b[y] {
          (x, y, count) = (x + 1, y + 1, count + 1)
        } else if a[x] < b[y] {
          x += 1
        } else {
          y += 1
        }
      }
      return count
    }
  }
}
