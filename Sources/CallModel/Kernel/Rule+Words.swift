// When a rule applies, in words.

extension Rule {
  /// Where the actor may stand: `ringing`, as a sentence ends that begins with `it is`.
  package var stateWords: [String] { M.State.allCases.filter(states.contains).map(\.description) }

  /// What has to hold beyond what every rule on these verbs asks: `the other party is dialing or talking`.
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
  /// Says what is allowed or, where that is much and the rest is little, what is not.
  fileprivate func sentence(allowing allowed: Situation) -> String {
    let yes = answers.filter { !allowed.isDisjoint(with: $0.member) }.map(\.text)
    let no = answers.filter { allowed.isDisjoint(with: $0.member) }.map(\.text)
    return yes.count > 4 && no.count < yes.count
      ? "\(subject) is not \(no.joined(by: "or"))" : "\(subject) is \(yes.joined(by: "or"))"
  }
}
