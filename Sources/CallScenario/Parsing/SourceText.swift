/// The bytes of a file as lines, with positions in lines and columns as people count them.
struct SourceText {
  /// A line without its line end, as offsets into the bytes.
  struct SourceLine {
    /// The line's number, counted from 1.
    var number: Int
    var start: Int
    var end: Int
    var isASCII: Bool
    var fault: Fault?
  }

  /// Why a line is not text.
  enum Fault {
    case tooLong
    /// The offset of a control character.
    case control(Int)
    /// The offset of the first byte that is not UTF-8.
    case notUTF8(Int)
  }

  let bytes: FileBytes
  /// The offset of the text: a byte-order mark is not part of it.
  let start: Int
  private var offset: Int
  private var number: Int
  /// For each byte of the line `columnsLine`, the column of its character; only lines that are not ASCII need it.
  private var columns: [Int32] = []
  private var columnsLine = 0

  /// The first line has the number `line`.
  init(_ bytes: [UInt8], from line: Int = 1) {
    number = line - 1
    self.bytes = FileBytes(bytes)
    // A byte-order mark means nothing in UTF-8, but some editors write one.
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    offset = start
  }

  /// The next line; lines end in LF or CR LF.
  mutating func nextLine() -> SourceLine? {
    guard offset < bytes.count else { return nil }
    number += 1
    let start = offset
    var end = start
    var all: UInt8 = 0
    var control: Int?
    while end < bytes.count {
      let byte = bytes[end]
      if byte < .blank, byte != .tab {
        if byte == .lineFeed { break }
        if control == nil, !isLineEnd(end) { control = end }
      } else if byte == .delete, control == nil {
        control = end
      }
      all |= byte
      end += 1
    }
    offset = end + 1
    if end > start, bytes[end - 1] == .carriageReturn, isLineEnd(end - 1) { end -= 1 }
    var line = SourceLine(number: number, start: start, end: end, isASCII: all < 0x80)
    if end - start > Limits.line {
      line.fault = .tooLong
    } else if !line.isASCII, let wrong = firstWrongByte(start..<end) {
      line.fault = .notUTF8(wrong)
    } else if let control = control ?? (line.isASCII ? nil : firstC1Control(start..<end)) {
      line.fault = .control(control)
    }
    return line
  }

  /// Whether the carriage return ends a line: before LF, or as the last byte of a truncated file.
  private func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] == .lineFeed)
  }

  private func firstWrongByte(_ range: Range<Int>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.array.span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }

  /// The first control character from U+0080 to U+009F, in text that is UTF-8.
  private func firstC1Control(_ range: Range<Int>) -> Int? {
    range.dropLast().first { bytes[$0] == 0xC2 && bytes[$0 + 1] < 0xA0 }
  }

  // MARK: Text

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line's text for a diagnostic, cut at the limit.
  func shown(_ line: SourceLine) -> String {
    text(line.start..<min(line.end, line.start + Limits.line)).printable()
  }

  /// The first offset at or after `start` that is not a blank, or the line's end.
  func firstNonBlank(_ line: SourceLine, from start: Int) -> Int {
    var index = start
    while index < line.end, bytes[index].isBlank { index += 1 }
    return index
  }

  // MARK: Positions

  /// The position of a range of bytes, counted in characters.
  mutating func position(_ range: Range<Int>, in line: SourceLine) -> Position {
    let start = column(range.lowerBound, in: line)
    guard range.count > 1 else { return Position(line: line.number, column: start) }
    let last = column(range.upperBound - 1, in: line)
    return Position(line: line.number, column: start, length: max(1, last - start + 1))
  }

  private mutating func column(_ index: Int, in line: SourceLine) -> Int {
    if line.isASCII || index == line.start { return index - line.start + 1 }
    guard line.fault == nil else { return text(line.start..<index).printable().count + 1 }
    if columnsLine != line.number { countColumns(line) }
    let place = index - line.start
    return place < columns.count ? Int(columns[place]) : Int(columns.last ?? 0) + 1
  }

  /// Counts the columns of the whole line once: counting again for every word would take quadratic time.
  private mutating func countColumns(_ line: SourceLine) {
    columns.removeAll(keepingCapacity: true)
    columnsLine = line.number
    let text = text(line.start..<line.end)
    var scalars = text.unicodeScalars.makeIterator()
    var column: Int32 = 0
    // Columns are those of the line as it is shown. A replaced scalar may join its neighbors where the original did
    // not.
    for character in text.printable() {
      column += 1
      for _ in character.unicodeScalars {
        guard let scalar = scalars.next() else { break }
        for _ in 0..<UTF8.width(scalar) { columns.append(column) }
      }
    }
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let blank: UInt8 = 0x20
  static let delete: UInt8 = 0x7F

  var isBlank: Bool { self == .blank || self == .tab }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isAlphanumeric: Bool { isDigit || (0x61...0x7A).contains(lowercased) }

  /// The lower case of an ASCII letter; other bytes are unchanged.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
