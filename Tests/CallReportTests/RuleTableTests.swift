import CallModel
import CallReport
import CallScenario
import Testing

@Suite struct RuleTableTests {
  private let rules = [
    RuleReference(name: "A call is made", source: "Basic Call Models, Call to ACD; D4", verbs: ["TMakeCall", "dial"]),
    RuleReference(name: "It is \u{1B}", source: "derived, D14", verbs: ["ring"]),
  ]

  @Test func linesAreWrappedInTheirColumns() {
    #expect(
      RuleTable(width: 46).text(rules, of: "t-server") == """
        t-server
        rule            verbs      source
        --------------  ---------  -------------------
        A call is made  TMakeCall  Basic Call Models,
                        dial       Call to ACD; D4
        It is ␛         ring       derived, D14

        """)
  }

  @Test(arguments: [0, 40, 80, 100, 300])
  func noLineIsWider(_ width: Int) {
    for server in ["t-server", "ivr-server", "interaction-server", "recording"] {
      let lines = RuleTable(width: width).text(Servers.rules(of: server), of: server).split(separator: "\n")
      #expect(lines.count > 10 && lines.allSatisfy { $0.count <= max(width, 40) })
    }
  }

  @Test func aRuleIsALineOfJSON() {
    var lines = JSONLines()
    lines.append(rules, of: "t-server")
    #expect(
      lines.text == #"""
        {"server":"t-server","rule":"A call is made","verbs":["TMakeCall","dial"],"source":"Basic Call Models, Call to ACD; D4"}
        {"server":"t-server","rule":"It is \u001b","verbs":["ring"],"source":"derived, D14"}

        """#)
  }
}
