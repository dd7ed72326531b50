/// The last lines of each attribute, as bytes: most events repeat them.
struct KeptLines: ~Copyable {
  /// The lines that are kept of each attribute. A call has about as many parties.
  private static let ways = 4
  /// The room for a line. Longer ones are not kept.
  private static let room = MemoryLayout<SIMD64<UInt8>>.size

  private struct Line: BitwiseCopyable {
    var value = ShortText.none
    var count = 0
  }

  private let lines: UnsafeMutableBufferPointer<Line>
  private let bytes: UnsafeMutableRawPointer
  /// For each attribute, the line that is replaced next.
  private let oldest: UnsafeMutableBufferPointer<Int>

  init(attributes count: Int) {
    lines = .allocate(capacity: count * Self.ways)
    lines.initialize(repeating: Line())
    oldest = .allocate(capacity: count)
    oldest.initialize(repeating: 0)
    bytes = .allocate(byteCount: count * Self.ways * Self.room, alignment: 16)
  }

  deinit {
    lines.deallocate()
    oldest.deallocate()
    bytes.deallocate()
  }

  /// Forgets the lines.
  mutating func removeAll() { lines.update(repeating: Line()) }

  /// Adds the line that the attribute had with this value, if it is still there.
  @inline(__always)
  func add(_ attribute: Int, _ value: ShortText, to text: inout TextBuffer) -> Bool {
    let first = attribute &* Self.ways
    for place in first..<first &+ Self.ways where lines[place].value == value {
      text.bytes.reserve(Self.room)
      // All of the room at once, whatever the length.
      let line = (bytes + place &* Self.room).loadUnaligned(as: SIMD64<UInt8>.self)
      UnsafeMutableRawPointer(text.bytes.start + text.bytes.written).storeBytes(of: line, as: SIMD64<UInt8>.self)
      text.bytes.written &+= lines[place].count
      return true
    }
    return false
  }

  /// Keeps the line that begins at `start`, unless it is too long.
  mutating func keep(_ attribute: Int, _ value: ShortText, _ text: borrowing TextBuffer, from start: Int) {
    let count = text.count - start
    if count > Self.room { return }
    let place = attribute * Self.ways + oldest[attribute]
    lines[place] = Line(value: value, count: count)
    (bytes + place * Self.room).copyMemory(from: text.bytes.start + start, byteCount: count)
    oldest[attribute] = (oldest[attribute] + 1) % Self.ways
  }
}

/// A text of at most 16 bytes as numbers. They are compared faster than texts, and only texts with the same bytes are
/// equal.
struct ShortText: Equatable, BitwiseCopyable {
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var count: Int

  /// Equal to no text.
  static let none = ShortText(count: .max)

  private init(count: Int) { self.count = count }

  /// Nil for a longer text.
  @inline(__always)
  init?(_ text: borrowing String) {
    let short = text.withBytes { ShortText($0) }
    guard short.count <= 16 else { return nil }
    self = short
  }

  /// The first and the last bytes, which may overlap: with the length, they tell all others.
  @inline(__always)
  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(count: bytes.count)
    guard let start = bytes.baseAddress, count > 0 else { return }
    let memory = UnsafeRawPointer(start)
    if count >= 8 {
      first = memory.loadUnaligned(as: UInt64.self)
      last = memory.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(memory.loadUnaligned(as: UInt32.self))
      last = UInt64(memory.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      first = UInt64(start[0]) | UInt64(start[count / 2]) << 8 | UInt64(start[count - 1]) << 16
    }
  }
}
