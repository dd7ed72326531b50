/// The rules made ready for one profile. Not copyable, so that no action pays for a retain: keep it, and lend it out.
public struct Rulebook<M: Model>: ~Copyable, Sendable {
  /// All rules, those too that the profile leaves out; events and refusals number them by this list.
  public let rules: [Rule<M>]
  /// Verb, state and column → the first of its entries, after which come the others and `end`.
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
    var starts: [UInt16] = [0]
    var entries: [Entry] = []
    for verb in M.Verb.allCases {
      let answering = ready.filter { rules[Int($0.rule)].verbs.contains(verb) }
      for state in M.State.allCases {
        let row = answering.filter { rules[Int($0.rule)].states.contains(state) }
        for column in [[]] + M.Situation.columns {
          entries += row.filter { $0.excluded.isDisjoint(with: column) } + [.end]
          starts.append(UInt16(entries.count))
        }
      }
    }
    self.rules = rules
    self.starts = starts
    self.entries = entries
    self.changes = changes
    self.cells = cells
    states = M.State.allCases.count
    columns = M.Situation.columns.count + 1
  }

  @inline(__always)
  private func start(_ verb: M.Verb, _ state: M.State, _ column: Int) -> Int {
    Int(starts[(Int(verb.rawValue) &* states &+ Int(state.rawValue)) &* columns &+ column])
  }

  /// Some rule may answer the verb of one who stands there.
  func answers(_ verb: M.Verb, by state: M.State, _ column: Int = 0) -> Bool { !entries[start(verb, state, column)].isEnd }

  /// The one entry whose situation allows what was found.
  @inline(__always)
  func entry(_ verb: M.Verb, _ scene: borrowing M.Scene) -> Int? {
    let situation = scene.situation
    var candidate = start(verb, scene.state, scene.column)
    while !situation.isDisjoint(with: entries[candidate].excluded) { candidate &+= 1 }
    return entries[candidate].isEnd ? nil : candidate
  }

  /// The rules that the profile leaves in.
  public var present: [Rule<M>] { rules(of: entries[...]) }

  /// Of these, the rules that answer the verb.
  func present(for verb: M.Verb) -> [Rule<M>] {
    let row = states &* columns
    return rules(of: entries[Int(starts[Int(verb.rawValue) &* row])..<Int(starts[(Int(verb.rawValue) &+ 1) &* row])])
  }

  private func rules(of entries: ArraySlice<Entry>) -> [Rule<M>] {
    Set(entries.lazy.filter { !$0.isEnd }.map(\.rule)).sorted().map { rules[Int($0)] }
  }

  /// Pairs of rules that could both answer one action: there must be none.
  public var overlaps: [(Rule<M>, Rule<M>)] {
    let present = present
    return present.indices.flatMap { one in
      present.indices.filter { $0 > one && present[one].overlaps(present[$0]) }.map { (present[one], present[$0]) }
    }
  }
}
