import Testing

@testable import CallScenario

struct NearestTests {
  @Test(arguments: [
    ("TMakCall", "TMakeCall"), ("MakeCall", "TMakeCall"), ("TMkaeCall", "TMakeCall"), ("tmakecall", "TMakeCall"),
    ("TMergeCall", "TMergeCalls"),
    ("rign", "ring"), ("rnig", "ring"), ("b", "B"), ("C", nil), ("", nil), ("nothing", nil), ("TMake", nil),
    (String(repeating: "x", count: 1_000_000), nil),
  ])
  func finds(_ word: String, _ meant: String?) {
    #expect(nearest(word, in: ["TMakeCall", "TMergeCalls", "ring", "A", "B"]) == meant)
  }

  @Test func takesTheFirstOfTheNearest() {
    #expect(nearest("hold", in: ["holds", "bold", "HOLD"]) == "HOLD")
    #expect(nearest("hold", in: ["bold", "holds"]) == "bold")
    #expect(nearest("hold", in: []) == nil)
  }
}
