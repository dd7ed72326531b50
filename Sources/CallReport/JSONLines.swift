/// A transcript as JSON Lines: one message a line, written piece by piece into one buffer that is used again and again.
///
/// The pieces of a line come in the order `begin`, `attribute` …, `end`. Those that take a `StaticString`, a number or
/// an entry of `Names` copy bytes and look at none of them; those that take a `String` escape it.
///
///     var lines = JSONLines()
///     lines.begin(flow: "main", step: 1, to: 0, in: names, message: "EventDialing")
///     lines.attribute("ConnID", number: 1)
///     lines.attribute("ThisDNRole", word: "Origination")
///     lines.end()
///     lines.withBytes { output.write($0) }
///     lines.removeAll()
///
/// It owns its memory: an array would ask at every piece whether somebody else holds it too.
public struct JSONLines: ~Copyable, @unchecked Sendable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// The number of bytes written since the last `removeAll`.
  @inlinable public var count: Int { written }
  @usableFromInline var written: Int

  /// Room for `capacity` bytes to begin with; it grows where a line needs more.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 1 << 8)
    start = .allocate(capacity: self.capacity)
    written = 0
  }

  deinit {
    start.deallocate()
  }

  /// Forgets the lines, not the room.
  @inlinable
  public mutating func removeAll() {
    written = 0
  }

  /// A copy of the lines so far; `withBytes` needs none.
  public var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: written))
  }

  /// The lines so far, valid within `body`.
  @inlinable
  public borrowing func withBytes<Result: ~Copyable, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    try body(RawSpan(_unsafeStart: start, byteCount: written))
  }
}

// MARK: - Lines of text, which is escaped

extension JSONLines {
  /// Begins a line; `file` where several are given, `from` where the model has senders.
  public mutating func begin(
    file: String? = nil, flow: String, step: Int, from: String? = nil, to: String, message: String
  ) {
    if let file {
      literal("{\"file\":\"")
      escaped(file)
      literal("\",\"flow\":\"")
    } else {
      literal("{\"flow\":\"")
    }
    escaped(flow)
    literal("\",\"step\":")
    decimal(UInt64(clamping: step))
    if let from {
      literal(",\"from\":\"")
      escaped(from)
      literal("\",\"to\":\"")
    } else {
      literal(",\"to\":\"")
    }
    escaped(to)
    literal("\",\"message\":\"")
    escaped(message)
    literal("\",\"attributes\":{")
  }

  public mutating func attribute(_ name: String, _ value: String) {
    literal("\"")
    escaped(name)
    literal("\":\"")
    escaped(value)
    literal("\",")
  }

  /// Ends a line with the conversation and who ended the call, with the rule that produced the message, and where the
  /// manual says it.
  public mutating func end(conversation: String? = nil, endedBy: String? = nil, rule: String?, source: String?) {
    dropComma()
    literal("}")
    field(",\"conversation\":\"", conversation)
    field(",\"endedBy\":\"", endedBy)
    field(",\"rule\":\"", rule)
    field(",\"source\":\"", source)
    literal("}\n")
  }

  private mutating func field(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    literal(key)
    escaped(text)
    literal("\"")
  }

  mutating func escaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // A control character becomes six bytes at most.
      reserve(bytes.count * 6)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(UInt8(ascii: "\\"), byte)
        case 0x08: put(UInt8(ascii: "\\"), UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "\\"), UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "\\"), UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "\\"), UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "\\"), UInt8(ascii: "r"))
        case 0..<0x20:
          put(UInt8(ascii: "\\"), UInt8(ascii: "u"))
          put(UInt8(ascii: "0"), UInt8(ascii: "0"))
          let low = byte & 15
          put(UInt8(ascii: "0") + byte >> 4, low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default:
          start[written] = byte
          written += 1
        }
      }
    }
  }

  /// Two bytes, for which there is room.
  private mutating func put(_ first: UInt8, _ second: UInt8) {
    start[written] = first
    start[written + 1] = second
    written += 2
  }
}
