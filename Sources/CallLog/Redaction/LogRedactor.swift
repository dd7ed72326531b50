/// Replaces what a log says about people and places by pseudonyms, line for line.
///
/// All files of a log are read twice: first to learn which values there are, then to replace them. So a value is also
/// replaced where it comes as a word of text, before it is the value of an attribute.
///
///     var redactor = LogRedactor()
///     for file in files {
///       redactor.collect(file.bytes.span)
///       redactor.endCollecting()
///     }
///     for file in files {
///       output(redactor.rewrite(file.bytes.span))
///       output(redactor.endRewriting())
///     }
///
/// Names of messages and attributes, enumerations, error codes, reference IDs and times stay, and so do the words of
/// heads. Every other word of a value or of text is replaced: a value by its pseudonym, a word that is no value by
/// `text`. Memory grows with the number of different values, not with the length of the log.
public struct LogRedactor: Sendable {
  /// The number of different values so far.
  public var values: Int { pseudonyms.count }

  var pseudonyms = Pseudonyms()
  /// Whether values are collected, and nothing is written.
  var isCollecting = true
  var output: [UInt8] = []
  var isInHeader = false
  var isInLibrary = false
  /// Whether the head of a client library waits for `message attributes:`.
  var expectsAttributes = false
  private var isFirstLine = true
  /// The beginning of a line whose end has not come yet.
  private var partial: [UInt8] = []
  /// A longer line loses its end, as in `LogReader`.
  private static let longestLine = LogLimits.usual.line

  /// A redactor of one log.
  public init() {}

  /// Learns the values in the next bytes of a file.
  public mutating func collect(_ bytes: Span<UInt8>) { read(bytes) }

  /// Learns the values in the last line of a file.
  public mutating func endCollecting() { endFile() }

  /// The next bytes of a file with pseudonyms; a line comes when all of it has been given.
  public mutating func rewrite(_ bytes: Span<UInt8>) -> [UInt8] {
    beginRewriting()
    read(bytes)
    return take()
  }

  /// The last line of a file, if nothing ends it.
  public mutating func endRewriting() -> [UInt8] {
    beginRewriting()
    endFile()
    return take()
  }

  private mutating func beginRewriting() {
    guard isCollecting else { return }
    if !partial.isEmpty { endFile() }
    isCollecting = false
    pseudonyms.choose()
  }

  private mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &output)
    return taken
  }

  // MARK: Lines

  private mutating func read(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      let end = bytes.first(UInt8(ascii: "\n"), from: start, to: bytes.count)
      for place in start..<end where bytes[place] != 0 && partial.count < Self.longestLine {
        partial.append(bytes[place])
      }
      if end == bytes.count { return }
      endLine()
      if !isCollecting { output.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
  }

  private mutating func endLine() {
    var line: [UInt8] = []
    swap(&line, &partial)
    rewrite(line: line.span)
    isFirstLine = false
    line.removeAll(keepingCapacity: true)
    swap(&line, &partial)
  }

  private mutating func endFile() {
    if !partial.isEmpty { endLine() }
    (isFirstLine, isInHeader) = (true, false)
  }

  private mutating func rewrite(line bytes: Span<UInt8>) {
    var range = 0..<bytes.count
    if isFirstLine, bytes.starts(with: "\u{FEFF}", range) {
      keep(bytes, 0..<3)
      range = 3..<bytes.count
    }
    if isCollecting { collectWords(bytes, range) }
    rewrite(LogLine(bytes, range, inLibrary: isInLibrary), bytes, range)
  }

  private mutating func collectWords(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = bytes.afterLetters(place, range.upperBound)
      if end > place { pseudonyms.words.add(bytes, place..<end) }
      place = end + 1
    }
  }

  /// `log-2.20260101_000000_000.log` for the second file: its name may say where it is from, and when it was begun.
  public static func fileName(_ name: String, number: Int) -> String {
    var parts = ["log-\(number)"]
    let pieces = name.utf8.split(separator: UInt8(ascii: "."))
    for piece in pieces where isDate(piece) { parts.append(String(Substring(piece))) }
    let isLines = pieces.last.map { Substring($0) == "jsonl" } ?? false
    return (parts + [isLines ? "jsonl" : "log"]).joined(separator: ".")
  }

  /// `20260101_000000` or `20260101_000000_000`
  static func isDate(_ piece: some Collection<UInt8>) -> Bool {
    let bytes = Array(piece)
    return (15...19).contains(bytes.count) && bytes[8] == UInt8(ascii: "_")
      && bytes.enumerated().allSatisfy { $0.offset == 8 || $0.offset == 15 || $0.element.isDigit }
      && (bytes.count == 15 || bytes[15] == UInt8(ascii: "_"))
  }
}

// MARK: - Pieces of lines

extension LogRedactor {
  /// Writes bytes as they are.
  mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if !isCollecting, !range.isEmpty { output.append(bytes, range) }
  }

  /// Writes bytes as they are, except words that are values.
  mutating func keepWords(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    rewriteWords(bytes, range, isText: false)
  }

  /// Writes text: each word of it is replaced.
  mutating func text(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    rewriteWords(bytes, range, isText: true)
  }

  /// Writes the pseudonym of a value.
  mutating func value(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    if isCollecting { return pseudonyms.add(bytes, range) }
    if let index = pseudonyms.index(of: bytes, range) {
      pseudonyms.append(index, for: bytes, range, to: &output)
    } else {
      output += pseudonyms.shapes.placeholder
    }
  }

  private mutating func rewriteWords(_ bytes: Span<UInt8>, _ range: Range<Int>, isText: Bool) {
    if isCollecting { return }
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place].isBlank {
        output.append(bytes[place])
        place += 1
        continue
      }
      var end = place
      while end < range.upperBound, !bytes[end].isBlank { end += 1 }
      rewriteWord(bytes, place..<end, isText)
      place = end
    }
  }

  /// Rewrites what is between two blanks: it may be a value as a whole, without what is around it, or consist of words.
  private mutating func rewriteWord(_ bytes: Span<UInt8>, _ whole: Range<Int>, _ isText: Bool) {
    if pseudonyms.index(of: bytes, whole) != nil { return value(bytes, whole) }
    var inner = whole
    while let first = inner.first, !bytes[first].isLetterOfWord { inner = inner.dropFirst() }
    while let last = inner.last, !bytes[last].isLetterOfWord { inner = inner.dropLast() }
    if inner != whole, pseudonyms.index(of: bytes, inner) != nil {
      punctuation(bytes, whole.lowerBound..<inner.lowerBound)
      value(bytes, inner)
      return punctuation(bytes, inner.upperBound..<whole.upperBound)
    }
    var place = whole.lowerBound
    while place < whole.upperBound {
      let end = bytes.afterLetters(place, whole.upperBound)
      if end == place {
        let other = bytes.afterPunctuation(place, whole.upperBound)
        punctuation(bytes, place..<other)
        place = other
        continue
      }
      let word = place..<end
      if pseudonyms.index(of: bytes, word) != nil {
        value(bytes, word)
      } else if !isText || KeptWords.text.contains(bytes, word) {
        output.append(bytes, word)
      } else {
        output += pseudonyms.shapes.placeholder
      }
      place = end
    }
  }

  /// A DN may be `*` or `#`.
  private mutating func punctuation(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if pseudonyms.index(of: bytes, range) != nil { return value(bytes, range) }
    output.append(bytes, range)
  }
}

extension UInt8 {
  /// A letter, a digit, `_`, or a part of a character beyond ASCII.
  var isLetterOfWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}

extension Span<UInt8> {
  func afterLetters(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, self[place].isLetterOfWord { place += 1 }
    return place
  }

  fileprivate func afterPunctuation(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, !self[place].isLetterOfWord, !self[place].isBlank { place += 1 }
    return place
  }
}
