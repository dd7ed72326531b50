/// Finds names in a list, one after the other. Most follow the one that they followed last time.
struct NameFinder {
  private let names: [String]
  /// For each name, the one that came after it last time; at the end, the one that came first.
  private var next: [Int]
  /// The one that came after it before that one.
  private var other: [Int]
  private var last: Int

  init(_ names: [String]) {
    self.names = names
    next = Array(repeating: 0, count: names.count + 1)
    other = next
    last = names.count
  }

  /// A record begins.
  @inline(__always)
  mutating func begin() { last = names.count }

  /// The index of the name in the list.
  @inline(__always)
  mutating func find(_ name: String) -> Int? {
    let guess = next[last]
    if names[guess] != name { return search(name) }
    last = guess
    return guess
  }

  @inline(never)
  private mutating func search(_ name: String) -> Int? {
    if names[other[last]] == name { return found(other[last]) }
    // They come in the order of the list, except for a few.
    var place = last
    for _ in names.indices {
      place = place + 1 < names.count ? place + 1 : 0
      if names[place] == name { return found(place) }
    }
    return nil
  }

  private mutating func found(_ place: Int) -> Int {
    other[last] = next[last]
    next[last] = place
    last = place
    return place
  }
}
