// A device rings, and one of the two hangs up: the row of that point tells both the same.

/// The caller may have been talking for long, to somebody who has transferred it.
func whileItRings(
  _ name: String, _ source: String, if situation: Situation, @Clauses<Clause> _ clauses: () -> [Clause]
) -> [Rule<Exchange>] {
  [
    ("", [PartyState].caller, Situation.facing(.ringing)), (": it is declined", [.ringing], .facingCaller),
  ].map { ending, states, facing in
    Rule(
      name + ending, source, on: [.release], by: states, if: situation.union(facing).union(.pair), clauses: clauses())
  }
}
