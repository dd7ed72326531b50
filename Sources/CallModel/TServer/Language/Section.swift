/// A section of the manual: a table whose columns are parties, its rows, and the points at which it may be interrupted.
///
/// A column means one party in every row, no matter who acts there.
struct Section: Sendable {
  let source: Source
  /// How the calls of this table have travelled, unless a row says otherwise. Without it a row is about all calls.
  let hop: Hop?
  let rows: [TableRow]

  /// The columns are the letters of the rows, in the order of the table.
  @inline(__always)
  init<each Column>(
    _ chapter: Chapter, _ title: String, hop: Hop? = nil, columns: repeat each Column,
    @Page rows page: (repeat each Column) -> [TableRow]
  ) {
    (source, self.hop, rows) = (Source(chapter, title), hop, page(repeat each columns))
  }

  // Rows become rules only when they are asked for: what a place is told comes from the row of another section.
  func add(to rules: inout [Rule<Exchange>]) {
    for row in rows {
      switch row {
      case .row(let row): row.add(to: &rules, in: self)
      case .interruption(let interruption): interruption.add(to: &rules, in: self)
      case .companion(let companion): companion.add(to: &rules, in: self)
      case .same: break
      }
    }
  }

  /// How the calls begin that this section is about. A consultation begins in the same way.
  var placements: [Placement] { rows.flatMap { $0.row?.placements(in: self) ?? [] } }

  /// What the queue or routing point of this section is told of a call that arrives there.
  var arrival: Clause? {
    let row = rows.lazy.compactMap(\.row).first { $0.verbs == [.makeCall] }
    return row?.clauses.first { $0.isCell && $0.who == row?.target }
  }

  /// The situation of its calls, with what a row says about them; the row prevails.
  func situation(_ usual: Situation, _ said: Situation) -> Situation {
    (hop.map { usual.union(.hop($0)) } ?? usual).replacing(said)
  }
}

/// A row, a point of interruption, or events that go with others: all become rules. Or a row that another page has
/// already.
enum TableRow: Sendable {
  case row(Row)
  case interruption(Interruption)
  case companion(Companion)
  case same(SameRow)

  var row: Row? { if case .row(let row) = self { row } else { nil } }
}

/// A row that the manual prints on this page too. It makes no rule: the row of the other page is about the same calls.
struct SameRow: Sendable {
  let name: String
  let section: Section
  /// The mark that it has on this page.
  let mark: String?

  init(_ name: String, as section: Section, at mark: String? = nil) {
    (self.name, self.section, self.mark) = (name, section, mark)
  }
}

/// Lets rows stand below each other.
@resultBuilder enum Page {
  static func buildExpression(_ row: Row) -> [TableRow] { [.row(row)] }
  static func buildExpression(_ interruption: Interruption) -> [TableRow] { [.interruption(interruption)] }
  static func buildExpression(_ companion: Companion) -> [TableRow] { [.companion(companion)] }
  static func buildExpression(_ row: SameRow) -> [TableRow] { [.same(row)] }
  static func buildExpression(_ rows: [TableRow]) -> [TableRow] { rows }
  static func buildBlock(_ rows: [TableRow]...) -> [TableRow] { rows.flatMap(\.self) }
}
