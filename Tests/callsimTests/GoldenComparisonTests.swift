import Testing

@testable import callsim

/// `callsim test --golden`: one sentence where all goldens are missing or differ for one reason.
@Suite struct GoldenComparisonTests {
  private let scratch: Scratch = {
    let scratch = Scratch()
    for name in ["a", "b", "c", "d"] { scratch.write("s/\(name).scenario", Scenes.passing) }
    return scratch
  }()

  private func record() throws {
    #expect(try Invocation(["record", "--golden", "g", "s"], in: scratch).status == 0)
  }

  private func test(_ arguments: String...) throws -> Invocation {
    try Invocation(["test", "--golden", "g"] + arguments, in: scratch)
  }

  private func rewrite(_ names: [String], _ change: (String) -> String) {
    for name in names {
      scratch.write("g/s/\(name).scenario.txt", change(scratch.read("g/s/\(name).scenario.txt") ?? ""))
    }
  }

  // MARK: Paths

  @Test func goldensFromAFolderAbove() throws {
    try record()
    for path in [".", "a.scenario"] {
      let inside = try Invocation(["test", "--golden", "../g", path], in: scratch, shell: "cd s && exec \"$@\"")
      #expect(inside.output == (path == "." ? "0 passed, 8 failed\n" : "0 passed, 1 failed\n"))
      #expect(inside.status == 1)
      #expect(
        inside.error == """
          callsim: error: the paths do not fit the golden files: ../g/a.scenario.txt is missing, but there is ../g/s/a.scenario.txt
              a golden is named after the path as it is given: run callsim in the folder where they were recorded

          """)
    }
  }

  @Test func goldensFromAFolderBelow() throws {
    #expect(
      try Invocation(["record", "--golden", "../g", "."], in: scratch, shell: "cd s && exec \"$@\"").status == 0)
    let above = try test("s")
    #expect(above.output == "0 passed, 4 failed\n")
    #expect(above.error.contains("g/s/a.scenario.txt is missing, but there is g/a.scenario.txt\n"))
  }

  @Test func otherwiseEachMissingGoldenIsNamed() throws {
    scratch.write("g/.keep", "")
    let none = "missing: g/s/a.scenario.txt\nmissing: g/s/b.scenario.txt\n"
    #expect(try test("s/a.scenario", "s/b.scenario") == Invocation(status: 1, output: none + "0 passed, 2 failed\n"))
    try record()
    scratch.remove("g/s/a.scenario.txt")
    scratch.write("g/x/s/a.scenario.txt", "")
    #expect(
      try test("s") == Invocation(status: 1, output: "missing: g/s/a.scenario.txt\n3 passed, 1 failed\n"))
    scratch.write("g/s/old.scenario.txt", "")
    #expect(
      try test("s").output == "missing: g/s/a.scenario.txt\norphaned: g/s/old.scenario.txt\n3 passed, 2 failed\n")
    #expect(
      try test("s", "--fail-fast").output
        == "missing: g/s/a.scenario.txt\n0 passed, 1 failed (stopped at the first file that failed)\n")
  }

  @Test func aFolderThatDoesNotExist() throws {
    #expect(
      try test("s", "--format", "jsonl")
        == Invocation(
          status: 1, output: "0 passed, 4 failed\n",
          error: """
            callsim: error: there is no folder g
                to make it, with the golden files, run callsim record --golden g --format jsonl s

            """))
    #expect(try test("s", "--fail-fast").error.hasPrefix("callsim: error: there is no folder g\n"))
    #expect(try test("s/a.scenario").error.hasSuffix("run callsim record --golden g s/a.scenario\n"))
  }

  @Test(arguments: ["test", "record"]) func aFileInPlaceOfTheFolder(_ command: String) throws {
    scratch.write("g", "a text\n")
    #expect(
      try Invocation([command, "--golden", "g", "s"], in: scratch)
        == Invocation(
          status: 3,
          error: """
            callsim: error: --golden needs a folder, and g is not one
                give the folder of the golden files: --golden DIR

            """))
    #expect(scratch.read("g") == "a text\n")
  }

  // MARK: Layout

  /// The words of a table in another layout.
  private func laidOut(_ text: String) -> String {
    text.replacing("---", with: "──").replacing("  ", with: " ") + "=====\n"
  }

  private static let note = """
    callsim: all 4 golden files differ, but have the words that are printed now
        review the first difference: if only the layout is new, record them again: callsim record --golden g

    """

  @Test func anotherLayoutIsSaidOnce() throws {
    try record()
    rewrite(["a", "b", "c", "d"], laidOut)
    let found = try test("s")
    #expect(found.status == 1 && found.error == Self.note)
    #expect(found.output.hasPrefix("--- g/s/a.scenario.txt\n+++ s/a.scenario\n@@ "))
    #expect(found.output.split(separator: "\n").filter { $0.hasPrefix("---") }.count == 1)
    #expect(found.output.hasSuffix("\n0 passed, 4 failed\n"))
    let quiet = try test("s", "--quiet")
    #expect(quiet.error == Self.note && quiet.output == "differs: g/s/a.scenario.txt\n0 passed, 4 failed\n")
  }

  /// Exchanged words may be a fault, so the difference is shown.
  @Test func exchangedWordsAreShown() throws {
    try record()
    rewrite(["a", "b", "c", "d"]) {
      $0.replacing("EventDialing", with: "•").replacing("EventReleased", with: "EventDialing")
        .replacing("•", with: "EventReleased")
    }
    let found = try test("s")
    #expect(found.error == Self.note)
    let lines = found.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("-") && $0.contains("EventReleased") })
    #expect(lines.contains { $0.hasPrefix("+") && $0.contains("EventDialing") })
  }

  // MARK: Warnings and mistakes

  @Test func warningsAreReported() throws {
    scratch.write("w.scenario", Scenes.passing.replacing("OtherDN=B?", with: "OtherDN=BB?"))
    let recorded = try Invocation(["record", "--golden", "g", "w.scenario"], in: scratch)
    #expect(recorded.status == 0 && recorded.error.hasPrefix("w.scenario:8:"))
    #expect(try test("w.scenario") == Invocation(status: 0, output: "1 passed, 0 failed\n", error: recorded.error))
    scratch.write("g/w.scenario.txt", "")
    #expect(try test("w.scenario", "--quiet").error == recorded.error)
  }

  @Test func aScenarioWithoutActionsHasNoGolden() throws {
    scratch.write("e.scenario", "scenario  Empty\nparty  A  extension\n")
    let tested = try test("e.scenario")
    #expect(tested.status == 2 && tested.error.contains("the scenario has no action"))
    let recorded = try Invocation(["record", "--golden", "g", "e.scenario"], in: scratch)
    #expect(
      recorded
        == Invocation(status: 2, output: "0 recorded, 0 unchanged, 1 not understood\n", error: tested.error))
    #expect(scratch.read("g/e.scenario.txt") == nil)
  }

  @Test(arguments: ["b", "d"]) func oneOtherDifferenceShowsAll(_ name: String) throws {
    try record()
    rewrite(["a", "b", "c", "d"], laidOut)
    rewrite([name]) { $0.replacing("EventDialing", with: "EventRinging") }
    let found = try test("s")
    #expect(found.error == "")
    #expect(found.output.split(separator: "\n").filter { $0.hasPrefix("---") }.count == 4)
    #expect(found.output.contains("\n-EventRinging") || found.output.contains("-  EventRinging"))
    #expect(
      try test("s", "--quiet").output
        == ["a", "b", "c", "d"].map { "differs: g/s/\($0).scenario.txt\n" }.joined() + "0 passed, 4 failed\n")
  }

  @Test func aGoldenThatHoldsShowsTheOthers() throws {
    try record()
    rewrite(["a", "b", "c"], laidOut)
    let found = try test("s")
    #expect(found.error == "")
    #expect(found.output.split(separator: "\n").filter { $0.hasPrefix("---") }.count == 3)
    #expect(found.output.hasSuffix("\n1 passed, 3 failed\n"))
  }

  @Test func aFewGoldensAreShown() throws {
    try record()
    scratch.remove("s/d.scenario")
    scratch.remove("g/s/d.scenario.txt")
    rewrite(["a", "b", "c"], laidOut)
    #expect(try test("s").output.split(separator: "\n").filter { $0.hasPrefix("---") }.count == 3)
  }
}
