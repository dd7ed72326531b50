import Testing

@testable import CallScenario

@Suite struct LookAlikesTests {
  @Test func lettersAreReplaced() {
    #expect("T\u{41C}\u{430}keCall".withoutLookAlikes == "TMakeCall")
    #expect("\u{410}\u{392}".withoutLookAlikes == "AB")
    #expect("T\u{41C}\u{430}keCall".firstLookAlike == "U+041C, which looks like M")
  }

  @Test(arguments: ["", "A", "\u{44F}", "J\u{FC}rgen", "\u{65E5}"]) func othersStay(_ text: String) {
    #expect(text.withoutLookAlikes == nil)
    #expect(text.firstLookAlike == nil)
  }
}
