/// The last lines of each attribute, as bytes: most events repeat them.
struct KeptLines: ~Copyable {
  /// The lines that are kept of each attribute. A call has about as many parties.
  private static let ways = 4
  /// The room for a line. Longer ones are not kept.
  private static let room = MemoryLayout<SIMD64<UInt8>>.size

  private struct Line: BitwiseCopyable {
    var value = TextKey.none
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
  func add(_ attribute: Int, _ value: TextKey, to text: inout TextBuffer) -> Bool {
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
  mutating func keep(_ attribute: Int, _ value: TextKey, _ text: borrowing TextBuffer, from start: Int) {
    let count = text.count - start
    if count > Self.room { return }
    let place = attribute * Self.ways + oldest[attribute]
    lines[place] = Line(value: value, count: count)
    (bytes + place * Self.room).copyMemory(from: text.bytes.start + start, byteCount: count)
    oldest[attribute] = (oldest[attribute] + 1) % Self.ways
  }
}
