import CallScenario

/// The layout of the table of one flow.
struct TablePlan {
  let scenario: Scenario
  /// Room at the left for the number of the step.
  let gutter: Int
  /// The lines that name each column's party.
  private(set) var header: [TextLine] = []

  private let arrangement: Arrangement
  private let attributes: AttributeChoice

  private enum Arrangement {
    /// A column for each of these parties.
    case columns([Int], Columns)
    /// Each event names its recipient and takes the next free place.
    case places(Columns)
  }

  /// One plan for all flows, so that a party keeps its column. If there are too many parties, one plan for each flow,
  /// with the parties that take part in it.
  static func plans(for flows: [Transcript.Flow], in scenario: Scenario, width: Int, attributes: AttributeChoice) -> (
    all: TablePlan?, each: [TablePlan]
  ) {
    let gutter = (flows.flatMap(\.steps).map { String($0.number).count }.max() ?? 1) + 2
    func plan(_ flows: [Transcript.Flow], _ parties: [Int]) -> TablePlan? {
      TablePlan(of: flows.flatMap(\.steps), parties, scenario, width, gutter, attributes)
    }
    if let all = plan(flows, Array(scenario.parties.indices)) {
      return (all, Array(repeating: all, count: flows.count))
    }
    return (
      nil,
      flows.map {
        plan([$0], $0.participants) ?? plan([$0], $0.recipients) ?? TablePlan(scenario, width, gutter, attributes)
      }
    )
  }

  /// Returns nil if the columns would be too narrow.
  private init?(
    of steps: [Transcript.Step], _ parties: [Int], _ scenario: Scenario, _ width: Int, _ gutter: Int,
    _ attributes: AttributeChoice
  ) {
    var measures = Array(repeating: TableCell.Measure(), count: scenario.parties.count)
    for message in steps.lazy.flatMap(\.messages) {
      measures[message.to].extend(
        to: TableCell.measure(message, from: message.from.map { scenario.parties[$0].name }, attributes))
    }
    for spacing in Spacing.all(gutter) {
      let wishes = parties.map { party in
        let header = scenario.parties[party].header(width: .max, isStacked: spacing.isHeaderStacked)
        let cells = measures[party].width(indent: spacing.indent, gap: spacing.gap)
        return max(header.map(\.width).max() ?? 0, cells)
      }
      let room = spacing.room(in: width, for: parties.count)
      if wishes.map({ min($0, spacing.column) }).reduce(0, +) > room { continue }
      let columns = Columns(spacing, wishes.shares(of: room))
      self.scenario = scenario
      self.gutter = spacing.gutter
      self.attributes = attributes
      arrangement = .columns(parties, columns)
      header = columns.heads(of: parties.map { scenario.parties[$0] })
      return
    }
    return nil
  }

  /// Makes places so wide that no attribute is broken, even if that takes one more band of events.
  private init(_ scenario: Scenario, _ width: Int, _ gutter: Int, _ attributes: AttributeChoice) {
    self.scenario = scenario
    self.gutter = gutter
    self.attributes = attributes
    let spacing = Spacing.all(gutter)[1]
    let count = max(1, (width - spacing.gutter + spacing.separator) / (spacing.column + spacing.separator))
    arrangement = .places(Columns(spacing, Array(repeating: spacing.room(in: width, for: count) / count, count: count)))
  }

  /// The place where a party's actions begin.
  func place(of party: Int) -> Int {
    guard case .columns(let parties, let columns) = arrangement, let column = parties.firstIndex(of: party) else {
      return 0
    }
    return columns.starts[column]
  }

  /// The events of a step side by side; several for one party go below each other.
  func events(_ messages: [Message]) -> [TextLine] {
    let recipients = Set(messages.map(\.to)).sorted()
    switch arrangement {
    case .columns(let parties, let columns):
      let blocks = zip(parties.indices, parties).filter { recipients.contains($1) }.map { column, party in
        (columns.starts[column], events(messages, for: party, columns.widths[column], columns.spacing))
      }
      return .sideBySide(blocks)
    case .places(let columns):
      var lines: [TextLine] = []
      for first in stride(from: 0, to: recipients.count, by: columns.widths.count) {
        let band = recipients[first..<min(first + columns.widths.count, recipients.count)]
        if first > 0 { lines.append(TextLine()) }
        let blocks = zip(columns.widths.indices, band).map { column, party in
          let width = columns.widths[column]
          return (
            columns.starts[column], label(of: party, width) + events(messages, for: party, width, columns.spacing)
          )
        }
        lines += .sideBySide(blocks)
      }
      return lines
    }
  }

  private func events(_ messages: [Message], for party: Int, _ width: Int, _ spacing: Spacing) -> [TextLine] {
    let cell = TableCell(indent: spacing.indent, gap: spacing.gap, attributes: attributes)
    let blocks = messages.filter { $0.to == party }.map { message in
      cell.lines(of: message, from: message.from.map { scenario.parties[$0].name }, width: width)
    }
    return Array(blocks.joined(separator: [TextLine()]))
  }

  /// `-- A ------`, if no column shows the recipient of the events below.
  private func label(of party: Int, _ width: Int) -> [TextLine] {
    let name = scenario.parties[party].name.quotedIfNeeded
    let left = width - name.columns - 4
    guard left >= 2 else { return name.wrapped(to: width).map { TextLine($0) } + [.rule(width)] }
    var line = TextLine("--", .dim)
    line.append(name, at: 3)
    line.append(.rule(left), at: line.width + 1)
    return [line]
  }
}

extension Transcript.Flow {
  fileprivate var steps: [Transcript.Step] {
    entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }

  /// The parties that act in the flow or receive something.
  fileprivate var participants: [Int] {
    Set(steps.map(\.action.actor) + recipients).sorted()
  }

  fileprivate var recipients: [Int] {
    Set(steps.flatMap(\.messages).map(\.to)).sorted()
  }
}
