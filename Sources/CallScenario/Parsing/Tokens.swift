/// A run of bytes between blanks; it may contain blanks within quotes.
struct Token {
  var start: Int
  var end: Int
  /// The offset of the first `=` outside of quotes.
  var equals: Int?

  var range: Range<Int> { start..<end }

  /// The part before the `=`, or the whole token.
  var key: Range<Int> { start..<(equals ?? end) }

  /// The part after the `=`.
  var value: Range<Int>? { equals.map { $0 + 1..<end } }
}

extension SourceText {
  /// The token that begins at `start`; nil if a quote in it does not end on this line.
  func token(at start: Int, in line: SourceLine) -> Token? {
    var token = Token(start: start, end: start)
    while token.end < line.end, !bytes[token.end].isBlank {
      switch bytes[token.end] {
      case .quote:
        guard let end = endOfQuote(at: token.end, before: line.end) else { return nil }
        token.end = end
      case .equals where token.equals == nil:
        token.equals = token.end
        token.end += 1
      default:
        token.end += 1
      }
    }
    return token
  }

  /// The tokens from `start` on, and the offset of the comment after them, or of the line's end; nil if a quote does
  /// not end.
  func tokens(from start: Int, in line: SourceLine) -> (tokens: [Token], end: Int)? {
    var tokens: [Token] = []
    var next = firstNonBlank(line, from: start)
    while next < line.end, bytes[next] != .numberSign {
      guard let token = token(at: next, in: line) else { return nil }
      tokens.append(token)
      next = firstNonBlank(line, from: token.end)
    }
    return (tokens, next)
  }

  /// The offset after the quote that closes the one at `start`.
  func endOfQuote(at start: Int, before end: Int) -> Int? {
    var index = start + 1
    while index < end {
      switch bytes[index] {
      case .backslash: index += 2
      case .quote: return index + 1
      default: index += 1
      }
    }
    return nil
  }

  /// The quote at or after `start` that does not end on this line, or the line's end if there is none.
  func openQuote(from start: Int, in line: SourceLine) -> Int {
    var index = start
    while index < line.end {
      if bytes[index] == .quote {
        guard let end = endOfQuote(at: index, before: line.end) else { return index }
        index = end
      } else {
        index += 1
      }
    }
    return index
  }

  /// The first word of a line, up to a blank, whatever it consists of.
  func firstWord(at start: Int, in line: SourceLine) -> Range<Int> {
    var end = start
    while end < line.end, !bytes[end].isBlank { end += 1 }
    return start..<end
  }

  /// The rest of a line as free text, without the comment and the blanks around it.
  func freeText(from start: Int, in line: SourceLine) -> Range<Int> {
    let first = firstNonBlank(line, from: start)
    var index = first
    var end = first
    while index < line.end {
      // `first` follows a blank too.
      if bytes[index] == .numberSign, index == first || bytes[index - 1].isBlank { break }
      index += 1
      if !bytes[index - 1].isBlank { end = index }
    }
    return first..<end
  }

  /// `word = alnum , { alnum | "-" | "_" | "." | "+" }`
  func isWord(_ range: Range<Int>) -> Bool {
    firstNonWord(range) == nil && !range.isEmpty
  }

  /// The offset of the first byte that cannot be part of a word.
  func firstNonWord(_ range: Range<Int>) -> Int? {
    range.first { index in
      let byte = bytes[index]
      if byte.isAlphanumeric { return false }
      return index == range.lowerBound || !(byte == .hyphen || byte == .underscore || byte == .dot || byte == .plus)
    }
  }

  /// `mark = stars , [ "-" , word ] | word`
  func isMark(_ range: Range<Int>) -> Bool {
    var rest = range.drop { bytes[$0] == .star }
    guard rest.count < range.count, let hyphen = rest.popFirst() else {
      return rest.isEmpty ? !range.isEmpty : isWord(range)
    }
    return bytes[hyphen] == .hyphen && isWord(rest.startIndex..<rest.endIndex)
  }

  func equal(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }
}

extension UInt8 {
  static let quote: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let exclamation: UInt8 = 0x21
  static let percent: UInt8 = 0x25
  static let star: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let hyphen: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let comma: UInt8 = 0x2C
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let question: UInt8 = 0x3F
  static let backslash: UInt8 = 0x5C
  static let underscore: UInt8 = 0x5F
  static let bar: UInt8 = 0x7C
}
