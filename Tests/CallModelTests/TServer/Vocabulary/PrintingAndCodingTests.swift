import Foundation
import Testing

@testable import CallModel

/// What `print` and a JSON encoder make of the types of a switch.
@Suite struct PrintingAndCodingTests {
  private func office() -> Switch {
    var office = Switch()
    office.add(.extension, "7001")
    office.add(.acdGroup, "Sales")
    return office
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  private func expectRoundTrip<Value: Codable & Equatable>(
    _ value: Value, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let data = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(Value.self, from: data) == value, sourceLocation: location)
  }

  @Test func whatIsPrinted() throws {
    var office = office()
    #expect("\(DN("7001"))" == "7001" && "\(ConnID(7))" == "7" && "\(Kind.acdGroup)" == "acd-group")
    let events = try office.apply(.makeCall(from: "7001", to: "Sales"))
    #expect(
      events.map(\.description) == [
        "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=Sales OtherDNRole=Destination",
        "Sales EventQueued ConnID=1 ThisQueue=Sales ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      ])
    #expect(office.calls.map(\.description) == ["call 1: 7001 (dialing), Sales (queued)"])
    #expect(office.calls[0].parties.map(\.description) == ["7001 (dialing)", "Sales (queued)"])
    #expect(
      office.possibleActions(of: "7001").prefix(2).map(\.description) == [
        "7001 THoldCall on 1", "7001 TReleaseCall on 1",
      ])
    #expect("\(UserData.Pair("Language", "German"))" == "Language=German")
    #expect("\(["Language": "German", "Name": "Ann"] as UserData)" == "Language=German, Name=Ann")
    #expect("\(SwitchProfile())" == "generic")
    #expect("\(SwitchProfile(.errata, "corrected"))" == "errata=corrected")
    #expect(SwitchProfile(named: "aspect-acd").map { "\($0)" } == "route-call-state=absent")
    #expect(SwitchProfile(named: "nothing") == nil)
    #expect("\(ErrorCode.noHeldCall)" == "1164, No held call" && "\(events[0].values[0])" == "ConnID=1")
    #expect("\(RequestMode.agentWorkMode(.autoIn))" == "AgentWorkMode=AutoIn")
    #expect("\(office)" == "a switch with 2 DNs and 1 call")
    let rule = try #require(events[1].rule)
    #expect("\(rule)" == "A call is made to an ACD group (\(rule.source))")
    #expect(rule.verbs == ["TMakeCall"])
  }

  @Test(arguments: [
    (Action.makeCall(from: "7001", to: "Sales"), "7001 TMakeCall Sales"),
    (.makeCall(from: "7001", to: "Sales").requested(as: 5), "7001 TMakeCall Sales ReferenceID=5"),
    (.answer("7001", on: 2), "7001 TAnswerCall on 2"),
    (.answer("X", state: .answeringMachineDetected), "X TAnswerCall CallState=AnsweringMachineDetected"),
    (.busy("7001"), "7001 busy CallState=Busy"),
    (.agentReady("7001", mode: .autoIn), "7001 TAgentSetReady AgentWorkMode=AutoIn"),
    (.forward("7001", to: "7002", mode: .onBusy), "7001 TCallSetForward 7002 ForwardMode=OnBusy"),
    (.observe("7001", by: "7002"), "7002 TMonitorNextCall 7001 MonitorNextCallType=OneCall"),
    (
      .observe("7001", by: "7002", type: .allCalls, mode: .mute, scope: .agent),
      "7002 TMonitorNextCall 7001 MonitorNextCallType=AllCalls MonitorMode=Mute MonitorScope=Agent"
    ),
    (.routeCall("P", to: nil, type: .reject, on: 1), "P TRouteCall on 1 RouteType=Reject"),
    (.applyTreatment("P", type: .music), "P TApplyTreatment TreatmentType=Music"),
    (.endTreatment("P", digits: "1*#", on: 2), "P endTreatment on 2 CollectedDigits=1*#"),
    (.mergeForTransfer("7001", on: 2), "7001 TMergeCalls on 2 MergeType=Transfer"),
    (.deletePair("7001", key: "Language"), "7001 TDeletePair Key=Language"),
    (.makeCall(from: "Front Desk", to: "a|b"), #""Front Desk" TMakeCall "a|b""#),
    (.attachUserData("7001", ["Who": "Ann B.", "on": "1"]), #"7001 TAttachUserData Who="Ann B." data.on=1"#),
    (
      .attachUserData("7001", ["Language": "German", "Name": "Ann"], on: 1),
      "7001 TAttachUserData on 1 Language=German Name=Ann"
    ),
  ])
  func anActionIsPrintedAsAScenarioWritesIt(_ action: Action, _ text: String) { #expect("\(action)" == text) }

  @Test func whatIsEncoded() throws {
    var office = office()
    let action = Action.attachUserData("7001", ["Language": "German"], on: 1)
    let data = #"[{"key":"Language","value":"German"}]"#
    #expect(try json(action.userData) == data)
    #expect(
      try json(action)
        == #"{"actor":"7001","on":1,"userData":\#(data),"verb":"TAttachUserData"}"#)
    #expect(
      try json(Action.agentReady("7001", mode: .autoIn).requested(as: 7))
        == #"{"actor":"7001","mode":"AutoIn","referenceID":7,"verb":"TAgentSetReady"}"#)
    #expect(
      try json(Action.busy("7001")) == #"{"actor":"7001","callState":"Busy","verb":"busy"}"#)
    #expect(
      try json(SwitchProfile())
        == #"{"acd-agents":"direct","agent-no-answer-action":"none","agent-no-answer-overflow":"none","ani":"inbound","#
        + #""consult-user-data":"separate","dialed-number":"known","divert-on-ringing":"true","errata":"printed","#
        + #""hook-events":"omitted","merged-user-data":"main-only","monitor-scope":"agent","monitoring":"next-call","#
        + #""network-reached":"reported","#
        + #""optional":"reported","parking-busy":"reported","route-call-state":"ok","wrap-up":"none"}"#)
    let events = try office.apply(.makeCall(from: "7001", to: "Sales"))
    let rule = try #require(events[1].rule)
    let values = [
      ("ConnID", true, "1"), ("ThisDN", true, "Sales"), ("ThisQueue", true, "Sales"),
      ("ThisDNRole", true, "Destination"), ("OtherDN", true, "7001"), ("OtherDNRole", true, "Origination"),
      ("CallType", false, "Internal"), ("CallID", false, "1"), ("CallUUID", false, "00000000000000000000000000000001"),
      ("DNIS", false, "Sales"), ("EventSequenceNumber", false, "2"),
    ].map { #"{"attribute":"\#($0.0)","isListed":\#($0.1),"text":"\#($0.2)"}"# }
    #expect(
      try json(events[1])
        == #"{"rule":{"name":"A call is made to an ACD group","source":"\#(rule.source)","verbs":["TMakeCall"]},"#
        + #""thisDN":"Sales","type":"EventQueued","userData":[],"values":[\#(values.joined(separator: ","))]}"#
    )
    try office.apply(action)
    #expect(
      try json(office.calls[0])
        == #"{"connID":1,"dialed":"Sales","origin":"7001","parties":["#
        + #"{"dn":"7001","isListening":true,"isMuted":false,"role":"Origination","state":"dialing"},"#
        + #"{"dn":"Sales","isListening":true,"isMuted":false,"role":"Destination","state":"queued"}],"type":"Internal","userData":\#(data),"#
        + #""virtualQueues":[]}"#
    )
  }

  @Test func whatIsEncodedIsDecoded() throws {
    for flow in Flow.all + Flow.beyond {
      for action in flow.actions { try expectRoundTrip(action) }
    }
    var office = office()
    for profile in SwitchProfile.many { try expectRoundTrip(profile) }
    try expectRoundTrip(UserData())
    try expectRoundTrip(["Language": "German", "": "=, \"ü\""] as UserData)
    for action: Action in [
      .makeCall(from: "7001", to: "Sales").requested(as: 7), .attachUserData("7001", ["Language": "German"]),
      .agentLogin("7001", mode: .autoIn),
    ] {
      try expectRoundTrip(action)
      for event in try office.apply(action) { try expectRoundTrip(event) }
    }
    for call in office.calls { try expectRoundTrip(call) }
    for dn in office.dns { for possible in office.possibleActions(of: dn) { try expectRoundTrip(possible) } }
    for rule in Switch.rules { try expectRoundTrip(rule) }
    try expectRoundTrip(Action.observe("7001", by: "7002", mode: .coach, scope: .call))
    for action: Action in [.hold("Sales"), .ring("7001"), .retrieve("7001").requested(as: 3)] {
      try expectRoundTrip(#require(office.refusal(of: action)))
    }
    for verb in Verb.allCases { try expectRoundTrip(verb) }
  }

  @Test func whatHasNoSuchNameIsNotDecoded() {
    for action in [
      #"{"actor":"7001","verb":"TNothing"}"#, #"{"actor":"7001","verb":"TAgentSetReady","mode":"Music"}"#,
      #"{"actor":"7001","verb":"THoldCall","mode":"AutoIn"}"#, #"{"actor":"7001","verb":"busy","callState":"Lost"}"#,
      #"{"verb":"THoldCall"}"#, #"{"actor":"7001"}"#,
    ] {
      #expect(throws: DecodingError.self, "\(action)") { try decoded(Action.self, action) }
    }
    for profile in [#"{"optional":"perhaps"}"#, #"{"routeCallState":"absent"}"#, #"{"optional":1}"#] {
      #expect(throws: DecodingError.self, "\(profile)") { try decoded(SwitchProfile.self, profile) }
    }
  }

  @Test func whatIsMissingHasItsDefault() throws {
    #expect(try decoded(Action.self, #"{"actor":"7001","verb":"THoldCall"}"#) == .hold("7001"))
    #expect(
      try decoded(Action.self, #"{"actor":"7001","verb":"TAgentSetReady","mode":"AutoIn"}"#)
        == .agentReady("7001", mode: .autoIn))
    #expect(try decoded(SwitchProfile.self, "{}") == SwitchProfile())
    #expect(try decoded(CallState.self, "6") == .busy && decoded(CallState.self, #""6""#) == .busy)
    #expect(try decoded(Verb.self, #""dial""#) == .makeCall && decoded(Verb.self, #""hangUp""#) == .release)
    #expect(try decoded(SwitchProfile.self, #"{"errata":"corrected"}"#) == SwitchProfile(.errata, "corrected"))
  }
}
