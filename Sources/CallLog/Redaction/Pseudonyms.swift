/// The values that a log hides, each with its pseudonym.
///
/// A pseudonym has the shape of its value: digits stay digits, a ConnID stays 16 hexadecimal digits. Which prefix and
/// how many digits it has is chosen when all values are known, so that none of the log's words is a pseudonym.
struct Pseudonyms: Sendable {
  enum Shape: UInt8 {
    /// Also with a plus before them, or with dots between them as in an address: the pseudonym has no dots.
    case digits
    /// 16 hexadecimal digits, and 32 of 0-9 and A-V.
    case connID, uuid
    case word
  }

  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
    var shape: Shape
  }

  private var entries: [Entry] = []
  /// The bytes of all values, one behind the other, and for each hash the number of its entry, or -1.
  private var bytes: [UInt8] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)
  /// The words of the log, as far as they limit the choice.
  var words = SeenWords()
  private(set) var shapes = PseudonymShapes()
  /// For each ConnID that is out of order the value whose number it takes.
  private var numberedAs: [Int: Int] = [:]

  /// The number of values.
  var count: Int { entries.count }

  /// Remembers a value.
  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, as shape: Shape? = nil) {
    let hash = Self.hash(text, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if matches(Int(slots[slot]), hash, text, range) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard entries.count < Int(Int32.max) - 1 else { return }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(hash: hash, start: bytes.count, count: range.count, shape: shape ?? Self.shape(text, range)))
    for place in range { bytes.append(Self.folded(text, range, place)) }
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// The number of a value; nil if it is none.
  func index(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    if range.isEmpty { return nil }
    let hash = Self.hash(text, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if matches(Int(slots[slot]), hash, text, range) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ index: Int, _ hash: UInt64, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let entry = entries[index]
    guard entry.hash == hash, entry.count == range.count else { return false }
    for offset in 0..<entry.count
    where bytes[entry.start + offset] != Self.folded(text, range, range.lowerBound + offset) { return false }
    return true
  }

  // MARK: Shapes

  /// A ConnID is the same one in capitals.
  private static func isConnID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == 16 && range.allSatisfy { text[$0].hexadecimalDigit != nil }
  }

  private static func folded(_ text: Span<UInt8>, _ range: Range<Int>, _ place: Int) -> UInt8 {
    let byte = text[place]
    return byte.isLetter && byte < 0x60 && isConnID(text, range) ? byte | 0x20 : byte
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard isConnID(text, range) else { return text.hash(range) }
    return (text.hexadecimal(range) ?? 0) &* 0x9E37_79B9_7F4A_7C15 ^ 0x6C
  }

  private static func shape(_ text: Span<UInt8>, _ range: Range<Int>) -> Shape {
    if isConnID(text, range) { return .connID }
    if range.count == 32, range.allSatisfy({ text[$0].isDigit || (0x41...0x56).contains(text[$0]) }) { return .uuid }
    let digits = text[range.lowerBound] == UInt8(ascii: "+") ? range.dropFirst() : range
    if let first = digits.first, text[first].isDigit,
      digits.allSatisfy({ text[$0].isDigit || text[$0] == UInt8(ascii: ".") })
    {
      return .digits
    }
    return .word
  }

  // MARK: Pseudonyms

  /// Chooses what pseudonyms look like: all words and values are known.
  mutating func choose() {
    shapes = words.shapes(for: entries.count)
    orderConnIDs()
  }

  /// ConnIDs count upwards: they say which call began first.
  private mutating func orderConnIDs() {
    let places = entries.indices.filter { entries[$0].shape == .connID }
    let values = places.map { place in
      bytes.span.hexadecimal(entries[place].start..<entries[place].start + entries[place].count) ?? 0
    }
    numberedAs = [:]
    for (rank, place) in places.indices.sorted(by: { values[$0] < values[$1] }).enumerated() where rank != place {
      numberedAs[places[place]] = places[rank]
    }
  }

  /// Appends the pseudonym of a value; `text` is the value as it stands here.
  func append(_ index: Int, for text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    switch entries[index].shape {
    case .digits:
      if text[range.lowerBound] == UInt8(ascii: "+") { output.append(UInt8(ascii: "+")) }
      output.append(decimal: UInt64(index), digits: shapes.digits)
      // The first digit is not a zero.
      output[output.count - shapes.digits] += 1
    case .connID:
      let isCapital = range.contains { text[$0].isLetter && text[$0] < 0x60 }
      let number = UInt64((numberedAs[index] ?? index) + 1)
      output.append(shapes.connIDPrefix << 48 | number, bits: 4, digits: 16, isCapital: isCapital)
    case .uuid:
      output.append(shapes.uuidPrefix, bits: 5, digits: 2, isCapital: true)
      output.append(0, bits: 5, digits: 18, isCapital: true)
      output.append(UInt64(index + 1), bits: 5, digits: 12, isCapital: true)
    case .word:
      output += shapes.namePrefix
      output.append(decimal: UInt64(index + 1), digits: 1)
    }
  }

  /// The number of an event, which stays a number of the same order.
  func append(sequence number: UInt64, isHexadecimal: Bool, to output: inout [UInt8]) {
    let rest = (number &- words.firstSequence) & (1 << 48 - 1)
    let moved = shapes.sequencePrefix << 48 | rest
    if isHexadecimal {
      output.append(moved, bits: 4, digits: 16, isCapital: false)
    } else {
      output.append(decimal: moved, digits: 1)
    }
  }
}

extension [UInt8] {
  /// A decimal number with leading zeros.
  mutating func append(decimal number: UInt64, digits: Int) {
    let start = count
    var rest = number
    repeat {
      append(UInt8(rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    while count - start < digits { append(0x30) }
    self[start...].reverse()
  }

  /// A number in base 16 or 32, with leading zeros.
  mutating func append(_ number: UInt64, bits: Int, digits: Int, isCapital: Bool) {
    for place in (0..<digits).reversed() {
      let shift = place * bits
      let digit = shift < 64 ? UInt8(truncatingIfNeeded: number >> UInt64(shift)) & UInt8(1 << bits - 1) : 0
      append(digit < 10 ? digit + 0x30 : digit - 10 + (isCapital ? 0x41 : 0x61))
    }
  }
}
