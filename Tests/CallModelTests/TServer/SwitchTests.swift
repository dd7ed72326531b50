import Testing

@testable import CallModel

/// A switch takes texts and answers with texts; the exchange in it takes numbers.
@Suite struct SwitchTests {
  /// A switch with the DNs 7001, 7002 and Sales.
  private static func office(_ profile: SwitchProfile = SwitchProfile(), calls: Int = 8) -> Switch {
    var office = Switch(profile, calls: calls)
    office.add(.extension, "7001")
    office.add(.extension, "7002")
    office.add(.acdGroup, "Sales")
    return office
  }

  private static let talking: [Action] = [.makeCall(from: "7001", to: "7002"), .ring("7002"), .answer("7002")]

  private static func talkingOffice() throws -> Switch {
    var office = office()
    for action in talking { try office.apply(action) }
    return office
  }

  @Test func aSwitchIsWhatItsProfileSays() throws {
    let profile = SwitchProfile(.dialedNumber, "unknown")
    var office = Self.office(profile)
    let events = try office.apply(.makeCall(from: "7001", to: "7002"))
    #expect(office.profile == profile)
    #expect(events.map(\.description) == ["7001 EventDialing ConnID=1 ThisDNRole=Origination"])
  }

  @Test func dnsAreListedInOrderAndKnownByTheirTexts() {
    let office = Self.office()
    #expect(office.dns == ["7001", "7002", "Sales"])
    #expect(office.kind(of: "Sales") == .acdGroup && office.kind(of: "7001") == .extension)
    #expect(office.kind(of: "7003") == nil && office.kind(of: "") == nil)
    #expect(office.number(of: "7002") == Exchange.DN(2) && office.number(of: "7003") == nil)
    #expect(office.number(of: "") == nil && office.dn(Exchange.DN(3)) == "Sales")
  }

  @Test func aCopyGoesItsOwnWay() throws {
    var office = Self.office()
    let kept = office
    try office.apply(.makeCall(from: "7001", to: "7002"))
    #expect(office.calls.count == 1 && kept.calls.isEmpty)
    var other = kept
    other.add(.extension, "7003")
    #expect(other.dns.count == 4 && office.dns.count == 3)
    let events = try other.apply(.makeCall(from: "7003", to: "Sales"))
    #expect(events.map(\.connID) == [1, 1])
    office = kept
    #expect(try office.apply(.makeCall(from: "7001", to: "7002")).first?.connID == 1)
  }

  @Test func aCopyHasItsOwnUserData() throws {
    var office = try Self.talkingOffice()
    var other = office
    try office.apply(.attachUserData("7001", ["Language": "German"]))
    try other.apply(.attachUserData("7001", ["Name": "Ann"]))
    #expect(office[1]?.userData == ["Language": "German"] && other[1]?.userData == ["Name": "Ann"])
  }

  // MARK: Refusals

  @Test func aRefusalSaysWhy() throws {
    let office = Self.office()
    let refusal = try #require(office.refusal(of: .hold("7001")))
    #expect(refusal.sentence == "7001 cannot hold: it is in no call" && refusal.reason == "it is in no call")
    #expect(refusal.errorCode == .noActiveCall && refusal.calls.isEmpty)
    #expect(refusal.description == "7001 cannot hold: it is in no call (error 1163, No active call)")
    #expect(office.refusal(of: .makeCall(from: "7001", to: "7002")) == nil)
  }

  @Test func aRefusalNamesTheCallsThatCouldBeMeant() throws {
    var office = Self.office()
    office.add(.external, "Customer")
    try office.apply(.makeCall(from: "Customer", to: "Sales"))
    try office.apply(.makeCall(from: "Customer", to: "Sales"))
    let refusal = try #require(office.refusal(of: .release("Customer")))
    #expect(refusal.calls == [1, 2] && refusal.errorCode == .incorrectObjectState)
    #expect(refusal.sentence == "Customer cannot release: call 1 or call 2 could be meant")
    #expect(office.refusal(of: .release("Customer", on: 2)) == nil)
    // One that is refused for another reason names none.
    #expect(office.refusal(of: .hold("Sales"))?.calls == [])
  }

  @Test func aRefusalLeavesEverythingAsItWas() throws {
    var office = Self.office(calls: 1)
    try office.apply(.makeCall(from: "7001", to: "Sales"))
    let before = (Snapshot(office.exchange), office.calls)
    for action: Action in [
      .makeCall(from: "7001", to: "Sales"), .answer("Sales"), .release("Sales"), .hold("7003"), .ring("7001", on: 8),
      .attachUserData("7001", [:]), .deletePair("7001", key: "none"),
    ] {
      let refusal = try #require(throws: Refusal.self) { try office.apply(action) }
      #expect(office.refusal(of: action) == refusal)
      #expect(Snapshot(office.exchange) == before.0 && office.calls == before.1, "\(action)")
    }
  }

  @Test func aDNThatTheSwitchDoesNotHaveIsRefused() throws {
    var office = Self.office()
    let refusals: [(Action, String, ErrorCode?)] = [
      (.ring("7003"), "7003 cannot ring: there is no DN 7003", nil),
      (.busy(""), " cannot be busy: there is no DN ", nil),
      (.makeCall(from: "7003", to: "7001"), "7003 cannot call 7001: there is no DN 7003", nil),
      (.makeCall(from: "7001", to: "7003"), "7001 cannot call 7003: there is no DN 7003", .invalidCalledDN),
      (.divert("Sales", to: "7003"), "Sales cannot divert the call to 7003: there is no DN 7003", nil),
    ]
    for (action, sentence, code) in refusals {
      let refusal = try #require(throws: Refusal.self) { try office.apply(action) }
      #expect(refusal.sentence == sentence && refusal.errorCode == code)
      #expect(office.refusal(of: action) == refusal)
      #expect(office.error(for: refusal)?.errorCode == code)
    }
    #expect(office.possibleActions(of: "7003").isEmpty && office.possibleActions(of: "").isEmpty)
  }

  @Test func everyRefusalIsASentence() {
    let office = Self.office()
    for verb in Verb.allCases {
      for (actor, target) in [("Late", nil), ("7001", "Late"), ("Late", "Later")] as [(DN, DN?)] {
        let sentence = office.refusal(of: Action(verb, by: actor, to: target))?.sentence ?? "none"
        #expect(sentence.hasPrefix("\(actor) cannot "), "\(verb)")
        #expect(![" :", "  ", "{", "}"].contains { sentence.contains($0) }, "\(sentence)")
      }
    }
  }

  @Test func whatAVerbDoesNotTakeIsRefused() throws {
    var office = try Self.talkingOffice()
    let refusals: [(Action, String, ErrorCode?)] = [
      (Action(.hold, by: "7001", to: "7002"), "THoldCall takes no target", .badValue),
      (Action(.makeCall, by: "7001", to: "7002", on: 1), "TMakeCall takes no call", .badValue),
      (Action(.agentLogin, by: "7001", mode: .treatmentType(.music)), "TAgentLogin takes no TreatmentType", .badValue),
      (Action(.hold, by: "7001", mode: .agentWorkMode(.autoIn)), "THoldCall takes no AgentWorkMode", .badValue),
      (Action(.hold, by: "7001", userData: ["a": "b"]), "THoldCall takes no user data", .badValue),
      (Action(.deleteUserData, by: "7001", userData: ["a": "b"]), "TDeleteUserData takes no user data", .badValue),
      (Action.ring("7001").requested(as: 4), "ring takes no ReferenceID", nil),
    ]
    for (action, reason, code) in refusals {
      let refusal = try #require(throws: Refusal.self) { try office.apply(action) }
      #expect(refusal.reason == reason && refusal.errorCode == code, "\(action)")
      #expect(office.error(for: refusal)?.errorCode == code)
    }
    let refusal = try #require(office.refusal(of: Action(.hold, by: "7001", to: "7002", on: 1, referenceID: 9)))
    let answer = office.error(for: refusal)
    #expect(answer?.connID == 1 && answer?.referenceID == 9 && answer?.thisDN == "7001")
  }

  /// Only a request is answered.
  @Test func whatNoClientCanAskForHasNoErrorCode() throws {
    var office = Self.office()
    for action: Action in [.ring("7001"), .busy("7001"), .distribute("Sales"), .divert("Sales", to: "7001")] {
      let refusal = try #require(office.refusal(of: action))
      #expect(refusal.errorCode == nil && office.error(for: refusal) == nil, "\(action)")
    }
  }

  /// The answer is about the switch that refused; another one, which does not know the requester, gives none.
  @Test func aRefusalOfAnotherSwitchIsNoDanger() throws {
    let refusal = try #require(Self.office().refusal(of: .hold("7001")))
    var other = Switch()
    #expect(other.error(for: refusal) == nil)
    other.add(.extension, "7001")
    #expect(other.error(for: refusal)?.sequenceNumber == 1)
  }

  /// Whatever has been refused, the switch has learned no text from it.
  @Test func aRefusalLeavesNoTexts() throws {
    var office = Self.office()
    for number in 1...3 {
      #expect(throws: Refusal.self) { try office.apply(.attachUserData("7001", ["key \(number)": "value"])) }
    }
    try office.apply(.makeCall(from: "7001", to: "Sales"))
    var other = Self.office()
    try other.apply(.makeCall(from: "7001", to: "Sales"))
    for action: Action in [.attachUserData("7001", ["Language": "German"]), .deletePair("7001", key: "Language")] {
      try office.apply(action)
      try other.apply(action)
      #expect(Snapshot(office.exchange) == Snapshot(other.exchange))
    }
  }

  @Test func aMistakeOfTheProgramStopsIt() async throws {
    await #expect(processExitsWith: .failure) {
      var office = Switch()
      office.add(.extension, "7001")
      office.add(.extension, "7001")
    }
    await #expect(processExitsWith: .failure) {
      var office = Switch()
      office.add(.extension, "7001", agentOf: "Sales")
    }
    await #expect(processExitsWith: .failure) {
      var office = Switch()
      office.add(.extension, "")
    }
    await #expect(processExitsWith: .failure) {
      var office = Switch()
      office.add(.extension, "7001", agentOf: office.add(.extension, "7002"))
    }
    await #expect(processExitsWith: .failure) {
      var office = Switch()
      office.add(.external, "X", agentOf: office.add(.acdGroup, "Sales"))
    }
    await #expect(processExitsWith: .failure) { _ = Switch(calls: 0) }
    await #expect(processExitsWith: .failure) { _ = Switch(calls: 65_536) }
    await #expect(processExitsWith: .failure) { _ = Switch().dn(Exchange.DN(1)) }
  }

  @Test func theAnswerToARefusedRequestComesFromNoRule() throws {
    var office = try Self.talkingOffice()
    let refusal = try #require(office.refusal(of: .retrieve("7001").requested(as: 5)))
    let answer = office.error(for: refusal)
    let error = try #require(answer)
    #expect(error.type == .error && error.rule == nil && error.errorCode == .noHeldCall)
    #expect(error.description == "7001 EventError ConnID=1 ErrorCode=1164 ErrorMessage=No held call")
    #expect(error[.referenceID] == "5" && error[.eventSequenceNumber] == "5")
    // It takes its number when it is told.
    #expect(try office.apply(.hold("7001")).first?[.eventSequenceNumber] == "6")
  }

  @Test func aSwitchTakesAThousandCallsWhereNothingIsSaid() throws {
    var office = Switch()
    let (caller, group) = (office.add(.external, "Customer"), office.add(.acdGroup, "Sales"))
    for _ in 1...1_024 { try office.apply(.makeCall(from: caller, to: group)) }
    #expect(office.calls.count == 1_024)
    #expect(
      office.refusal(of: .makeCall(from: caller, to: group))?.reason == "the switch has reached its limit of calls")
  }

  // MARK: Events, calls and user data

  @Test func theAttributesOfAnEventByNameAndTyped() throws {
    var office = Self.office()
    office.add(.external, "Customer")
    for action: Action in [.makeCall(from: "Customer", to: "Sales"), .divert("Sales", to: "7001")] {
      try office.apply(action)
    }
    let event = try #require(try office.apply(.ring("7001")).first)
    #expect((event.type, event.thisDN) == (.ringing, "7001"))
    #expect(event.connID == 1 && event[.connID] == "1" && event[.thisDN] == "7001")
    #expect(event.thisQueue == "Sales" && event[.thisQueue] == "Sales")
    #expect(event.otherDN == "Customer" && event.otherDNRole == .origination && event.thisDNRole == .destination)
    #expect(event[.otherDNRole] == "Origination" && event[.thisDNRole] == "Destination")
    #expect(event.callState == .ok && event[.callState] == "OK" && event.callType == .inbound)
    #expect(event[.callType] == "Inbound" && !event.lists(.callType) && event.lists(.otherDN))
    #expect(event[.ani] == "Customer" && event[.dnis] == "Sales")
    #expect(event[.callUUID] == "00000000000000000000000000000001")
    #expect(event.previousConnID == nil && event.thirdPartyDN == nil && event.errorCode == nil)
    #expect(event.thirdPartyQueue == nil && event.thirdPartyDNRole == nil)
    #expect(event.rule?.verbs == ["ring"])
  }

  @Test func anEventAboutADNAloneNamesNoCall() throws {
    var office = Self.office()
    let event = try #require(try office.apply(.agentLogin("7001", mode: .manualIn)).first)
    #expect(event.connID == nil && event[.agentWorkMode] == "ManualIn" && event.userData == UserData())
    #expect(event.description == "7001 EventAgentLogin")
  }

  @Test func eventsCarryTheUserDataOfTheirCall() throws {
    var office = try Self.talkingOffice()
    let data: UserData = ["Language": "German", "Name": "Ann"]
    #expect(try office.apply(.attachUserData("7001", data)).map(\.userData) == [data, data])
    #expect(office[1]?.userData == data && office.calls.first?.userData["Name"] == "Ann")
    #expect(data["Nothing"] == nil && data.description == "Language=German, Name=Ann")
    #expect(try office.apply(.updateUserData("7002", ["Name": "Bob"])).first?.userData["Name"] == "Bob")
    // Those of a call which has just ended are its last.
    let last = try office.apply(.release("7001"))
    #expect(last.map(\.userData) == [["Language": "German", "Name": "Bob"], ["Language": "German", "Name": "Bob"]])
    #expect(office[1] == nil)
    #expect(try office.apply(.makeCall(from: "7001", to: "7002")).first?.userData == UserData())
  }

  @Test func aCallSaysWhoIsInItAndWhereItComesFrom() throws {
    var office = try Self.talkingOffice()
    office.add(.extension, "7003")
    try office.apply(.initiateTransfer("7002", to: "7003"))
    let call = try #require(office[2])
    #expect(call.main == 1 && office[1]?.main == nil && call.type == .consult)
    #expect(call.origin == "7002" && call.dialed == "7003")
    #expect(call.parties.map(\.dn) == ["7002", "7003"] && call.parties.map(\.role) == [.origination, .destination])
    #expect(office.calls.map(\.connID) == [1, 2] && office[3] == nil && office[.none] == nil)
  }

  @Test func theNumericFormGivesTheSameEvents() throws {
    var (texts, numbers) = (Self.office(), Self.office())
    for action in Self.talking + [.hold("7001"), .retrieve("7001"), .release("7002")] {
      let told = try texts.apply(action)
      let inNumbers = Exchange.Action(
        action.verb, by: try #require(numbers.number(of: action.actor)),
        to: action.target.flatMap { numbers.number(of: $0) } ?? .none)
      let events = try [Exchange.Event](capacity: Switch.eventLimit) { room in
        try numbers.apply(inNumbers, into: &room)
      }
      #expect(events.map { numbers.event($0) } == told, "\(action)")
    }
    #expect(texts.calls == numbers.calls)
  }

  @Test func theNumericFormRefusesWithTheSameWords() throws {
    var office = Self.office()
    let told = office.refusal(of: .hold("7001"))
    func refusal(of action: Exchange.Action) throws -> Refusal {
      try #require(throws: Refusal.self) {
        _ = try [Exchange.Event](capacity: Switch.eventLimit) { room in try office.apply(action, into: &room) }
      }
    }
    #expect(try refusal(of: Exchange.Action(.hold, by: Exchange.DN(1))) == told)
    // Numbers that the switch does not have.
    let unknown = try refusal(of: Exchange.Action(.hold, by: Exchange.DN(77)))
    #expect(unknown.sentence.hasPrefix("an unknown DN cannot hold") && unknown.errorCode == .invalidCalledDN)
    #expect(office.error(for: unknown) == nil)
    let target = try refusal(of: Exchange.Action(.makeCall, by: Exchange.DN(1), to: Exchange.DN(77)))
    #expect(target.errorCode == .invalidCalledDN)
  }

  @Test func aRefusalLeavesTheCallersMemoryAlone() throws {
    var office = Self.office(calls: 1)
    let (ann, sales) = (Exchange.DN(1), Exchange.DN(3))
    let events = try [Exchange.Event](capacity: 2 + Switch.eventLimit) { room in
      let applied = try office.apply(Exchange.Action(.makeCall, by: ann, to: sales), into: &room)
      #expect(applied.connID == 1 && room.count == 2)
      for action in [
        Exchange.Action(.makeCall, by: ann, to: sales), Exchange.Action(.answer, by: sales),
        Exchange.Action(.release, by: sales), Exchange.Action(.hold, by: Exchange.DN(77)),
        Exchange.Action(.ring, by: ann, on: 8),
        // In numbers, a request brings no user data.
        Exchange.Action(.attachUserData, by: ann, on: 1),
      ] {
        var isRefused = false
        do throws(Refusal) { try office.apply(action, into: &room) } catch { isRefused = error.calls.isEmpty }
        #expect(isRefused && room.count == 2, "\(action)")
      }
    }
    #expect(events.map(\.type) == [.dialing, .queued] && events.map(\.sequenceNumber) == [1, 2])
  }

  // MARK: Possible actions

  @Test func whatIsPossibleHappensAsItIsForetold() throws {
    var office = try Self.talkingOffice()
    try office.apply(.attachUserData("7001", ["Language": "German"]))
    for start in [Self.office(), try Self.talkingOffice(), office] {
      for dn in start.dns {
        for possible in start.possibleActions(of: dn) {
          var trial = start
          #expect(try trial.apply(possible.action) == possible.events, "\(possible)")
        }
      }
    }
  }

  @Test func aPossibleRequestAboutUserDataBringsAPair() throws {
    var office = try Self.talkingOffice()
    func possible(_ verb: Verb) -> [PossibleAction] {
      office.possibleActions(of: "7001").filter { $0.action.verb == verb }
    }
    #expect(possible(.attachUserData).map(\.action.userData) == [["key": "value"]])
    #expect(possible(.attachUserData).first?.events.first?.userData == ["key": "value"])
    #expect(possible(.deletePair).isEmpty && possible(.hold).first?.action.userData == UserData())
    #expect(possible(.attachUserData).map(\.description) == ["7001 TAttachUserData on 1 key=value"])
    try office.apply(.attachUserData("7001", ["Language": "German"]))
    #expect(possible(.deletePair).map(\.action.userData.pairs.first?.key) == ["Language"])
    #expect(possible(.deletePair).first?.events.first?.userData == UserData())
  }

  @Test func everyVerbHasANameOfItsOwn() {
    #expect(Set(Verb.allCases.map { "\($0.name)" }).count == Verb.allCases.count)
    for verb in Verb.allCases { #expect(Verb(named: "\(verb)") == verb) }
    #expect(Verb(named: "makeCall") == nil && Verb(named: "TMergeCalls") == .mergeForConference)
  }

  @Test func theRulesAreThoseOfTheManual() {
    #expect(Switch.rules.count == TServer.rules.count && Switch.eventLimit == 128)
    #expect(Switch.rules.first?.name == TServer.rules.first?.name)
  }
}
