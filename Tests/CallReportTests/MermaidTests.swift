@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct MermaidTests {
  @Test func aFlowIsADiagram() {
    #expect(
      Mermaid().document(.calls, flows: ["*"]) == """
        sequenceDiagram
            title Two calls
            participant p1 as A
            participant p2 as B
            participant p3 as T-Server
            Note over p1,p3: After *, following step 2
            p1->>p3: 3 TReleaseCall
            p3-->>p1: EventReleased<br/>OtherDN=B<br/>CallState=OK
            p3-->>p2: EventAbandoned<br/>OtherDN=A<br/>CallState=OK

        """)
  }

  @Test func actionsMarksAndRefusals() {
    let text = Mermaid().document(.calls, flows: ["main"])
    #expect(
      text.contains(
        """
            p1->>p3: 1 TMakeCall B
            p3-->>p1: EventDialing<br/>ConnID=1<br/>OtherDN=B
            Note over p2: 2 B ring
            p3-->>p2: EventRinging<br/>ConnID=1<br/>OtherDN=A
            Note over p1,p3: *
            p2->>p3: 3 TAnswerCall
            Note over p2: refused#58; B is out of service
        """))
    #expect(text.contains("p3-->>p1: EventHeld<br/>ConnID=1"))
  }

  @Test func sendersHaveNoServer() {
    let text = Mermaid().document(.driver)
    #expect(text.contains("    Note over p1: 1 IVR NewCall\n    p1-->>p2: NewCall<br/>CallID=1\n"))
    #expect(!text.contains("T-Server"))
  }

  @Test func allAttributes() {
    let text = Mermaid(attributes: .all).document(.acd, flows: ["*"])
    #expect(text.contains("EventReleased<br/>ConnID=1<br/>ThisDN=A<br/>[ThisDNRole=Origination]<br/>OtherDN=B"))
  }

  @Test func severalScenariosShareADiagram() {
    var text = Mermaid().opening + Mermaid().contents([Chapter(.acd, number: 1), Chapter(.hostile("#;"), number: 2)])
    Mermaid().write(.calls, flows: ["*"], number: 2) { text += $0 }
    #expect(
      text.hasPrefix(
        """
        sequenceDiagram
            %% 1. Internal or inbound call to an ACD group (sample.scenario)
            %% 2. #35;#59; (sample.scenario)
            box transparent Two calls
            participant s2p1 as A
            participant s2p2 as B
            participant s2p3 as T-Server
            end
            Note over s2p1,s2p3: After *, following step 2
            s2p1->>s2p3: 3 TReleaseCall
        """))
  }

  @Test func manyPartiesAreThoseThatTakePart() {
    let transcript = Sample(parties: (1...9).map { "P\($0) extension" }).transcript([
      .step("P2 TMakeCall P5", ["P2 EventDialing ConnID=1 ThisDN=P2", "P5 EventQueued ConnID=1 ThisDN=P5"])
    ]).onTServer
    let text = Mermaid().document(transcript)
    #expect(text.contains("participant p2 as P2\n    participant p5 as P5\n    participant p10 as T-Server\n"))
    #expect(text.contains("Note over p2,p10: Normal flow\n") && !text.contains("P1"))
  }

  @Test func longValuesAreAbbreviated() {
    var transcript = Transcript.hostile("x")
    guard case .step(var step) = transcript.flows[0].entries[0] else { return }
    step.messages[0].attributes[2].value = String(repeating: "a", count: 61)
    transcript.flows[0].entries[0] = .step(step)
    #expect(Mermaid().document(transcript).contains("UserData=\(String(repeating: "a", count: 59))…\n"))
  }

  @Test(arguments: Transcript.hostileTexts) func namesAreEscaped(_ text: String) {
    let usual = Mermaid().document(.hostile("x"))
    let diagram = Mermaid().document(.hostile(text))
    #expect(diagram.split(separator: "\n").count == usual.split(separator: "\n").count)
    for line in diagram.split(separator: "\n").dropFirst() {
      let words = line.drop { $0 == " " }
      // What a name says begins after this.
      let start = words.firstRange(of: ": ") ?? words.firstRange(of: " as ") ?? words.firstRange(of: "title ")!
      let rest = words[start.upperBound...].replacing("<br/>", with: "")
      #expect(!rest.contains(":") && !rest.contains("<") && !rest.contains("\\") && !rest.contains("%"), "\(line)")
      for piece in rest.split(separator: "#").dropFirst(rest.hasPrefix("#") ? 0 : 1) {
        #expect(piece.prefix { $0.isNumber }.count > 0 && piece.drop { $0.isNumber }.first == ";", "\(line)")
      }
      #expect(rest.count { $0 == ";" } == rest.count { $0 == "#" })
    }
  }
}

extension Transcript {
  /// Two calls, an action that is refused, and a flow from a mark.
  static let calls = Sample("Two calls", parties: ["A extension", "B extension"]).transcript(
    [
      .step("A TMakeCall B", ["A EventDialing ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=B"]),
      .step("B ring", ["B EventRinging ConnID=1 ThisDN=B OtherDN=A"]), .mark("*"),
      .step("B TAnswerCall", [], refused: "B is out of service"),
      .step("A TMakeCall B", ["A EventHeld ConnID=1 ThisDN=A", "A EventDialing ConnID=2 ThisDN=A OtherDN=B"]),
    ],
    after: [
      (
        "*", "*", 2,
        [
          .step(
            "A TReleaseCall",
            [
              "A EventReleased ConnID=1 ThisDN=A OtherDN=B CallState=OK",
              "B EventAbandoned ConnID=1 ThisDN=B OtherDN=A CallState=OK",
            ])
        ]
      )
    ]
  ).onTServer
}
