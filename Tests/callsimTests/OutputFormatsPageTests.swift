import Testing

/// The examples of the pages *Output formats* and *Coverage* are what callsim prints.
@Suite struct OutputFormatsPageTests {
  private static let package =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

  /// A command, and what the page says that it prints; `…` stands for what the page leaves out.
  private static func examples(_ page: String) -> [(command: String, output: String)] {
    page.split(separator: "```sh\n").dropFirst().compactMap { part in
      let pieces = part.split(separator: "\n```\n\n```text\n", maxSplits: 1)
      guard pieces.count == 2, let output = pieces[1].split(separator: "```").first else { return nil }
      return (String(pieces[0]), String(output))
    }
  }

  @Test(arguments: [("OutputFormats", 8), ("MeasuringCoverage", 3)])
  func examplesAreFresh(_ page: String, _ count: Int) throws {
    let scratch = Scratch([:])
    scratch.link("Scenarios", to: Self.package + "/Scenarios")
    scratch.link("page.md", to: Self.package + "/Sources/CallScenario/CallScenario.docc/\(page).md")
    let examples = Self.examples(try #require(scratch.read("page.md")))
    #expect(examples.count == count)
    for (command, output) in examples {
      let words = command.split(separator: " ").dropFirst().map { String($0).replacing("'", with: "") }
      let invocation = try Invocation(words, in: scratch)
      #expect(invocation.status == 0)
      var rest = invocation.output.replacing("\r\n", with: "\n")[...]
      for piece in output.split(separator: "…") where piece.contains(where: { !$0.isWhitespace }) {
        let place = try #require(rest.firstRange(of: piece), "\(command): \(piece)")
        rest = rest[place.upperBound...]
      }
    }
  }
}
