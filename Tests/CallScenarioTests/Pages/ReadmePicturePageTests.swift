import CallReport
import Testing

@testable import CallScenario

/// The pictures on the first screen of README.md: the flow that its first command prints.
@Suite struct ReadmePicturePageTests {
  private static let scenario = "Scenarios/basic-call-models/call-to-acd.scenario"
  private static let readme = Page(at: "README.md")

  private static func path(_ theme: String) -> String { ".github/images/call-to-acd-\(theme).svg" }

  @Test(arguments: [("light", SVG.Theme.light), ("dark", .dark)])
  func thePictureIsFresh(_ name: String, _ theme: SVG.Theme) throws {
    let transcript = try #require(ScenarioFile.transcripts[Self.scenario])
    Page(at: Self.path(name)).expect(SVG(theme: theme).document(transcript, flows: ["main"]))
  }

  @Test func thePageShowsThePicturesOfItsFirstCommand() {
    let text = Self.readme.text
    #expect(Self.readme.blocks().first?.contains(Self.scenario) == true)
    #expect(text.contains("<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(Self.path("dark"))\">"))
    #expect(text.contains(" src=\"\(Self.path("light"))\">"))
    #expect(Repository.paths(".github/images/*") == [Self.path("dark"), Self.path("light")])
  }

  /// Who cannot see the picture reads the flow.
  @Test func theAlternativeTextTellsTheFlow() throws {
    let main = try #require(ScenarioFile.transcripts[Self.scenario]?.flows.first)
    let tag = try #require(Self.readme.text.firstRange(of: "<img alt=\""))
    var rest = Self.readme.text[tag.upperBound...].prefix { $0 != "\"" }
    for case .step(let step) in main.entries {
      for message in step.messages {
        // A message to several parties is named once.
        if rest.contains(message.name) {
          rest = rest[(rest.firstRange(of: message.name)?.upperBound ?? rest.endIndex)...]
        } else {
          #expect(step.messages.first?.name == message.name, "\(message.name)")
        }
      }
    }
  }
}
