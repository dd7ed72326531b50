/// A text as numbers: how many bytes it has, the first ones and the last ones. They are compared faster than texts.
struct TextKey: Equatable, BitwiseCopyable {
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private let count: Int

  /// Equal to the key of no text.
  static let none = TextKey(count: .max)

  private init(count: Int) { self.count = count }

  /// The key of a text with at most 16 bytes, which no other text has; nil for a longer one.
  @inline(__always)
  init?(short text: borrowing String) {
    let key = text.withBytes { TextKey($0) }
    guard key.isWhole else { return nil }
    self = key
  }

  /// The first and the last bytes, which may overlap.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
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

  /// Whether no other text has this key.
  @inline(__always)
  var isWhole: Bool { count <= 16 }

  /// A number whose highest bits mostly differ from those of other texts.
  @inline(__always)
  var hash: UInt64 {
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &+ UInt64(truncatingIfNeeded: count))
    return mixed &* 0x9E37_79B9_7F4A_7C15
  }
}
