/// Finds actions without messages that only one of two transcripts has, where transcripts do not have the actions: the
/// steps after such an action have other numbers.
///
/// It goes through the flows of a file in their order.
struct StepShifts {
  /// A step of one flow or of both, by its numbers.
  struct Entry {
    let old: Int?
    let new: Int?
  }

  /// A change of the numbers that the steps of the flow do not explain.
  struct Shift: Equatable {
    /// The first step that it concerns, as an index into the entries.
    let entry: Int
    /// So many actions more in the new flow; negative if there are fewer.
    let actions: Int
    /// Whether the next steps have the expected numbers again, so that only the messages of this one stand elsewhere.
    let isOneStep: Bool
  }

  /// How far steps have been shifted so far, in any flow: a flow after a mark begins like that.
  private var known: Set<Int> = [0]

  mutating func shifts(of entries: [Entry], isMain: Bool) -> [Shift] {
    var shifts: [Shift] = []
    var offset: Int? = isMain ? 0 : nil
    // Steps since the last pair that only one flow has: they may explain a shift.
    var (removed, added) = (0, 0)
    for (index, entry) in entries.enumerated() {
      guard let old = entry.old, let new = entry.new else {
        if entry.old != nil { removed += 1 } else { added += 1 }
        continue
      }
      let now = new - old
      defer {
        known.insert(now)
        (offset, removed, added) = (now, 0, 0)
      }
      let change: Int
      if let offset {
        change = now - offset
      } else {
        if known.contains(now) { continue }
        change = now
      }
      let actions = change > added ? change - added : change < -removed ? change + removed : 0
      if actions == 0 { continue }
      if let last = shifts.last, last.entry == index - 1, last.actions == -actions {
        // Back to the numbers from before the last step.
        shifts[shifts.count - 1] = Shift(entry: last.entry, actions: last.actions, isOneStep: true)
      } else {
        shifts.append(Shift(entry: index, actions: actions, isOneStep: index == entries.count - 1))
      }
    }
    return shifts
  }
}
