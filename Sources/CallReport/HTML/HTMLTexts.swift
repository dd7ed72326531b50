import CallModel

/// Texts in the order in which they first occur, each with its number.
struct HTMLTexts {
  private(set) var list: [String] = []
  /// The numbers of texts that are no longer remembered.
  private var numbers: [Text: Int] = [:]
  /// Texts that were looked up before, each at the place of its key: to look there takes a fraction of the time that a
  /// dictionary takes, and most texts of a page occur again and again.
  private var recent: [Known] = []

  private static let places = 1 << 10

  /// The key and the number of a text.
  private struct Known: BitwiseCopyable {
    var key = TextKey.none
    var number = 0
  }

  /// The number of a text.
  @inline(__always)
  mutating func number(of text: String) -> Int {
    let (key, number) = text.withBytes { bytes in
      let key = TextKey(bytes)
      return (key, known(bytes, key))
    }
    return number ?? self.number(of: text, key)
  }

  /// The number of the text that has been added to a buffer.
  mutating func number(of text: borrowing TextBuffer) -> Int {
    let bytes = text.added(0, text.count)
    let key = TextKey(bytes)
    return known(bytes, key) ?? number(of: text.string(from: 0), key)
  }

  /// The number of a text if it is remembered.
  @inline(__always)
  private func known(_ bytes: UnsafeBufferPointer<UInt8>, _ key: TextKey) -> Int? {
    let place = Self.place(of: key)
    guard place < recent.count, recent[place].key == key,
      key.isWhole || list.span[recent[place].number].withBytes({ $0.hasSameBytes(as: bytes) })
    else { return nil }
    return recent[place].number
  }

  /// Where a text is remembered.
  @inline(__always)
  private static func place(of key: TextKey) -> Int { Int(truncatingIfNeeded: key.hash &>> 54) }

  /// The number of a text that may not have been looked up before.
  @inline(never)
  private mutating func number(of text: String, _ key: TextKey) -> Int {
    if recent.isEmpty { recent = Array(repeating: Known(), count: Self.places) }
    let place = Self.place(of: key)
    let last = recent[place]
    var number = list.count
    // Where no text is remembered yet, none has been looked up.
    if last.key != .none {
      if let known = numbers[Text(text)] { number = known }
      numbers[Text(list[last.number])] = last.number
    }
    if number == list.count { list.append(text) }
    recent[place] = Known(key: key, number: number)
    return number
  }
}
