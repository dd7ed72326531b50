@testable import CallReport
@testable import CallScenario

extension Transcript {
  /// Connection-Establishing Phase (Internal/Inbound Call Queued to Multiple ACDs): four full columns.
  static let groups = Sample(
    "Inbound call queued to several ACD groups", parties: ["A extension", "B acd-group", "C acd-group", "D extension"]
  )
  .transcript([
    .step(
      "A TMakeCall B",
      [
        "A EventDialing ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=B OtherDNRole=Destination",
        "B EventQueued ConnID=1 ThisDN=B ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination",
      ]),
    .mark("*"),
    .step(
      "C queue",
      ["C EventQueued ConnID=1 ThisDN=C ThisQueue=C ThisDNRole=Destination OtherDN=A OtherDNRole=Origination"]),
    .mark("**"), .mark("***"),
    .step(
      "B divert D",
      [
        "B EventDiverted ConnID=1 ThisDN=B ThisDNRole=Origination OtherDN=C OtherDNRole=Destination",
        "C EventDiverted ConnID=1 ThisDN=C ThisQueue=C ThirdPartyDN=D ThirdPartyQueue=B CallState=Redirected",
      ]),
    .mark("****"),
    .step(
      "D ring",
      [
        "D EventRinging ConnID=1 ThisDN=D ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK"
      ]),
    .mark("*****"),
    .step(
      "D TAnswerCall",
      [
        "A EventEstablished ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=D OtherDNRole=Destination CallState=OK",
        "D EventEstablished ConnID=1 ThisDN=D ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK",
      ]),
  ])

  /// Eight parties, too many for columns of their own in a width of 100.
  static let conference = Sample(
    "A conference of eight",
    parties: [
      "A extension", "B extension group=Q", "C extension", "D extension", "E extension", "F extension",
      "G external dn=0049711",
      "Q acd-group",
    ]
  ).transcript(
    [
      .step(
        "A TMakeCall G",
        ["A EventDialing ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=0049711 OtherDNRole=Destination"]),
      .step(
        "A TCompleteConference on 2",
        ["A", "B", "C", "D", "E", "F"].map {
          "\($0) EventPartyAdded ConnID=1 ThisDN=\($0) ThisDNRole=Destination OtherDN=Q OtherDNRole=ConferenceMember ThirdPartyDN=A"
            + " ThirdPartyDNRole=AddedBy CallState=Conferenced"
        } + ["B EventReleased ConnID=2 ThisDN=B CallState=Conferenced"]),
    ])

  /// A routing whose call ends too early, and requests without effect.
  static let refusals = Sample(
    "Requests that come to nothing", parties: ["A extension", "B routing-point", "Outside external"]
  ).transcript(
    [
      .step(
        "Outside dial B",
        ["B EventRouteRequest ConnID=1 ThisDN=B ThisDNRole=Destination OtherDN=Outside OtherDNRole=Origination"]),
      .step("B TRouteCall A", []),
      .mark("**-routed"),
      .step(
        "B divert A", [], refused: "B cannot divert: it is asked for a route; possible now: B route A, Outside hangUp"),
      .step(
        "Outside hangUp",
        [
          "B EventAbandoned ConnID=1 ThisDN=B OtherDN=Outside CallState=OK",
          "B EventError ConnID=1 ThisDN=B ErrorCode=1163 ErrorMessage=Call_has_been_abandoned ReferenceID=17",
        ]),
      .step("A TAnswerCall on 1 ReferenceID=18", ["A EventError ThisDN=A ErrorCode=71 ErrorMessage=Invalid_Called_DN"]),
    ])

  /// Names that are too long or too unusual for any column.
  static let names = Sample(
    "Namen wie im Leben: Zoë, 東京, 👩🏽‍💻",
    parties: [
      "Zoë extension dn=7001", "東京オフィス acd-group", "👩🏽‍💻 extension",
      "TheReceptionistOfTheHeadOfficeInTheCapital\(String(repeating: "X", count: 200)) extension",
    ]
  ).transcript([
    .step(
      "Zoë TMakeCall 東京オフィス",
      [
        "Zoë EventDialing ConnID=18446744073709551615 ThisDN=7001 OtherDN=東京オフィス OtherDNRole=Destination",
        "👩🏽‍💻 EventRinging ThisDN=👩🏽‍💻 OtherDN=Zoë UserData=a_text_of_several_words_that_goes_on_and_on Key=\(String(repeating: "0123456789", count: 20))",
        "東京オフィス EventQueued Evil=\u{1B}[31m\u{7} Empty= Tab=a\tb",
      ])
  ])

  /// A server whose messages have senders.
  static let driver: Transcript = {
    var sample = Sample("An IVR makes a call", parties: ["IVR ivr", "Driver ivr-driver", "Server ivr-server"])
    sample.server = "ivr-server"
    return sample.transcript([
      .step(
        "IVR NewCall",
        [
          "Driver NewCall from=IVR CallID=1", "Server NewCall from=Driver CallID=1",
          "Driver CallStatus(Ringing) from=Server CallID=1",
        ])
    ])
  }()
}
