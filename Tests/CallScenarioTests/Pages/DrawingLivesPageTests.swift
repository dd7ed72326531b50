import CallReport
import Testing

@testable import CallScenario

@Suite struct DrawingLivesPageTests {
  private static let page = Page("CallScenario/CallScenario.docc/DrawingLives.md")

  /// What the page calls a server, and what its lives are the lives of.
  private static func names(_ server: String) -> (server: String, party: String, call: String)? {
    switch server {
    case "t-server": ("T-Server", "A party of a call", "A call")
    case "ivr-server": ("IVR Server", "A port or an outside party", "A call at a port")
    case "interaction-server": ("Interaction Server", "An agent", "An interaction")
    case "recording": ("Recording", "A device, and its recording", "A call, and its recordings")
    default: nil
    }
  }

  private static func generated() throws -> String {
    try Servers.vocabularies.map { words in
      let names = try #require(Self.names(words.server))
      let drawings = try [(names.party, LifeCycle.Subject.party), (names.call, .call)].map { title, subject in
        let life = try Lives.of(subject, words.server)
        return "### \(names.server): \(title.prefix(1).lowercased() + title.dropFirst())\n\n"
          + "```mermaid\n\(StateDiagram().text(life))```\n"
      }
      return "## \(names.server)\n\n" + drawings.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test func thePageShowsEveryLife() throws {
    Self.page.expectEnd(from: "## T-Server", try Self.generated())
    #expect(Self.page.blocks(beginning: "stateDiagram-v2\n").count == 2 * Servers.vocabularies.count)
  }
}
