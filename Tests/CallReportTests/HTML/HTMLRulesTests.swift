import CallModel
import Testing

@testable import CallReport

@Suite struct HTMLRulesTests {
  /// A name may have several sources; each place for rules that were looked up before is used by many.
  @Test func eachRuleHasOneNumber() {
    var rules = HTMLRules()
    let all = (0..<600).map { number in
      RuleReference(name: "On release \(number / 2)", source: number % 2 == 0 ? "Table 1" : "Table 2", verbs: [])
    }
    for _ in 0..<2 {
      #expect(all.indices.map { rules.number(of: $0, in: all) } == Array(all.indices))
      #expect(all.indices.reversed().map { rules.number(of: $0, in: all) } == all.indices.reversed())
    }
    #expect(rules.list == all)
  }
}
