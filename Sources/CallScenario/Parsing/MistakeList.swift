/// The first mistakes of a file, or the first warnings about it, in its order, and the total number.
///
/// Some rules can be checked only after later lines are known, so mistakes may be added out of order.
struct MistakeList {
  private(set) var first: [Diagnostic] = []
  private(set) var total = 0
  /// Of errors, or of warnings.
  private let severity: Diagnostic.Severity

  init(of severity: Diagnostic.Severity = .error) {
    self.severity = severity
  }

  private var limit: Int {
    switch severity {
    case .error: Limits.mistakes
    case .warning: Limits.warnings
    }
  }

  private var noun: String {
    switch severity {
    case .error: "mistake"
    case .warning: "warning"
    }
  }

  /// Whether no further mistake will be shown, so that its text is not needed.
  var isFull: Bool { first.count >= limit }

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
    if first.count > limit { first.removeLast() }
  }

  /// Those to be shown, then the number of the others.
  var shown: [Diagnostic] {
    let others = total - first.count
    guard others > 0, let last = first.last else { return first }
    let message = "and \(others) more \(noun)" + (others == 1 ? "" : "s")
    return first + [Diagnostic(severity, path: last.path, position: last.position, message: message)]
  }

  /// The mistakes to be shown, then the number of the others; nil if there are none.
  var mistakes: Mistakes? { first.isEmpty ? nil : Mistakes(diagnostics: shown) }
}

extension Position {
  fileprivate func isBefore(_ other: Position) -> Bool {
    (line, column) < (other.line, other.column)
  }
}
