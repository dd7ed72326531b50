import Testing

@testable import CallModel

@Suite struct RuleWordsTests {
  private func rule(_ name: String) -> Rule<Exchange>? { TServer.rules.first { $0.name == name } }

  @Test func conditionsAreThoseThatTheRuleAddsAlone() {
    #expect(rule("The agent answers")?.stateWords == ["reached outside", "ringing"])
    #expect(
      rule("The agent answers")?.conditions == [
        "the other party is dialing or talking", "the call is through an ACD group", "the actor is free",
      ])
    #expect(rule("The observer declines")?.conditions == [])
  }

  @Test func whatIsMostlyAllowedIsSaidByWhatIsNot() {
    let sentences = TServer.rules.flatMap(\.conditions)
    #expect(sentences.contains { $0.hasPrefix("the call is not ") })
    #expect(sentences.allSatisfy { !$0.hasSuffix(" is ") && !$0.hasSuffix(" not ") })
  }

  @Test func changesAreInWords() {
    #expect(
      rule("A call is made to an ACD group")?.changesInWords == [
        "a call begins: through an ACD group", "the actor enters the call as Origination, dialing",
        "the target enters the call as Destination, queued",
      ])
    for rule in TServer.rules {
      #expect(rule.changesInWords.count + rule.sentMessages.count == rule.clauses.count, "\(rule.name)")
    }
    for rule in IVRServer.rules { #expect(rule.changesInWords.isEmpty == !rule.clauses.contains { $0.isChange }) }
  }
}

extension MessageTypes.Clause {
  fileprivate var isChange: Bool { if case .change = self { true } else { false } }
}
