import Foundation
import Testing

@testable import CallModel

/// The other servers in texts: names and words go in and come out.
@Suite struct MessageServerTests {
  private typealias Chats = MessageServer<InteractionServer>
  private typealias IVR = MessageServer<IVRServer>

  private func chats() -> Chats {
    var server = Chats()
    for name in ["Agent1", "Agent2"] { server.add(.agent, name) }
    server.add(.agent, "Away", [.state: "logged-out"])
    server.add(.server, "Server")
    server.add(.reporting, "Reporting")
    server.add(.interaction, "Chat")
    return server
  }

  private func ivr() -> IVR {
    var server = IVR()
    server.add(.ivr, "IVR")
    server.add(.driver, "Driver")
    server.add(.server, "Server")
    for name in ["Caller", "Peer"] { server.add(.external, name) }
    return server
  }

  @Test func messagesHaveSendersAndRecipients() throws {
    var server = ivr()
    let events = try server.apply(.init(.newCall, by: "IVR", to: "Caller"))
    #expect(
      events.map { "\($0.from) \($0.type) \($0.to)" } == [
        "IVR NewCall Driver", "Driver NewCall(Network) Server", "Server CallStatus(Ringing) Driver",
        "Driver CallRinging IVR", "Server CallStatus(Established) Driver", "Driver CallEstablished IVR",
      ])
    #expect(Set(events.map(\.rule)).count == 1 && server.rules.contains(events[0].rule))
  }

  @Test func attributesAreTexts() throws {
    var server = ivr()
    try server.apply(.init(.newCall, by: "IVR", to: "Caller"))
    try server.apply(.init(.initConf, by: "IVR", to: "Peer", parameters: [.reqID: "7"]))
    let events = try server.apply(.init(.fail, by: "Peer", parameters: [.tLibErrCode: "1163"]))
    let error = try #require(events.first { $0.type == .error && $0.to == "IVR" })
    #expect(error[.failedReq] == "InitConf" && error[.tLibErrCode] == "1163" && error[.routeType] == nil)
  }

  @Test func whatIsPrinted() throws {
    var server = chats()
    typealias Action = Chats.Action
    #expect("\(Action(.requestConference, by: "Agent1", to: "Agent2"))" == "Agent1 RequestConference Agent2")
    #expect("\(Action(.deliver, by: "Server", to: "Agent1", on: "Chat"))" == "Server deliver Agent1 on Chat")
    let place = Action(.requestPlaceInQueue, by: "Agent1", parameters: [.queue: "Later"])
    #expect("\(place)" == "Agent1 RequestPlaceInQueue Queue=Later")
    #expect("\(Chats.PossibleAction(action: place, events: []))" == "\(place)")
    #expect(server.parties == ["Agent1", "Agent2", "Away", "Server", "Reporting", "Chat"])
    let events = try server.apply(Action(.deliver, by: "Server", to: "Agent1"))
    #expect(
      events.map { "\($0.to) \($0.type) from=\($0.from)" } == [
        "Reporting EventAgentInvited from=Server", "Agent1 EventInvite from=Server",
        "Reporting EventPartyRemoved from=Server",
      ])
    #expect(events.allSatisfy { "\($0)".hasPrefix("\($0.to) \($0.type) from=\($0.from)") })
    #expect("\(events[1].rule)" == "\(events[1].rule.name) (\(events[1].rule.source))")
    #expect(events[1].rule.verbs == ["deliver"])
  }

  @Test func aSettingIsSpelledAsInScenarios() {
    let server = chats()
    #expect(
      server.refusal(of: .init(.deliver, by: "Server", to: "Away"))?.sentence
        == "Server cannot deliver Chat to Away: Away is logged out")
    #expect(server.refusal(of: .init(.deliver, by: "Server", to: "Agent1")) == nil)
  }

  @Test func aPlaceKeepsItsName() throws {
    var server = chats()
    try server.apply(.init(.deliver, by: "Server", to: "Agent1"))
    try server.apply(.init(.requestAccept, by: "Agent1"))
    let events = try server.apply(.init(.requestPlaceInQueue, by: "Agent1", parameters: [.queue: "Later"]))
    #expect(events.contains { $0[.queue] == "Later" })
  }

  @Test func whatIsNotKnownIsRefused() throws {
    var server = ivr()
    let refusals: [(IVR.Action, String)] = [
      (.init(.newCall, by: "Late"), "Late cannot take a new call: there is no party Late"),
      (.init(.newCall, by: "IVR", to: "Late"), "IVR cannot take a call from Late: there is no party Late"),
      (.init(.newCall, by: "IVR", on: "Late"), "IVR cannot take a new call: there is no party Late"),
      (.init(.newCall, by: ""), " cannot take a new call: there is no party "),
      (.init(.newCall, by: "IVR", parameters: [.reqID: "1"]), "IVR cannot take a new call: NewCall takes no ReqId"),
      (.init(.initConf, by: "IVR", parameters: [.reqID: "one"]), "IVR cannot start a conference: one is no ReqId"),
      (
        .init(.routeRequest, by: "IVR", parameters: [.routeType: "Nowhere"]),
        "IVR cannot request a route: Nowhere is no RouteType: it is Default, Normal, Reroute, RerouteAttended or RerouteConferenced"
      ),
    ]
    for (action, sentence) in refusals {
      let refusal = try #require(throws: Refusal.self) { try server.apply(action) }
      #expect(refusal.sentence == sentence && refusal.description == sentence)
      #expect(server.refusal(of: action) == refusal)
      #expect(refusal.errorCode == nil && refusal.calls.isEmpty)
    }
    #expect(server.possibleActions(of: "Nobody").isEmpty && server.possibleActions(of: "").isEmpty)
  }

  @Test func everyRefusalIsASentence() {
    expectSentences(ivr())
    expectSentences(chats())
    var recording = MessageServer<Recording>()
    for name in ["D1", "D2"] { recording.add(.device, name) }
    expectSentences(recording)
  }

  private func expectSentences<Vocabulary>(_ server: MessageServer<Vocabulary>) {
    typealias Server = MessageServer<Vocabulary>
    for verb in Vocabulary.Verb.allCases {
      for (actor, target) in [("Late", nil), (server.parties[0].name, "Late"), ("Late", "Later")] {
        let action = Server.Action(verb, by: Server.Party(actor), to: target.map { Server.Party($0) })
        let sentence = server.refusal(of: action)?.sentence ?? "none"
        #expect(sentence.hasPrefix("\(actor) cannot "), "\(action)")
        #expect(![" :", "  ", "{", "}"].contains { sentence.contains($0) }, "\(sentence)")
      }
    }
  }

  @Test func anErrorThatTheServerSendsIsAMessage() throws {
    var server = ivr()
    let action = IVR.Action(.initConf, by: "IVR", to: "Peer")
    let events = try server.apply(action)
    #expect(events.last?.type == .error)
    // Asked why it is not possible, the server says so all the same.
    #expect(server.refusal(of: action)?.reason == "IVR has no call")
  }

  @Test func aCopyGoesItsOwnWay() throws {
    var server = ivr()
    let kept = server
    try server.apply(.init(.newCall, by: "IVR", to: "Caller"))
    #expect(server.refusal(of: .init(.hangUp, by: "Caller")) == nil)
    #expect(kept.refusal(of: .init(.hangUp, by: "Caller")) != nil)
    var other = kept
    other.add(.external, "Late")
    #expect(server.refusal(of: .init(.initConf, by: "IVR", to: "Late"))?.reason == "there is no party Late")
    #expect(other.refusal(of: .init(.newCall, by: "IVR", to: "Late")) == nil)
  }

  @Test func whatIsPossibleHappensAsItIsForetold() throws {
    var server = chats()
    try server.apply(.init(.deliver, by: "Server", to: "Agent1"))
    for party: Chats.Party in ["Agent1", "Agent2", "Away", "Server"] {
      for possible in server.possibleActions(of: party) {
        var trial = server
        #expect(try trial.apply(possible.action) == possible.events, "\(possible.action)")
      }
    }
    #expect(!server.possibleActions(of: "Agent1").isEmpty)
  }

  @Test func whatIsEncodedIsDecoded() throws {
    var server = chats()
    let events = try server.apply(.init(.deliver, by: "Server", to: "Agent1"))
    let action = Chats.Action(.requestPlaceInQueue, by: "Agent1", on: "Chat", parameters: [.queue: "Later"])
    #expect(try JSONDecoder().decode(Chats.Action.self, from: JSONEncoder().encode(action)) == action)
    #expect(try JSONDecoder().decode([Chats.Event].self, from: JSONEncoder().encode(events)) == events)
    let possible = server.possibleActions(of: "Agent1")
    #expect(try JSONDecoder().decode([Chats.PossibleAction].self, from: JSONEncoder().encode(possible)) == possible)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(Chats.Action(.deliver, by: "Server", to: "Agent1")), as: UTF8.self)
        == #"{"actor":"Server","target":"Agent1","verb":"deliver"}"#)
    #expect(
      String(decoding: try encoder.encode(action), as: UTF8.self)
        == #"{"actor":"Agent1","on":"Chat","parameters":{"Queue":"Later"},"verb":"RequestPlaceInQueue"}"#)
  }

  @Test func aParameterWithoutSuchANameIsNotDecoded() {
    let json = #"{"actor":"Agent1","parameters":{"Nothing":"1"},"verb":"RequestPlaceInQueue"}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Chats.Action.self, from: Data(json.utf8)) }
  }

  @Test func everyServerCanBeMade() throws {
    var recording = MessageServer<Recording>()
    for name in ["D1", "D2"] { recording.add(.device, name) }
    #expect(!recording.rules.isEmpty && !Chats().rules.isEmpty && !IVR().rules.isEmpty)
    #expect(recording.possibleActions(of: "D1").contains { "\($0.action)" == "D1 connect D2" })
    #expect(try recording.apply(.init(.connect, by: "D1", to: "D2")) == [])
  }

  @Test func aMistakeOfTheProgramStopsIt() async {
    await #expect(processExitsWith: .failure) {
      var server = MessageServer<InteractionServer>()
      server.add(.agent, "Agent1")
      server.add(.agent, "Agent1")
    }
    await #expect(processExitsWith: .failure) {
      var server = MessageServer<InteractionServer>()
      server.add(.agent, "Agent1", [.state: "asleep"])
    }
  }
}
