/// The one layout of a scenario file: the columns of its statements, and where its blank lines are.
///
/// It only needs the words of a line, not their meaning, so `record` can lay out what it writes.
struct ScenarioLayout {
  /// Blanks after a column, and before a comment at the end of a line.
  private static let gap = 2
  private static let indent = 4
  /// The bytes of a header word with the blanks after it.
  private static let headerWord = 10
  /// A longer word is not aligned, so that it does not widen every line.
  private static let widestWord = 40

  private var source: SourceText
  /// Everything between the byte-order mark and the end of the file.
  private var lines: [Line] = []
  private var party = Columns()
  private var message = Columns()

  /// A line as the words in its columns; the last column holds the rest of them.
  private struct Line {
    var kind: Kind
    var columns: [[Range<Int>]] = []
    var comment: Range<Int>?

    static let blank = Line(kind: .blank)
  }

  private enum Kind: Equatable {
    case blank
    case comment(isIndented: Bool)
    /// A statement of the header that is neither a party nor a property.
    case title
    case party
    case property
    /// An action or a mark.
    case step
    case flow
    /// `RECIPIENT MESSAGE …`
    case message
    /// `refused` or `...`
    case remark

    var isHeader: Bool { self == .title || self == .party || self == .property }

    /// Whether it is indented, so that it belongs to the action above it.
    var isIndented: Bool { self == .comment(isIndented: true) || self == .message || self == .remark }
  }

  /// The widths of the columns that a kind of line has in this file.
  private struct Columns {
    private(set) var widths: [Int] = []

    /// A word at the end of its line widens nothing.
    mutating func fit(_ columns: [[Range<Int>]]) {
      for (index, words) in columns.dropLast().enumerated() {
        if index == widths.count { widths.append(0) }
        let width = ScenarioLayout.width(words)
        if width <= ScenarioLayout.widestWord { widths[index] = max(widths[index], width) }
      }
    }
  }

  init(_ bytes: [UInt8]) {
    source = SourceText(bytes)
    while let line = source.nextLine() {
      let parsed = parse(line)
      lines.append(parsed)
      switch parsed.kind {
      case .party: party.fit(parsed.columns)
      case .message: message.fit(parsed.columns)
      case .blank, .comment, .title, .property, .step, .flow, .remark: break
      }
    }
  }

  private static func width(_ words: [Range<Int>]) -> Int {
    words.reduce(words.count - 1) { $0 + $1.count }
  }

  // MARK: Lines

  private func parse(_ line: SourceText.SourceLine) -> Line {
    let first = source.firstNonBlank(line, from: line.start)
    guard first < line.end else { return .blank }
    let isIndented = first > line.start
    if source.bytes[first] == .numberSign {
      return Line(kind: .comment(isIndented: isIndented), comment: first..<end(of: line))
    }
    let word = source.firstWord(at: first, in: line)
    let text = source.text(word)
    if !isIndented, Keywords.freeText.contains(text) { return freeText(.title, after: word, in: line) }
    if isIndented, text == "refused" { return freeText(.remark, after: word, in: line) }
    guard let (words, next) = source.tokens(from: first, in: line) else {
      // A quote does not end. The parser refuses the line, so it is only copied.
      return Line(kind: isIndented ? .remark : .step, columns: [[first..<end(of: line)]])
    }
    let kind = kind(of: text, isIndented: isIndented)
    return Line(
      kind: kind, columns: columns(of: words, kind), comment: next < line.end ? next..<end(of: line) : nil)
  }

  private func kind(of word: String, isIndented: Bool) -> Kind {
    if isIndented { return word == "..." ? .remark : .message }
    if word == "party" { return .party }
    if word == "after" { return .flow }
    if Keywords.properties.contains(word) { return .property }
    return Keywords.header.contains(word) ? .title : .step
  }

  /// The end of the line without the blanks there.
  private func end(of line: SourceText.SourceLine) -> Int {
    var end = line.end
    while end > line.start, source.bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// A line whose text is one piece, with blanks as written. A text in quotes ends with its quote.
  private func freeText(_ kind: Kind, after word: Range<Int>, in line: SourceText.SourceLine) -> Line {
    var text = source.freeText(from: word.upperBound, in: line)
    if kind == .remark, !text.isEmpty, source.bytes[text.lowerBound] == .quote,
      let token = source.token(at: text.lowerBound, in: line)
    {
      text = token.range
    }
    let rest = source.firstNonBlank(line, from: text.upperBound)
    return Line(
      kind: kind, columns: text.isEmpty ? [[word]] : [[word], [text]],
      comment: rest < line.end ? rest..<end(of: line) : nil)
  }

  private func columns(of words: [Token], _ kind: Kind) -> [[Range<Int>]] {
    /// The number of words in each column but the last.
    let counts: [Int]
    switch kind {
    case .title, .property: counts = [1]
    // With two servers, a party may have two kinds.
    case .party: counts = [1, 1, words.dropFirst(2).prefix { $0.equals == nil }.count]
    case .message: counts = [1, 1, words.count > 2 && source.text(words[2].key) == "from" ? 1 : 0]
    case .blank, .comment, .step, .flow, .remark: counts = []
    }
    var rest = words.map(\.range)[...]
    var columns: [[Range<Int>]] = []
    for count in counts {
      columns.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return (columns + [Array(rest)]).filter { !$0.isEmpty }
  }

  // MARK: Blank lines

  /// The file in this layout.
  func formatted() -> [UInt8] {
    let bytes = source.bytes.array
    // The parser skips a byte-order mark, which is not a blank.
    var result = Array(bytes.prefix(source.start))
    let lineFeed = bytes.firstIndex(of: .lineFeed) ?? 0
    let ending: [UInt8] =
      lineFeed > 0 && bytes[lineFeed - 1] == .carriageReturn ? [.carriageReturn, .lineFeed] : [.lineFeed]
    for line in spaced() {
      append(line, to: &result)
      result += ending
    }
    return result
  }

  /// The lines with the blank lines of the layout: at most one in a row, and none at the ends.
  private func spaced() -> [Line] {
    var result: [Line] = []
    var above: Kind?
    // The blank lines and comments since the last statement.
    var between: [Line] = []
    for line in lines {
      switch line.kind {
      case .blank: if between.last?.kind != .blank { between.append(line) }
      case .comment: between.append(line)
      case .title, .party, .property, .step, .flow, .message, .remark:
        result += space(between, above, line.kind)
        result.append(line)
        above = line.kind
        between = []
      }
    }
    if between.last?.kind == .blank { between.removeLast() }
    return result + space(between, above, nil)
  }

  /// The blank lines and comments between two statements, with a blank line where the layout has one.
  private func space(_ between: [Line], _ above: Kind?, _ below: Kind?) -> [Line] {
    guard let above else { return between.first?.kind == .blank ? Array(between.dropFirst()) : between }
    guard let below else { return between }
    if above == .title, below == .title, !between.contains(where: { $0.kind != .blank }) { return [] }
    let isParted = below == .flow || (above != below && (above.isHeader || below.isHeader))
    if !isParted || between.contains(where: { $0.kind == .blank }) { return between }
    // An indented comment belongs to the action above it.
    let own = between.prefix { $0.kind.isIndented }
    return own + [.blank] + between.dropFirst(own.count)
  }

  // MARK: Columns

  private func append(_ line: Line, to bytes: inout [UInt8]) {
    func blanks(_ count: Int) { bytes.append(contentsOf: repeatElement(.blank, count: count)) }
    if line.kind.isIndented { blanks(Self.indent) }
    for (index, words) in line.columns.enumerated() {
      for (index, word) in words.enumerated() {
        if index > 0 { blanks(1) }
        bytes += source.bytes.array[word]
      }
      if index < line.columns.count - 1 { blanks(gap(after: words, column: index, line.kind)) }
    }
    if let comment = line.comment {
      if !line.columns.isEmpty { blanks(Self.gap) }
      bytes += source.bytes.array[comment]
    }
  }

  /// The number of blanks between a column's words and the next column.
  private func gap(after words: [Range<Int>], column: Int, _ kind: Kind) -> Int {
    let width = Self.width(words)
    switch kind {
    case .party where column > 0: return Self.gap + max(0, party.widths[column] - width)
    case .message: return Self.gap + max(0, message.widths[column] - width)
    case .title, .party, .property: return max(1, Self.headerWord - width)
    case .blank, .comment, .step, .flow, .remark: return 1
    }
  }
}
