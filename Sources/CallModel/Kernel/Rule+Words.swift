// When a rule applies, in words.

extension Rule {
  /// The states that the actor may be in: `ringing`, to follow `it is`.
  package var stateWords: [String] { M.State.allCases.filter(states.contains).map(\.description) }

  /// The conditions beyond those of every rule on these verbs: `the other party is dialing or talking`.
  package var conditions: [String] {
    let implied = M.Situation().completed(by: M.implied(by: verbs))
    let usual = implied.subtracting(M.forbidden(by: verbs, clauses))
    return M.Situation.dimensions.compactMap { dimension in
      let allowed = situation.intersection(dimension.members)
      return allowed == usual.intersection(dimension.members) ? nil : dimension.sentence(allowing: allowed)
    }
  }
}

extension Dimension {
  /// Says what is allowed or, if that is shorter, what is not.
  fileprivate func sentence(allowing allowed: Situation) -> String {
    let yes = answers.filter { !allowed.isDisjoint(with: $0.member) }.map(\.text)
    let no = answers.filter { allowed.isDisjoint(with: $0.member) }.map(\.text)
    return yes.count > 4 && no.count < yes.count
      ? "\(subject) is not \(no.joined(by: "or"))" : "\(subject) is \(yes.joined(by: "or"))"
  }
}
