import Testing

@testable import callsim

/// `callsim coverage`: the exit status, and which files and items it takes.
@Suite struct CoverageTests {
  private let scratch = Scratch([
    "s/good.scenario": Scenes.passing, "s/failing.scenario": Scenes.failing, "mistaken.scenario": Scenes.mistaken,
  ])

  private static let totals =
    "coverage 2.6 %: 2 of 568 rules, 1 of 27 points, 0 of 124 decisions, 17 of 42 option values"

  private func coverage(_ arguments: String...) throws -> Invocation {
    try Invocation(["coverage", "--limit", "2", "--states", "100"] + arguments, in: scratch)
  }

  /// Expectations that do not hold do not matter.
  @Test func theLastLineHasTheTotals() throws {
    let covered = try coverage("s")
    #expect(covered.status == 0 && covered.error == "")
    #expect(covered.output.split(separator: "\n").last.map(String.init) == Self.totals)
    #expect(covered.output.contains("\nmissing: 741, the first 2\n"))
    #expect(try coverage("s/failing.scenario").output == covered.output)
  }

  @Test func failUnder() throws {
    #expect(try coverage("s", "--fail-under", "2.6").status == 0)
    let low = try coverage("s", "--fail-under", "2.7")
    #expect(low.status == 1)
    #expect(low.error == "callsim: the coverage of 2.6 % is lower than --fail-under 2.7\n")
    #expect(try coverage("s", "--fail-under", "0").status == 0)
  }

  @Test(arguments: zip(["0", "95", "99.5", "100", "100.0"], [0, 950, 995, 1000, 1000]))
  func percentages(_ word: String, _ permille: Int) throws {
    #expect(try CoverageCommand.permille(word) == permille)
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "99.55", "100.1", "101", "-1", "+1", "1e1", "٥", "99999999999999999999", "1.2.3",
  ])
  func noPercentages(_ word: String) {
    #expect(throws: Failure.self) { try CoverageCommand.permille(word) }
  }

  @Test func aServerMayBeChosen() throws {
    let covered = try coverage("s", "--server", "ivr-server")
    #expect(covered.output.hasPrefix("ivr-server "))
    #expect(covered.output.hasSuffix(" 0 of 26 rules, 0 of 0 points, 0 of 11 decisions, 0 of 0 option values\n"))
  }

  @Test func aFileWithMistakesIsReported() throws {
    let covered = try coverage("s", "mistaken.scenario")
    #expect(covered.status == 2 && covered.error.hasPrefix("mistaken.scenario:3:3: error: "))
    #expect(covered.output.hasSuffix(Self.totals + "\n"))
    let none = try coverage("mistaken.scenario")
    #expect(none.status == 2 && none.output == "")
  }

  @Test func linesOfJSON() throws {
    let lines = try coverage("s", "--format", "jsonl").output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("{\"missing\":\"") } == 2)
    #expect(
      lines.last == """
        {"percent":2.6,"rules":{"exercised":2,"all":568},"points":{"exercised":1,"all":27},\
        "decisions":{"exercised":0,"all":124},"options":{"exercised":17,"all":42},"uncitedDecisions":19}
        """)
  }
}
