/// How a piece of a line looks in color; it must be legible without color too.
package enum Style {
  case plain, bold, dim, mark, good, bad, warning

  /// Ends every style.
  package static let end = "\u{1B}[0m"

  package var code: String {
    switch self {
    case .plain: ""
    case .bold: "\u{1B}[1m"
    case .dim: "\u{1B}[2m"
    case .mark: "\u{1B}[36m"
    case .good: "\u{1B}[32m"
    case .bad: "\u{1B}[31m"
    case .warning: "\u{1B}[33m"
    }
  }
}

/// A line of output: pieces of text, each at its column.
struct TextLine {
  private var pieces: [(place: Int, text: String, style: Style)] = []
  private(set) var width = 0

  init() {}

  init(_ text: String, _ style: Style = .plain, at place: Int = 0) {
    append(text, style, at: place)
  }

  /// Adds a text at a column, or at the end of the line if that is further to the right.
  mutating func append(_ text: String, _ style: Style = .plain, at place: Int = 0) {
    guard !text.isEmpty else { return }
    let place = max(place, width)
    pieces.append((place, text, style))
    width = place + text.columns
  }

  /// Adds another line's pieces, moved to the right.
  mutating func append(_ line: TextLine, at place: Int) {
    for piece in line.pieces {
      append(piece.text, piece.style, at: place + piece.place)
    }
  }

  /// Writes blanks only before a piece, so no line ends in one.
  func write(to output: inout String, color: Bool) {
    var written = 0
    for piece in pieces {
      output.append(blanks: piece.place - written)
      let isStyled = color && piece.style != .plain
      if isStyled { output.append(piece.style.code) }
      output.append(piece.text)
      if isStyled { output.append(Style.end) }
      written = piece.place + piece.text.columns
    }
    output.append("\n")
  }
}

extension String {
  private static let manyBlanks = String(repeating: " ", count: 128)

  /// Adds so many blanks, without a string of their own.
  fileprivate mutating func append(blanks count: Int) {
    var left = count
    while left > 0 {
      let next = min(left, 128)
      let blanks = Self.manyBlanks
      append(contentsOf: blanks[..<blanks.utf8.index(blanks.startIndex, offsetBy: next)])
      left -= next
    }
  }
}

extension [TextLine] {
  /// The lines, each with a line end.
  func text(color: Bool) -> String {
    var output = ""
    for line in self {
      line.write(to: &output, color: color)
    }
    return output
  }

  /// Blocks of lines side by side, each at its place.
  static func sideBySide(_ blocks: [(place: Int, lines: [TextLine])]) -> [TextLine] {
    let height = blocks.map(\.lines.count).max() ?? 0
    return (0..<height).map { row in
      var line = TextLine()
      for block in blocks where row < block.lines.count {
        line.append(block.lines[row], at: block.place)
      }
      return line
    }
  }
}
