/// A row of the manual as data: when it applies, and what happens then.
package struct Rule<M: Model>: Sendable {
  /// The manual's phrase.
  package let name: String
  let origin: M.Source
  package let verbs: [M.Verb]
  /// The states that the actor may be in.
  package let states: [M.State]
  package let situation: M.Situation
  package let note: M.Note?
  package let clauses: [M.Clause]

  /// Makes a rule. A dimension that no situation mentions allows all its answers. A rule with a note applies only under
  /// profiles for which the note does.
  init(
    _ name: String, _ source: M.Source, on verbs: M.Verb..., by states: M.State..., if situations: M.Situation...,
    only note: M.Note? = nil, @Clauses<M.Clause> _ clauses: () -> [M.Clause]
  ) {
    self.init(name, source, on: verbs, by: states, if: .all(situations), only: note, clauses: clauses())
  }

  /// Makes a rule from lists.
  init(
    _ name: String, _ source: M.Source, on verbs: [M.Verb], by states: [M.State], if situation: M.Situation,
    only note: M.Note? = nil,
    clauses: [M.Clause]
  ) {
    self.name = name
    origin = source
    self.verbs = verbs
    self.states = states
    self.note = note
    self.clauses = clauses
    self.situation = situation.completed(by: M.implied(by: verbs)).subtracting(M.forbidden(by: verbs, clauses))
  }

  /// Chapter, section, and row or interruption.
  package var source: String { origin.description }

  /// Whether both rules could answer the same action.
  func overlaps(_ other: Rule) -> Bool {
    verbs.contains(where: other.verbs.contains) && states.contains(where: other.states.contains)
      && situation.meets(other.situation)
  }
}

extension Conditions {
  /// The situations combined; each of them mentions some dimensions.
  static func all(_ situations: [Self]) -> Self { situations.reduce(into: Self()) { $0.formUnion($1) } }
}

/// Collects the clauses of a rule, single ones and lists.
@resultBuilder package enum Clauses<Clause> {
  package static func buildExpression(_ clause: Clause) -> [Clause] { [clause] }
  package static func buildExpression(_ clauses: [Clause]) -> [Clause] { clauses }
  package static func buildBlock(_ parts: [Clause]...) -> [Clause] { parts.flatMap { $0 } }
}
