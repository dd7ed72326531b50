import Testing

@testable import CallScenario

@Suite struct ReferenceServerTests {
  private func place(_ source: String) -> String {
    let place = ReferenceRule(
      server: "", name: "", source: source, verbs: [], states: [], conditions: [], changes: [], messages: [],
      condition: nil
    ).place
    return "\(place.chapter) / \(place.section)"
  }

  @Test(arguments: [
    ("Basic Call Models, Call to ACD, ***, no answer, derived", "Basic Call Models / Call to ACD"),
    ("Basic Call Models, Routing, RouteQueue Case", "Basic Call Models / Routing, RouteQueue Case"),
    ("T-Server models, Clear Call, derived; Basic Call Models, Routing, *", "T-Server models / Clear Call"),
    ("IVR Server, derived", "IVR Server / "),
    (
      "IVR Server, Conference Call Flow Diagrams, One-Step Conference (our reading)",
      "IVR Server / Conference Call Flow Diagrams, One-Step Conference"
    ),
    ("Interaction Server, Conference, Invitation Issued (who)", "Interaction Server / Conference"),
    ("Recording, Call Flows, Basic", "Recording / Call Flows, Basic"), ("Alone", "Alone / "), ("", " / "),
  ])
  func aSourceBeginsWithChapterAndSection(_ source: String, _ expected: String) { #expect(place(source) == expected) }

  @Test func allServersHaveAllTheirRules() {
    #expect(ReferenceServer.all.map(\.name) == Servers.vocabularies.map(\.server))
    #expect(ReferenceServer.all.flatMap(\.rules).map(\.name) == Servers.rules.map(\.name))
  }

  /// `derived, D14`: the paragraph, or the row of a table, is there.
  @Test func everyDecisionThatASourceCitesIsWrittenDown() {
    let decisions = String(decoding: Repository.bytes(of: "DECISIONS.md"), as: UTF8.self)
    let words = Servers.rules.flatMap { $0.source.split { !$0.isLetter && !$0.isNumber } }
    let cited = Set(words.filter { $0.first == "D" && $0.count > 1 && $0.dropFirst().allSatisfy(\.isNumber) })
    #expect(cited.count > 20)
    for decision in cited {
      #expect(decisions.contains("**\(decision).**") || decisions.contains("| \(decision) |"), "\(decision)")
    }
  }
}
