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
    #expect(["TMakeCall", "TMergeCalls", "ring", "A", "B"].nearest(to: word) == meant)
  }

  @Test func takesTheFirstOfTheNearest() {
    #expect(["holds", "bold", "HOLD"].nearest(to: "hold") == "HOLD")
    #expect(["bold", "holds"].nearest(to: "hold") == "bold")
    #expect([].nearest(to: "hold") == nil)
  }
}
