package import CallScenario

/// Why a path has no results: its file has mistakes, or it cannot be read.
package struct FileProblem: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case notUnderstood = "not understood"
    case notRead = "not read"
  }

  package var path: String
  package var kind: Kind
  /// In the order of the file; at least one.
  package var mistakes: [Mistake]

  /// One of the mistakes, or why the path cannot be read.
  package struct Mistake: Sendable, Hashable {
    /// Nil if the file cannot be read.
    package var position: Position?
    package var message: String
    package var suggestion: String?
    /// All that is known about it, as standard error shows it, without a line feed at the end.
    package var text: String
  }

  package init(path: String, _ mistakes: Mistakes) {
    self.path = path
    kind = .notUnderstood
    self.mistakes = mistakes.diagnostics.map {
      Mistake(
        position: $0.position, message: $0.message.printable(), suggestion: $0.suggestion?.printable(),
        text: $0.description)
    }
  }

  package init(path: String, cannotBeRead message: String, suggestion: String?) {
    self.path = path
    kind = .notRead
    let text = message.printable()
    let suggestion = suggestion?.printable()
    mistakes = [
      Mistake(message: text, suggestion: suggestion, text: text + (suggestion.map { "\n    " + $0 } ?? ""))
    ]
  }

  /// Where the first mistake is.
  package var position: Position? { mistakes.first?.position }

  /// The first mistake, and how many others there are.
  package var summary: String {
    (mistakes.first?.message ?? "") + (mistakes.count > 1 ? " (and \(mistakes.count - 1) more)" : "")
  }

  /// All mistakes, without a line feed at the end.
  package var text: String { mistakes.map(\.text).joined(separator: "\n") }
}
