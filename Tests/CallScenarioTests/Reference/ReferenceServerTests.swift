import CallModel
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

  private static let decisions = Page.decisions.text

  /// The decisions that a source cites: `derived, D14`, `**; D3`.
  private func cited(by source: String) -> Set<String> {
    let words = source.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words.filter { $0.first == "D" && $0.count > 1 && $0.dropFirst().allSatisfy(\.isNumber) })
  }

  @Test func everyDecisionThatASourceCitesIsWrittenDown() {
    let cited = Servers.rules.reduce(into: Set()) { $0.formUnion(self.cited(by: $1.source)) }
    #expect(cited.filter { !Self.decisions.contains("**\($0).**") } == [])
  }

  /// S and L, for decisions about other things than rules, are letters of their own.
  @Test func everyDecisionAboutRulesIsCited() {
    let cited = Servers.rules.reduce(into: Set()) { $0.formUnion(self.cited(by: $1.source)) }
    let written = Self.decisions.split(separator: "**").filter { $0.first == "D" && $0.last == "." }.map {
      String($0.dropLast())
    }
    #expect(written.count > 90 && Set(written).count == written.count)
    #expect(written.filter { !cited.contains($0) } == [])
  }

  @Test func everyDerivedRuleCitesADecision() {
    let derived = Servers.rules.flatMap { $0.source.split(separator: ";") }.map(String.init).filter {
      $0.contains("derived") || $0.contains("our reading")
    }
    #expect(derived.count > 100)
    #expect(derived.filter { cited(by: $0).isEmpty } == [])
  }
}
