/// Names, DNs, any other texts or pieces of lines, escaped for JSON once and kept side by side, to be copied a million
/// times.
public struct Names: ~Copyable, @unchecked Sendable {
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline let entries: UnsafeMutablePointer<Entry>
  public let count: Int

  /// Where a text lies in the table.
  @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline let offset: UInt32
    @usableFromInline let length: UInt32

    @inlinable var count: Int { Int(length) }

    init(offset: Int, count: Int) {
      self.offset = UInt32(offset)
      length = UInt32(count)
    }
  }

  /// Spare bytes after the last text, so that one of at most as many can be copied in one piece whatever its length.
  @inlinable static var slack: Int { 32 }

  public init(_ texts: [String]) {
    self.init(count: texts.count) { index, pool in pool.escaped(texts[index]) }
  }

  /// Pieces of lines, as `write` writes them one after the other.
  public init(count: Int, write: (Int, inout JSONLines) -> Void) {
    var pool = JSONLines()
    self.count = count
    entries = .allocate(capacity: max(count, 1))
    for index in 0..<count {
      let offset = pool.count
      write(index, &pool)
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
