/// A row of the manual: when it applies and what then happens, all of it data.
public struct Rule<M: Model>: Sendable {
  /// The manual's phrase.
  public let name: String
  /// Chapter, section, and row or interruption.
  public let source: String
  public let verbs: [M.Verb]
  /// Where the actor may stand.
  public let states: [M.State]
  public let situation: M.Situation
  public let note: M.Note
  public let clauses: [M.Clause]

  /// A dimension that `situation` does not mention allows all; a rule with a note is there only under profiles where
  /// the note stands.
  init(
    _ name: String, _ source: String, on verbs: M.Verb..., by states: M.State..., if situation: M.Situation = [],
    only note: M.Note = .none, @Clauses<M.Clause> _ clauses: () -> [M.Clause]
  ) {
    self.init(name, source, on: verbs, by: states, if: situation, only: note, clauses: clauses())
  }

  /// The same, by those who stand in one of the states that have a name together.
  init(
    _ name: String, _ source: String, on verbs: M.Verb..., byOneOf states: [M.State], if situation: M.Situation = [],
    only note: M.Note = .none, @Clauses<M.Clause> _ clauses: () -> [M.Clause]
  ) {
    self.init(name, source, on: verbs, by: states, if: situation, only: note, clauses: clauses())
  }

  /// The same, of what other rules are made of.
  init(
    _ name: String, _ source: String, on verbs: [M.Verb], by states: [M.State], if situation: M.Situation,
    only note: M.Note = .none,
    clauses: [M.Clause]
  ) {
    self.name = name
    self.source = source
    self.verbs = verbs
    self.states = states
    self.note = note
    self.clauses = clauses
    self.situation = situation.completed(by: M.implied(by: verbs)).subtracting(M.forbidden(by: verbs, clauses))
  }

  /// Both could answer one action.
  func overlaps(_ other: Rule) -> Bool {
    verbs.contains(where: other.verbs.contains) && states.contains(where: other.states.contains)
      && situation.meets(other.situation)
  }
}

/// Lets a rule's clauses stand below each other, single ones and lists of them.
@resultBuilder public enum Clauses<Clause> {
  public static func buildExpression(_ clause: Clause) -> [Clause] { [clause] }
  public static func buildExpression(_ clauses: [Clause]) -> [Clause] { clauses }
  public static func buildBlock(_ parts: [Clause]...) -> [Clause] { parts.flatMap { $0 } }
}
