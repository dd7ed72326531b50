/// Goes through the members of a JSON object on one line, without building anything.
struct JSONMembers {
  /// A value: of a text what is between its quotes.
  struct Value {
    var range: Range<Int>
    var isText = false
    var hasEscapes = false
  }

  private var place: Int
  private let end: Int
  private let mostDepth: Int
  /// The objects that have been entered, and whether the next member is the first of its object.
  private var depth = 0
  private var isFirst = true
  private var isSound = true

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, depth: Int) {
    place = range.lowerBound
    end = bytes.withoutBlanksAtEnd(range).upperBound
    mostDepth = depth
  }

  /// Whether all objects were left, without a mistake, at the end of the line.
  var isComplete: Bool { isSound && depth == 0 && place == end }

  /// Enters the object that begins here. Returns whether there is one.
  mutating func enter(_ bytes: Span<UInt8>) -> Bool {
    place = bytes.afterBlanks(place, end)
    guard isSound, place < end, bytes[place] == UInt8(ascii: "{"), depth < mostDepth else { return false }
    place += 1
    depth += 1
    isFirst = true
    return true
  }

  /// The next key of the object; nil at its end, which is left.
  mutating func nextKey(_ bytes: Span<UInt8>) -> Range<Int>? {
    place = bytes.afterBlanks(place, end)
    guard isSound, place < end else { return fail() }
    if bytes[place] == UInt8(ascii: "}") {
      place = bytes.afterBlanks(place + 1, end)
      depth -= 1
      isFirst = false
      return nil
    }
    if !isFirst {
      guard bytes[place] == UInt8(ascii: ",") else { return fail() }
      place = bytes.afterBlanks(place + 1, end)
    }
    isFirst = false
    guard let key = text(bytes) else { return fail() }
    place = bytes.afterBlanks(place, end)
    guard place < end, bytes[place] == UInt8(ascii: ":") else { return fail() }
    place += 1
    return key.range
  }

  /// The value of the key; nil if it is none.
  mutating func value(_ bytes: Span<UInt8>) -> Value? {
    place = bytes.afterBlanks(place, end)
    guard isSound, place < end else { return fail() }
    switch bytes[place] {
    case UInt8(ascii: "\""): return text(bytes) ?? fail()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nested(bytes) ?? fail()
    default:
      let start = place
      while place < end,
        bytes[place].isWord || bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+")
          || bytes[place] == UInt8(ascii: ".")
      {
        place += 1
      }
      return place > start ? Value(range: start..<place) : fail()
    }
  }

  private mutating func fail<Result>() -> Result? {
    isSound = false
    return nil
  }

  private mutating func text(_ bytes: Span<UInt8>) -> Value? {
    guard place < end, bytes[place] == UInt8(ascii: "\"") else { return nil }
    let start = place + 1
    var close = start
    var hasEscapes = false
    while true {
      close = bytes.first(UInt8(ascii: "\""), from: close, to: end)
      guard close < end else { return nil }
      // An odd number of backslashes before it makes it a part of the text.
      var backslashes = 0
      while close - backslashes > start, bytes[close - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
      if backslashes % 2 == 0 { break }
      hasEscapes = true
      close += 1
    }
    if !hasEscapes { hasEscapes = bytes.first(UInt8(ascii: "\\"), from: start, to: close) < close }
    place = close + 1
    return Value(range: start..<close, isText: true, hasEscapes: hasEscapes)
  }

  /// A list or an object, which is skipped.
  private mutating func nested(_ bytes: Span<UInt8>) -> Value? {
    let start = place
    var depth = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard text(bytes) != nil else { return nil }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > mostDepth { return nil }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return Value(range: start..<place) }
    }
    return nil
  }

  // MARK: Escapes

  /// The text with its escapes replaced.
  static func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < range.upperBound else {
        text.append(byte)
        continue
      }
      let escaped = bytes[place]
      place += 1
      switch escaped {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"):
        var scalar = unit(bytes, place, range.upperBound)
        place = min(place + 4, range.upperBound)
        if let high = scalar, (0xD800..<0xDC00).contains(high), place + 6 <= range.upperBound,
          bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u"),
          let low = unit(bytes, place + 2, range.upperBound), (0xDC00..<0xE000).contains(low)
        {
          scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
          place += 6
        }
        text += String(scalar.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}").utf8
      default: text.append(escaped)
      }
    }
    return text
  }

  private static func unit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    return bytes.hexadecimal(start..<start + 4).map(UInt32.init)
  }
}
