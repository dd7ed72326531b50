@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct SVGRowsTests {
  /// Rows that have no room in memory are planned again when their flow is drawn.
  @Test func rowsWithoutRoomAreTheSame() {
    for transcript in [Transcript.acd, .groups, .conference, .refusals, .names, .calls, .driver] {
      var format = SVG(attributes: .all, why: true)
      let usual = format.document(transcript)
      format.mostBytes = 0
      #expect(format.document(transcript) == usual)
      // There is room for some of the flows.
      format.mostBytes = 4_000
      #expect(format.document(transcript) == usual)
    }
  }

  /// A text that is too long to be kept is written again, between others and with its ConnID.
  @Test func longTextsAreWrittenAgain() throws {
    let value = String(repeating: "x", count: 3_000)
    let transcript = Sample("Long", parties: ["A extension", "B extension"]).transcript([
      .step("A TMakeCall B", ["A EventDialing ConnID=1 ThisDN=A Key=\(value)", "B EventRinging ConnID=2 ThisDN=B"]),
      .step("B TAnswerCall", ["B EventEstablished ConnID=2 ThisDN=B Key=\(value)"]),
    ]).onTServer
    let picture = try #require(XMLDocument(SVG().document(transcript)))
    #expect(picture.elements("title").count { $0.text == "Key=\(value)" } == 2)
    #expect(picture.elements("tspan", class: "M").map(\.text) == ["EventDialing", "EventRinging", "EventEstablished"])
    #expect(picture.elements("text", class: "C").map(\.text) == ["1", "2", "2"])
  }

  /// An action with markup is escaped, and one that has no room on a line is broken.
  @Test func actionsAreShownAsTheyAre() throws {
    let long = (1...5).map { "data.Name\($0)=0123456789" }.joined(separator: " ")
    let transcript = Sample("Names", parties: ["A extension", "B extension"]).transcript([
      .step("A TMakeCall B data.Name=R&D", ["A EventDialing ConnID=1 ThisDN=A"]),
      .step("A TAttachUserData \(long)", ["A EventAttachedDataChanged ConnID=1 ThisDN=A"]),
    ]).onTServer
    let picture = try #require(XMLDocument(SVG().document(transcript)))
    let actions = picture.elements("text", class: "A").map(\.text)
    #expect(actions.count == 2 && actions[0].hasPrefix("A TMakeCall B data.Name=") && actions[0].contains("R&D"))
    let lines = picture.elements("tspan").filter { $0.attributes["class"] == nil && $0.text.hasPrefix("data.") }
    #expect(actions[1].hasPrefix("A TAttachUserData data.Name1=") && lines.count > 1)
  }
}
