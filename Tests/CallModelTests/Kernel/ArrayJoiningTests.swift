import Testing

@testable import CallModel

@Suite struct ArrayJoiningTests {
  @Test(arguments: [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")])
  func wordsAreJoinedAsASentenceListsThem(_ words: [String], _ text: String) {
    #expect(words.joined(by: "or") == text)
  }
}
