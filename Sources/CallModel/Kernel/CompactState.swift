/// A packed state in as few bytes as it needs: of each word only the bytes that are not zero.
///
/// No compact state is the beginning of another one.
struct CompactState: ~Copyable {
  /// The bytes, four to a unit, the last unit filled with zeros.
  private(set) var units: UnsafeMutableBufferPointer<UInt32>
  private(set) var count = 0

  init() { units = .allocate(capacity: 64) }

  deinit { units.deallocate() }

  var hash: UInt64 { Self.hash(contents) }

  @inline(__always)
  static func hash(_ units: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var next = 0
    while next < units.count {
      // Two at a time.
      let isPair = next &+ 1 < units.count
      let unit = UInt64(units[next]) | (isPair ? UInt64(units[next &+ 1]) &<< 32 : 0)
      hash = (hash ^ unit) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash &>> 32
      next &+= 2
    }
    return hash ^ hash >> 29
  }

  var contents: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: units[..<count]) }

  mutating func replace(with words: [UInt64]) {
    // The number of words; then for each word which bytes follow, and these.
    let most = 5 + 9 * words.count
    if units.count * 4 < most {
      units.deallocate()
      units = .allocate(capacity: most / 2)
    }
    guard let start = units.baseAddress else { return }
    let bytes = UnsafeMutableRawPointer(start)
    var end = 0
    var rest = words.count
    func append(_ byte: UInt64) {
      bytes.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: end, as: UInt8.self)
      end &+= 1
    }
    while rest >= 0x80 {
      append(UInt64(rest) | 0x80)
      rest >>= 7
    }
    append(UInt64(rest))
    for word in words {
      var present = Self.present(word)
      append(present)
      while present != 0 {
        append(word &>> UInt64(present.trailingZeroBitCount &<< 3))
        present &= present &- 1
      }
    }
    count = (end + 3) / 4
    while end & 3 != 0 { append(0) }
  }

  /// A bit for each byte of the word that is not zero, the lowest first.
  @inline(__always)
  private static func present(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    // The highest bit of each such byte; then all of them next to each other.
    let marks = ((word & low) &+ low | word) & ~low
    return (marks &>> 7 &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The words of the compact state that begins there.
  static func restore(_ units: UnsafePointer<UInt32>, into words: inout [UInt64]) {
    words.removeAll(keepingCapacity: true)
    let bytes = UnsafeRawPointer(units)
    var (count, next) = size(bytes)
    while count > 0 {
      var present = UInt64(bytes.load(fromByteOffset: next, as: UInt8.self))
      next &+= 1
      var word: UInt64 = 0
      while present != 0 {
        let byte = UInt64(bytes.load(fromByteOffset: next, as: UInt8.self))
        word |= byte &<< UInt64(present.trailingZeroBitCount &<< 3)
        next &+= 1
        present &= present &- 1
      }
      words.append(word)
      count &-= 1
    }
  }

  /// The compact state that begins there.
  static func stored(at units: UnsafePointer<UInt32>) -> UnsafeBufferPointer<UInt32> {
    let bytes = UnsafeRawPointer(units)
    var (count, next) = size(bytes)
    while count > 0 {
      next &+= 1 &+ bytes.load(fromByteOffset: next, as: UInt8.self).nonzeroBitCount
      count &-= 1
    }
    return UnsafeBufferPointer(start: units, count: (next + 3) / 4)
  }

  /// The number of words, and where the first begins.
  private static func size(_ bytes: UnsafeRawPointer) -> (words: Int, next: Int) {
    var (words, next) = (0, 0)
    while true {
      let byte = bytes.load(fromByteOffset: next, as: UInt8.self)
      words |= Int(byte & 0x7F) << (7 * next)
      next += 1
      if byte & 0x80 == 0 { return (words, next) }
    }
  }
}
