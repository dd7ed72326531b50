import Testing

@testable import CallReport
@testable import CallScenario

/// The report of a scenario that holds, after one slip of the hand.
@Suite struct DifferenceReportTests {
  static let held = "Agent  EventHeld     ConnID=1 OtherDN=Customer"
  static let dialing =
    "Agent  EventDialing  ConnID=2 ThisDNRole=Origination OtherDN=Boss OtherDNRole=Destination"
  private static let released = "Agent  EventReleased      ConnID=1 CallState=Transferred"
  private static let releasedToo = "Agent  EventReleased      ConnID=2 CallState=Transferred"
  static let changed =
    "Boss   EventPartyChanged  ConnID=1 PreviousConnID=2 OtherDN=Customer ThirdPartyDN=7001 "
    + "ThirdPartyDNRole=TransferredBy CallState=Transferred"

  /// Its actions are on the lines 6, 7, 9, 11, 13, 16, 18 and 21.
  private static let passing = """
    scenario  Transfer with consultation
    party     Customer  external   dn=5551234
    party     Agent     extension  dn=7001
    party     Boss      extension  dn=7002

    Customer dial Agent
    Agent ring
        Agent  EventRinging  ThisDNRole=Destination OtherDN=5551234 OtherDNRole=Origination CallState=ok|Busy
    Agent TAnswerCall
        Agent  EventEstablished  ThisDNRole=Destination OtherDN=Customer OtherDNRole=Origination
    Agent TAttachUserData Tier=Gold Name="Ann Lee"
        Agent  EventAttachedDataChanged  ThirdPartyDN="7001" UserData="Tier=Gold, Name=Ann Lee"
    Agent TInitiateTransfer Boss
        \(held)
        \(dialing)
    Boss ring
        Boss  EventRinging  ThisDNRole=Destination OtherDN=Agent ...
    Boss TAnswerCall
        Agent  EventEstablished  ConnID=2 ThisDNRole=Origination OtherDN=Boss OtherDNRole=Destination
        Boss   EventEstablished  ThisDNRole=Destination OtherDN=Agent OtherDNRole=Origination
    Agent TCompleteTransfer
        \(released)
        \(releasedToo)
        \(changed)

    """

  func failing(_ old: String, _ new: String) throws -> (Transcript, [FailedStep]) {
    let text = Self.passing.replacing(old, with: new, maxReplacements: 1)
    let transcript = try Scenario(parsing: text, path: "t.scenario").replay(.toCompare)
    return (transcript, transcript.failedSteps())
  }

  private func report(_ old: String, _ new: String) throws -> String {
    let (transcript, failed) = try failing(old, new)
    return failed.map { DifferenceReport().text($0, in: transcript) }.joined()
  }

  @Test func theScenarioHolds() throws {
    #expect(try report("", "") == "")
  }

  // MARK: Attributes

  @Test func oneAttributeDiffers() throws {
    #expect(
      try report("CallState=ok|Busy", "CallState=Busy|Forwarded?") == """
        t.scenario:8: flow main, step 2: Agent ring
          Agent receives EventRinging with CallState=OK, not Busy|Forwarded

            Agent  EventRinging  ThisDNRole=Destination OtherDN=5551234 OtherDNRole=Origination
          -   CallState=Busy|Forwarded?
          +   CallState=OK?

          rule    The called party rings
          source  Basic Call Models, Internal/Inbound Call

        """)
  }

  @Test func severalAttributesDiffer() throws {
    #expect(
      try report("OtherDN=Agent ...", "OtherDN=\"+49 30\" DNIS=1 !CallState ...") == """
        t.scenario:17: flow main, step 6: Boss ring
          Boss receives EventRinging, but OtherDN, DNIS and CallState differ

            Boss  EventRinging  ThisDNRole=Destination ...
          -   OtherDN="+49 30"
          +   OtherDN=Agent
          -   DNIS=1
          +   DNIS=Boss
          -   !CallState
          +   CallState=OK

          rule    The called party rings
          source  Basic Call Models, Internal/Inbound Call

        """)
  }

  @Test func theImpliedAttributesDiffer() throws {
    #expect(
      try report(Self.changed, Self.changed.replacing("ConnID=1 Prev", with: "!ThisDN Prev")).contains(
        """
          Boss receives EventPartyChanged, but ThisDN and ConnID differ

            Agent  EventReleased      …
            Agent  EventReleased      …
            Boss   EventPartyChanged  PreviousConnID=2 OtherDN=Customer ThirdPartyDN=7001
                ThirdPartyDNRole=TransferredBy CallState=Transferred
          -   !ThisDN
          +   ThisDN=Boss
          -   ConnID=2 (implied)
          +   ConnID=1

        """))
    #expect(
      try report("EventHeld     ConnID=1", "EventHeld     !ConnID").contains("\n  -   !ConnID\n  +   ConnID=1\n"))
  }

  // MARK: Missing, surplus, moved

  @Test func aMissingLineCanBeCopied() throws {
    #expect(
      try report("    \(Self.dialing)\n", "") == """
        t.scenario:13: flow main, step 5: Agent TInitiateTransfer Boss
          Agent receives EventDialing, which is not expected

            Agent  EventHeld     …
          + \(Self.dialing)

          rule    A consultation call is made from a conversation to a device
          source  T-Server models, Consultation; D27, D136, D137

        """)
  }

  @Test func allLinesAreMissing() throws {
    let lines = "    \(Self.released)\n    \(Self.releasedToo)\n    \(Self.changed)\n"
    #expect(
      try report(lines, "") == """
        t.scenario:21: flow main, step 8: Agent TCompleteTransfer
          3 events are sent, but not expected

          + \(Self.released)
          + \(Self.releasedToo)
          + \(Self.changed.replacing("7001", with: "Agent"))

          rule    The transfer joins a conversation to a conversation
          source  T-Server models, Two-Step Transfer; D28, D61, D64, D135, D177

        """)
  }

  @Test func anotherMessage() throws {
    #expect(
      try report("Boss TAnswerCall\n", "Boss TReleaseCall\n").hasPrefix(
        """
        t.scenario:18: flow main, step 7: Boss TReleaseCall
          Agent receives EventReleased instead of EventEstablished
          Boss receives EventAbandoned instead of EventEstablished

          - Agent  EventEstablished  ConnID=2 ThisDNRole=Origination OtherDN=Boss OtherDNRole=Destination
          + Agent  EventReleased     ConnID=2 ThisDNRole=Origination OtherDN=Boss OtherDNRole=Destination CallState=OK
          - Boss   EventEstablished  ThisDNRole=Destination OtherDN=Agent OtherDNRole=Origination
          + Boss   EventAbandoned    OtherDN=Agent CallState=OK

          rule    Declined: The call ends while the called party rings
          source  Basic Call Models, Internal/Inbound Call, ***, derived, D11
        """))
  }

  @Test func aLineTooMany() throws {
    #expect(
      try report("    \(Self.dialing)\n", "    \(Self.dialing)\n    Boss  EventRinging CallState=\"ok\" ...\n") == """
        t.scenario:16: flow main, step 5: Agent TInitiateTransfer Boss
          Boss does not receive EventRinging

            Agent  EventHeld     …
            Agent  EventDialing  …
          - Boss   EventRinging  CallState="ok" ...

          rule    A consultation call is made from a conversation to a device
          source  T-Server models, Consultation; D27, D136, D137

        """)
  }

  @Test func anotherOrder() throws {
    #expect(
      try report("\(Self.held)\n    \(Self.dialing)", "\(Self.dialing)\n    \(Self.held)") == """
        t.scenario:15: flow main, step 5: Agent TInitiateTransfer Boss
          Agent receives EventHeld before EventDialing, not after

          + \(Self.held)
            Agent  EventDialing  …
          - Agent  EventHeld     …

          rule    A consultation call is made from a conversation to a device
          source  T-Server models, Consultation; D27, D136, D137

        """)
  }

  @Test func anotherOrderOfOneName() throws {
    #expect(
      try report("\(Self.released)\n    \(Self.releasedToo)", "\(Self.releasedToo)\n    \(Self.released)") == """
        t.scenario:23: flow main, step 8: Agent TCompleteTransfer
          Agent receives EventReleased with ConnID=1 before EventReleased with ConnID=2, not after

          + \(Self.released)
            \(Self.releasedToo)
          - \(Self.released)
            Boss   EventPartyChanged  …

          rule    The transfer joins a conversation to a conversation
          source  T-Server models, Two-Step Transfer; D28, D61, D64, D135, D177

        """)
  }

  @Test func anotherRecipient() throws {
    #expect(
      try report(Self.dialing, Self.dialing.replacing("Agent ", with: "Boss  ")) == """
        t.scenario:15: flow main, step 5: Agent TInitiateTransfer Boss
          EventDialing goes to Agent, not to Boss

            Agent  EventHeld     …
          - Boss   EventDialing  …
          + \(Self.dialing)

          rule    A consultation call is made from a conversation to a device
          source  T-Server models, Consultation; D27, D136, D137

        """)
  }

  @Test func anotherOrderAndAnotherRecipient() throws {
    let changed = Self.changed.replacing("Boss ", with: "Customer").replacing(
      "PreviousConnID=2", with: "PreviousConnID=3")
    #expect(
      try report(
        "    \(Self.released)\n    \(Self.releasedToo)\n    \(Self.changed)",
        "    \(Self.releasedToo)\n    \(Self.released)\n    \(changed)"
      ).contains(
        """
          Agent receives EventReleased with ConnID=1 before EventReleased with ConnID=2, not after
          EventPartyChanged goes to Boss, not to Customer, with PreviousConnID=2, not 3

        """))
  }

  // MARK: Refusals

  @Test func aRefusal() throws {
    #expect(
      try report("Boss ring\n", "Boss TAnswerCall on 2\n    Boss  EventEstablished  ...\nBoss ring\n") == """
        t.scenario:16: flow main, step 6: Boss TAnswerCall on 2
          it is refused, but expected to be carried out

          reason        Boss cannot answer: it is not ringing (the call is still on its way to it)
          possible now  ring, busy, park, TMakeCall Customer|Agent
          error         1161 Incorrect object state

          - Boss  EventEstablished  ...
          + Boss  EventError        ErrorCode=1161 ErrorMessage="Incorrect object state" ReferenceID=*

        """)
  }

  @Test func noRefusal() throws {
    #expect(
      try report(Self.held + "\n    " + Self.dialing, "refused Boss is busy") == """
        t.scenario:14: flow main, step 5: Agent TInitiateTransfer Boss
          it is carried out, but expected to be refused

          - refused Boss is busy
          + \(Self.held)
          + \(Self.dialing)

          rule    A consultation call is made from a conversation to a device
          source  T-Server models, Consultation; D27, D136, D137

        """)
  }

  @Test func anotherReason() throws {
    #expect(
      try report("Boss ring\n", "Agent TAnswerCall on 2\n    refused Boss is busy\nBoss ring\n") == """
        t.scenario:17: flow main, step 6: Agent TAnswerCall on 2
          it is refused, but for another reason than expected

          reason  Agent cannot answer call 2: it is not ringing there (it is calling Boss)
          error   1161 Incorrect object state

          - refused Boss is busy
          + refused Agent cannot answer call 2: it is not ringing there (it is calling Boss)

        """)
  }

  // MARK: Form

  @Test func aFlowInOneLine() throws {
    let (transcript, failed) = try failing("    \(Self.released)\n    \(Self.releasedToo)\n    \(Self.changed)\n", "")
    func summary(_ count: Int) -> String { DifferenceReport().summary(failed[0], of: count, in: transcript) }
    let line = "t.scenario:21: flow main, step 8: Agent TCompleteTransfer: 3 events are sent, but not expected"
    #expect(summary(3) == line + "\n")
    #expect(summary(5) == line + " (and 2 more)\n")
  }

  @Test func linesThatHoldAreLeftOut() throws {
    let queue = (1...6).map { "party Q\($0) external\n" }.joined()
    let text = "scenario T\n\(queue)party A extension\nA TMakeCall Q1\n    A  EventDialing ...\n"
    var transcript = try Scenario(parsing: text, path: "t.scenario").replay(.toCompare)
    guard case .step(var step) = transcript.flows[0].entries[0], case .messages(let lines, _) = step.action.expectation
    else { throw NoStep() }
    // No action sends so many messages of one name.
    step.action.expectation = .messages(Array(repeating: lines[0], count: 7), isOpen: false)
    step.messages = Array(repeating: step.messages[0], count: 6)
    transcript.flows[0].entries[0] = .step(step)
    #expect(
      DifferenceReport().text(transcript.failedSteps()[0], in: transcript).contains(
        """
          A does not receive EventDialing

            A  EventDialing  ...
            … 4 lines hold
            A  EventDialing  ...
          - A  EventDialing  ...

        """))
  }

  struct NoStep: Error {}

  @Test func colorsDoNotChangeTheText() throws {
    let (transcript, failed) = try failing("CallState=ok|Busy", "CallState=Busy")
    let colored = DifferenceReport(color: true).text(failed[0], in: transcript)
    #expect(
      colored.contains("\u{1B}[31mCallState=Busy\u{1B}[0m") && colored.contains("\u{1B}[32mCallState=OK\u{1B}[0m"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == DifferenceReport().text(failed[0], in: transcript))
  }

  @Test func whatIsNotCopiedIsWrapped() throws {
    let long = Array(repeating: "0123456789", count: 30).joined(separator: " ")
    let text = try report("OtherDN=Agent ...", "OtherDN=Agent CallState=Busy UserData=\"\(long)\"? ...")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
  }
}
