import Testing

@testable import CallScenario

/// `Scenarios/README.md`, the index of the scenarios.
@Suite struct ScenarioIndexPageTests {
  private static let page = Page(at: "Scenarios/README.md")

  // MARK: What the index says of a file

  /// `Internal or inbound call`
  private static func title(of file: ScenarioFile) -> String {
    Markdown.escaped(ScenarioFile.transcripts[file.path]?.scenario.title ?? "")
  }

  /// The path from the page.
  private static func link(to file: ScenarioFile) -> String {
    "[\(title(of: file))](\(file.path.dropFirst("Scenarios/".count)))"
  }

  /// The flows are folded up: they are what a reader looks for in one file, not in all.
  private static func entry(_ file: ScenarioFile) -> String {
    let flows = (ScenarioFile.transcripts[file.path]?.scenario.flows ?? []).map(\.name)
    let summary = "<details><summary>\(flows.count) \(flows.count == 1 ? "flow" : "flows")</summary>"
    return """
      - \(link(to: file)):
      \(indented(Markdown.escaped(file.firstSentence)))
      \(indented("\(summary)\(flows.joined(separator: " · "))</details>"))

      """
  }

  /// Lines of up to 120 columns, indented like the text of a list.
  private static func indented(_ text: String) -> String {
    var lines: [String] = []
    var width = 0
    for word in text.split(separator: " ") {
      if width > 0, width + word.count < 120 {
        lines[lines.count - 1] += " " + word
        width += 1 + word.count
      } else {
        lines.append("  " + word)
        width = 2 + word.count
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: The page

  private static func section(_ chapter: ScenarioIndex.Chapter, level: String) -> String {
    let entries = ScenarioFile.all.filter { $0.folder == chapter.folder }.map(entry).joined()
    // A question is a part of a chapter, whose page shows diagrams.
    let diagrams = level == "##" ? "[Its main flows as diagrams](\(chapter.folder)/README.md).\n" : ""
    let parts =
      ["\(level) \(chapter.title)\n\n\(chapter.sentence)\n\(diagrams)"] + (entries.isEmpty ? [] : [entries])
    return (parts + chapter.questions.map { section($0, level: level + "#") }).joined(separator: "\n")
  }

  private static var contents: String {
    var table = MarkdownTable("chapter", "scenarios", "flows")
    for chapter in ScenarioIndex.chapters {
      let files = ScenarioFile.all.filter { $0.chapter == chapter.folder }
      let flows = files.compactMap { ScenarioFile.transcripts[$0.path]?.scenario.flows.count }
      table.add("[\(chapter.title)](#\(anchor(of: chapter.title)))", "\(files.count)", "\(flows.reduce(0, +))")
    }
    return "## Chapters\n\n" + table.text
  }

  /// As code hosts make it: `interaction-server-conferences`.
  private static func anchor(of title: String) -> String {
    String(title.lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }.map { $0 == " " ? "-" : $0 })
  }

  private static var everydayNames: String {
    var text = "## Everyday names\n\n| what people say | scenarios |\n|---|---|\n"
    for row in ScenarioIndex.everydayNames {
      let links = row.files.compactMap(file).map(link)
      text += "| \(row.name) | \(links.joined(separator: "; ")) |\n"
    }
    return text
  }

  private static func file(_ name: String) -> ScenarioFile? {
    ScenarioFile.all.first { $0.path == "Scenarios/\(name).scenario" }
  }

  @Test func thePageListsEveryScenario() {
    let chapters = ScenarioIndex.chapters.map { Self.section($0, level: "##") }
    let generated = ([Self.contents, Self.everydayNames] + chapters).joined(separator: "\n")
    Self.page.expectEnd(from: "## Chapters", generated)
    #expect(generated.split(separator: "\n").count { $0.hasPrefix("- [") } == ScenarioFile.all.count)
  }

  @Test func everyFolderIsAChapterOrAQuestion() {
    let folders = ScenarioIndex.chapters.flatMap { $0.questions.isEmpty ? [$0] : $0.questions }.map(\.folder)
    #expect(folders.sorted() == ScenarioFile.folders.sorted())
    for chapter in ScenarioIndex.chapters {
      #expect(chapter.questions.allSatisfy { $0.folder.hasPrefix("\(chapter.folder)/") })
    }
  }

  @Test func everydayNamesLeadToFiles() {
    let names = ScenarioIndex.everydayNames
    #expect(names.map { $0.name.lowercased() } == names.map { $0.name.lowercased() }.sorted())
    for (name, files) in names {
      #expect(!files.isEmpty && Set(files).count == files.count, "\(name)")
      for file in files { #expect(Self.file(file) != nil, "\(name): there is no \(file)") }
    }
  }
}
