public import CallScenario

/// What an action does at every point of a flow, as a table.
///
/// There is a row for each point, or for several neighboring points with the same result, and a column for each party
/// that receives a message.
///
///     after                  B                      C
///     --------------------   --------------------   --------------------
///     the start              refused: A cannot hang up: it is in no call
///
///     1  A TMakeCall B       EventAbandoned
///                              OtherDN    A
///                              CallState  OK
public struct WhatIfTable: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var color: Bool

  /// Lines are at most `width` columns long, and at least 20. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, attributes: AttributeChoice = .listed, color: Bool = false) {
    self.width = max(width, 20)
    self.attributes = attributes
    self.color = color
  }

  /// The text of the answer, ending in a line feed.
  public func text(_ answer: WhatIf) -> String {
    var lines = heading(of: answer)
    let rows = rows(of: answer)
    let plan = Plan(rows, answer.scenario, self)
    lines.append(TextLine())
    lines += plan.header
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append(TextLine()) }
      lines += plan.lines(of: row)
    }
    return lines.text(color: color)
  }

  private func heading(of answer: WhatIf) -> [TextLine] {
    let action = answer.scenario.spelling(of: answer.action)
    return .paragraph("What if \(action), at any point of \(answer.flow)", .bold, width: width)
      + .paragraph(answer.scenario.title, .dim, width: width)
  }

  // MARK: Rows

  /// Neighboring points at which one action, or two in different calls, have the same result.
  struct Row {
    var points: [WhatIf.Point]
    var outcomes: [Transcript.Step] { points[0].outcomes }
  }

  private func rows(of answer: WhatIf) -> [Row] {
    var rows: [Row] = []
    for point in answer.points {
      let latest = rows.last?.outcomes ?? []
      let isLike =
        !rows.isEmpty
        && latest.elementsEqual(point.outcomes) {
          $0.looks(like: $1, attributes) && $0.action.on == $1.action.on
        }
      if isLike { rows[rows.count - 1].points.append(point) } else { rows.append(Row(points: [point])) }
    }
    return rows
  }
}

// MARK: - Layout

extension WhatIfTable {
  private struct Plan {
    let header: [TextLine]
    private let scenario: Scenario
    private let table: WhatIfTable
    /// The width of the first column.
    private let pointWidth: Int
    /// The party of each column; empty if the columns would be too narrow.
    private let recipients: [Int]
    private let columns: Columns
    private static let gap = 3

    init(_ rows: [Row], _ scenario: Scenario, _ table: WhatIfTable) {
      self.scenario = scenario
      self.table = table
      let texts = rows.flatMap(\.points).map { Self.text(of: $0, scenario) }
      pointWidth = max("after".count, min(texts.map(\.columns).max() ?? 0, table.width * 3 / 8))
      // The text of a refusal runs across all columns, so its messages need none.
      let messages = rows.flatMap(\.outcomes).filter { $0.refusal == nil }.flatMap(\.messages)
      let told = Set(messages.map(\.to)).sorted()
      let spacing = Spacing.all(pointWidth + Self.gap)[0]
      let preferredWidths = told.map { party in
        let cells = messages.filter { $0.to == party }.map { message in
          TableCell.measure(message, from: message.from.map { scenario.parties[$0].name }, table.attributes)
            .width(indent: spacing.indent, gap: spacing.gap)
        }
        return max(scenario.parties[party].name.quotedIfNeeded.columns, cells.max() ?? 0)
      }
      let room = spacing.room(in: table.width, for: told.count)
      let isNarrow = preferredWidths.contains { $0 > room } || preferredWidths.map { min($0, 22) }.reduce(0, +) > room
      recipients = isNarrow ? [] : told
      columns = Columns(spacing, isNarrow ? [] : preferredWidths.shares(of: room))
      var names = TextLine("after", .dim)
      var rule = TextLine.rule(pointWidth)
      for (column, party) in recipients.enumerated() {
        names.append(scenario.parties[party].name.quotedIfNeeded, .bold, at: columns.starts[column])
        rule.append(.rule(columns.widths[column]), at: columns.starts[column])
      }
      header = recipients.isEmpty ? [] : [names, rule]
    }

    /// `2  B ring  (**)`
    private static func text(of point: WhatIf.Point, _ scenario: Scenario) -> String {
      let action = point.latest.map { "\(point.step)  \(scenario.spelling(of: $0))" } ?? "the start"
      return (action + (point.marks.isEmpty ? "" : "  (\(point.marks.joined(separator: ", ")))")).visible
    }

    func lines(of row: Row) -> [TextLine] {
      let points = points(of: row)
      let blocks = row.outcomes.enumerated().map { number, outcome in
        lines(of: outcome, isOneOfSeveral: row.outcomes.count > 1)
      }
      var content = Array(blocks.joined(separator: [TextLine()]))
      if row.points[0].hasMore {
        content += [TextLine(), TextLine("… and in more calls: name one with `on`", .dim, at: place)]
      }
      return recipients.isEmpty ? points + content : .sideBySide([(0, points), (0, content)])
    }

    /// The points of a row; of many, only the first and the last.
    private func points(of row: Row) -> [TextLine] {
      let texts = row.points.map { Self.text(of: $0, scenario) }
      let shown = texts.count <= 6 ? texts : texts.prefix(3) + ["… \(texts.count - 5) more"] + texts.suffix(2)
      let width = recipients.isEmpty ? table.width : pointWidth
      return shown.flatMap { text in
        text.wrapped(to: width).enumerated().map { TextLine($1, .mark, at: $0 == 0 ? 0 : min(3, width - 1)) }
      }
    }

    /// The place where the result begins if it is written as text.
    private var place: Int { recipients.isEmpty ? 4 : pointWidth + Plan.gap }

    private func lines(of outcome: Transcript.Step, isOneOfSeveral: Bool) -> [TextLine] {
      var lines: [TextLine] = []
      if isOneOfSeveral {
        lines += .paragraph(scenario.spelling(of: outcome.action), .dim, at: place, width: table.width)
      }
      if let refusal = outcome.reason, outcome.messages.isEmpty || !outcome.messages.allSatisfy({ !$0.isRefusal }) {
        return lines + .paragraph("refused: \(refusal)", .bad, at: place, width: table.width)
      }
      if outcome.messages.isEmpty { lines.append(TextLine("no event", .dim, at: place)) }
      lines += recipients.isEmpty ? listed(outcome, at: place) : cells(outcome)
      return lines + (outcome.statusLine.map { $0.lines(width: table.width, at: place) } ?? [])
    }

    private func cells(_ outcome: Transcript.Step) -> [TextLine] {
      var cells = TableCells(columns, for: recipients, table.attributes)
      return cells.lines(of: outcome, of: scenario)
    }

    /// The outcome as lines of a scenario.
    private func listed(_ outcome: Transcript.Step, at place: Int) -> [TextLine] {
      EventLines(scenario, attributes: table.attributes).lines(of: outcome, width: table.width, at: place)
    }
  }
}
