import Foundation
import Testing

@testable import CallModel

/// Every sentence of every invariant is broken by a wrong rule that the explorer must find, or by hand where no rule
/// can break it: a new sentence without a case fails here.
@Suite struct InvariantSentencesTests {
  /// The literals in the files of the model that are named after invariants.
  private static let sentences: [String] = {
    let folder =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
      + "/Sources/CallModel/"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.contains("Invariants") && $0.hasSuffix(".swift") }.flatMap { path in
      let code = (try? String(contentsOfFile: folder + path, encoding: .utf8)) ?? ""
      return code.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.flatMap { line in
        line.matches(of: /"([^"]+)"/).map { String($0.output.1) }
      }
    }
  }()

  private static let foundByTheExplorer = Set(
    ExchangeInvariantsTests.wrong.map(\.rule.sentence) + ExchangeInvariantsOfStepsTests.wrong.map(\.rule.sentence)
      + IVRInvariantsTests.wrong.map(\.sentence) + InteractionInvariantsTests.wrong.map(\.sentence)
      + RecordingInvariantsTests.wrong.map(\.sentence))

  private static let brokenByHand = Set(
    (ExchangeInvariantsTests.beyondRules + ExchangeInvariantsOfStepsTests.beyondRules).map(\.sentence)
      + [InteractionInvariantsTests.beyondRules, RecordingInvariantsTests.beyondRules])

  @Test func eachIsBrokenInSomeCase() {
    #expect(Self.sentences.count > 80)
    #expect(Set(Self.sentences).subtracting(Self.foundByTheExplorer).subtracting(Self.brokenByHand).sorted() == [])
  }

  @Test func eachCaseIsAboutASentence() {
    let cases = Self.foundByTheExplorer.union(Self.brokenByHand)
    #expect(cases.subtracting(Self.sentences).sorted() == [])
    // By hand only where no rule can.
    #expect(Self.foundByTheExplorer.intersection(Self.brokenByHand).sorted() == [])
  }
}
