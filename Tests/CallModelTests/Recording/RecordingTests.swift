import Testing

@testable import CallModel

/// Recording as a dialogue: what is done with calls, and which messages follow.
struct RecordingTests {
  private func server() -> TestServer<Recording> {
    TestServer(
      "D1 device", "D2 device", "D3 device", "SIP sip-server", "Media media-server", "Recorder recording-server")
  }

  @Test func aCallIsRecordedAndFetched() {
    var server = server()
    #expect(server.writes("D1 connect D2") == [])
    #expect(
      server.writes("D2 TPrivateService PrivateMsgID=GSIP_RECORD_START") == [
        "D2 TPrivateService SIP PrivateMsgID=GSIP_RECORD_START",
        "SIP INVITE Media Dialog=1 SDP=D1", "Media 200 SIP Dialog=1 SDP=Media", "SIP ACK Media Dialog=1",
        "SIP INVITE Media Dialog=2 SDP=D2", "Media 200 SIP Dialog=2 SDP=Media", "SIP ACK Media Dialog=2",
        "SIP re-INVITE Media Dialog=1", "Media 200 SIP Dialog=1 SDP=Media",
        "SIP re-INVITE D1 SDP=Media", "D1 200 SIP SDP=D1", "SIP ACK D1", "SIP ACK Media Dialog=1 SDP=D1",
        "SIP re-INVITE Media Dialog=2", "Media 200 SIP Dialog=2 SDP=Media",
        "SIP re-INVITE D2 SDP=Media", "D2 200 SIP SDP=D2", "SIP ACK D2", "SIP ACK Media Dialog=2 SDP=D2",
        "SIP INFO Media Dialog=1 Session=1 MSML=record", "Media 200 SIP Dialog=1",
        "SIP EventACK D2",
      ])
    #expect(
      server.writes("D1 hangUp") == [
        "D1 BYE SIP", "SIP 200 D1", "SIP INFO Media Dialog=1 Session=1 MSML=stop", "Media 200 SIP Dialog=1",
        "SIP BYE Media Dialog=1", "Media 200 SIP Dialog=1", "SIP BYE Media Dialog=2", "Media 200 SIP Dialog=2",
        "SIP BYE D2", "D2 200 SIP", "Recorder GET Media Session=1", "Media 200 Recorder Session=1",
      ])
    #expect(server.state.calls.isEmpty)
    #expect([server.state.dialogs, server.state.sessions] == [2, 1])
  }

  @Test func theOneWhoStaysKeepsHisRecording() {
    var server = server()
    server.after("D1 connect D2", "D1 TPrivateService PrivateMsgID=GSIP_RECORD_START")
    #expect(
      server.writes("D2 transfer D3") == [
        "SIP re-INVITE Media Dialog=2 SDP=D3", "Media 200 SIP Dialog=2 SDP=Media", "SIP ACK Media Dialog=2",
        "SIP re-INVITE Media Dialog=2", "Media 200 SIP Dialog=2 SDP=Media",
        "SIP re-INVITE D3 SDP=Media", "D3 200 SIP SDP=D3", "SIP ACK D3", "SIP ACK Media Dialog=2 SDP=D3",
        "SIP re-INVITE Media Dialog=1", "Media 200 SIP Dialog=1 SDP=Media",
        "SIP re-INVITE D1 SDP=Media", "D1 200 SIP SDP=D1", "SIP ACK D1", "SIP ACK Media Dialog=1 SDP=D1",
        "SIP BYE D2", "D2 200 SIP",
      ])
  }

  @Test func theOneWhoLeavesEndsHisRecording() {
    var server = server()
    server.after("D1 connect D2", "D2 TPrivateService PrivateMsgID=GSIP_RECORD_START")
    #expect(
      server.writes("D2 transfer D3") == [
        "SIP INFO Media Dialog=1 Session=1 MSML=stop", "Media 200 SIP Dialog=1",
        "SIP re-INVITE D1 SDP=D3", "D1 200 SIP SDP=D1", "SIP ACK D1", "SIP re-INVITE D3 SDP=D1", "D3 200 SIP SDP=D3",
        "SIP ACK D3",
        "SIP BYE Media Dialog=1", "Media 200 SIP Dialog=1", "SIP BYE Media Dialog=2", "Media 200 SIP Dialog=2",
        "SIP BYE D2", "D2 200 SIP",
      ])
  }

  /// The whole of it: which recordings there are, and whose media they record.
  @Test(arguments: [
    ("", "none"), ("start2", "1 on D2: D1, D2"), ("start2 pause2", "1 on D2 (paused): D1, D2"),
    ("start2 pause2 resume2", "1 on D2: D1, D2"), ("start2 stop2", "none"), ("start2 stop2 start2", "2 on D2: D1, D2"),
    ("start1 start2", "1 on D1: D1, D2; 2 on D2: D1, D2"), ("start1 start2 stop1", "2 on D2: D1, D2"),
    ("start1 transfer", "1 on D1: D1, D3"), ("start2 transfer", "none"), ("start1 start2 transfer", "1 on D1: D1, D3"),
    ("start2 conference", "1 on D2: D1+D2, D3"), ("conference start3", "1 on D3: D1+D2, D3"),
    ("start2 conference hangUp1", "1 on D2: D2, D3"), ("start2 conference hangUp2", "none"),
    ("start2 conference hangUp3", "1 on D2: D1, D2"), ("start2 consult", "1 on D2:"), ("start1 consult", "1 on D1: D1"),
    ("start2 consult start3", "1 on D2:"), ("start2 consult retrieve", "1 on D2: D1, D2"),
    ("start2 consult hangUp3", "1 on D2: D1, D2"),
    ("start2 consult hangUp1", "none"), ("start1 consult transfer", "1 on D1: D1, D3"),
    ("start1 start2 consult hangUp2", "none"),
    ("start2 hangUp1", "none"),
  ])
  func goesOn(_ words: String, _ sessions: String) {
    #expect(standing(words, "D2 device") == sessions)
  }

  @Test(arguments: [
    ("start2 consult", "1 on D2: D2, D3"), ("start1 consult", "1 on D1: D1"),
    ("start1 start2 consult", "1 on D1: D1; 2 on D2: D2, D3"),
    ("start2 consult stop2", "none"), ("start2 consult hangUp1", "1 on D2: D2, D3"),
    ("start2 consult hangUp3", "1 on D2: D1, D2"),
    ("start2 consult hangUp1 start3", "1 on D2: D2, D3; 2 on D3: D2, D3"), ("start2 consult transfer", "none"),
  ])
  func goesOnThroughAConsultation(_ words: String, _ sessions: String) {
    #expect(standing(words, "D2 device record-consult-calls=true") == sessions)
  }

  private func standing(_ words: String, _ agent: String) -> String {
    var server = TestServer<Recording>("D1 device", agent, "D3 device", "SIP sip-server", "Media media-server")
    server.after("D1 connect D2")
    for word in words.split(separator: " ") {
      let (verb, device) = (String(word.prefix { $0.isLetter }), "D\(word.last!)")
      switch verb {
      case "transfer", "conference", "consult": server.after("D2 \(verb) D3")
      case "retrieve": server.after("D2 retrieve")
      case "hangUp": server.after("\(device) hangUp")
      default: server.after("\(device) TPrivateService PrivateMsgID=GSIP_RECORD_\(verb.uppercased())")
      }
    }
    let names = server.names
    return server.state.statusLine { names[Int($0.rawValue) - 1] }
  }

  @Test func theOptionsAndTheRouteDecideWhoIsRecorded() {
    for (first, second, side, devices) in [
      ("", "", "", [0]), (" record=true", "", "", [1]), ("", " record=true", "", [2]),
      (" record=true", " record=true", "", [1, 2]),
      ("", "", " record=source", [1]), ("", "", " record=destination", [2]),
      ("", " record=true", " record=source", [1, 2]),
      ("", " record=true", " record=disable_destination", [0]),
      (" record=true", " record=true", " record=disable_destination", [1]),
    ] {
      var server = TestServer<Recording>(
        "D1 device" + first, "D2 device" + second, "SIP sip-server", "Media media-server")
      server.after("D1 TRouteCall D2" + side)
      let recorded = server.state.calls.flatMap(\.sessions).map { Int($0.device.rawValue) }
      #expect(recorded == devices.filter { $0 > 0 })
    }
  }

  @Test func whatIsNotPossibleIsAnsweredByEventErrorOrRefused() {
    var server = server()
    let before = server.state
    #expect(
      server.says("D2 TPrivateService PrivateMsgID=GSIP_RECORD_START") == [
        "D2 TPrivateService SIP", "SIP EventError D2",
      ])
    #expect(server.says("D1 TRouteCall Media") == ["D1 TRouteCall SIP", "SIP EventError D1"])
    #expect(server.says("D1 hangUp").first?.hasPrefix("refused: ") == true)
    #expect(server.says("D1 connect D1") == ["refused: D1 cannot be connected to D1: that is itself"])
    let refused = [
      ("SIP hangUp", "SIP cannot hang up: it is of kind sip-server, not device"),
      ("Media TPrivateService", "Media cannot use TPrivateService: it is of kind media-server, not device"),
      ("Nobody connect D1", "a stranger cannot be connected to D1: there is no such party"),
      ("Recorder connect D1", "Recorder cannot be connected to D1: it is of kind recording-server, not device"),
      ("D1 hangUp on D2", "D1 cannot hang up: it is not done at D2"),
    ]
    for (text, sentence) in refused { #expect(server.says(text) == ["refused: " + sentence]) }
    #expect(server.state == before)
  }

  @Test func aNumberThatIsNoValueIsNotSaid() {
    for number: UInt32 in [4, 255, 256, .max] {
      var server = server()
      #expect(server.says("D1 TRouteCall D2", with: [.record: number]) == ["D1 TRouteCall SIP"])
      #expect(server.events[0].values[.record] == nil)
      #expect(server.says("D1 TPrivateService", with: [.privateMsgID: number]).last == "SIP EventError D1")
      #expect(server.events.allSatisfy { $0.values[.privateMsgID] == nil })
      var settings = AttributeValues<Recording.Setting>()
      settings[.record] = number
      #expect(server.state.add(.device, settings) == nil)
    }
  }

  @Test func aCallHasSoManyRecordingsAndNoMore() {
    var server = TestServer<Recording>(
      "D1 device", "D2 device", "D3 device record=true", "SIP sip-server", "Media media-server")
    server.after("D1 connect D2")
    for _ in 0..<8 {
      server.after(
        "D1 TPrivateService PrivateMsgID=GSIP_RECORD_START", "D1 TPrivateService PrivateMsgID=GSIP_RECORD_STOP")
    }
    #expect(server.state.sessions == 8 && server.state.dialogs == 16)
    #expect(server.says("D1 TPrivateService PrivateMsgID=GSIP_RECORD_START").last == "SIP EventError D1")
    #expect(
      server.says("D1 transfer D3") == [
        "refused: D1 cannot transfer the call to D3: D3 is to be recorded, and the call has its limit of 8 recordings"
      ])
    #expect(server.says("D1 consult D3").count == 9)
  }

  @Test func numbersStartAgainOnlyAfterTheLast() {
    var server = server()
    (server.state.dialogs, server.state.sessions) = (.max, .max)
    server.after("D1 connect D2", "D1 TPrivateService PrivateMsgID=GSIP_RECORD_START")
    #expect([server.state.dialogs, server.state.sessions] == [1, 0])
  }
}
