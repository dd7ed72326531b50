import CallReport
import CallScenario
import Testing

// The example of the page *Output formats*, word for word.

func page(of text: String) throws(Mistakes) -> String {
  var scenario = try Scenario(parsing: text)
  scenario.readComments(in: text)
  return HTML().document(try scenario.replay(HTML.detail))
}

@Suite struct HTMLExampleTests {
  private static let scenario = """
    scenario  T
    party     A  extension
    party     B  extension

    # A calls B.
    A TMakeCall B

    # That is all.
    """

  @Test func theDocumentationShowsThisCode() {
    let documentation = Repository.text(of: "Sources/CallScenario/CallScenario.docc/OutputFormats.md")
    let file = Repository.text(of: "Tests/CallReportTests/HTML/HTMLExampleTests.swift")
    let example = file.split(separator: "word for word.\n\n")[1].split(separator: "\n\n@Suite")[0]
    #expect(documentation.contains("```swift\nimport CallReport\nimport CallScenario\n\n\(example)\n```"))
  }

  @Test func thePageHasStories() throws {
    let page = try page(of: Self.scenario)
    #expect(page.contains("<p class=story>A calls B.</p>") && page.contains("<p class=story>That is all.</p>"))
  }

  @Test func withoutCommentsItHasNone() throws {
    let page = HTML().document(try Scenario(parsing: Self.scenario).replay(HTML.detail))
    #expect(!page.contains("<p class=story>") && page.contains("EventDialing ConnID=1 ThisDN=A"))
  }
}
