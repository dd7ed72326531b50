import Testing

/// The example of the page *Differences* is what callsim prints.
@Suite struct DifferencesPageTests {
  private static let package =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

  private let scratch: Scratch
  private let page: String

  init() throws {
    scratch = Scratch([:])
    scratch.link("Scenarios", to: Self.package + "/Scenarios")
    scratch.link("page.md", to: Self.package + "/Sources/CallScenario/CallScenario.docc/Differences.md")
    page = try #require(scratch.read("page.md"))
  }

  @Test func theExampleIsFresh() throws {
    let part = try #require(page.split(separator: "```sh\n").first { $0.contains("```text\n") })
    let pieces = part.split(separator: "\n```\n\n```text\n", maxSplits: 1)
    let expected = try #require(pieces.last?.split(separator: "```").first)
    let words = pieces[0].split(separator: " ").dropFirst().map(String.init)
    #expect(try Invocation(words, in: scratch) == Invocation(status: 1, output: String(expected)))
  }

  /// The line of JSON on the page is the beginning of the first finding.
  @Test func theLineIsFresh() throws {
    let lines = try Invocation(
      ["diff", "--profile", "generic", "--profile", "aspect-acd", "Scenarios/basic-call-models/routing.scenario"]
        + ["--format", "jsonl"], in: scratch)
    let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("{\"difference\"") })
    let shown = line.replacing(",…}", with: "").replacing("…", with: "Scenarios/basic-call-models")
    #expect(shown.count > 100 && lines.output.hasPrefix(shown))
  }
}
