package import CallScenario

/// Mistakes and warnings as text, in color or without.
package struct DiagnosticText {
  private let color: Bool
  private let columns: Int?

  /// `color` sets colors with ANSI escape sequences; `columns` is the width of the terminal, nil if there is none.
  package init(color: Bool, columns: Int? = nil) {
    self.color = color
    self.columns = columns
  }

  /// The diagnostic's description; in color, the place, the severity and the caret stand out.
  package func text(_ diagnostic: Diagnostic) -> String {
    guard color else { return diagnostic.text(columns: columns) + "\n" }
    let style: Style =
      switch diagnostic.severity {
      case .error: .bad
      case .warning: .warning
      }
    var first = TextLine("\(diagnostic.place): ", .bold)
    first.append("\(diagnostic.severity.rawValue): ", style)
    first.append(diagnostic.message.printable(), .bold)
    var lines = [first]
    if let (line, caret) = diagnostic.excerpt(columns: columns) { lines += [TextLine(line), TextLine(caret, style)] }
    if let suggestion = diagnostic.suggestion { lines.append(TextLine("    " + suggestion.printable())) }
    return lines.text(color: true)
  }

  /// `callsim: error: MESSAGE`, and the suggestion below it.
  package func text(program: String, error message: String, suggestion: String?) -> String {
    var first = TextLine("\(program): ", .bold)
    first.append("error: ", .bad)
    first.append(message.printable(), .bold)
    let second = suggestion.map { [TextLine("    " + $0.printable())] } ?? []
    return ([first] + second).text(color: color)
  }
}
