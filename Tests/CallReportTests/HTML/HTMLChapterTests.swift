import Testing

@testable import CallReport

@Suite struct HTMLChapterTests {
  @Test(arguments: [
    ("Scenarios/basic-call-models/a.scenario", "Basic call models"),
    ("/x/y/Scenarios/ivr-conference/a.scenario", "IVR Server"),
    ("./compositions/who-can-hang-up/a.scenario", "Compositions: who can hang up"),
    ("flows/billing_rules/a.scenario", "Billing rules"), ("flows/a.scenario", "Flows"), ("a.scenario", "Scenarios"),
    ("-", "Scenarios"),
  ]) func titles(_ path: String, _ title: String) {
    #expect(HTMLChapter.title(of: path) == title)
  }

  @Test func order() {
    #expect(HTMLChapter.order(of: "Scenarios/releasing-calls/a.scenario") == 1)
    #expect(HTMLChapter.order(of: "flows/a.scenario") == nil)
  }

  /// The index of the scenarios has the same chapters in the same order.
  @Test func chaptersAreThoseOfTheIndex() {
    let index = Repository.text(of: "Scenarios/README.md").split(separator: "\n")
    let titles = index.drop { $0 != "## Chapters" }.prefix { $0 != "## Everyday names" }.filter { $0.hasPrefix("| [") }
      .map { $0.dropFirst(3).prefix { $0 != "]" } }
    #expect(HTMLChapter.known.map(\.title) == titles.map(String.init))
  }
}
