import Testing

@testable import CallModel

/// A wrong rule, and the shortest path on which the explorer meets the sentence that it breaks.
struct WrongRule<M: Explorable>: Sendable {
  typealias Rules = [Rule<M>]

  let sentence: String
  let path: [String]
  /// The rules of the manual become these.
  let rules: @Sendable (Rules) -> Rules

  /// A rule that stands before those of the manual, so that it answers where they would.
  init(_ sentence: String, _ path: [String], adding rule: Rule<M>) {
    self.init(sentence, path) { [rule] + $0 }
  }

  /// The rule of the manual with that name has other clauses, or, without any, is missing.
  init(
    _ sentence: String, _ path: [String], in name: String,
    _ change: (@Sendable ([M.Clause]) -> [M.Clause])?
  ) {
    self.init(sentence, path) { rules in
      precondition(rules.contains { $0.name == name }, "there is no rule `\(name)`")
      return rules.compactMap { $0.name != name ? $0 : change.map($0.changed) }
    }
  }

  private init(_ sentence: String, _ path: [String], _ rules: @escaping @Sendable (Rules) -> Rules) {
    (self.sentence, self.path, self.rules) = (sentence, path, rules)
  }
}

extension Rule {
  fileprivate func changed(_ change: ([M.Clause]) -> [M.Clause]) -> Rule {
    Rule(name, origin, on: verbs, by: states, if: situation, only: note, clauses: change(clauses))
  }
}

extension Array {
  /// The elements but those at these places.
  func without(_ places: Int...) -> Array { indices.filter { !places.contains($0) }.map { self[$0] } }
}

/// What a wrong rule makes of the clauses of a server with senders, and where the explorer meets that.
extension WrongRule where M: MessageEngine {
  init(
    _ sentence: String, _ path: String..., in name: String, _ change: @escaping @Sendable ([M.Clause]) -> [M.Clause]
  ) {
    self.init(sentence, path, in: name, change)
  }

  func isMet(from server: borrowing TestServer<M>) {
    let fault = server.state.explore(by: Rulebook(rules(M.rules), under: ()), Search()).fault
    var found: [String] = []
    for action in fault?.path ?? [] { found.append(server.spelled(action)) }
    #expect(fault?.sentence == sentence)
    #expect(found == path, "\(sentence)")
  }
}
