import Testing

@testable import CallModel

/// Which DNs are registered, and what events say of how a DN stands.
@Suite struct RegistrationTests {
  private static func office(_ profile: SwitchProfile = SwitchProfile()) -> Switch {
    var office = Switch(profile)
    office.add(.acdGroup, "Sales")
    office.add(.extension, "7001", agentOf: "Sales", agent: "ann", registered: false)
    office.add(.extension, "7002")
    office.add(.extension, "7003")
    office.add(.external, "0800")
    return office
  }

  private static func extensions(_ events: [Event]) -> [String?] { events.map { $0[.extensions] } }

  @Test func theHeaderSaysWhatIsRegisteredAtFirst() throws {
    var office = Self.office()
    #expect(office.dns.map { office.isRegistered($0) } == [true, false, true, true, false])
    #expect(!office.isRegistered("7009"))
    try office.apply(.registerAddress("7001"))
    #expect(office.isRegistered("7001") && office.exchange.reasonsToTellMore.isEmpty)
    try office.apply(.unregisterAddress("7001"))
    #expect(!office.isRegistered("7001") && !office.exchange.reasonsToTellMore.isEmpty)
  }

  @Test func eventsSayHowADNStands() throws {
    var office = Self.office()
    try office.apply(.makeCall(from: "7002", to: "7001"))
    try office.apply(.ring("7001"))
    let told = try office.apply(.registerAddress("7001"))
    #expect(
      told.map { "\($0)" } == [
        "7001 EventRegistered InfoType=AddressType Extensions=calls=1, conn-1=1, status=LoggedOut"
      ])
    #expect(told[0].lists(.infoType) && told[0].lists(.extensions) && told[0][.agentID] == nil)
    try office.apply(.agentLogin("7001").bringing(reasons: ["why": "morning"]))
    try office.apply(.forward("7001", to: "0800", mode: .onBusy))
    try office.apply(.setDNDOn("7001"))
    let info = try office.apply(.queryAddress("7001", by: "7003"))
    #expect(
      info.map { "\($0)" } == [
        "7003 EventAddressInfo ThisDN=7001 AgentID=ann InfoType=DNStatus Reasons=why=morning "
          + "Extensions=calls=1, conn-1=1, status=NotReady, fwd=0800, dnd=on"
      ])
    #expect(info[0].thisDN == "7003" && info[0][.agentID] == "ann" && info[0][.reasons] == "why=morning")
    #expect(info[0].lists(.agentID) && info[0].lists(.reasons) && info[0].lists(.thisDN))
    #expect(info[0].values.map(\.attribute.rawValue) == info[0].values.map(\.attribute.rawValue).sorted())
  }

  @Test func theReasonsOfTheRequestComeFirstAndItsExtensionsNotAtAll() throws {
    var office = Self.office()
    let request = Action.registerAddress("7002").bringing(reasons: ["why": "start"], extensions: ["a": "b"])
    #expect(try office.apply(request).map { "\($0[.reasons] ?? "") \($0[.extensions] ?? "")" } == ["why=start calls=0"])
  }

  @Test func aQueueHasQueueStatusAndAtMostAHundredCallsAreNamed() throws {
    var office = Self.office()
    for _ in 0..<101 { try office.apply(.makeCall(from: "0800", to: "Sales")) }
    let info = try office.apply(.queryAddress("Sales", by: "7002"))
    #expect(info[0][.infoType] == "QueueStatus")
    let pairs = info[0][.extensions]?.split(separator: ", ") ?? []
    #expect(pairs.count == 101 && pairs[0] == "calls=101" && pairs[100] == "conn-100=100")
  }

  @Test func otherEventsAreNumberedWithoutAGap() throws {
    var office = Self.office()
    var numbers: [UInt64?] = []
    for action: Action in [
      .makeCall(from: "7002", to: "7001"), .ring("7001"), .answer("7001"),
      .singleStepConference("7002", inviting: "7003"),
      .ring("7003"), .answer("7003"), .release("7001"), .release("7002"), .registerAddress("7001"),
    ] {
      numbers += try office.apply(action).map(\.sequenceNumber)
    }
    #expect(numbers.count > 8 && numbers == (1...UInt64(numbers.count)).map { $0 })
    try office.apply(.unregisterAddress("7001"))
    let refusal = try #require(office.refusal(of: .setDNDOn("7001")))
    #expect(refusal.errorCode == .unregistered)
    #expect(office.error(for: refusal)?.sequenceNumber == UInt64(numbers.count + 2))
  }

  /// Of two agents whose desktops are lost, the one who became free first has been idle longer, though none is told.
  @Test func whoHasWaitedLongestDoesNotDependOnWhoIsTold() throws {
    var office = Switch()
    office.add(.acdGroup, "Sales")
    office.add(.external, "0800")
    for agent in ["7001", "7002"] {
      office.add(.extension, agent, agentOf: "Sales")
      try office.apply(.agentLogin(DN(agent), mode: .autoIn))
      try office.apply(.unregisterAddress(DN(agent)))
    }
    for agent: DN in ["7001", "7002"] {
      try office.apply(.makeCall(from: "0800", to: agent))
      try office.apply(.ring(agent))
      try office.apply(.answer(agent))
    }
    #expect(try office.apply(.release("7002")).isEmpty && office.apply(.release("7001")).isEmpty)
    try office.apply(.makeCall(from: "0800", to: "Sales"))
    #expect(try office.apply(.distribute("Sales")).map { $0[.thirdPartyDN] } == ["7002"])
    // The numbers of events have no gap, nor that of a refusal, even when all are registered again.
    let back = try office.apply(.registerAddress("7001")) + office.apply(.registerAddress("7002"))
    #expect(
      back.map(\.sequenceNumber) == [9, 10]
        && back.map { $0[.extensions] } == ["calls=0, status=Ready", "calls=0, status=Ready"])
    #expect(try office.apply(.setDNDOn("7001")).map(\.sequenceNumber) == [11])
    let refusal = try #require(office.refusal(of: .setDNDOn("7001")))
    #expect(office.error(for: refusal)?.sequenceNumber == 12)
  }

  @Test func digitsStayWithTheirEvent() throws {
    var office = Switch()
    office.add(.routingPoint, "6000", registered: false)
    office.add(.routingPoint, "6001")
    office.add(.external, "0800")
    for point: DN in ["6000", "6001"] {
      try office.apply(.registerAddress(point))
      try office.apply(.makeCall(from: "0800", to: point))
      try office.apply(.applyTreatment(point, type: .collectDigits))
      try office.apply(.treat(point))
    }
    try office.apply(.unregisterAddress("6000"))
    #expect(try office.apply(.endTreatment("6000", digits: "12")).isEmpty)
    #expect(try office.apply(.endTreatment("6001")).map { $0.collectedDigits } == [nil])
  }

  @Test func refusalsComeBeforeTheSwitchLooksFurther() throws {
    let office = Self.office()
    #expect(office.refusal(of: .makeCall(from: "7001", to: "9").requested(as: 1))?.errorCode == .unregistered)
    #expect(office.refusal(of: .makeCall(from: "7001", to: "9"))?.errorCode == .invalidCalledDN)
    #expect(office.refusal(of: .queryAddress("9", by: "7001"))?.errorCode == .unknownDN)
    #expect(office.refusal(of: .queryAddress("0800", by: "7002"))?.errorCode == .unknownDN)
  }

  @Test func aRequestOfAQueueWithManyCallsIsRefused() throws {
    var exchange = Exchange(calls: 40)
    let point = exchange.add(.routingPoint, registered: false) ?? .none
    let caller = exchange.add(.external) ?? .none
    let book = TServer.rulebook()
    var index = CallIndex()
    var events: [Exchange.Event] = []
    for _ in 0..<30 {
      _ = try exchange.apply(
        .init(.makeCall, by: caller, to: point), with: .init(), by: book, using: &index, into: &events)
    }
    for _ in 0..<30 {
      do throws(ModelRefusal<Exchange>) {
        _ = try exchange.apply(.init(.routeCall, by: point), with: .init(), by: book, using: &index, into: &events)
      } catch {
        #expect(error.cause == .severalCalls || error.cause == .unregistered)
      }
      do throws(ModelRefusal<Exchange>) {
        _ = try exchange.apply(
          .init(.routeCall, by: point, referenceID: 1), with: .init(), by: book, using: &index, into: &events)
        Issue.record("it is possible")
      } catch {
        #expect(error.errorCode == .unregistered)
      }
    }
    #expect(events.isEmpty)
  }

  @Test func aStoredStateKnowsWhatIsRegistered() throws {
    var exchange = Exchange(calls: 2)
    let first = exchange.add(.extension, registered: false) ?? .none
    let second = exchange.add(.extension) ?? .none
    exchange.register(second, as: .monitor)
    var (words, again): ([UInt64], [UInt64]) = ([], [])
    exchange.pack(into: &words)
    var other = Exchange(calls: 2)
    _ = (other.add(.extension), other.add(.extension))
    other.unpack(words[...])
    other.pack(into: &again)
    #expect(words == again && !other.isRegistered(first) && other.isRegistered(second))
    #expect(other.reasonsToTellMore.contains(.unregistered))
    other.unpack([0])
    #expect(other.isRegistered(first) && !other.reasonsToTellMore.contains(.unregistered))
    let kept = Exchange.Moment(exchange, after: nil).exchange
    #expect(!kept.isRegistered(first) && kept.reasonsToTellMore.contains(.unregistered))
  }

  @Test func theTraceOfAnActionLeavesOutWhatIsNotTold() throws {
    var dialogue = Dialogue(after: .makeCall(from: a, to: b), .ring(b), .unregisterAddress(a))
    let traced = try dialogue.exchange.trace(
      .init(.answer(b)), by: TServer.rulebook(), under: SwitchProfile())
    #expect(dialogue(.answer(b)) == "B EventEstablished")
    #expect(traced.map(\.event) == dialogue.events && traced.map(\.clause) == [1])
  }
}
