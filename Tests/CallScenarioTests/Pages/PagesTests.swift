import Testing

@testable import CallScenario

/// What holds for every page of the documentation.
@Suite struct PagesTests {
  private static let pages =
    (Repository.paths("Sources/*/*.docc/*.md") + ["Scenarios/README.md"] + Repository.paths("Scenarios/*/README.md"))
    .map(Page.init(at:))

  @Test(arguments: pages)
  func everyScenarioPasses(_ page: Page) throws {
    for text in page.blocks(beginning: "scenario ") {
      let transcript = try Scenario(parsing: text).replay()
      #expect(transcript.differences().map(\.description) == [], "\(text)")
    }
  }

  @Test(arguments: pages)
  func everyPageBeginsWithATitleAndASentence(_ page: Page) {
    let lines = page.text.split(separator: "\n", maxSplits: 4, omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("# ") && lines[1].isEmpty && lines[2].hasSuffix(".") && lines[3].isEmpty)
    #expect(lines[2].count <= 150)
  }

  @Test(arguments: pages)
  func everyLinkLeadsToAPage(_ page: Page) {
    let folder = page.path.prefix(upTo: page.path.lastIndex(of: "/") ?? page.path.startIndex)
    // Outside of code, where brackets are something else.
    let prose = page.text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
    for piece in prose.split(separator: "](").dropFirst() {
      guard let path = piece.split(separator: ")").first, !path.hasPrefix("doc:"), !path.hasPrefix("#"),
        !path.contains("://")
      else { continue }
      #expect(!Repository.bytes(of: "\(folder)/\(path.split(separator: "#")[0])").isEmpty, "\(path)")
    }
  }

  /// Files are named by their path in the repository, or as in `Language/Row.swift`.
  @Test(arguments: pages)
  func everyFileThatIsNamedExists(_ page: Page) {
    let spans = page.text.split(separator: "`").map(String.init)
    for name in spans where name.hasSuffix(".swift") && name.contains("/") && !name.contains(" ") && !name.contains("…")
    {
      let isWhole = name.hasPrefix("Sources/") || name.hasPrefix("Tests/")
      #expect(!Repository.bytes(of: isWhole ? name : "Sources/CallModel/TServer/\(name)").isEmpty, "\(name)")
    }
  }

  @Test func thereAreScenarios() {
    #expect(Self.pages.count >= 10 && Self.pages.flatMap { $0.blocks(beginning: "scenario ") }.count >= 3)
  }
}
