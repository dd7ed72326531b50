@testable import CallModel
import CallReport
@testable import CallScenario
import Testing

@Suite struct TableTests {
  @Test func theManualsTable() {
    #expect(
      Table().text(.acd) == """
        Internal or inbound call to an ACD group
        ========================================
        Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

        Normal flow

           A  extension                 B  acd-group                      C  extension
           --------------------------   -------------------------------   --------------------------
        1  A TMakeCall B
           EventDialing                 EventQueued
             ConnID       1               ConnID       1
             ThisDN       A               ThisDN       B
             ThisDNRole   Origination     ThisQueue    B
             OtherDN      B               ThisDNRole   Destination
             OtherDNRole  Destination     OtherDN      A
                                          OtherDNRole  Origination

        *

        2                               B divert C
                                        EventDiverted
                                          ConnID            1
                                          ThisDN            B
                                          ThisQueue         B
                                          ThisDNRole        Destination
                                          OtherDN           A
                                          OtherDNRole       Origination
                                          ThirdPartyDN      C
                                          ThirdPartyDNRole  Destination

        **

        3                                                                 C ring
                                                                          EventRinging
                                                                            ConnID       1
                                                                            ThisDN       C
                                                                            ThisQueue    B
                                                                            ThisDNRole   Destination
                                                                            OtherDN      A
                                                                            OtherDNRole  Origination
                                                                            CallState    OK

        ***

        4                                                                 C TAnswerCall
           EventEstablished                                               EventEstablished
             ConnID       1                                                 ConnID       1
             ThisDN       A                                                 ThisDN       C
             ThisDNRole   Origination                                       ThisQueue    B
             OtherDN      C                                                 ThisDNRole   Destination
             OtherDNRole  Destination                                       OtherDN      A
                                                                            OtherDNRole  Origination

        After *, following step 1

           A  extension                 B  acd-group                      C  extension
           --------------------------   -------------------------------   --------------------------
        2  A TReleaseCall
           EventReleased                EventAbandoned
             ConnID     1                 ConnID     1
             ThisDN     A                 ThisDN     B
             OtherDN    B                 OtherDN    A
             CallState  OK                CallState  OK

        After ** (abandoned), following step 2

           A  extension                 B  acd-group                      C  extension
           --------------------------   -------------------------------   --------------------------
        3  A TReleaseCall
           EventReleased
             ConnID     1
             ThisDN     A
             OtherDN    B
             CallState  OK

        """)
  }

  @Test func threePartiesFitIntoEightyColumns() {
    #expect(
      Table(width: 80).text(.acd).contains(
        """
           A                         B                          C
           extension                 acd-group                  extension
           ------------------------  -------------------------  ------------------------
        1  A TMakeCall B
           EventDialing              EventQueued
            ConnID      1             ConnID      1
            ThisDN      A             ThisDN      B
            ThisDNRole  Origination   ThisQueue   B
            OtherDN     B             ThisDNRole  Destination
            OtherDNRole Destination   OtherDN     A
                                      OtherDNRole Origination

        *

        2                            B divert C
                                     EventDiverted
                                      ConnID       1
                                      ThisDN       B
                                      ThisQueue    B
                                      ThisDNRole   Destination
                                      OtherDN      A
                                      OtherDNRole  Origination
                                      ThirdPartyDN C
                                      ThirdPartyDNRole
                                        Destination

        **

        3                                                       C ring
                                                                EventRinging
                                                                 ConnID      1
                                                                 ThisDN      C
                                                                 ThisQueue   B
                                                                 ThisDNRole  Destination
                                                                 OtherDN     A
                                                                 OtherDNRole Origination
                                                                 CallState   OK

        ***

        4                                                       C TAnswerCall
           EventEstablished                                     EventEstablished
            ConnID      1                                        ConnID      1
            ThisDN      A                                        ThisDN      C
            ThisDNRole  Origination                              ThisQueue   B
            OtherDN     C                                        ThisDNRole  Destination
            OtherDNRole Destination                              OtherDN     A
                                                                 OtherDNRole Origination
        """))
  }

  @Test func refusalsAndSilentSteps() {
    #expect(
      Table().text(.refusals).contains(
        """
        2                                      B TRouteCall A

        **-routed

        3                                      B divert A
                                               refused: B cannot divert: it is asked for a route; possible
                                               now: B route A, Outside hangUp

        4                                                                                Outside hangUp
                                               EventAbandoned
                                                 ConnID     1
                                                 ThisDN     B
                                                 OtherDN    Outside
                                                 CallState  OK

                                               EventError
                                                 ConnID        1
                                                 ThisDN        B
                                                 ErrorCode     1163
                                                 ErrorMessage  Call has been abandoned
                                                 ReferenceID   17

        5  A TAnswerCall on 1 ReferenceID=18
           EventError

        """))
  }

  @Test func sendersComeFirst() {
    #expect(
      Table().text(.driver).contains(
        """
           IVR  ivr   Driver  ivr-driver    Server  ivr-server
           --------   -------------------   ------------------
        1  IVR NewCall
                      NewCall               NewCall
                        from    IVR           from    Driver
                        CallID  1             CallID  1

                      CallStatus(Ringing)
                        from    Server
                        CallID  1

        """))
  }

  @Test func allAttributesAndWhy() {
    let text = Table(attributes: .all, why: true).text(.acd, flows: ["*"])
    #expect(
      text.hasSuffix(
        """
        Attributes in [brackets] are not listed in the manual.

        After *, following step 1

           A  extension                  B  acd-group      C  extension
           ---------------------------   ---------------   ------------
        2  A TReleaseCall
           EventReleased                 EventAbandoned
             ConnID        1               ConnID     1
             ThisDN        A               ThisDN     B
             [ThisDNRole]  Origination     OtherDN    A
             OtherDN       B               CallState  OK
             CallState     OK

           why  The rule
                The chapter, the row

        """))
  }

  @Test func severalRulesNameTheirEvents() throws {
    var transcript = Transcript.acd
    guard case .step(var step) = transcript.flows[1].entries[0] else { return }
    step.rules.append(RuleReference(name: "Another rule", source: "The next row", verbs: []))
    step.messages[1].rule = 1
    transcript.flows[1].entries[0] = .step(step)
    #expect(
      Table(why: true).text(transcript, flows: ["*"]).hasSuffix(
        """

           why  The rule (A EventReleased)
                The chapter, the row
           why  Another rule (B EventAbandoned)
                The next row

        """))
  }

  @Test func longAndForeignNames() {
    let text = Table().text(.names)
    #expect(text.contains("1  Zoë TMakeCall 東京オフィス\n"))
    #expect(text.contains("Evil  \"␛[31m␇\""))
    #expect(text.contains("Empty \"\""))
    #expect(text.contains("Tab   \"a␉b\""))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func nothingIsCutOff() {
    let dn = String((0..<700).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let transcript = Sample(parties: ["\(dn) extension"]).transcript([
      .step("\(dn) TMakeCall", ["\(dn) EventDialing ThisDN=\(dn)"])
    ])
    for width in [0, 20, 33, 100] {
      let text = Table(width: width).text(transcript)
      #expect(text.filter { !"\n =".contains($0) }.contains("ThisDN\(dn)"))
    }
  }
}

@Suite struct AnyTableTests {
  static let transcripts: [Transcript] = [.acd, .groups, .conference, .refusals, .names, .driver]

  @Test(arguments: transcripts.indices, [20, 31, 40, 60, 80, 99, 100, 120, 200, 1000])
  func linesFitAndDoNotEndInABlank(_ index: Int, _ width: Int) {
    for attributes in [AttributeChoice.listed, .all] {
      for why in [false, true] {
        let text = Table(width: width, attributes: attributes, why: why).text(Self.transcripts[index])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= width && $0.last != " " })
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      }
    }
  }

  @Test(arguments: transcripts.indices)
  func colorsDoNotChangeTheText(_ index: Int) {
    let plain = Table(why: true).text(Self.transcripts[index])
    let colored = Table(why: true, color: true).text(Self.transcripts[index])
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test func onlyTheRequestedFlows() {
    let text = Table().text(.acd, flows: ["abandoned"])
    #expect(text.contains("After ** (abandoned), following step 2"))
    #expect(!text.contains("Normal flow"))
    #expect(!text.contains("After *:"))
  }

  @Test func aFlowMayBeEmpty() {
    let text = Table().text(Sample(parties: ["A extension"]).transcript([]))
    #expect(text == "A sample\n========\n\nNormal flow\n\n   A  extension\n   ------------\n")
  }
}
