import Testing

@testable import CallScenario

@Suite struct NounsTests {
  @Test func theArticleDependsOnTheFirstLetter() {
    #expect("extension".withArticle == "an extension")
    #expect("route-queue".withArticle == "a route-queue")
  }

  @Test(arguments: [(0, "0 rules"), (1, "1 rule"), (5, "5 rules")])
  func theNounIsInThePluralUnlessThereIsOne(_ count: Int, _ text: String) {
    #expect("rule".withCount(count) == text)
  }
}
