import CallScenario

// Wrapping of text. All widths count characters (grapheme clusters).

extension String {
  /// The number of characters that the text takes on a line.
  var columns: Int {
    isPlainASCII ? utf8.count : count
  }

  /// Most text is plain ASCII, and then neither its characters nor their categories need looking up.
  private var isPlainASCII: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Splits the text into lines of at most `width`, at blanks; a word is split only if it is longer than a line.
  func wrapped(to width: Int) -> [String] {
    let width = max(width, 1)
    if columns <= width { return [self] }
    var lines: [String] = []
    var rest = Substring(self)
    while let limit = rest.index(rest.startIndex, offsetBy: width, limitedBy: rest.endIndex), limit < rest.endIndex {
      let isWhole = rest[limit] == " "
      let end = isWhole ? limit : rest[..<limit].lastIndex(of: " ").map { rest.index(after: $0) } ?? limit
      var line = rest[..<end]
      rest = rest[end...]
      while line.last == " " { line.removeLast() }
      while rest.first == " " { rest.removeFirst() }
      if !line.isEmpty { lines.append(String(line)) }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
    return lines
  }

  /// The text with everything escaped that would move the cursor, break the line or be invisible; tabs become visible.
  var visible: String {
    isPlainASCII ? self : CallScenario.printable(self, tab: "␉")
  }

  /// A name or a value as a report shows it: in quotes if it would be ambiguous without them.
  var printable: String {
    let visible = visible
    let isPlain = !isEmpty && first != " " && last != " " && visible == self
    return isPlain ? self : "\"\(visible)\""
  }
}

/// Divides a line's room among columns: each gets what it asks for or, if that is too much, an equal part of the rest.
func shares(of room: Int, among wishes: [Int]) -> [Int] {
  var shares = wishes
  guard wishes.reduce(0, +) > room else { return shares }
  var left = room
  let ascending = wishes.indices.sorted { wishes[$0] < wishes[$1] }
  for (rank, column) in ascending.enumerated() {
    let others = ascending.count - rank
    shares[column] = max(1, min(wishes[column], left / others))
    left -= shares[column]
  }
  return shares
}
