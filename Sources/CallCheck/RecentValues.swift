/// The values that were found last, by a number that stands for what was asked.
///
/// There is a place for each of the highest bits that numbers may have when they are spread; a newer value replaces the
/// one that is there.
struct RecentValues<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: UInt64
    let value: Value
  }

  private var entries = [Entry?](repeating: nil, count: 256)

  /// The value of the key, if it is still there.
  @inline(__always)
  subscript(key: UInt64) -> Value? {
    get {
      guard let entry = entries[Self.place(key)], entry.key == key else { return nil }
      return entry.value
    }
    set { entries[Self.place(key)] = newValue.map { Entry(key: key, value: $0) } }
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 56) }
}
