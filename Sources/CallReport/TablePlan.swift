import CallScenario

/// The layout of a table: columns if the parties fit side by side, or else a list. It is the same for all flows.
struct TablePlan {
  let scenario: Scenario
  /// Room at the left for the number of the step.
  let gutter: Int
  /// The lines that name each column's party.
  let header: [TextLine]
  /// Whether each party of the scenario has a column.
  let namesAllParties: Bool

  /// For each party, the place where its actions begin.
  private let places: [Int]
  private let layout: Layout
  private let attributes: AttributeChoice

  private enum Layout {
    /// A column for each of these parties.
    case columns([Int], Columns)
    /// The events of a step below each other, each with its recipient.
    case list(EventLines, width: Int)
  }

  /// Columns for all parties or, if that is too wide, for those that take part in these flows; or else a list.
  init(for flows: [Transcript.Flow], in scenario: Scenario, width: Int, attributes: AttributeChoice) {
    let survey = Survey(flows, scenario, attributes)
    let gutter = String(survey.lastNumber).utf8.count + 2
    let everyone = Array(scenario.parties.indices)
    let participants = everyone.filter { survey.takesPart[$0] }
    let measures = survey.measures
    self.scenario = scenario
    self.attributes = attributes
    self.gutter = gutter
    for parties in [everyone, participants] {
      guard let columns = Self.columns(for: parties, of: scenario, measures, width, gutter) else { continue }
      namesAllParties = parties == everyone
      layout = .columns(parties, columns)
      var places = Array(repeating: 0, count: scenario.parties.count)
      for (party, start) in zip(parties, columns.starts) { places[party] = start }
      self.places = places
      header = columns.heads(of: parties.map { scenario.parties[$0] })
      return
    }
    namesAllParties = false
    let steps = flows.flatMap(\.steps)
    layout = .list(EventLines(scenario, attributes: attributes, inFull: true, aligning: steps), width: width)
    places = Array(repeating: 0, count: scenario.parties.count)
    header = []
  }

  /// What a layout depends on.
  private struct Survey {
    var lastNumber = 1
    /// Whether the party acts or receives something.
    var takesPart: [Bool]
    /// The room that each party's events take.
    var measures: [TableCell.Measure]

    init(_ flows: [Transcript.Flow], _ scenario: Scenario, _ attributes: AttributeChoice) {
      takesPart = Array(repeating: false, count: scenario.parties.count)
      measures = Array(repeating: TableCell.Measure(), count: scenario.parties.count)
      for flow in flows { flow.entries.span.visit { add($0, scenario, attributes) } }
    }

    /// A function of its own, so that the step is not copied out of the entry.
    @inline(never)
    private mutating func add(_ entry: Transcript.Entry, _ scenario: Scenario, _ attributes: AttributeChoice) {
      switch entry {
      case .step(let step):
        lastNumber = max(lastNumber, step.number)
        takesPart[step.action.actor] = true
        step.messages.span.visit { message in
          takesPart[message.to] = true
          let sender = message.from.map { scenario.parties[$0].name }
          measures[message.to].extend(to: TableCell.measure(message, from: sender, attributes))
        }
      case .mark, .wait: break
      }
    }
  }

  /// Returns nil if the columns would be too narrow.
  private static func columns(
    for parties: [Int], of scenario: Scenario, _ measures: [TableCell.Measure], _ width: Int, _ gutter: Int
  ) -> Columns? {
    for spacing in Spacing.all(gutter) {
      let preferredWidths = parties.map { party in
        let header = scenario.parties[party].header(width: .max, isStacked: spacing.isHeaderStacked)
        let cells = measures[party].width(indent: spacing.indent, gap: spacing.gap)
        return max(header.map(\.width).max() ?? 0, cells)
      }
      let room = spacing.room(in: width, for: parties.count)
      if preferredWidths.map({ min($0, spacing.column) }).reduce(0, +) <= room {
        return Columns(spacing, preferredWidths.shares(of: room))
      }
    }
    return nil
  }

  /// The place where a party's actions begin.
  func place(of party: Int) -> Int { places[party] }

  /// What writes the events into columns; nil if they are a list.
  var cells: TableCells? {
    guard case .columns(let parties, let columns) = layout else { return nil }
    return TableCells(columns, for: parties, attributes)
  }

  /// The events of a step as a list.
  func list(of step: Transcript.Step) -> [TextLine] {
    guard case .list(let events, let width) = layout else { return [] }
    return events.lines(of: step, width: width, at: gutter + 2)
  }
}

extension Transcript.Flow {
  fileprivate var steps: [Transcript.Step] {
    entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }
}
