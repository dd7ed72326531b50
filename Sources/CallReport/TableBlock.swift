/// A column's part of a step: lines with pieces of text, each at its place in the column.
///
/// It is filled again for each step, in the same memory.
struct TableBlock {
  /// A text that takes so many columns.
  struct Piece {
    let place: Int
    let text: String
    let columns: Int
    let style: Style
  }

  private var pieces: [Piece] = []
  /// For each line, how many pieces there are up to its end.
  private var ends: [Int] = []

  var lines: Int { ends.count }

  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a piece to the last line, which `endLine` ends.
  mutating func add(_ text: String, columns: Int, _ style: Style, at place: Int) {
    pieces.append(Piece(place: place, text: text, columns: columns, style: style))
  }

  mutating func endLine() { ends.append(pieces.count) }

  /// Adds a text in lines of at most `width` columns.
  mutating func add(wrapping text: String, columns: Int, _ style: Style, at place: Int, width: Int) {
    if columns <= width {
      add(text, columns: columns, style, at: place)
      return endLine()
    }
    for line in text.wrapped(to: width) {
      add(line, columns: line.columns, style, at: place)
      endLine()
    }
  }

  private func pieces(of line: Int) -> Range<Int> { (line == 0 ? 0 : ends[line - 1])..<ends[line] }

  /// Adds one of the lines to a line of the table; the block begins at `start`.
  func add(_ line: Int, at start: Int, to whole: inout TextLine) {
    for piece in pieces[pieces(of: line)] { whole.append(piece.text, piece.style, at: start + piece.place) }
  }

  /// Writes one of the lines behind `written` columns of its line in the table; the block begins at `start`.
  func write(_ line: Int, at start: Int, after written: inout Int, color: Bool, to text: inout TextBuffer) {
    for index in pieces(of: line) {
      let place = max(start + pieces[index].place, written)
      text.add(blanks: place - written)
      let code = color ? pieces[index].style.code : ""
      text.add(built: code)
      text.add(built: pieces[index].text)
      if !code.isEmpty { text.add(built: Style.end) }
      written = place + pieces[index].columns
    }
  }
}
