import CallModel
import Testing

@testable import CallScenario

/// Two spellings that `String` considers equal are different texts wherever a file writes them.
@Suite struct TextWordsTests {
  /// é as one scalar and as two; and the kelvin sign, which `String` considers equal to the letter K.
  static let (composed, decomposed, kelvin) = ("\u{E9}", "e\u{301}", "\u{212A}")

  @Test func wordsAreTheSameInASCIIOnly() {
    #expect(Text.areSameWord("OK", "ok"))
    #expect(!Text.areSameWord("OK", "O\(Self.kelvin)"))
    #expect(!Text.areSameWord("\u{C9}", Self.composed))
    #expect(!Text.areSameWord("OK", "OKK"))
  }

  /// One action with its expectations, and a third party whose DN is another spelling of the second one's.
  private func report(_ body: String, dn: (String, String) = (composed, decomposed)) throws(Mistakes) -> [String] {
    let text = """
      scenario Texts
      party A extension
      party B extension dn="\(dn.0)"
      party C extension dn="\(dn.1)"
      \(body)
      """
    return try Scenario(parsing: text, path: "x").replay().report
  }

  @Test(arguments: [(composed, decomposed), (decomposed, composed), ("K", kelvin), (kelvin, "K")])
  func numbersAreBytes(_ b: String, _ c: String) throws {
    func line(_ value: String) -> String {
      "A TMakeCall B\n    A EventDialing ThisDNRole=Origination OtherDN=\(value) OtherDNRole=Destination"
    }
    #expect(try report(line("B"), dn: (b, c)) == [])
    #expect(try report(line("\"\(b)\""), dn: (b, c)) == [])
    #expect(try report(line(b), dn: (b, c)) == [])
    #expect(try report(line("C"), dn: (b, c)) == ["6 differs EventDialing: OtherDN C/B"])
    for other in [c, "\"\(c)\""] {
      #expect(
        try report(line(other), dn: (b, c)).map(Text.init) == [Text("6 differs EventDialing: OtherDN \(other)/\(b)")])
    }
  }

  @Test func aNameIsNotAnotherPartysDN() throws {
    let text = "scenario Texts\nparty K extension\nparty B extension dn=\(Self.kelvin)\n\(Self.kelvin) TMakeCall K\n"
    let transcript = try Scenario(parsing: text, path: "x").replay()
    #expect(transcript.steps.first?.action.actor == 1)
    #expect(transcript.steps.first?.messages.first?.to == 1)
  }

  @Test func userDataKeepTheirBytes() throws {
    func line(_ a: String, _ b: String) -> String {
      """
      A TMakeCall B
          ...
      A TAttachUserData a="\(Self.decomposed)" b="\(Self.composed)"
          A EventAttachedDataChanged ThirdPartyDN=A UserData="a=\(a), b=\(b)"
      """
    }
    let (a, b) = (Self.decomposed, Self.composed)
    #expect(try report(line(a, b)) == [])
    #expect(
      try report(line(b, b)) == [
        "8 differs EventAttachedDataChanged: UserData \"a=\(b), b=\(b)\"/\"a=\(a), b=\(b)\""
      ])
    #expect(try report(line(a, a)).count == 1)
  }

  @Test(arguments: ["TAnswerCall CallState=O\(kelvin)", "busy CallState=O\(kelvin)"])
  func aNameOfAValueIsASCII(_ action: String) {
    #expect(throws: Mistakes.self) { try report("A TMakeCall B\n    ...\nB ring\n    ...\nB \(action)\n    ...") }
  }

  /// The text after the colon may begin with a combining character, which forms one `Character` with it.
  @Test func placesAreBytes() throws {
    let text = """
      scenario Places
      server interaction-server
      party Agent1 agent
      party Server interaction-server
      party Reporting reporting
      party Chat interaction place="queue:\u{301}x"
      Agent1 RequestPull on Chat
          ...
      """
    let transcript = try Scenario(parsing: text, path: "x").replay()
    let values = transcript.steps.flatMap(\.messages).flatMap(\.attributes).map { Text($0.value) }
    #expect(values.contains(Text("\u{301}x")))
  }
}
