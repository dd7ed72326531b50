/// A section of the manual: a table whose columns are parties, its rows, and the points at which it may be interrupted.
///
/// A column means one party in every row, no matter who acts there.
struct Section: Sendable {
  let source: Source
  /// How the calls of this table have travelled, unless a row says otherwise. Without it a row is about all calls.
  let hop: Hop?
  let rows: [TableRow]

  /// A table that needs no columns of its own: its rows name the parties as the action sees them.
  init(_ chapter: Chapter, _ title: String, hop: Hop? = nil, @Page rows page: () -> [TableRow]) {
    self.init(chapter, title, hop, page())
  }

  /// A table with two columns: the caller, and the party that it calls.
  init(
    _ chapter: Chapter, _ title: String, hop: Hop? = nil, @Page rows page: (_ a: Who, _ b: Who) -> [TableRow]
  ) {
    self.init(chapter, title, hop, page(.caller, .callee))
  }

  /// A table with three columns: the caller, a queue or a routing point, and the party that is called in the end.
  init(
    _ chapter: Chapter, _ title: String, hop: Hop? = nil,
    @Page rows page: (_ a: Who, _ b: Who, _ c: Who) -> [TableRow]
  ) {
    self.init(chapter, title, hop, page(.caller, .via, .callee))
  }

  /// A table with four columns: two of them are queues.
  init(
    _ chapter: Chapter, _ title: String, hop: Hop? = nil,
    @Page rows page: (_ a: Who, _ b: Who, _ c: Who, _ d: Who) -> [TableRow]
  ) {
    self.init(chapter, title, hop, page(.caller, .via, .secondVia, .callee))
  }

  private init(_ chapter: Chapter, _ title: String, _ hop: Hop?, _ rows: [TableRow]) {
    (source, self.hop, self.rows) = (Source(chapter, title), hop, rows)
  }

  // Rows become rules only when they are asked for: what a place is told comes from the row of another section.
  func add(to rules: inout [Rule<Exchange>]) {
    for row in rows {
      switch row {
      case .row(let row): row.add(to: &rules, in: self)
      case .interruption(let interruption): interruption.add(to: &rules, in: self)
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

/// What becomes rules: a row, or a point of interruption.
enum TableRow: Sendable {
  case row(Row)
  case interruption(Interruption)

  var row: Row? { if case .row(let row) = self { row } else { nil } }
}

/// Lets rows stand below each other.
@resultBuilder enum Page {
  static func buildExpression(_ row: Row) -> [TableRow] { [.row(row)] }
  static func buildExpression(_ interruption: Interruption) -> [TableRow] { [.interruption(interruption)] }
  static func buildExpression(_ rows: [TableRow]) -> [TableRow] { rows }
  static func buildBlock(_ rows: [TableRow]...) -> [TableRow] { rows.flatMap(\.self) }
}
