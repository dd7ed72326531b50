/// Which messages of two steps belong together, recipient by recipient: no order is expected between recipients.
struct MessagePairing {
  typealias Pair = (old: Int, new: Int)

  /// Equal messages in the same order.
  private(set) var equal: [Pair] = []
  /// Equal messages in another order.
  private(set) var moved: [Pair] = []
  /// Messages of one name with other attributes.
  private(set) var changed: [Pair] = []
  /// Messages that only one of the steps has.
  private(set) var oldLeft: [Int] = []
  private(set) var newLeft: [Int] = []

  /// The largest number of pairs of one recipient and name to weigh: 50 messages against 50.
  static let limit = 2_500

  /// `distance` is how much two messages of one recipient and name differ.
  init(_ old: StepSymbols, _ new: StepSymbols, distance: (Int, Int) -> Int) {
    var columns: [Int: (old: [Int], new: [Int])] = [:]
    var recipients: [Int] = []
    for (index, message) in old.messages.enumerated() {
      if columns[message.recipient] == nil { recipients.append(message.recipient) }
      columns[message.recipient, default: ([], [])].old.append(index)
    }
    for (index, message) in new.messages.enumerated() {
      if columns[message.recipient] == nil { recipients.append(message.recipient) }
      columns[message.recipient, default: ([], [])].new.append(index)
    }
    for recipient in recipients {
      guard let column = columns[recipient] else { continue }
      pair(column.old, old.messages, column.new, new.messages, distance)
    }
    oldLeft.sort()
    newLeft.sort()
  }

  private mutating func pair(
    _ olds: [Int], _ old: [MessageSymbols], _ news: [Int], _ new: [MessageSymbols], _ distance: (Int, Int) -> Int
  ) {
    let aligned = SequenceAlignment(olds.map { old[$0].exact }, news.map { new[$0].exact }).pairs
    equal += aligned.map { (olds[$0.old], news[$0.new]) }
    if aligned.count == olds.count, aligned.count == news.count { return }
    var oldRest = Self.without(aligned.map(\.old), olds)
    var newRest = Self.without(aligned.map(\.new), news)
    moved += Self.takeEqual(&oldRest, { old[$0].exact }, &newRest) { new[$0].exact }
    changed += Self.takeNearest(&oldRest, { old[$0].kind }, &newRest, { new[$0].kind }, distance)
    oldLeft += oldRest
    newLeft += newRest
  }

  private static func without(_ places: [Int], _ all: [Int]) -> [Int] {
    var places = places[...]
    return all.indices.compactMap { index in
      guard places.first == index else { return all[index] }
      places.removeFirst()
      return nil
    }
  }

  /// Takes pairs with equal symbols out of both lists, each the first that is left.
  static func takeEqual<Item>(
    _ olds: inout [Item], _ oldSymbol: (Item) -> Int, _ news: inout [Item], _ newSymbol: (Item) -> Int
  ) -> [(old: Item, new: Item)] {
    if olds.isEmpty || news.isEmpty { return [] }
    // The places of each symbol, the first one last.
    var places: [Int: [Int]] = [:]
    for (place, item) in news.enumerated().reversed() { places[newSymbol(item), default: []].append(place) }
    var pairs: [(old: Item, new: Item)] = []
    var taken: Set<Int> = []
    olds.removeAll { item in
      guard let place = places[oldSymbol(item)]?.popLast() else { return false }
      pairs.append((item, news[place]))
      taken.insert(place)
      return true
    }
    news = news.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    return pairs
  }

  /// Takes pairs of one kind out of both lists: those that differ least or, if these are too many to weigh, in order.
  private static func takeNearest(
    _ olds: inout [Int], _ oldKind: (Int) -> Int, _ news: inout [Int], _ newKind: (Int) -> Int,
    _ distance: (Int, Int) -> Int
  ) -> [Pair] {
    if olds.isEmpty || news.isEmpty { return [] }
    let newsOfKind = Dictionary(grouping: news, by: newKind)
    var kinds: [Int] = []
    var oldsOfKind: [Int: [Int]] = [:]
    for old in olds where newsOfKind[oldKind(old)] != nil {
      if oldsOfKind[oldKind(old)] == nil { kinds.append(oldKind(old)) }
      oldsOfKind[oldKind(old), default: []].append(old)
    }
    var pairs: [Pair] = []
    for kind in kinds {
      let (some, others) = (oldsOfKind[kind] ?? [], newsOfKind[kind] ?? [])
      if some.count == 1 && others.count == 1 || some.count * others.count > limit {
        pairs += zip(some, others).map { ($0, $1) }
      } else {
        pairs += nearest(some, others, distance)
      }
    }
    let (takenOld, takenNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    olds.removeAll { takenOld.contains($0) }
    news.removeAll { takenNew.contains($0) }
    return pairs.sorted { $0.old < $1.old }
  }

  private static func nearest(_ some: [Int], _ others: [Int], _ distance: (Int, Int) -> Int) -> [Pair] {
    var weighed: [(distance: Int, skew: Int, pair: Pair)] = []
    for (place, one) in some.enumerated() {
      for (otherPlace, other) in others.enumerated() {
        weighed.append((distance(one, other), abs(place - otherPlace), (one, other)))
      }
    }
    weighed.sort {
      ($0.distance, $0.skew, $0.pair.old, $0.pair.new) < ($1.distance, $1.skew, $1.pair.old, $1.pair.new)
    }
    var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
    return weighed.compactMap { candidate in
      let pair = candidate.pair
      if takenOld.contains(pair.old) || takenNew.contains(pair.new) { return nil }
      takenOld.insert(pair.old)
      takenNew.insert(pair.new)
      return pair
    }
  }
}
