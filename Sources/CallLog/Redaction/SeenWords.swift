/// What the words of a log look like, as far as pseudonyms must look otherwise.
struct SeenWords: Sendable {
  /// The number that the first event has.
  private(set) var firstSequence: UInt64 = 0
  private var hasSequence = false

  /// The lengths of numbers, as bits; the last bit is for all that are longer.
  fileprivate var digitLengths: UInt64 = 0
  fileprivate var longestDigits = 0
  /// The beginnings of words of 16 hexadecimal digits and of 32 digits and letters.
  fileprivate var connIDPrefixes = [Bool](repeating: false, count: 1 << 16)
  fileprivate var uuidPrefixes = [Bool](repeating: false, count: 1 << 10)
  /// How many `x` are in words like `name1`, `namexx12`, and in words like `text`, `textxx`.
  fileprivate var names: UInt64 = 0
  fileprivate var texts: UInt64 = 0

  /// Looks at a word: letters, digits and `_`.
  mutating func add(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    if word.allSatisfy({ bytes[$0].isDigit }) {
      digitLengths |= 1 << UInt64(min(word.count, 63))
      longestDigits = max(longestDigits, word.count)
    }
    if word.count == 16, let number = bytes.hexadecimal(word) { connIDPrefixes[Int(number >> 48)] = true }
    if word.count == 32 {
      let (high, low) = (Self.base32(bytes[word.lowerBound]), Self.base32(bytes[word.lowerBound + 1]))
      if let high, let low { uuidPrefixes[high << 5 | low] = true }
    }
    if bytes.starts(with: "name", word) {
      if let count = Self.count(bytes, word), count.rest < word.upperBound,
        (count.rest..<word.upperBound).allSatisfy({ bytes[$0].isDigit })
      {
        names |= 1 << UInt64(count.letters)
      }
    } else if bytes.starts(with: "text", word), let count = Self.count(bytes, word), count.rest == word.upperBound {
      texts |= 1 << UInt64(count.letters)
    }
  }

  /// How many `x` follow the first four letters; nil if they are too many.
  private static func count(_ bytes: Span<UInt8>, _ word: Range<Int>) -> (letters: Int, rest: Int)? {
    var place = word.lowerBound + 4
    while place < word.upperBound, bytes[place] == UInt8(ascii: "x") { place += 1 }
    let letters = place - word.lowerBound - 4
    return letters < 64 ? (letters, place) : nil
  }

  private static func base32(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte - 0x30) }
    return (0x41...0x56).contains(byte) ? Int(byte - 0x41) + 10 : nil
  }

  /// Looks at the number of an event.
  mutating func add(sequence number: UInt64) {
    if !hasSequence { (firstSequence, hasSequence) = (number, true) }
  }
}

/// What pseudonyms look like, so that none of them is a word of the log.
struct PseudonymShapes: Sendable {
  /// How many digits a number has.
  var digits = 5
  /// What ConnIDs, numbers of events and UUIDs begin with.
  var connIDPrefix: UInt64 = 0
  var sequencePrefix: UInt64 = 0
  var uuidPrefix: UInt64 = 0
  /// What names begin with, and the word that stands for any text.
  var namePrefix: [UInt8] = []
  var placeholder: [UInt8] = []
}

extension SeenWords {
  /// The shapes of so many pseudonyms.
  func shapes(for count: Int) -> PseudonymShapes {
    PseudonymShapes(
      digits: digits(for: count),
      connIDPrefix: UInt64((0x00F0..<0x8000).first { !connIDPrefixes[$0] } ?? 0xFFF0),
      // Numbers of events are positive also where they are decimal.
      sequencePrefix: UInt64((0x0100..<0x7FFF).last { !connIDPrefixes[$0] } ?? 0x7FFF),
      uuidPrefix: UInt64((0..<1 << 10).last { !uuidPrefixes[$0] } ?? 0),
      namePrefix: Array("name".utf8) + Self.letters(names), placeholder: Array("text".utf8) + Self.letters(texts))
  }

  /// As many digits as no number of the log has, at least five.
  private func digits(for count: Int) -> Int {
    var length = 5
    var numbers = 90_000
    while length < 63 {
      if digitLengths & 1 << UInt64(length) == 0, numbers > count { return length }
      length += 1
      numbers = numbers.multipliedReportingOverflow(by: 10).overflow ? numbers : numbers * 10
    }
    return longestDigits + 1
  }

  private static func letters(_ seen: UInt64) -> [UInt8] {
    Array(repeating: UInt8(ascii: "x"), count: min((~seen).trailingZeroBitCount, 64))
  }
}
