import Testing

@testable import CallModel

/// Digits that are sent and collected, what clients ask and write to each other, and devices that fail.
@Suite struct DigitsAndQueriesTests {
  private static func office(_ actions: [Action] = []) throws -> Switch {
    var office = Switch()
    for name in ["7001", "7002", "7003"] { office.add(.extension, DN(name).text) }
    office.add(.routingPoint, "P")
    office.add(.acdGroup, "G")
    office.add(.external, "X")
    for action in actions { try office.apply(action) }
    return office
  }

  private static let talking: [Action] = [.makeCall(from: "7001", to: "7002"), .ring("7002"), .answer("7002")]
  private static let waiting: [Action] = [.makeCall(from: "7001", to: "P")]

  private static func refused(_ action: Action, after actions: [Action] = []) throws -> ErrorCode? {
    try office(actions).refusal(of: action)?.errorCode
  }

  // MARK: Digits

  @Test func digitsThatAreSentAreToldToTheSenderAlone() throws {
    var office = try Self.office(Self.talking)
    let events = try office.apply(.sendDTMF("7002", digits: "12").requested(as: 7))
    #expect(events.map(\.type) == [.dtmfSent] && events.map(\.thisDN) == ["7002"])
    #expect(events[0].connID == 1 && events[0].referenceID == 7 && events[0].collectedDigits == nil)
    #expect(office.calls.map(\.parties.count) == [2])
  }

  @Test func digitsNeedAPartyThatTalksAndDigits() throws {
    #expect(try Self.refused(.sendDTMF("7002", digits: "1")) == .noActiveCall)
    #expect(try Self.refused(.sendDTMF("7002", digits: "1", on: 9), after: Self.talking) == .invalidConnID)
    #expect(try Self.refused(.sendDTMF("7001", digits: "1"), after: Self.waiting) == .incorrectObjectState)
    #expect(try Self.refused(.sendDTMF("P", digits: "1"), after: Self.waiting) == .unsupportedOperation)
    #expect(try Self.refused(Action(.sendDTMF, by: "7002"), after: Self.talking) == .badValue)
    #expect(try Self.refused(.sendDTMF("7002", digits: "x"), after: Self.talking) == .badValue)
    let refusal = try Self.office(Self.talking).refusal(of: Action(.sendDTMF, by: "7002"))
    #expect(refusal?.description == "7002 cannot send digits: it names no digits (error 53, Bad attribute value)")
  }

  @Test func digitsAreCollectedOnceForEachRequest() throws {
    var office = try Self.office(Self.waiting)
    #expect(office.refusal(of: .collectDigits("P", digits: "1"))?.reason == "no digits have been asked for")
    #expect(try office.apply(.askForDigits("P").requested(as: 7)) == [])
    let collected = try #require(try office.apply(.collectDigits("P", digits: "12*#")).first)
    #expect(collected.type == .digitsCollected && collected.collectedDigits == "12*#" && collected.referenceID == 7)
    #expect(collected.lists(.collectedDigits) && collected.lists(.callState) && collected.lists(.thisDNRole))
    #expect(!collected.lists(.referenceID))
    let attributes = collected.values.map(\.attribute.rawValue)
    #expect(attributes == attributes.sorted())
    #expect(office.refusal(of: .collectDigits("P", digits: "1")) != nil)
    // The caller need not enter any.
    try office.apply(.askForDigits("P"))
    #expect(try office.apply(.collectDigits("P")).first?.collectedDigits == nil)
  }

  @Test func theRequestForDigitsIsForgottenWithTheCall() throws {
    var office = try Self.office(Self.waiting + [.askForDigits("P")])
    #expect(office.exchange.cold[0].digitRequests.count == 1)
    try office.apply(.release("7001"))
    #expect(office.exchange.cold[0].digitRequests.isEmpty)
  }

  @Test func theRequestForDigitsTellsStatesApart() throws {
    func packed(_ office: Switch) -> [UInt64] {
      var words: [UInt64] = []
      office.exchange.pack(into: &words)
      return words
    }
    let before = try Self.office(Self.waiting)
    var office = try Self.office(Self.waiting + [.askForDigits("P")])
    #expect(packed(before) != packed(office))
    let words = packed(office)
    office.exchange.unpack(words[...])
    #expect(packed(office) == words && office.refusal(of: .collectDigits("P")) == nil)
    try office.apply(.collectDigits("P"))
    #expect(packed(before) == packed(office))
  }

  // MARK: Queries, user events, private services

  @Test func aClientAsksAboutACallThatItIsNotIn() throws {
    var office = try Self.office(Self.talking)
    let own = try #require(try office.apply(.queryCall("7002").requested(as: 5)).first)
    #expect(own.type == .partyInfo && own.connID == 1 && own.thisDNRole == .destination && own.referenceID == 5)
    let other = try office.apply(.queryCall("G", on: 1))
    #expect(other.map(\.thisDN) == ["G"] && other[0].thisDNRole == nil && other[0].dnis == "7002")
    #expect(try Self.refused(.queryCall("7003"), after: Self.talking) == .noActiveCall)
    #expect(try Self.refused(.queryCall("7003", on: 2), after: Self.talking) == .invalidConnID)
    #expect(
      office.refusal(of: .queryCall("7003"))?.reason.hasPrefix("it is in no call") == true)
  }

  @Test func aUserEventBringsItsData() throws {
    var office = try Self.office()
    let asked = Action.sendUserEvent("7001", to: "G", ["k": "v"]).requested(as: 3)
    let events = try office.apply(asked.bringing(reasons: ["why": "r"], extensions: ["e": "x"]))
    #expect(events.map(\.type) == [.ack, .userEvent] && events.map(\.thisDN) == ["7001", "G"])
    #expect(events[0].referenceID == 3 && events[0][.reasons] == "why=r" && events[0].userData.pairs.isEmpty)
    #expect(events[1].referenceID == nil && events[1][.reasons] == nil && events[1][.extensions] == "e=x")
    #expect(events[1].userData == ["k": "v"] && events[1][.userData] == "k=v")
    #expect(try Self.refused(.sendUserEvent("7001", to: "X")) == .invalidCalledDN)
    let many = UserData((0...1_000).map { UserData.Pair("k\($0)", "v") })
    #expect(try Self.refused(.sendUserEvent("7001", to: "G", many)) == .badValue)
  }

  @Test func aPrivateServiceIsAcknowledged() throws {
    var office = try Self.office()
    for dn: DN in ["7001", "P", "G"] {
      #expect(try office.apply(.privateService(dn)).map(\.type) == [.ack])
    }
    #expect(try Self.refused(.privateService("X")) == .unsupportedOperation)
  }

  // MARK: The DN itself

  @Test func aDeviceThatIsOutOfServiceMakesNoRequests() throws {
    var office = try Self.office(Self.talking)
    #expect(try office.apply(.fail("7002")).map(\.type) == [.dnOutOfService])
    for verb in Verb.allCases where verb.isRequest && !verb.needsNoService {
      let action = Action(verb, by: "7002", to: verb.target == .required ? "7003" : nil)
      #expect(office.refusal(of: action)?.errorCode == .outOfService, "\(verb)")
    }
    #expect(
      office.refusal(of: .release("7002"))?.description
        == "7002 cannot release: it is out of service (error 58, Out of service)")
    #expect(office.refusal(of: .fail("7002"))?.reason == "it is already out of service")
    #expect(office.possibleActions(of: "7002").allSatisfy { $0.action.verb.needsNoService })
    #expect(try office.apply(.recover("7002")).map(\.type) == [.dnBackInService])
    #expect(office.refusal(of: .recover("7002"))?.reason == "it is in service")
    #expect(try office.apply(.release("7002")).count == 2)
  }

  @Test func itsCallsFindItBusy() throws {
    var office = try Self.office([.fail("7002"), .makeCall(from: "7001", to: "7002")])
    #expect(try office.apply(.ring("7002")).map(\.type) == [.destinationBusy])
    #expect(try Self.refused(.fail("G")) == nil)
    #expect(try Self.office().refusal(of: .fail("G"))?.reason == "it is an ACD group")
  }

  @Test func theLampIsOnOrOff() throws {
    var office = try Self.office()
    #expect(try office.apply(.setMessageWaitingOn("7001")).map(\.type) == [.messageWaitingOn])
    let again = office.refusal(of: .setMessageWaitingOn("7001"))
    #expect(again?.errorCode == .alreadyInState && again?.reason == "its message lamp is already on")
    #expect(try office.apply(.setMessageWaitingOff("7001")).map(\.type) == [.messageWaitingOff])
    #expect(office.refusal(of: .setMessageWaitingOff("7001"))?.errorCode == .alreadyInState)
    #expect(office.refusal(of: .setMessageWaitingOn("G"))?.errorCode == .unsupportedOperation)
  }
}
