/// Texts that a writer copies again and again: names, or pieces of lines, escaped once and kept side by side.
@usableFromInline
package struct PreparedTexts: ~Copyable, @unchecked Sendable {
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline let entries: UnsafeMutablePointer<PreparedText>
  @usableFromInline package let count: Int

  /// Spare bytes after the last text, so that a text of up to as many bytes is copied at once, whatever its length.
  @inlinable static var slack: Int { 32 }

  package init(_ texts: [String]) {
    self.init(count: texts.count) { index, lines in lines.append(texts[index]) }
  }

  /// The texts that `write` writes, one after the other: whole attributes, or `append`ed names.
  package init(count: Int, write: (Int, inout JSONLines) -> Void) {
    self.count = count
    entries = .allocate(capacity: max(count, 1))
    guard count > 0 else {
      start = .allocate(capacity: 1)
      return
    }
    var lines = JSONLines()
    for index in 0..<count {
      let offset = lines.count
      write(index, &lines)
      (entries + index).initialize(to: PreparedText(offset: offset, count: lines.count - offset))
    }
    start = .allocate(capacity: lines.count + Self.slack)
    start.initialize(repeating: 0, count: lines.count + Self.slack)
    start.update(from: lines.start, count: lines.count)
  }

  deinit {
    entries.deallocate()
    start.deallocate()
  }
}

/// Where a text lies among the prepared texts of its writer.
@usableFromInline
package struct PreparedText: JSONText, BitwiseCopyable {
  @usableFromInline let offset: UInt32
  @usableFromInline let length: UInt32

  @inlinable var count: Int { Int(length) }

  init(offset: Int, count: Int) {
    self.offset = UInt32(offset)
    length = UInt32(count)
  }

  @inlinable @inline(__always)
  package var room: Int { count + PreparedTexts.slack }

  @inlinable @inline(__always)
  package func write(to lines: inout JSONLines) {
    lines.unchecked(self)
  }
}

extension JSONLines {
  /// One of the texts that the writer was made with.
  @inlinable @inline(__always)
  package borrowing func prepared(_ index: Int) -> PreparedText {
    precondition(index >= 0 && index < texts.count, "no such prepared text")
    return texts.entries[index]
  }

  /// Writes a text by itself.
  @inlinable @inline(__always)
  package mutating func append<Text: JSONText>(_ text: Text) {
    reserve(text.room)
    text.write(to: &self)
  }

  /// Copies a prepared text, for which there is room.
  @inlinable @inline(__always)
  mutating func unchecked(_ text: PreparedText) {
    let from = UnsafeRawPointer(texts.start + Int(text.offset))
    let to = UnsafeMutableRawPointer(start + written)
    // The texts end in spare bytes, so the load never leaves them.
    to.storeBytes(of: from.loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
    if text.count > PreparedTexts.slack { to.copyMemory(from: from, byteCount: text.count) }
    written &+= text.count
  }
}
