/// The rules made ready for one profile. An object, so that all who keep it share it.
package final class Rulebook<M: Model>: Sendable {
  /// All rules, those too that the profile leaves out; events and what is applied number them by this list.
  package let rules: [Rule<M>]
  /// The rules that the profile leaves in.
  package var present: [Rule<M>] { kept.map { rules[Int($0)] } }
  /// Their numbers.
  let kept: [UInt16]
  /// Verb, state and column → the first of its entries, after which come the others and `end`; 0 where there are none.
  let starts: [UInt16]
  let entries: [Entry]
  let changes: [M.Change]
  let cells: [M.Cell]
  private let rejections: [Bool]
  let states: Int
  let columns: Int

  package struct Entry: Sendable {
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

  init(_ rules: [Rule<M>], under profile: M.Profile) {
    var kept: [UInt16] = []
    var changes: [M.Change] = []
    var cells: [M.Cell] = []
    var ready: [Entry] = []
    for number in rules.indices where rules[number].note.map({ M.applies($0, under: profile) }) ?? true {
      let firstChange = changes.count
      let firstCell = cells.count
      for clause in rules[number].clauses {
        if let change = M.change(clause) {
          changes.append(change)
        } else if let cell = M.cell(clause, of: number, under: profile) {
          cells.append(cell)
        }
      }
      kept.append(UInt16(number))
      ready.append(
        Entry(
          excluded: M.Situation(rawValue: .max).subtracting(rules[number].situation), rule: UInt16(number),
          changes: Piece(firstChange..<changes.count), cells: Piece(firstCell..<cells.count)))
    }
    let columns = [[]] + M.Situation.columns
    let table = Rows(kept, of: rules)
    // A cell without rules begins, and ends, with the first entry.
    var starts = [UInt16](repeating: 0, count: table.count * columns.count)
    var entries: [Entry] = [.end]
    for row in 0..<table.count where !table[row].isEmpty {
      for column in columns.indices {
        let first = entries.count
        for number in table[row] where ready[Int(number)].excluded.isDisjoint(with: columns[column]) {
          entries.append(ready[Int(number)])
        }
        if entries.count == first { continue }
        starts[row * columns.count + column] = UInt16(first)
        entries.append(.end)
      }
    }
    self.rules = rules
    self.kept = kept
    self.starts = starts
    self.entries = entries
    self.changes = changes
    self.cells = cells
    rejections = rules.map(M.isRejection)
    states = M.State.allCases.count
    self.columns = columns.count
  }

  /// For each verb and state the rules that answer it there, sorted by counting.
  private struct Rows {
    private var ends: [Int]
    private var members: [UInt16]

    /// The rules are those that are kept; they are numbered among these.
    init(_ kept: [UInt16], of rules: [Rule<M>]) {
      let states = M.State.allCases.count
      func eachRow(_ body: (_ row: Int, _ number: UInt16) -> Void) {
        for number in kept.indices {
          for verb in rules[Int(kept[number])].verbs {
            for state in rules[Int(kept[number])].states {
              body(Int(verb.rawValue) * states + Int(state.rawValue), UInt16(number))
            }
          }
        }
      }
      var next = [Int](repeating: 0, count: M.Verb.allCases.count * states + 1)
      eachRow { row, _ in next[row + 1] += 1 }
      for row in next.indices.dropFirst() { next[row] += next[row - 1] }
      var members = [UInt16](repeating: 0, count: next[next.count - 1])
      eachRow { row, number in
        members[next[row]] = number
        next[row] += 1
      }
      self.members = members
      ends = next.dropLast()
    }

    var count: Int { ends.count }
    subscript(row: Int) -> ArraySlice<UInt16> { members[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }
  }

  @inline(__always)
  private func start(_ verb: M.Verb, _ state: M.State, _ column: Int) -> Int {
    Int(starts[(Int(verb.rawValue) &* states &+ Int(state.rawValue)) &* columns &+ column])
  }

  /// Whether the rule only answers that the request cannot be carried out.
  package func isRejection(_ rule: Int) -> Bool { rejections[rule] }

  /// Some rule may answer the verb of one who stands there.
  func answers(_ verb: M.Verb, by state: M.State, _ column: Int = 0) -> Bool {
    !entries[start(verb, state, column)].isEnd
  }

  /// Some rule may answer the verb there, as far as the situation is known already.
  func mayAnswer(_ verb: M.Verb, by state: M.State, where known: M.Situation) -> Bool {
    var candidate = start(verb, state, 0)
    while !known.isDisjoint(with: entries[candidate].excluded) { candidate &+= 1 }
    return !entries[candidate].isEnd
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
  package var overlaps: [(Rule<M>, Rule<M>)] {
    let present = present
    return present.indices.flatMap { one in
      present.indices.filter { $0 > one && present[one].overlaps(present[$0]) }.map { (present[one], present[$0]) }
    }
  }
}
