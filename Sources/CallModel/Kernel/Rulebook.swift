/// The rules made ready for one profile. Not copyable, so that no action pays for a retain: keep it, and lend it out.
public struct Rulebook<M: Model>: ~Copyable, Sendable {
  /// All rules, those too that the profile leaves out; events and refusals number them by this list.
  public let rules: [Rule<M>]
  /// Verb, state and column → entries, as one array: cell `n` holds the entries `starts[n]..<starts[n + 1]`.
  let starts: [UInt16]
  let entries: [Entry]
  let changes: [M.Change]
  let cells: [M.Cell]
  let states: Int
  let columns: Int

  struct Entry: Sendable {
    let situation: M.Situation
    let rule: UInt16
    let changes: Range<Int>
    let cells: Range<Int>
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
          situation: rule.situation, rule: UInt16(number), changes: firstChange..<changes.count, cells: firstCell..<cells.count))
    }
    var starts: [UInt16] = [0]
    var entries: [Entry] = []
    for verb in M.Verb.allCases {
      let answering = ready.filter { rules[Int($0.rule)].verbs.contains(verb) }
      for state in M.State.allCases {
        let row = answering.filter { rules[Int($0.rule)].states.contains(state) }
        for column in [[]] + M.Situation.columns {
          entries += row.filter { $0.situation.isSuperset(of: column) }
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
  func candidates(_ verb: M.Verb, _ state: M.State, _ column: Int = 0) -> Range<Int> {
    let cell = (Int(verb.rawValue) &* states &+ Int(state.rawValue)) &* columns &+ column
    let starts = starts.span
    return Range(uncheckedBounds: (Int(starts[cell]), Int(starts[cell &+ 1])))
  }

  /// The one entry whose situation allows what was found.
  @inline(__always)
  func entry(_ verb: M.Verb, _ scene: borrowing M.Scene) -> Int? {
    let situation = scene.situation
    let entries = entries.span
    for candidate in candidates(verb, scene.state, scene.column) where situation.isSubset(of: entries[candidate].situation) {
      return candidate
    }
    return nil
  }

  /// The rules that the profile leaves in.
  public var present: [Rule<M>] { Set(entries.map(\.rule)).sorted().map { rules[Int($0)] } }

  /// Of these, the rules that answer the verb.
  func present(for verb: M.Verb) -> [Rule<M>] {
    let row = states &* columns
    let entries = entries[Int(starts[Int(verb.rawValue) &* row])..<Int(starts[(Int(verb.rawValue) &+ 1) &* row])]
    return Set(entries.map(\.rule)).sorted().map { rules[Int($0)] }
  }

  /// Pairs of rules that could both answer one action: there must be none.
  public var overlaps: [(Rule<M>, Rule<M>)] {
    let present = present
    return present.indices.flatMap { one in
      present.indices.filter { $0 > one && present[one].overlaps(present[$0]) }.map { (present[one], present[$0]) }
    }
  }
}
