/// The first mistakes of a file, in its order, and the total number.
///
/// Some rules can be checked only after later lines are known, so mistakes may be added out of order.
struct MistakeList {
  private(set) var first: [Diagnostic] = []
  private(set) var total = 0

  /// Whether no further mistake will be shown, so that its text is not needed.
  var isFull: Bool { first.count >= Limits.mistakes }

  /// Counts a mistake; returns whether it is among those to be shown, so that the others need no text.
  mutating func counts(at position: Position) -> Bool {
    total += 1
    guard isFull, let last = first.last else { return true }
    return position.isBefore(last.position)
  }

  mutating func insert(_ diagnostic: Diagnostic) {
    var index = first.count
    while index > 0, diagnostic.position.isBefore(first[index - 1].position) { index -= 1 }
    first.insert(diagnostic, at: index)
    if first.count > Limits.mistakes { first.removeLast() }
  }

  /// The mistakes to be shown, then the number of the others; nil if there are none.
  var mistakes: Mistakes? {
    guard let last = first.last else { return nil }
    let others = total - first.count
    guard others > 0 else { return Mistakes(diagnostics: first) }
    let message = "and \(others) more " + (others == 1 ? "mistake" : "mistakes")
    return Mistakes(diagnostics: first + [Diagnostic(path: last.path, position: last.position, message: message)])
  }
}

extension Position {
  fileprivate func isBefore(_ other: Position) -> Bool {
    (line, column) < (other.line, other.column)
  }
}
