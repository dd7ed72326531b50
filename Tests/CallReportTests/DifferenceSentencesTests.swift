import Testing

@testable import CallReport
@testable import CallScenario

/// What a test says in words about the lines of `DifferenceReportTests`.
@Suite struct DifferenceSentencesTests {
  private typealias Slips = DifferenceReportTests

  private func sentences(_ old: String, _ new: String) throws -> [String] {
    let (transcript, failed) = try Slips().failing(old, new)
    return failed.flatMap { DifferenceSentences(Spelling(transcript.scenario)).sentences($0).map(\.text) }
  }

  @Test(arguments: [
    ("OtherDN=Customer OtherDNRole", "OtherDN=Boss OtherDNRole", "with OtherDN=Customer, not Boss"),
    ("OtherDN=Customer OtherDNRole", "OtherDN=7002 OtherDNRole", "with OtherDN=5551234, not 7002"),
    ("OtherDN=Customer OtherDNRole", "OtherDNRole", "with OtherDN, which is not expected"),
    (
      "OtherDN=Customer OtherDNRole", "!OtherDN OtherDNRole",
      "with OtherDN, which should be absent"
    ),
    ("OtherDN=Customer OtherDNRole", "OtherDN=absent OtherDNRole", "with OtherDN=Customer, not absent"),
    ("OtherDN=Customer OtherDNRole", "ErrorCode=1 OtherDN=Customer OtherDNRole", "without ErrorCode=1"),
    (
      "OtherDN=Customer OtherDNRole", "OtherDN=a-name-that-is-far-too-long OtherDNRole",
      "with another OtherDN"
    ),
  ])
  func aSentenceNamesTheAttribute(_ old: String, _ new: String, _ end: String) throws {
    #expect(try sentences(old, new) == ["Agent receives EventEstablished " + end])
  }

  @Test(arguments: [
    ("Tier=Silver, Name=Ann Lee", "with Tier=Gold in UserData, not Tier=Silver"),
    ("Tier=Silver, Name=Bob", "with other UserData: Tier and Name"),
    ("Tier=Gold", "with other UserData: Name"),
    ("Gold", "with another UserData"),
  ])
  func aSentenceNamesTheUserData(_ expected: String, _ end: String) throws {
    let found = try sentences("UserData=\"Tier=Gold, Name=Ann Lee\"", "UserData=\"\(expected)\"")
    #expect(found == ["Agent receives EventAttachedDataChanged " + end])
  }

  @Test func fewSentencesAreEnough() throws {
    let parties = (1...9).map { "party P\($0) extension\n" }.joined()
    let lines = (2...9).map { "    P\($0)  EventRinging\n    P\($0)  EventHeld\n" }.joined()
    let text = "scenario T\n\(parties)P1 TMakeCall P2\n    ...\nP2 ring\n"
    let transcript = try Scenario(parsing: text + lines, path: "t.scenario").replay(.toCompare)
    let sentences = DifferenceSentences(Spelling(transcript.scenario)).sentences(transcript.failedSteps()[0])
    #expect(
      sentences.map(\.text) == [
        "P2 receives EventRinging, but ThisDNRole, OtherDN, OtherDNRole and CallState differ",
        "15 expected events are not sent",
      ])
    #expect(sentences.map(\.count) == [1, 15])
  }

  @Test func anotherRecipientAndOtherAttributes() throws {
    let changed = Slips.changed.replacing("Boss ", with: "Customer")
      .replacing(" PreviousConnID=2", with: " PreviousConnID=3").replacing("CallState=Transferred", with: "")
    #expect(
      try sentences(Slips.changed, changed) == [
        "EventPartyChanged goes to Boss, not to Customer, with another PreviousConnID and CallState"
      ])
  }

  @Test func anotherOrderAndOtherAttributes() throws {
    let held = Slips.held.replacing("OtherDN=Customer", with: "OtherDN=Boss ErrorCode=1")
    #expect(
      try sentences("\(Slips.held)\n    \(Slips.dialing)", "\(Slips.dialing)\n    \(held)") == [
        "Agent receives EventHeld before EventDialing, not after, with another OtherDN and ErrorCode"
      ])
  }

  /// The sentence about the rest comes last, because others would follow from it.
  @Test func theRestComesLast() throws {
    let parties = (1...12).map { "party P\($0) extension\n" }.joined()
    let text = "scenario T\n\(parties)P1 TMakeCall P2\n    P1  EventDialing ThisQueue=1 ...\n"
    var transcript = try Scenario(parsing: text, path: "t.scenario").replay(.toCompare)
    guard case .step(var step) = transcript.flows[0].entries[0], case .messages(let lines, _) = step.action.expectation
    else { throw Slips.NoStep() }
    func line(_ recipient: Int, _ name: String) -> ExpectedMessage {
      var line = lines[0]
      (line.recipient, line.name) = (recipient, name)
      return line
    }
    step.action.expectation = .messages(
      (0..<10).map { line($0, "EventDialing") } + (10..<12).map { line($0, "EventHeld") }, isOpen: false)
    step.messages = (0..<10).map { recipient in
      var message = step.messages[0]
      message.to = recipient
      return message
    }
    transcript.flows[0].entries[0] = .step(step)
    let found = DifferenceSentences(Spelling(transcript.scenario)).sentences(transcript.failedSteps()[0])
    #expect(found.map(\.text).suffix(2) == ["2 expected events are not sent", "there are 3 more differences"])
    #expect(found.count == 9 && found.reduce(0) { $0 + $1.count } == 12)
  }
}
