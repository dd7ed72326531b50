import CallScenario

/// The lines below an action and what it sent, as a difference: `-` what is expected, `+` what was sent.
///
/// What both have in common is written once, without a sign.
struct ComparedLines {
  private let spelling: Spelling
  private let failed: FailedStep
  private let width: Int
  private let columns: ExpectationColumns
  /// What several lines have in common, and one of these does not hold.
  private let ambiguous: Set<Names>
  /// Of more lines that hold in a row, only the first and the last are shown.
  private static let mostInARow = 4
  /// Wider names are not aligned.
  private static let widestName = 40

  init(_ spelling: Spelling, _ failed: FailedStep, width: Int) {
    self.spelling = spelling
    self.failed = failed
    self.width = width
    func widest(_ names: [String]) -> Int {
      let width = names.map(\.count).max() ?? 0
      return width > Self.widestName ? 0 : width
    }
    var counts: [Names: (lines: Int, failing: Int)] = [:]
    var all: [Names] = []
    for line in failed.lines {
      let (names, isExpected, holds) = Self.names(line)
      all.append(names)
      guard isExpected else { continue }
      counts[names, default: (0, 0)].lines += 1
      if !holds { counts[names, default: (0, 0)].failing += 1 }
    }
    ambiguous = Set(counts.filter { $1.lines > 1 && $1.failing > 0 }.keys)
    columns = ExpectationColumns(
      recipient: widest(all.map { spelling.scenario.parties[$0.recipient].name }), message: widest(all.map(\.message)))
  }

  private struct Names: Hashable {
    let recipient: Int
    let message: String
  }

  private static func names(_ line: ComparedLine) -> (names: Names, isExpected: Bool, holds: Bool) {
    switch line {
    case .holds(let expected): (Names(recipient: expected.recipient, message: expected.name), true, true)
    case .differs(let expected, _, _), .missing(let expected), .moved(let expected):
      (Names(recipient: expected.recipient, message: expected.name), true, false)
    case .unexpected(let message): (Names(recipient: message.to, message: message.name), false, false)
    }
  }

  var lines: [TextLine] {
    var lines = refused
    var next = 0
    while next < failed.lines.count {
      let line = failed.lines[next]
      let row = failed.lines[next...].prefix { if case .holds = $0 { true } else { false } }
      if row.count > Self.mostInARow, let first = row.first, let last = row.last {
        lines += shown(first)
        lines.append(TextLine("… \(row.count - 2) lines hold", .dim, at: 4))
        lines += shown(last)
        next += row.count
      } else {
        lines += shown(line)
        next += 1
      }
    }
    return lines
  }

  /// `refused`, for an action that was to be refused.
  private var refused: [TextLine] {
    guard case .refused(let text, _) = failed.step.action.expectation else { return [] }
    func line(_ text: String?) -> String { text.map { "refused \($0)" } ?? "refused" }
    switch failed.differences.first?.kind {
    case .notRefused: return [signed("-", line(text))]
    case .otherReason(_, let actual):
      return [signed("-", line(text)), signed("+", "refused" + (Spelling.refusedText(actual).map { " \($0)" } ?? ""))]
    case .missing, .unexpected, .differs, .otherOrder, .otherRecipient, .refused, nil:
      return [TextLine("refused", .dim, at: 4)]
    }
  }

  private func shown(_ line: ComparedLine) -> [TextLine] {
    switch line {
    case .holds(let expected):
      if isAmbiguous(expected) { return wrapped(spelling.text(of: expected, columns), .dim) }
      return [TextLine(names(expected).visible, .dim, at: 4)]
    case .moved(let expected):
      return [signed("-", isAmbiguous(expected) ? spelling.text(of: expected, columns) : names(expected))]
    case .missing(let expected): return [signed("-", spelling.text(of: expected, columns))]
    case .unexpected(let message): return [signed("+", spelling.text(of: message, in: failed.step, columns))]
    case .differs(let expected, let message, let differences): return attributes(expected, message, differences)
    }
  }

  /// The names, if they tell which line it is.
  private func names(_ expected: ExpectedMessage) -> String {
    let isBare = expected.attributes.isEmpty && !expected.isOpen
    let both = [spelling.scenario.parties[expected.recipient].name, expected.name]
    return columns.text(both + (isBare ? [] : ["…"]))
  }

  /// Whether only its attributes tell which line it is, because another one has its names.
  private func isAmbiguous(_ expected: ExpectedMessage) -> Bool {
    ambiguous.contains(Names(recipient: expected.recipient, message: expected.name))
  }

  private func wrapped(_ text: String, _ style: Style = .plain) -> [TextLine] {
    text.visible.wrapped(to: width - 8).enumerated().map { TextLine($1, style, at: $0 == 0 ? 4 : 8) }
  }

  private func signed(_ sign: String, _ text: String, at place: Int = 4) -> TextLine {
    let style: Style = sign == "-" ? .bad : .good
    var line = TextLine(sign, style, at: 2)
    line.append(text.visible, style, at: place)
    return line
  }

  /// The part of a line that holds, and below it each attribute that differs.
  private func attributes(
    _ expected: ExpectedMessage, _ message: Message, _ differences: [AttributeDifference]
  ) -> [TextLine] {
    var rest = expected
    rest.removeAttributes(named: Set(differences.map(\.name)))
    var lines = wrapped(spelling.text(of: rest, columns))
    for difference in differences {
      let written = expected.attributes.first { $0.name == difference.name }
      if let written {
        lines.append(signed("-", written.spelling, at: 6))
      } else if let implied = difference.expected {
        lines.append(signed("-", "\(difference.name)=\(implied) (implied)", at: 6))
      }
      if let actual = spelling.correction(of: difference.name, in: expected, message, failed.step) {
        lines.append(signed("+", actual, at: 6))
      }
    }
    return lines
  }
}
