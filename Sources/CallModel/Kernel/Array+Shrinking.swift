extension Array {
  /// A part of the array for which `holds`: without any one of its elements, it no longer does.
  ///
  /// It removes large pieces first, then smaller ones, and the order of the elements stays. The whole array must hold.
  /// This is the method of delta debugging: `holds` is asked about some multiple of `count * log(count)` parts if few
  /// elements matter, and about `count * count` at worst.
  public func shrunk(while holds: ([Element]) -> Bool) -> [Element] {
    var kept = self
    var size = Swift.max(kept.count / 2, 1)
    while !kept.isEmpty {
      let removed = kept.removePieces(of: size, while: holds)
      if size > 1 {
        size /= 2
      } else if !removed {
        break
      }
    }
    return kept
  }

  /// Removes, from the end on, each piece of `size` elements without which the rest holds; returns whether there was
  /// one.
  private mutating func removePieces(of size: Int, while holds: ([Element]) -> Bool) -> Bool {
    var isChanged = false
    var end = count
    while end > 0 {
      let start = Swift.max(end - size, 0)
      var rest = self
      rest.removeSubrange(start..<end)
      if holds(rest) {
        self = rest
        isChanged = true
      }
      end = start
    }
    return isChanged
  }
}
