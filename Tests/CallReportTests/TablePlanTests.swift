import CallReport
import Testing

@Suite struct TablePlanTests {
  @Test func fourPartiesAreAListWhereColumnsDoNotFit() {
    #expect(
      Table().text(.groups).contains(
        """
        A extension, B acd-group, C acd-group, D extension

        Normal flow

        1  A TMakeCall B
             A  EventDialing      ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
             B  EventQueued       ConnID=1 ThisDN=B ThisQueue=B ThisDNRole=Destination OtherDN=A
                                  OtherDNRole=Origination
        """))
    #expect(
      Table(width: 120).text(.groups).contains(
        """
           A  extension                 B  acd-group                 C  acd-group                    D  extension
           --------------------------   --------------------------   -----------------------------   --------------------------
        1  A TMakeCall B
           EventDialing                 EventQueued
             ConnID       1               ConnID       1
             ThisDN       A               ThisDN       B
             ThisDNRole   Origination     ThisQueue    B
             OtherDN      B               ThisDNRole   Destination
             OtherDNRole  Destination     OtherDN      A
                                          OtherDNRole  Origination
        """))
  }

  @Test func eightPartiesAreAList() {
    #expect(
      Table().text(.conference) == """
        A conference of eight
        =====================
        A extension, B extension group=Q, C extension, D extension, E extension, F extension,
        G external dn=0049711, Q acd-group

        Normal flow

        1  A TMakeCall G
             A  EventDialing     ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=0049711
                                 OtherDNRole=Destination

        2  A TCompleteConference on 2
             A  EventPartyAdded  ConnID=1 ThisDN=A ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             B  EventPartyAdded  ConnID=1 ThisDN=B ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             C  EventPartyAdded  ConnID=1 ThisDN=C ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             D  EventPartyAdded  ConnID=1 ThisDN=D ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             E  EventPartyAdded  ConnID=1 ThisDN=E ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             F  EventPartyAdded  ConnID=1 ThisDN=F ThisDNRole=Destination OtherDN=Q
                                 OtherDNRole=ConferenceMember ThirdPartyDN=A ThirdPartyDNRole=AddedBy
                                 CallState=Conferenced
             B  EventReleased    ConnID=2 ThisDN=B CallState=Conferenced

        """)
  }

  /// The layout is the same for all flows, even where the parties of one would fit.
  @Test func allFlowsHaveOneLayout() {
    let sample = Sample(parties: [
      "A extension", "B extension", "C extension", "D extension", "E extension", "Outside external",
    ])
    func released(_ parties: String...) -> [String] {
      parties.map { "\($0) EventReleased ConnID=1 ThisDN=\($0) OtherDNRole=Destination" }
    }
    let transcript = sample.transcript(
      [.step("Outside hangUp", released("A", "B", "D", "E")), .step("D TReleaseCall", [])],
      after: [("few", "few", 0, [.step("Outside hangUp", released("B", "D"))])])
    #expect(
      Table().text(transcript) == """
        A sample
        ========
        A extension, B extension, C extension, D extension, E extension, Outside external

        Normal flow

        1  Outside hangUp
             A  EventReleased  ConnID=1 ThisDN=A OtherDNRole=Destination
             B  EventReleased  ConnID=1 ThisDN=B OtherDNRole=Destination
             D  EventReleased  ConnID=1 ThisDN=D OtherDNRole=Destination
             E  EventReleased  ConnID=1 ThisDN=E OtherDNRole=Destination

        2  D TReleaseCall

        After few, from the start

        1  Outside hangUp
             B  EventReleased  ConnID=1 ThisDN=B OtherDNRole=Destination
             D  EventReleased  ConnID=1 ThisDN=D OtherDNRole=Destination

        """)
    // Alone, it has columns for those who take part in it.
    #expect(
      Table().text(transcript, flows: ["few"]).hasSuffix(
        """
        After few, from the start

           A          B                         C          D                         E          Outside
           extension  extension                 extension  extension                 extension  external
           ---------  ------------------------  ---------  ------------------------  ---------  --------
        1                                                                                     Outside hangUp
                      EventReleased                        EventReleased
                       ConnID      1                        ConnID      1
                       ThisDN      B                        ThisDN      D
                       OtherDNRole Destination              OtherDNRole Destination

        """))
  }
}
