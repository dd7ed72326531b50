/// Names, DNs or any other texts, escaped for JSON once and kept side by side, to be copied a million times.
public struct Names: ~Copyable, @unchecked Sendable {
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline let entries: UnsafeMutablePointer<Entry>
  public let count: Int

  /// Where a text lies in the table.
  @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline let offset: Int
    @usableFromInline let count: Int

    @usableFromInline
    init(offset: Int, count: Int) {
      self.offset = offset
      self.count = count
    }
  }

  /// Spare bytes after the last text, so that a short one can be copied in one piece without a look at its length.
  @inlinable static var slack: Int { 16 }

  public init(_ texts: [String]) {
    var pool = JSONLines()
    count = texts.count
    entries = .allocate(capacity: max(count, 1))
    for (index, text) in texts.enumerated() {
      let offset = pool.count
      pool.escaped(text)
      (entries + index).initialize(to: Entry(offset: offset, count: pool.count - offset))
    }
    start = .allocate(capacity: pool.count + Self.slack)
    start.initialize(repeating: 0, count: pool.count + Self.slack)
    start.update(from: pool.start, count: pool.count)
  }

  deinit {
    entries.deallocate()
    start.deallocate()
  }

  @inlinable @inline(__always)
  func entry(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "no such name in the table")
    return entries[index]
  }
}
