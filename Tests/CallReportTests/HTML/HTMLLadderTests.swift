@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct HTMLLadderTests {
  /// The ladder of the main flow.
  private func ladder(
    _ transcript: Transcript, attributes: AttributeChoice = .listed, why: Bool = false
  ) -> String {
    let flows = Array(transcript.flows.prefix(1))
    var ladder = HTMLLadder(SequenceDiagram(transcript.scenario, attributes: attributes), flows, why: why)
    var calls = LadderCalls(parties: transcript.scenario.parties.count)
    var text = TextBuffer()
    ladder.begin(calls, &text)
    for entry in flows[0].entries {
      switch entry {
      case .mark(let name): ladder.add(mark: name, to: &text)
      case .wait(let wait): ladder.add(wait, to: &text)
      case .step(let step): ladder.add(step, &calls, to: &text)
      }
    }
    return text.take()
  }

  private func ladder(_ scenario: String, attributes: AttributeChoice = .listed, why: Bool = false) throws -> String {
    ladder(try Scenario(parsing: scenario).replay(HTML.detail), attributes: attributes, why: why)
  }

  private static let call = """
    scenario  T
    party     Anna  extension
    party     B     extension

    Anna TMakeCall B
    wait 5s
    mark rings
    B TAnswerCall
        refused
    """

  @Test func rowsHaveAllListedAttributes() throws {
    #expect(
      try ladder(Self.call) == """
          Anna  B     T-Server
        1 |---------->|   TMakeCall B
          :&lt;----------|   EventDialing ConnID=1 ThisDN=Anna ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
          :     |     |   wait 5s
          :.....|.....|   rings
        2 :     |---->|   TAnswerCall
          :     |&lt;----|   EventError ConnID=1 ThisDN=B ErrorCode=1161 ErrorMessage=Incorrect object state

        """)
  }

  @Test func reasonsAndKnownAttributes() throws {
    let text = try ladder(Self.call, attributes: .all, why: true)
    #expect(text.contains(" OtherDNRole=Destination [CallState=OK]"))
    #expect(text.contains("\n  :     |     |   why: A call is made to a device (Basic Call Models, "))
    #expect(text.contains("\n  :     |     |   refused: B cannot answer"))
  }

  /// A value is never cut short, and a party in several calls has no more characters than there is room for.
  @Test func longValuesAndSeveralCalls() throws {
    let long = String(repeating: "x", count: 200)
    let text = try ladder(
      """
      scenario  T
      party     A  extension
      party     B  extension
      party     C  extension
      A TMakeCall B data.k=\(long)
      B ring
      B TAnswerCall
      B TInitiateTransfer C
      C ring
      """)
    #expect(text.contains("TMakeCall B data.k=\(long)\n"))
    #expect(text.contains("\n5 #     :H    o     |   C ring\n"))
  }

  /// Parties that would need more than the width of a page are named.
  @Test func tooManyPartiesAreAList() {
    let parties = (1...14).map { "P\($0) extension" }
    let events = (1...14).map { "P\($0) EventRinging ConnID=1 ThisDN=P\($0) ThisDNRole=Destination" }
    let text = ladder(Sample(parties: parties).transcript([.step("P1 TMakeCall P2", events)]))
    #expect(
      text.hasPrefix("1  P1 TMakeCall P2\n    P1  EventRinging ConnID=1 ThisDN=P1 ThisDNRole=Destination\n    P2  "))
  }

  /// Eight parties and a server that is none of them are wider than the screen of a phone.
  @Test func wideLadders() {
    let (wide, narrow) = (Transcript.conference, Transcript.groups)
    for (transcript, isWide) in [(wide, true), (narrow, false)] {
      let ladder = HTMLLadder(SequenceDiagram(transcript.scenario, attributes: .listed), transcript.flows, why: false)
      #expect(ladder.isWide == isWide)
    }
  }

  @Test(arguments: Transcript.hostileTexts) func textsAreEscaped(_ text: String) {
    let rows = ladder(.hostile(text), why: true)
    #expect(!rows.contains("<"))
    #expect(rows.split(separator: "\n").count == ladder(.hostile("x"), why: true).split(separator: "\n").count)
  }
}
