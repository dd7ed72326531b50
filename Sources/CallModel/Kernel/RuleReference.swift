/// A rule as readers see it: what happens, and the place in the documents.
public struct RuleReference: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What happens: `The group diverts the call`.
  public let name: String
  /// Chapter, section, and row or point of interruption; a rule that no table prints cites a decision.
  public let source: String
  /// The actions that the rule answers, as scenarios spell them; empty if its events go with those of other rules.
  public let verbs: [String]

  package init(name: String, source: String, verbs: [String]) {
    (self.name, self.source, self.verbs) = (name, source, verbs)
  }

  /// Its name, and its source in parentheses.
  public var description: String { "\(name) (\(source))" }
}

extension Rule where M.Verb: Named {
  package var reference: RuleReference {
    RuleReference(name: name, source: source, verbs: verbs.map { $0.description })
  }
}
