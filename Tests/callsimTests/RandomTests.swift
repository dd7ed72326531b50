import Testing

/// `callsim random`: what is printed and written, and the exit status.
@Suite struct RandomTests {
  private let scratch = Scratch(["good.scenario": Scenes.passing, "mistaken.scenario": Scenes.mistaken])

  private func random(_ arguments: String...) throws -> Invocation {
    try Invocation(["random"] + arguments, in: scratch)
  }

  @Test func aSeedGivesOneWalk() throws {
    let walk = try random("good.scenario", "--seed", "42", "--steps", "50", "-o", "one.scenario")
    #expect(walk.status == 0 && walk.error.isEmpty)
    #expect(walk.output.hasPrefix("seed 42: 50 steps, ") && walk.output.hasSuffix(" rules, nothing broken\n"))
    #expect(try random("good.scenario", "--seed", "42", "--steps", "50", "-o", "two.scenario") == walk)
    #expect(scratch.read("one.scenario") == scratch.read("two.scenario"))
    #expect(scratch.read("one.scenario")?.hasPrefix("scenario  A call: random walk, seed 42\n") == true)
    #expect(try random("good.scenario", "--seed", "43", "--steps", "50", "-o", "two.scenario").status == 0)
    #expect(scratch.read("one.scenario") != scratch.read("two.scenario"))
  }

  @Test func theWalkPasses() throws {
    _ = try random("good.scenario", "--settings", "--steps", "200", "-o", "walk.scenario")
    let test = try Invocation(["test", "walk.scenario"], in: scratch)
    #expect(test == Invocation(status: 0, output: "1 passed, 0 failed\n"))
    #expect(try Invocation(["fmt", "--check", "walk.scenario"], in: scratch).status == 0)
  }

  @Test func theScenarioMayGoToStandardOutput() throws {
    let walk = try random("good.scenario", "--seed", "1", "--steps", "3", "-o", "-")
    #expect(walk.output.hasPrefix("scenario  A call: random walk, seed 1\n"))
    #expect(walk.error.hasPrefix("seed 1: 3 steps, "))
  }

  @Test func aBrokenPropertyIsWrittenAsAScenario() throws {
    scratch.write("never.scenario", "scenario A\nparty A extension\nparty B extension\nnever A EventHeld ...\n")
    let walk = try random("never.scenario", "--seed", "1", "-o", "found.scenario")
    #expect(walk.status == 1)
    #expect(walk.output.hasSuffix("\nbroken: never A EventHeld ...\n    A TMakeCall B\n    A THoldCall on 1\n"))
    #expect(scratch.read("found.scenario")?.hasPrefix("scenario  A: never A EventHeld ...\n") == true)
    #expect(try Invocation(["test", "found.scenario"], in: scratch).output == "1 passed, 0 failed\n")
  }

  @Test func aNewSeedIsPrinted() throws {
    let walk = try random("good.scenario", "--steps", "20")
    let seed = try #require(walk.output.split(separator: " ").dropFirst().first?.dropLast())
    #expect(try random("good.scenario", "--steps", "20", "--seed", String(seed)) == walk)
  }

  @Test func severalWalksHaveTheSeedsThatFollow() throws {
    let walks = try random("good.scenario", "--seed", "8", "--walks", "3", "--steps", "5", "--calls", "1")
    #expect(walks.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["seed 8", "seed 9", "seed 10"])
  }

  @Test(
    arguments: [
      ["--seed", "-1"], ["--seed", "x"], ["--steps", "0"], ["--steps", "100001"], ["--walks", "0"],
      ["--walks", "1000001"], ["--calls", "9"], ["--verbs", "TMakeCal"], ["-o", "good.scenario"], ["good.scenario"],
    ])
  func mistakesOfTheCommandLine(_ arguments: [String]) throws {
    #expect(try Invocation(["random", "good.scenario"] + arguments, in: scratch).status == 2)
    #expect(scratch.read("good.scenario") == Scenes.passing)
  }

  @Test func mistakesOfFiles() throws {
    #expect(try random("mistaken.scenario").status == 2)
    #expect(try random("missing.scenario").status == 3)
    #expect(try random().status == 2)
    #expect(try random("good.scenario", "--steps", "1", "-o", "no/folder.scenario").status == 3)
    #expect(try random("good.scenario", "--seed", "9223372036854775807", "--walks", "2", "--steps", "1").status == 0)
  }
}
