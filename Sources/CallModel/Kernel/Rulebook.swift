/// The rules made ready for one profile. Not copyable, so that no action pays for a retain: keep it, and lend it out.
public struct Rulebook<M: Model>: ~Copyable, Sendable {
  /// All rules, those too that the profile leaves out; events and what is applied number them by this list.
  public let rules: [Rule<M>]
  /// The rules that the profile leaves in.
  public let present: [Rule<M>]
  /// Verb, state and column → the first of its entries, after which come the others and `end`; 0 where there are none.
  let starts: [UInt16]
  let entries: [Entry]
  let changes: [M.Change]
  let cells: [M.Cell]
  let states: Int
  let columns: Int

  struct Entry: Sendable {
    /// What must not hold.
    let excluded: M.Situation
    let rule: UInt16
    let changes: Piece
    let cells: Piece

    /// Allows everything, so that a search needs no other end.
    static var end: Entry { Entry(excluded: [], rule: .max, changes: Piece(0..<0), cells: Piece(0..<0)) }
    var isEnd: Bool { rule == .max }
  }

  /// A range of the changes or of the cells, in little room.
  struct Piece: Sendable {
    private let start: UInt16
    private let end: UInt16
    init(_ range: Range<Int>) { (start, end) = (UInt16(range.lowerBound), UInt16(range.upperBound)) }
    @inline(__always) var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
  }

  init(_ rules: [Rule<M>], under profile: M.Note.Profile) {
    var changes: [M.Change] = []
    var cells: [M.Cell] = []
    var ready: [Entry] = []
    for (number, rule) in rules.enumerated() where rule.note.stands(under: profile) {
      let firstChange = changes.count
      let firstCell = cells.count
      changes += rule.clauses.compactMap { M.change($0) }
      cells += rule.clauses.compactMap { M.cell($0, of: number, under: profile) }
      ready.append(
        Entry(
          excluded: M.Situation(rawValue: .max).subtracting(rule.situation), rule: UInt16(number),
          changes: Piece(firstChange..<changes.count), cells: Piece(firstCell..<cells.count)))
    }
    let columns = [[]] + M.Situation.columns
    let cellsOfAVerb = M.State.allCases.count * columns.count
    // What nobody answers begins, and ends, with the first entry.
    var starts = [UInt16](repeating: 0, count: M.Verb.allCases.count * cellsOfAVerb)
    var entries: [Entry] = [.end]
    var rows = [[Int]](repeating: [], count: M.Verb.allCases.count * M.State.allCases.count)
    for (number, entry) in ready.enumerated() {
      let rule = rules[Int(entry.rule)]
      for verb in rule.verbs {
        for state in rule.states {
          rows[Int(verb.rawValue) * M.State.allCases.count + Int(state.rawValue)].append(number)
        }
      }
    }
    for (row, numbers) in rows.enumerated() where !numbers.isEmpty {
      for (column, path) in columns.enumerated() {
        let fitting = numbers.filter { ready[$0].excluded.isDisjoint(with: path) }
        if fitting.isEmpty { continue }
        starts[row * columns.count + column] = UInt16(entries.count)
        for number in fitting { entries.append(ready[number]) }
        entries.append(.end)
      }
    }
    present = ready.map { rules[Int($0.rule)] }
    self.rules = rules
    self.starts = starts
    self.entries = entries
    self.changes = changes
    self.cells = cells
    states = M.State.allCases.count
    self.columns = columns.count
  }

  @inline(__always)
  private func start(_ verb: M.Verb, _ state: M.State, _ column: Int) -> Int {
    Int(starts[(Int(verb.rawValue) &* states &+ Int(state.rawValue)) &* columns &+ column])
  }

  /// Some rule may answer the verb of one who stands there.
  func answers(_ verb: M.Verb, by state: M.State, _ column: Int = 0) -> Bool {
    !entries[start(verb, state, column)].isEnd
  }

  /// The one entry whose situation allows what was found.
  @inline(__always)
  func entry(_ verb: M.Verb, _ scene: borrowing M.Scene) -> Int? {
    let situation = scene.situation
    var candidate = start(verb, scene.state, scene.column)
    while !situation.isDisjoint(with: entries[candidate].excluded) { candidate &+= 1 }
    return entries[candidate].isEnd ? nil : candidate
  }

  /// Pairs of rules that could both answer one action: there must be none.
  public var overlaps: [(Rule<M>, Rule<M>)] {
    return present.indices.flatMap { one in
      present.indices.filter { $0 > one && present[one].overlaps(present[$0]) }.map { (present[one], present[$0]) }
    }
  }
}
