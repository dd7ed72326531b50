import CallScenario

/// How close together the columns of a table are.
struct Spacing {
  var gutter: Int
  var separator: Int
  var indent: Int
  var gap: Int
  var isHeaderStacked: Bool
  /// The text that a column must hold without a break; it gets more only if there is room.
  var column: Int

  private init(
    gutter: Int, separator: Int, indent: Int, gap: Int, isHeaderStacked: Bool,
    holding row: (name: String, value: String)
  ) {
    self.gutter = gutter
    self.separator = separator
    self.indent = indent
    self.gap = gap
    self.isHeaderStacked = isHeaderStacked
    column = indent + row.name.count + gap + row.value.count
  }

  /// From wide to narrow; the narrow one fits three of the manual's columns into a line of 80.
  static func all(_ gutter: Int) -> [Spacing] {
    let longest = (name: "ThirdPartyDNRole", value: "Destination")
    let usual = (name: "OtherDNRole", value: "Destination")
    return [
      Spacing(gutter: gutter, separator: 3, indent: 2, gap: 2, isHeaderStacked: false, holding: longest),
      Spacing(gutter: gutter, separator: 2, indent: 1, gap: 1, isHeaderStacked: true, holding: usual),
    ]
  }

  /// The part of a line that is left for the columns themselves.
  func room(in width: Int, for columns: Int) -> Int {
    width - gutter - separator * (columns - 1)
  }
}

/// The columns of a table.
struct Columns {
  let spacing: Spacing
  let widths: [Int]
  let starts: [Int]

  init(_ spacing: Spacing, _ widths: [Int]) {
    self.spacing = spacing
    self.widths = widths
    var start = spacing.gutter
    starts = widths.map { width in
      defer { start += width + spacing.separator }
      return start
    }
  }

  /// A name and a kind over each column, and a line below.
  func heads(of parties: [Scenario.Party]) -> [TextLine] {
    let heads = zip(parties, widths).map { $0.header(width: $1, isStacked: spacing.isHeaderStacked) }
    return .sideBySide(zip(starts, heads).map { ($0, $1) }) + .sideBySide(zip(starts, widths).map { ($0, [.rule($1)]) })
  }

}

/// Writes the events of steps into the columns of a table, again and again in the same memory.
struct TableCells: ~Copyable {
  private let columns: Columns
  /// The party of each column.
  private let parties: [Int]
  private let cell: TableCell
  private var block = TableBlock()
  private var rows: [TableCell.Row] = []

  init(_ columns: Columns, for parties: [Int], _ attributes: AttributeChoice) {
    self.columns = columns
    self.parties = parties
    cell = TableCell(indent: columns.spacing.indent, gap: columns.spacing.gap, attributes: attributes)
  }

  /// Writes the messages of a step, each in its party's column; several for one party are below each other.
  mutating func write(_ step: Transcript.Step, of scenario: Scenario, color: Bool, to text: inout TextBuffer) {
    for line in 0..<fill(step, of: scenario) {
      var written = 0
      for column in parties.indices {
        block.write(line, of: column, at: columns.starts[column], after: &written, color: color, to: &text)
      }
      text.add("\n")
    }
  }

  /// The same as lines.
  mutating func lines(of step: Transcript.Step, of scenario: Scenario) -> [TextLine] {
    let height = fill(step, of: scenario)
    return (0..<height).map { number in
      var line = TextLine()
      for column in parties.indices { block.add(number, of: column, at: columns.starts[column], to: &line) }
      return line
    }
  }

  /// Fills the block with the messages of a step. Returns the lines of the longest column.
  private mutating func fill(_ step: Transcript.Step, of scenario: Scenario) -> Int {
    var height = 0
    block.removeAll()
    for column in parties.indices {
      block.beginColumn()
      step.messages.span.visit { message in
        if message.to != parties[column] { return }
        // A blank line keeps events apart.
        if block.height > 0 { block.endLine() }
        let sender = message.from.map { scenario.parties[$0].name }
        cell.add(message, from: sender, width: columns.widths[column], to: &block, &rows)
      }
      height = max(height, block.height)
    }
    return height
  }
}

extension TextLine {
  static func rule(_ width: Int) -> TextLine {
    TextLine(String(repeating: "-", count: width), .dim)
  }
}

// MARK: - Who takes part

extension Scenario {
  /// The list of all parties, several per line, for tables that do not have a column for each.
  func partyList(width: Int) -> [TextLine] {
    var lines: [String] = []
    for (index, party) in parties.enumerated() {
      let comma = index == parties.count - 1 ? "" : ","
      let text = ([party.name.quotedIfNeeded, party.kindNames] + party.particulars).joined(separator: " ") + comma
      if let last = lines.last, last.columns + 1 + text.columns <= width {
        lines[lines.count - 1] = "\(last) \(text)"
      } else {
        lines.append(text)
      }
    }
    return lines.flatMap { $0.wrapped(to: width) }.map { TextLine($0) }
  }
}

extension Scenario.Party {
  /// Its DN, if that is not its name, and its options.
  fileprivate var particulars: [String] {
    spelledOptions.map(\.visible)
  }

  /// `A  extension`, or the kind below the name; then the particulars.
  func header(width: Int, isStacked: Bool) -> [TextLine] {
    var lines: [TextLine] = []
    let name = name.quotedIfNeeded
    if !isStacked && name.columns + 2 + kindNames.columns <= width {
      var line = TextLine(name, .bold)
      line.append(kindNames, .dim, at: line.width + 2)
      lines = [line]
    } else {
      lines =
        name.wrapped(to: width).map { TextLine($0, .bold) } + kindNames.wrapped(to: width).map { TextLine($0, .dim) }
    }
    return lines + particulars.flatMap { $0.wrapped(to: width) }.map { TextLine($0, .dim) }
  }
}
