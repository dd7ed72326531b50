import CallReport
import Testing

@testable import CallScenario

/// `README.md` in each folder of `Scenarios/`: the chapter's scenarios, and its main flows as diagrams.
///
/// The diagrams show the normal flows of scenarios that come straight from the manual, which have a `source`; of a
/// chapter without any, those of all its scenarios. They are the first four in the order of the index.
@Suite struct ScenarioChapterPageTests {
  private static let mostDiagrams = 4

  private static func files(of chapter: ScenarioIndex.Chapter) -> [ScenarioFile] {
    ScenarioFile.all.filter { $0.chapter == chapter.folder }
  }

  private static func transcript(_ file: ScenarioFile) -> Transcript? { ScenarioFile.transcripts[file.path] }

  /// The files whose normal flows are drawn.
  private static func drawn(_ chapter: ScenarioIndex.Chapter) -> [ScenarioFile] {
    let files = files(of: chapter)
    let fromManual = files.filter { transcript($0)?.scenario.source != nil }
    return Array((fromManual.isEmpty ? files : fromManual).prefix(mostDiagrams))
  }

  private static func title(of file: ScenarioFile) -> String {
    Markdown.escaped(transcript(file)?.scenario.title ?? "")
  }

  private static func links(to files: [ScenarioFile], from chapter: ScenarioIndex.Chapter) -> String {
    files.map { "- [\(title(of: $0))](\($0.path.dropFirst("Scenarios/".count + chapter.folder.count + 1)))\n" }.joined()
  }

  private static func text(of chapter: ScenarioIndex.Chapter) -> String {
    let files = files(of: chapter)
    var text = """
      # \(chapter.title)

      \(chapter.sentence)

      ## Scenarios

      What each shows is said in [the index](../README.md).

      \(links(to: files.filter { $0.folder == chapter.folder }, from: chapter))
      """ + (chapter.questions.isEmpty ? "\n" : "")
    for question in chapter.questions {
      text +=
        "### \(question.title)\n\n\(question.sentence)\n\n"
        + links(to: files.filter { $0.folder == question.folder }, from: chapter) + "\n"
    }
    let drawn = drawn(chapter)
    let isFromManual = drawn.contains { transcript($0)?.scenario.source != nil }
    let choice = isFromManual ? "the scenarios here that come straight from the manual" : "the scenarios here"
    return text + """
      ## Main flows

      The normal flows of \(choice), or of the first four of them, as
      `callsim run --format mermaid --flow main FILE` draws them.

      """ + drawn.map(diagram).joined()
  }

  private static func diagram(_ file: ScenarioFile) -> String {
    guard let transcript = transcript(file) else { return "" }
    return "\n### \(title(of: file))\n\n```mermaid\n\(Mermaid().document(transcript, flows: ["main"]))```\n"
  }

  @Test(arguments: ScenarioIndex.chapters.map(\.folder)) func thePageIsFresh(_ folder: String) {
    for chapter in ScenarioIndex.chapters where chapter.folder == folder {
      Page(at: "Scenarios/\(folder)/README.md").expect(Self.text(of: chapter))
    }
  }

  @Test(arguments: ScenarioIndex.chapters.map(\.folder)) func thePageHasLinksAndDiagrams(_ folder: String) {
    let page = Page(at: "Scenarios/\(folder)/README.md")
    let files = ScenarioFile.all.filter { $0.chapter == folder }
    #expect(page.text.split(separator: "\n").count { $0.hasPrefix("- [") } == files.count)
    #expect((1...Self.mostDiagrams).contains(page.blocks(beginning: "sequenceDiagram\n").count))
  }

  @Test func everyFolderHasAPage() {
    let pages = Repository.paths("Scenarios/*/README.md")
    #expect(pages == ScenarioIndex.chapters.map { "Scenarios/\($0.folder)/README.md" }.sorted())
  }
}
