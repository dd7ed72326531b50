import CallModel
import Testing

@testable import CallScenario

@Suite struct DecisionsPageTests {
  @Test func everyErrorCodeIsListed() {
    let rows = Page.decisions.rows.filter { row in row.first.flatMap { Int($0) } != nil }.map { $0.prefix(2) }
    let codes = ErrorCode.allCases.filter { $0 != .none }
    #expect(rows == codes.map { ["\($0.rawValue)", "\($0.message)"] })
  }

  @Test(arguments: DecisionSource.all) func explainHasTheTextsOfThePage(_ source: DecisionSource) {
    Page(source.file).expect(source.text(from: .decisions))
  }

  @Test func everyDecisionIsExplained() {
    let numbers = Page.decisions.text.split(whereSeparator: \.isNewline).compactMap { line in
      let bare = line.hasPrefix("| ") ? line.dropFirst(2) : line
      return bare.hasPrefix("**") ? bare.firstRange(of: ".**").map { String(bare[..<$0.lowerBound].dropFirst(2)) } : nil
    }
    #expect(numbers.count > 100)
    #expect(Decision.all.map(\.number) == numbers)
    #expect(Set(numbers).count == numbers.count)
    #expect(Decision.all.allSatisfy { !$0.chapter.isEmpty && !$0.text.contains("](") })
    for decision in Decision.all {
      let words = decision.text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      #expect(words.allSatisfy { $0.offset % 2 == 1 || !$0.element.contains("*") }, "\(decision.number) has emphasis")
    }
  }
}
