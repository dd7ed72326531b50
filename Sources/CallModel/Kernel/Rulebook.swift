/// The rules, compiled for one profile. It is an object so that all its users share it.
package final class Rulebook<M: Model>: Sendable {
  /// The profile under which they are compiled.
  let profile: M.Profile
  /// All rules, including those that the profile leaves out. A rule's number is its index here.
  package let rules: [Rule<M>]
  /// The rules that the profile keeps.
  package var present: [Rule<M>] { kept.map { rules[Int($0)] } }
  /// The numbers of the rules that the profile keeps.
  let kept: [UInt16]
  /// For each verb, state and column: the index of the first entry, before the others and `end`; 0 if there are none.
  let starts: [UInt16]
  let entries: [Entry]
  let changes: [M.Change]
  let cells: [M.Cell]
  /// The rules that answer no verb: their events go with those of other rules.
  let companions: [Entry]
  private let rejections: [Bool]
  let states: Int
  let columns: Int
  /// Whether there are any under this profile that may go with those of any action; the server knows when others may.
  let hasCompanions: Bool

  package struct Entry: Sendable {
    /// The conditions that must not hold.
    let excluded: M.Situation
    let rule: UInt16
    let changes: Piece
    let cells: Piece

    /// Excludes nothing, so that every search ends here.
    static var end: Entry { Entry(excluded: [], rule: .max, changes: Piece(0..<0), cells: Piece(0..<0)) }
    var isEnd: Bool { rule == .max }
  }

  /// A compact range of changes or cells.
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
    var companions: [Entry] = []
    // Most rules have a few of each.
    kept.reserveCapacity(rules.count)
    ready.reserveCapacity(rules.count)
    changes.reserveCapacity(3 * rules.count)
    cells.reserveCapacity(3 * rules.count)
    for number in rules.indices where rules[number].note.map({ M.applies($0, under: profile) }) ?? true {
      let firstChange = changes.count
      let firstCell = cells.count
      for clause in rules[number].clauses {
        if let change = M.change(clause, under: profile) {
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
      if rules[number].verbs.isEmpty, let companion = ready.last { companions.append(companion) }
    }
    let columns = [[]] + M.Situation.columns
    let table = Rows(kept, of: rules, in: Self.order(kept, of: rules))
    // The first entry is an end, which serves all places without rules.
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
    self.profile = profile
    self.rules = rules
    self.kept = kept
    self.starts = starts
    self.entries = entries
    self.changes = changes
    self.cells = cells
    self.companions = companions
    hasCompanions = companions.contains { M.goesWithAny(rules[Int($0.rule)]) }
    rejections = rules.map(M.isRejection)
    states = M.State.allCases.count
    self.columns = columns.count
  }

  /// The places in `kept`, in the order in which a search tries the rules.
  ///
  /// Printed rules are needed most and come first; of the derived ones, those that fit most often. As no two rules
  /// overlap, the order changes no answer.
  private static func order(_ kept: [UInt16], of rules: [Rule<M>]) -> [Int] {
    var order: [Int] = []
    var derived: [Int] = []
    for place in kept.indices {
      let rule = Int(kept[place])
      if !M.isDerived(rules[rule]) {
        order.append(place)
      } else {
        let excluded = M.Situation.RawValue.bitWidth - rules[rule].situation.rawValue.nonzeroBitCount
        derived.append(excluded * kept.count + place)
      }
    }
    return order + derived.sorted().map { $0 % kept.count }
  }

  /// For each verb and state, the rules that may answer the verb; filled by a counting sort.
  private struct Rows {
    private var ends: [Int]
    private var members: [UInt16]

    /// Numbers the rules by their places in `kept`.
    init(_ kept: [UInt16], of rules: [Rule<M>], in order: [Int]) {
      let states = M.State.allCases.count
      func eachRow(_ body: (_ row: Int, _ number: UInt16) -> Void) {
        for number in order {
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

  /// The rules that may answer the verb by a party in that state.
  func entries(_ verb: M.Verb, by state: M.State) -> ArraySlice<Entry> {
    entries[start(verb, state, 0)...].prefix { !$0.isEnd }
  }

  /// Whether some rule may answer the verb by a party in that state.
  func answers(_ verb: M.Verb, by state: M.State, _ column: Int = 0) -> Bool {
    !entries[start(verb, state, column)].isEnd
  }

  /// Whether some rule may answer the verb by a party in that state, as far as the situation is known.
  @inline(__always)
  func mayAnswer(_ verb: M.Verb, by state: M.State, _ column: Int = 0, where known: M.Situation) -> Bool {
    var candidate = start(verb, state, column)
    while !known.isDisjoint(with: entries[candidate].excluded) { candidate &+= 1 }
    return !entries[candidate].isEnd
  }

  /// The answers that all rules exclude which may answer the verb by a party in that state, as far as the situation is
  /// known; nil if there are no such rules.
  ///
  /// So it takes one look to know whether some rule allows an answer to the only question that is still open.
  @inline(__always)
  func excluded(_ verb: M.Verb, by state: M.State, _ column: Int = 0, where known: M.Situation) -> M.Situation? {
    var excluded = M.Situation(rawValue: .max)
    var isAnswered = false
    var candidate = start(verb, state, column)
    while !entries[candidate].isEnd {
      if known.isDisjoint(with: entries[candidate].excluded) {
        excluded.formIntersection(entries[candidate].excluded)
        isAnswered = true
      }
      candidate &+= 1
    }
    return isAnswered ? excluded : nil
  }

  /// The only entry that allows the situation that was found.
  @inline(__always)
  func entry(_ verb: M.Verb, _ scene: borrowing M.Scene) -> Int? {
    let situation = scene.situation
    var candidate = start(verb, scene.state, scene.column)
    while !situation.isDisjoint(with: entries[candidate].excluded) { candidate &+= 1 }
    return entries[candidate].isEnd ? nil : candidate
  }

  /// Pairs of rules that could both answer the same action: there must be none.
  package var overlaps: [(Rule<M>, Rule<M>)] {
    let present = present
    return present.indices.flatMap { one in
      present.indices.filter { $0 > one && present[one].overlaps(present[$0]) }.map { (present[one], present[$0]) }
    }
  }
}
