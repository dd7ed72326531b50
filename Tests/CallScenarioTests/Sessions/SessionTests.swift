import Testing

@testable import CallScenario

/// A session answers each line; what is not understood changes nothing.
@Suite struct SessionTests {
  @Test func aCall() {
    var typed = Typed.call()
    #expect(typed("A TMakeCall B") == "1 A TMakeCall B: A EventDialing")
    #expect(typed("B ring") == "2 B ring: B EventRinging")
    #expect(typed("wait 5s") == "ok")
    #expect(typed("mark ringing") == "ok")
    #expect(typed("# a comment") == "ok")
    #expect(typed("") == "ok")
    #expect(typed("B TAnswerCall   # and another") == "3 B TAnswerCall: A EventEstablished, B EventEstablished")
    #expect(typed.session.step == 3 && typed.session.flow == "main")
    #expect(typed("after ringing") == "ok")
    #expect(typed.session.step == 2 && typed.session.flow == "ringing")
    #expect(typed("A TReleaseCall") == "3 A TReleaseCall: A EventReleased, B EventAbandoned")
    #expect(typed("after ringing as other") == "ok")
    #expect(typed("B TAnswerCall") == "3 B TAnswerCall: A EventEstablished, B EventEstablished")
    #expect(typed.savedHolds)
    let saved = typed.session.scenarioText ?? ""
    #expect(saved.hasPrefix("scenario  Session\n\nparty     A  extension\nparty     B  extension\n\nA TMakeCall B\n"))
    #expect(saved.contains("wait 5s\nmark ringing\nB TAnswerCall\n"))
    #expect(
      saved.contains("\n\nafter ringing\nA TReleaseCall\n") && saved.contains("after ringing as other\nB TAnswerCall\n")
    )
  }

  @Test func refusals() {
    var typed = Typed.call()
    // A refused request is a step, and its error an event.
    #expect(typed("B TAnswerCall") == "1 B TAnswerCall: refused, B EventError")
    // What the switch cannot do has not happened.
    #expect(typed("B ring") == "refused B cannot ring: no call is on its way to it")
    #expect(typed.session.step == 1)
    #expect(typed("A TMakeCall B") == "2 A TMakeCall B: A EventDialing")
    #expect(typed.savedHolds)
    let saved = typed.session.scenarioText ?? ""
    #expect(saved.contains("B TAnswerCall\n    refused\n") && !saved.contains("B ring"))
  }

  @Test func mistakesChangeNothing() {
    var typed = Typed.call("A TMakeCall B")
    let mistakes = [
      ("B rings", "error 4:3 unknown verb rings"),
      ("Z ring", "error 5:1 unknown party Z"),
      // The same mistake is one the second time, too.
      ("Z ring", "error 6:1 unknown party Z"),
      ("    A  EventDialing", "error 7:5 nothing is expected here: the answer says what happens"),
      ("party C extension", "error 8:1 `party` belongs to the header, which has ended"),
      ("after nowhere", "error 9:7 unknown mark nowhere"),
      ("B ring on", "error 10:10 `on` needs a word after it, such as a ConnID"),
      ("A TAttachUserData name=\"Ann", "error 11:24 the quoted value does not end on its line"),
      ("wait", "error 12:5 the duration after `wait` is missing"),
      ("A ring\nB ring", "error 13:7 there is more than one line"),
      ("A\u{0}", "error 14:2 the line contains a control character: U+0000"),
    ]
    for (line, mistake) in mistakes { #expect(typed(line) == mistake) }
    #expect(typed.session.step == 1)
    let bytes = typed.session.answer(to: [0x41, 0x20, 0xFF])
    guard case .mistakes(let found) = bytes.content else {
      Issue.record("not a mistake")
      return
    }
    #expect(found.diagnostics[0].message == "the line is not UTF-8: its byte 3 is 0xFF")
    #expect(bytes.isMistake && bytes.step == 1)
    let long = typed.session.answer(to: [UInt8](repeating: 0x41, count: 1_000_000))
    #expect(long.isMistake)
    #expect(typed("B ring") == "2 B ring: B EventRinging")
    #expect(typed.savedHolds)
  }

  @Test func whichCallIsMeantMustBeSaid() {
    var typed = Typed("party X external", "party G acd-group", "party C extension")
    typed("X dial G")
    typed("X dial G")
    #expect(typed("G divert C").hasPrefix("error 6:1 G cannot divert"))
    #expect(typed("G divert C on 2").hasPrefix("3 G divert C on 2: "))
  }

  @Test func quotesAndTextsThatTheScenarioDoesNotHave() {
    var typed = Typed.call("A TMakeCall B", #"A TAttachUserData data."First name"="Ann \"A\" Lee" k=v"#)
    let answer = typed.session.answer(to: "A TAttachUserData data.k2=\"a, b\" reason.r=1")
    guard case .played(let steps) = answer.content else {
      Issue.record("not played")
      return
    }
    #expect(steps[0].messages.map(\.name) == ["EventAttachedDataChanged"])
    #expect(typed("A TDeletePair Key=k") == "4 A TDeletePair Key=k: A EventAttachedDataChanged")
    typed.session = Session(Transcript.Detail(unlisted: true))
    for line in ["party A extension", "party B extension", "A TMakeCall B"] { _ = typed.session.answer(to: line) }
    if case .played(let steps) = typed.session.answer(to: "A TAttachUserData name=Ann").content {
      let data = steps[0].messages[0].attributes.first { $0.name == "UserData" }
      #expect(data?.value == "name=Ann" && data?.isListed == false)
    }
    #expect(typed.savedHolds)
  }

  @Test func thousandsOfCallsAtATime() {
    var typed = Typed("party X external", "party G acd-group")
    for _ in 0..<200 { typed("X dial G") }
    #expect(typed.session.step == 200)
    #expect(typed("X hangUp on 1") == "201 X hangUp on 1: G EventAbandoned")
    #expect(typed("X hangUp on 200") == "202 X hangUp on 200: G EventAbandoned")
    #expect(typed.savedHolds)
  }

  @Test func otherServers() {
    var typed = Typed(
      "server ivr-server", "party IVR ivr", "party Driver ivr-driver", "party Server ivr-server", "party C external")
    #expect(
      typed("IVR NewCall")
        == "1 IVR NewCall: Driver NewCall, Server NewCall(Network), Driver CallStatus(Ringing), IVR CallRinging, "
        + "Driver CallStatus(Established), IVR CallEstablished")
    #expect(typed.savedHolds)
    typed = Typed("server interaction-server", "party A agent")
    #expect(
      typed("A AgentLogin") == "error 1:8 there is no interaction-server, and interaction-server needs one")
  }

  @Test func aScenarioIsPlayedFirst() throws {
    let scenario = try Scenario(
      parsing: """
        scenario  Two flows
        party A extension
        party B extension
        A TMakeCall B
        wait 2s
        mark *
        B ring
        after *
        A TReleaseCall
        """)
    var typed = Typed()
    typed.session = try Session(scenario, at: try #require(scenario.end(of: "main")))
    #expect(typed.session.step == 2)
    #expect(typed(":why") == "The called party rings")
    #expect(typed("B TAnswerCall") == "3 B TAnswerCall: A EventEstablished, B EventEstablished")
    #expect(typed("after * as again") == "ok")
    #expect(typed("A TReleaseCall") == "2 A TReleaseCall: A EventReleased")
    #expect(typed.savedHolds && typed.session.scenarioText?.hasPrefix("scenario  Two flows\n") == true)
    #expect(typed("party C extension") == "error 5:1 `party` belongs to the header, which has ended")
    typed.session = try Session(scenario, at: try #require(scenario.point(after: "*")))
    #expect(typed.session.step == 1)
    #expect(typed("B ring") == "2 B ring: B EventRinging")
    typed.session = try Session(scenario, at: try #require(scenario.end(of: "*")))
    #expect(typed("B ring").hasPrefix("refused"))
    #expect(typed(":undo 2") == "undone 2, step 1")
  }

  @Test func aFileThatCannotBePlayedIsAMistake() throws {
    let scenario = try Scenario(parsing: "scenario T\nparty A extension\nA ring\n")
    #expect(throws: Mistakes.self) { _ = try Session(scenario, at: scenario.end(of: "main")!) }
  }
}
