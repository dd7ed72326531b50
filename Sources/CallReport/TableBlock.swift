/// The events of a step in columns: lines of pieces of text, each at its place in its column.
///
/// It is filled again for each step, in the same memory: column after column, and in each line after line.
struct TableBlock: ~Copyable {
  /// A text that the block keeps, and the number of columns that it takes on a line.
  struct Text {
    fileprivate let start: Int
    fileprivate let end: Int
    let columns: Int
  }

  private struct Piece {
    let place: Int
    let text: Text
    let style: Style
  }

  private var texts = TextBuffer(capacity: 4 << 10)
  private var pieces: [Piece] = []
  /// For each line, how many pieces there are up to its end.
  private var ends: [Int] = []
  /// For each column, how many lines there are before it.
  private var columns: [Int] = []

  mutating func removeAll() {
    texts.remove(from: 0)
    pieces.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
  }

  /// What is added from now on belongs to the next column.
  mutating func beginColumn() { columns.append(ends.count) }

  /// The number of lines of the last column.
  var height: Int { ends.count - (columns.last ?? 0) }

  // MARK: Texts

  /// Keeps a name or a value as it is shown, perhaps in brackets.
  mutating func keep(_ text: String, inBrackets: Bool = false) -> Text {
    let start = texts.count
    if inBrackets { texts.add("[") }
    var columns = inBrackets ? 2 : 0
    if texts.add(plainValue: text) {
      columns += text.utf8.count
    } else {
      let shown = text.quotedIfNeeded
      texts.add(built: shown)
      columns += shown.columns
    }
    if inBrackets { texts.add("]") }
    return Text(start: start, end: texts.count, columns: columns)
  }

  // MARK: Lines

  /// Adds a piece to the last line, which `endLine` ends.
  mutating func add(_ text: Text, _ style: Style, at place: Int) {
    pieces.append(Piece(place: place, text: text, style: style))
  }

  mutating func endLine() { ends.append(pieces.count) }

  /// Adds a text in lines of at most `width` columns.
  mutating func add(wrapping text: Text, _ style: Style, at place: Int, width: Int) {
    if text.columns <= width {
      add(text, style, at: place)
      return endLine()
    }
    for line in texts.string(from: text.start, to: text.end).wrapped(to: width) {
      let start = texts.count
      texts.add(built: line)
      add(Text(start: start, end: texts.count, columns: line.columns), style, at: place)
      endLine()
    }
  }

  /// The pieces of a line of a column; nil if the column ends above it.
  private func pieces(of line: Int, in column: Int) -> Range<Int>? {
    let line = columns[column] + line
    let end = column + 1 < columns.count ? columns[column + 1] : ends.count
    return line < end ? (line == 0 ? 0 : ends[line - 1])..<ends[line] : nil
  }

  /// Adds a line of a column that begins at `start` to a line of the table.
  func add(_ line: Int, of column: Int, at start: Int, to whole: inout TextLine) {
    for index in pieces(of: line, in: column) ?? 0..<0 {
      let text = texts.string(from: pieces[index].text.start, to: pieces[index].text.end)
      whole.append(text, pieces[index].style, at: start + pieces[index].place)
    }
  }

  /// Writes a line of a column that begins at `start`, behind `written` columns of its line in the table.
  func write(
    _ line: Int, of column: Int, at start: Int, after written: inout Int, color: Bool, to text: inout TextBuffer
  ) {
    for index in pieces(of: line, in: column) ?? 0..<0 {
      let piece = pieces[index]
      let place = max(start + piece.place, written)
      text.add(blanks: place - written)
      let isStyled = color && piece.style != .plain
      if isStyled { text.add(built: piece.style.code) }
      text.add(texts, from: piece.text.start, to: piece.text.end)
      if isStyled { text.add(built: Style.end) }
      written = place + piece.text.columns
    }
  }
}
