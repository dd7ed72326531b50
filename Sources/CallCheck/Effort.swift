/// How unlikely an explanation may be. What fails is tried again from its start with the next effort.
struct Effort: Sendable {
  /// The most strain of a hypothesis: how often in all it may assume something that is seldom so.
  let strain: Int
  /// How many hypotheses are looked at, over all events, before the effort is taken to be in vain.
  let looks: Int
  /// Whether later events, as far as they are known, may decide what happened before them.
  var foresees = false
  /// Whether all DNs but one may be unseen: the log is of one DN.
  var seesOneDN = false

  /// The most hypotheses with which it goes on.
  let limit = 4_000
  /// The most silent steps in a row.
  var silentSteps: Int { strain < 2 ? 2 : 3 }

  /// From the least to the greatest.
  static let all = [
    Effort(strain: 0, looks: .max), Effort(strain: 0, looks: 9_000, foresees: true),
    Effort(strain: 1, looks: 9_000, foresees: true), Effort(strain: 2, looks: 9_000, foresees: true),
    Effort(strain: 3, looks: 25_000, foresees: true),
    Effort(strain: 1, looks: 9_000, foresees: true, seesOneDN: true),
  ]

  /// The effort after so many efforts in vain: a log that is often wrong is not worth as much.
  func reduced(after vain: Int) -> Effort {
    Effort(strain: strain, looks: looks >> min(vain, 6), foresees: foresees, seesOneDN: seesOneDN)
  }
}
