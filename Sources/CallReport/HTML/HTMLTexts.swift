import CallModel

/// Texts in the order in which they first occur, each with its number.
struct HTMLTexts {
  private(set) var list: [String] = []
  private var numbers: [Text: Int] = [:]
  /// Texts that were looked up before, each at the place of its key: to look there takes a fraction of the time that a
  /// dictionary takes, and most texts of a page occur again and again.
  private var recent: [Known] = []

  private static let places = 1 << 10

  /// A text whose number is known.
  private struct Known {
    var key = Key(count: -1)
    var text = ""
    var number = 0
  }

  /// The number of a text.
  @inline(__always)
  mutating func number(of text: String) -> Int {
    let key = text.withBytes(Key.init)
    let place = key.place
    if place < recent.count, recent[place].key == key,
      key.isWhole || Self.areSame(recent[place].text, text)
    {
      return recent[place].number
    }
    return number(of: text, key)
  }

  /// Whether two texts of the same length have the same bytes; most of them lie at the same place.
  private static func areSame(_ one: String, _ other: String) -> Bool {
    one.withBytes { one in
      other.withBytes { other in one.baseAddress == other.baseAddress || one.elementsEqual(other) }
    }
  }

  /// The number of a text that may not have been looked up before.
  @inline(never)
  private mutating func number(of text: String, _ key: Key) -> Int {
    if recent.isEmpty { recent = Array(repeating: Known(), count: Self.places) }
    let number = numbers[Text(text)] ?? list.count
    if number == list.count {
      numbers[Text(text)] = number
      list.append(text)
    }
    recent[key.place] = Known(key: key, text: text, number: number)
    return number
  }

  /// The number of bytes of a text, the first eight and the last eight. Texts of more than 16 bytes may share a key.
  private struct Key: Equatable {
    let count: Int
    private var first: UInt64 = 0
    private var last: UInt64 = 0

    init(count: Int) { self.count = count }

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      count = bytes.count
      if count >= 8, let start = UnsafeRawPointer(bytes.baseAddress) {
        first = start.loadUnaligned(as: UInt64.self)
        last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      } else {
        for byte in bytes { first = first &<< 8 | UInt64(byte) }
      }
    }

    /// Whether no other text has this key.
    @inline(__always)
    var isWhole: Bool { count <= 16 }

    /// Where a text with this key is remembered.
    @inline(__always)
    var place: Int {
      let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &+ UInt64(truncatingIfNeeded: count))
      return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    }
  }
}
