import CallScenario

// Text and the room it has. Everything counts characters (grapheme clusters).

extension String {
  /// The characters that it takes on a line.
  var columns: Int {
    isPlainASCII ? utf8.count : count
  }

  /// Most text is, and then neither its characters nor their categories need looking up.
  private var isPlainASCII: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// In lines of at most `width`, broken at blanks; within a word only where it alone is longer.
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

  /// Nothing in it moves the cursor, breaks the line or hides itself; a tab is told from a blank.
  var visible: String {
    isPlainASCII ? self : CallScenario.printable(self, tab: "␉")
  }

  /// A name or a value as it may stand in a report: in quotes where it would be mistaken without.
  var printable: String {
    let visible = visible
    let isPlain = !isEmpty && first != " " && last != " " && visible == self
    return isPlain ? self : "\"\(visible)\""
  }
}

/// Shares out a line's room among columns: to each what it asks for, or, where that is too much, an equal part of what
/// is left.
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
