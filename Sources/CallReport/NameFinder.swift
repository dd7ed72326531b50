/// Finds names in a list, one after the other. Most follow the one that they followed last time.
struct NameFinder {
  private let names: [String]
  /// For each name, the one that came after it last time; at the end, the one that came first.
  private var next: [Int]
  private var last: Int

  init(_ names: [String]) {
    self.names = names
    next = Array(repeating: 0, count: names.count + 1)
    last = names.count
  }

  /// A record begins.
  mutating func begin() { last = names.count }

  /// The index of the name in the list.
  @inline(__always)
  mutating func find(_ name: String) -> Int? {
    let guess = next[last]
    if names[guess] != name { return search(name) }
    last = guess
    return guess
  }

  /// They come in the order of the list, except for a few.
  @inline(never)
  private mutating func search(_ name: String) -> Int? {
    let start = last < names.count ? last : 0
    for step in names.indices {
      let place = start + step < names.count ? start + step : start + step - names.count
      if names[place] == name {
        next[last] = place
        last = place
        return place
      }
    }
    return nil
  }
}
