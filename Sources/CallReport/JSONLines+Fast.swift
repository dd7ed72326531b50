// The pieces for those who write millions of lines. What they take needs no escaping: words known when the program is compiled,
// numbers, and names that were escaped once.

extension JSONLines {
  /// Begins a line; the recipient is an entry of `names`.
  ///
  /// `flow` and `message` are words without a quote, a backslash or a control character.
  @inlinable @inline(__always)
  public mutating func begin(flow: StaticString, step: Int, to recipient: Int, in names: borrowing Names, message: StaticString) {
    let flowCount = flow.utf8CodeUnitCount
    let messageCount = message.utf8CodeUnitCount
    let name = names.entry(recipient)
    reserve(flowCount + messageCount + name.count + 96)
    unchecked("{\"flow\":\"")
    unchecked(flow.utf8Start, flowCount)
    unchecked("\",\"step\":")
    uncheckedDecimal(UInt64(clamping: step))
    unchecked(",\"to\":\"")
    unchecked(name, in: names)
    unchecked("\",\"message\":\"")
    unchecked(message.utf8Start, messageCount)
    unchecked("\",\"attributes\":{")
  }

  /// An attribute whose value is a word without a quote, a backslash or a control character.
  @inlinable @inline(__always)
  public mutating func attribute(_ name: StaticString, word: StaticString) {
    reserve(name.utf8CodeUnitCount + word.utf8CodeUnitCount + 6)
    key(name)
    unchecked(word.utf8Start, word.utf8CodeUnitCount)
    unchecked("\",")
  }

  /// An attribute whose value is a number, written as a decimal string.
  @inlinable @inline(__always)
  public mutating func attribute(_ name: StaticString, number: UInt64) {
    reserve(name.utf8CodeUnitCount + 32)
    key(name)
    uncheckedDecimal(number)
    unchecked("\",")
  }

  /// An attribute whose value is an entry of `names`.
  @inlinable @inline(__always)
  public mutating func attribute(_ name: StaticString, dn: Int, in names: borrowing Names) {
    let value = names.entry(dn)
    reserve(name.utf8CodeUnitCount + value.count + 6 + Names.slack)
    key(name)
    unchecked(value, in: names)
    unchecked("\",")
  }

  /// Ends a line.
  @inlinable @inline(__always)
  public mutating func end() {
    dropComma()
    reserve(3)
    unchecked("}}\n")
  }

  @inlinable @inline(__always)
  mutating func key(_ name: StaticString) {
    unchecked("\"")
    unchecked(name.utf8Start, name.utf8CodeUnitCount)
    unchecked("\":\"")
  }
}

// MARK: - Bytes

extension JSONLines {
  /// Makes room for `more` bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - written < more { grow(more) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, written + more)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memory.initialize(from: start, count: written)
    start.deallocate()
    start = memory
    capacity = larger
  }

  @inlinable @inline(__always)
  mutating func literal(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    unchecked(text)
  }

  mutating func decimal(_ number: UInt64) {
    reserve(20)
    uncheckedDecimal(number)
  }

  /// The comma that the last attribute left; there is none where the line has no attributes.
  @inlinable @inline(__always)
  mutating func dropComma() {
    if written > 0 && start[written - 1] == UInt8(ascii: ",") { written -= 1 }
  }

  @inlinable @inline(__always)
  mutating func unchecked(_ text: StaticString) {
    unchecked(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Bytes for which there is room: short ones as two loads that overlap, which is cheaper than calling `memcpy`.
  @inlinable @inline(__always)
  mutating func unchecked(_ source: UnsafePointer<UInt8>, _ count: Int) {
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(start + written)
    if count > 32 {
      to.copyMemory(from: from, byteCount: count)
    } else if count >= 16 {
      Self.move(SIMD16<UInt8>.self, from, to, count)
    } else if count >= 8 {
      Self.move(UInt64.self, from, to, count)
    } else if count >= 4 {
      Self.move(UInt32.self, from, to, count)
    } else if count >= 2 {
      Self.move(UInt16.self, from, to, count)
    } else if count == 1 {
      start[written] = source.pointee
    }
    written += count
  }

  /// The first and the last bytes of a text that is one to two `Word`s long.
  @inlinable @inline(__always)
  static func move<Word: BitwiseCopyable>(_: Word.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int) {
    let last = count - MemoryLayout<Word>.size
    let head = from.loadUnaligned(as: Word.self)
    let tail = from.loadUnaligned(fromByteOffset: last, as: Word.self)
    to.storeBytes(of: head, as: Word.self)
    to.storeBytes(of: tail, toByteOffset: last, as: Word.self)
  }

  /// An entry of `names`, for which there is room, and for `Names.slack` bytes more.
  @inlinable @inline(__always)
  mutating func unchecked(_ entry: Names.Entry, in names: borrowing Names) {
    let from = UnsafeRawPointer(names.start + entry.offset)
    let to = UnsafeMutableRawPointer(start + written)
    if entry.count <= Names.slack {
      // The table ends in as many spare bytes, so that the load never leaves it.
      to.storeBytes(of: from.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    } else {
      to.copyMemory(from: from, byteCount: entry.count)
    }
    written += entry.count
  }

  /// At most 20 digits, for which there is room.
  @inlinable @inline(__always)
  mutating func uncheckedDecimal(_ number: UInt64) {
    if number < 10 {
      start[written] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)
      written += 1
      return
    }
    longDecimal(number)
  }

  @inlinable
  mutating func longDecimal(_ number: UInt64) {
    var digits = 1
    var limit: UInt64 = 10
    while number >= limit {
      digits += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    var rest = number
    var place = written + digits
    repeat {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    written += digits
  }
}
