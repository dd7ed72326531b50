package import CallCheck

/// Findings as a compiler would print them.
///
///     srv.log:18: error: EventEstablished at 7003 is not what the call models say: OtherDN
///       call      006c02462a161006, 09:14:07.513
///       differs   OtherDN is 8001, expected 7001
///       because   The agent answers (Basic Call Models, Call to ACD)
package struct FindingText {
  private let words: FindingWords
  private let width: Int
  private let color: Bool

  /// Lines are at most `width` columns wide, and at least 40; `color` sets colors with ANSI escape sequences.
  package init(_ words: FindingWords, width: Int = 80, color: Bool = false) {
    (self.words, self.width, self.color) = (words, max(width, 40), color)
  }

  /// The finding, with an empty line below it.
  package func text(_ finding: Finding) -> String {
    var first = TextLine("\(words.file(of: finding).visible):\(finding.observation.position.line): ", .bold)
    first.append("\(finding.level.rawValue): ", finding.level.style)
    first.append(words.sentence(finding).visible, .bold)
    return ([first] + details(finding) + [TextLine()]).text(color: color)
  }

  /// The details below the first line.
  private func details(_ finding: Finding) -> [TextLine] {
    let column = 12
    return words.details(finding).flatMap { label, texts in
      // Short ones stand side by side.
      let isList = label == "parties" || label == "inferred"
      let lines = (isList ? [texts.joined(separator: isList && label == "parties" ? "   " : " ")] : texts)
        .flatMap { $0.visible.wrapped(to: width - column) }
      return lines.enumerated().map { index, text in
        var line = TextLine(index == 0 ? label : "", .dim, at: 2)
        line.append(text, at: column)
        return line
      }
    }
  }
}

extension Finding.Level {
  fileprivate var style: Style {
    switch self {
    case .error: .bad
    case .warning: .warning
    case .note: .mark
    }
  }
}
