/// The first mistakes of a file, in its order, and the number of all.
///
/// Some rules can only be judged later than they stand, so mistakes may arrive out of order.
struct MistakeList {
  private(set) var first: [Diagnostic] = []
  private(set) var total = 0

  /// No later mistake will be shown: what is only for showing need not be worked out.
  var isFull: Bool { first.count >= Limits.mistakes }

  /// Counts a mistake; whether it is among those to be shown, so that the others cost nothing.
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

  /// All that is to be shown, the number of the others last; none where there is no mistake.
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
