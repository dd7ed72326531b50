import Testing

@testable import callsim

/// Many files on many threads: what comes out is what one thread would print.
@Suite struct WorkersTests {
  /// The results that `Workers` passes on, up to the one at `last`.
  private func results(_ count: Int, threads: Int, last: Int = .max) throws -> [String] {
    var results: [String] = []
    try Workers(threads: threads).each(count, { "\($0 * $0)" }) { (index, result) throws(Failure) in
      #expect(index == results.count)
      results.append(result)
      return index < last
    }
    return results
  }

  @Test(arguments: [1, 2, 3, 16])
  func resultsComeInOrder(_ threads: Int) throws {
    for count in [0, 1, Workers.fewestFiles - 1, Workers.fewestFiles, 100, 1_000] {
      #expect(try results(count, threads: threads) == (0..<count).map { "\($0 * $0)" })
    }
  }

  @Test(arguments: [1, 2, 3, 16])
  func stopsWhereTheUserOfTheResultsSaysSo(_ threads: Int) throws {
    #expect(try results(1_000, threads: threads, last: 0) == ["0"])
    #expect(try results(1_000, threads: threads, last: 700).count == 701)
  }

  @Test func aFailureEndsTheWork() {
    #expect(throws: Failure(.badInput, "enough")) {
      try Workers(threads: 4).each(100, { $0 }) { (index, _) throws(Failure) in
        if index == 50 { throw Failure(.badInput, "enough") }
        return true
      }
    }
  }

  /// Some files pass, some fail, some have mistakes, and one cannot be read.
  private let scratch: Scratch = {
    let scratch = Scratch()
    for number in 100..<140 {
      let text =
        switch number % 5 {
        case 0: Scenes.failing
        case 1: Scenes.mistaken
        case 2: Scenes.failing + "\nafter * as more\nB ring\n"
        default: Scenes.passing
        }
      scratch.write("s/\(number).scenario", text)
    }
    scratch.link("s/130b.scenario", to: "nowhere")
    return scratch
  }()

  /// One file is tested on one thread.
  private func oneByOne(_ options: [String]) throws -> (output: String, error: String) {
    var (output, error) = ("", "")
    for name in scratch.names("s") {
      let one = try Invocation(["test", "s/\(name)"] + options, in: scratch)
      // The last line is the summary.
      let lines = one.output.split(separator: "\n", omittingEmptySubsequences: false)
      output += lines.dropLast(2).map { "\($0)\n" }.joined()
      error += one.error
    }
    return (output, error)
  }

  @Test(arguments: [[], ["--golden", "g"], ["--quiet"]])
  func manyFilesPrintWhatEachPrints(_ options: [String]) throws {
    if options.first == "--golden" {
      #expect(try Invocation(["record", "s", "--quiet"] + options, in: scratch).status == 3)
      for number in 100..<120 { scratch.write("g/s/\(number).scenario.txt", "another text\n") }
    }
    let expected = try oneByOne(options)
    for _ in 0..<3 {
      let all = try Invocation(["test", "s"] + options, in: scratch)
      #expect(all.error == expected.error)
      #expect(all.output.hasPrefix(expected.output))
      let summary = options.first == "--golden" ? "16 passed, 16 failed" : "48 passed, 24 failed"
      #expect(all.output.dropFirst(expected.output.count) == "\(summary), 8 not understood\n")
    }
  }

  @Test func theFirstFailureIsTheFirstInOrder() throws {
    for number in 100..<125 where number % 5 != 1 { scratch.write("s/\(number).scenario", Scenes.passing) }
    for _ in 0..<5 {
      let stopped = try Invocation(["test", "s", "--fail-fast", "--quiet"], in: scratch)
      #expect(
        stopped.output == """
          s/125.scenario:13: flow *, step 2: A TReleaseCall: A receives EventReleased with CallState=OK, not Busy
          41 passed, 1 failed, 5 not understood (stopped at the first flow that failed)

          """)
    }
  }
}
