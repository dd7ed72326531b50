import Testing

@testable import CallModel

/// What clients attach to calls, and what becomes of it when calls do.
@Suite struct UserDataTests {
  @Test func pairsAreAttachedChangedAndDeleted() {
    var call = Dialogue(after: After.talking)
    let (first, second, one) = (call.data((1, 10), (2, 20)), call.data((2, 21), (3, 30)), call.data((1, 0)))
    let again = call.data((1, 11), (2, 22))
    #expect(call(.attach(a, first, on: 1)) == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThirdPartyDN=A")
    #expect(call.attached(to: 1) == "1=10 2=20")
    // A pair that is changed stays where it was.
    #expect(
      call(Action(.updateUserData, by: b, on: 1, data: second))
        == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.attached(to: 1) == "1=10 2=21 3=30")
    // What is attached is added, even to a key that is there; an update leaves one pair of that key, the first.
    #expect(call(.attach(b, again, on: 1)) != "refused" && call.attached(to: 1) == "1=10 2=21 3=30 1=11 2=22")
    #expect(call(Action(.updateUserData, by: a, on: 1, data: call.data((2, 23)))) != "refused")
    #expect(call.attached(to: 1) == "1=10 2=23 3=30 1=11")
    // Every pair of the key goes.
    #expect(
      call(Action(.deletePair, by: a, on: 1, data: one)) == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.attached(to: 1) == "2=23 3=30")
    call.refuses(Action(.deletePair, by: a, on: 1, data: one), .badValue, Self.noSuchPair)
    #expect(call(.deleteUserData(a, on: 1)) != "refused" && call.attached(to: 1) == "")
    // To delete what is not there is nothing to refuse.
    #expect(call(.deleteUserData(a, on: 1)) != "refused")
  }

  @Test func anyDNCanAttachToAnyCallAndOnlyPartiesThatKnowItAreTold() {
    var call = Dialogue(after: After.dialed)
    let data = call.data((1, 10))
    // B has not been told of the call yet.
    #expect(call(.attach(d, data, on: 1)) == "A EventAttachedDataChanged, D EventAttachedDataChanged")
    #expect(call.told(a) == "ConnID=1 ThisDN=A ThirdPartyDN=D")
    // The client outside is told, too, but it is no party.
    #expect(call.told(d) == "ConnID=1 ThirdPartyDN=D")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(
      call(.attach(r, data, on: 1))
        == "A EventAttachedDataChanged, B EventAttachedDataChanged, R EventAttachedDataChanged")
    #expect(call(.attach(g, data, on: 2)) == "refused")
  }

  @Test func queuesRoutesAndObserversAreToldToo() {
    var queued = Dialogue(after: .makeCall(from: a, to: g), .queue(at: h))
    let data = queued.data((1, 10))
    #expect(
      queued(.attach(a, data, on: 1))
        == "A EventAttachedDataChanged, G EventAttachedDataChanged, H EventAttachedDataChanged")
    var observed = Dialogue(
      after: [.observe(b, by: c)] + After.talking + [.ring(c), .singleStepConference(a, inviting: d)])
    let other = observed.data((1, 10))
    #expect(
      observed(.attach(a, other, on: 1))
        == "A EventAttachedDataChanged, B EventAttachedDataChanged, C EventAttachedDataChanged")
  }

  @Test func aConsultationBeginsWithoutDataAndBringsItsOwn() {
    for (merged, result) in [
      ("main-only", "1=10 2=20"), ("merged-only", "2=99 3=30"), ("main-over-merged", "1=10 2=20 3=30"),
      ("merged-over-main", "1=10 2=99 3=30"),
    ] {
      var call = Dialogue(under: SwitchProfile(.mergedUserData, merged), after: After.talking)
      let (main, own) = (call.data((1, 10), (2, 20)), call.data((2, 99), (3, 30)))
      _ = (call(.attach(a, main, on: 1)), call(.initiateTransfer(b, to: c)))
      #expect(call.attached(to: 2) == "")
      _ = (call(.ring(c)), call(.answer(c)), call(.attach(c, own, on: 2)))
      var transferred = call
      #expect(transferred(.completeTransfer(b)) != "refused" && transferred.attached(to: 1) == result)
      #expect(transferred.attached(to: 2) == "")
      #expect(call(.completeConference(b)) != "refused" && call.attached(to: 1) == result)
    }
  }

  @Test func ofAChainAllIsCollected() {
    var call = Dialogue(
      under: SwitchProfile(.mergedUserData, "main-over-merged"),
      after: After.consulted + [.initiateTransfer(c, to: d), .ring(d), .answer(d)])
    for number: UInt32 in 1...3 {
      let data = call.data((number, number * 10), (9, number))
      #expect(call(.attach(f, data, on: ConnID(UInt64(number)))) != "refused")
    }
    _ = (call(.completeTransfer(c)), call(.completeTransfer(b)))
    #expect(call.parties == "1: A D" && call.attached(to: 1) == "1=10 9=1 2=20 3=30")
  }

  @Test func dataGoesWithItsCall() {
    var call = Dialogue(after: After.dialed)
    let data = call.data((1, 10))
    _ = (call(.attach(a, data, on: 1)), call(.ring(b)), call(.redirect(b, to: c)))
    #expect(call.attached(to: 1) == "1=10")
    #expect(call(.release(a)) == "A EventReleased")
    #expect(call.attached(to: 1) == "" && call.exchange.data.isEmpty)
    // The consultation ends, and what was attached to it.
    var consulted = Dialogue(after: After.consulted)
    let own = consulted.data((1, 10))
    _ = (consulted(.attach(c, own, on: 2)), consulted(.reconnect(b)))
    #expect(consulted.exchange.data.isEmpty)
  }

  @Test func nothingBroughtIsNothingToAttach() {
    var call = Dialogue(after: After.talking)
    call.refuses(.attach(a, .none, on: 1), .badValue, Self.tooMuch)
    call.refuses(.attach(a, Brought(rawValue: 99), on: 1), .badValue, Self.tooMuch)
  }

  private static let tooMuch = "it must bring at least one pair of user data, and the call can hold at most 1,000"
  private static let noSuchPair = "the call has no such pair of user data"

  @Test func aThousandPairsAndNoMore() {
    var call = Dialogue(after: After.talking)
    let (most, last, beyond) = (call.data(keys: 1...999), call.data(keys: 1000...1000), call.data(keys: 1001...1001))
    #expect(call(.attach(a, most, on: 1)) != "refused" && call(.attach(a, last, on: 1)) != "refused")
    #expect(call.exchange.userData(of: 1).pairs.map(\.key) == Array(1...1000))
    call.refuses(.attach(a, beyond, on: 1), .badValue, Self.tooMuch)
    call.refuses(Action(.updateUserData, by: a, on: 1, data: beyond), .badValue, Self.tooMuch)
    // What takes the place of another needs no room; with one that is new nothing is changed at all.
    let (again, oneNew) = (call.data(keys: 1...1000, value: 7), call.data(keys: 2...1001, value: 8))
    call.refuses(.attach(b, last, on: 1), .badValue, Self.tooMuch)
    #expect(call(Action(.updateUserData, by: b, on: 1, data: again)) != "refused")
    #expect(call.exchange.userData(of: 1).pairs == (1...1000).map { Exchange.UserData.Pair(key: $0, value: 7) })
    call.refuses(Action(.updateUserData, by: b, on: 1, data: oneNew), .badValue, Self.tooMuch)
    // One goes, and one may come.
    #expect(call(Action(.deletePair, by: a, on: 1, data: last)) != "refused")
    #expect(call(.attach(a, beyond, on: 1)) != "refused")
    call.refuses(.attach(a, last, on: 1), .badValue, Self.tooMuch)
  }

  @Test func aThousandPairsAtOnceAndNoMore() {
    var call = Dialogue(after: After.talking)
    let (most, tooMany) = (call.data(keys: 1...1000), call.data(keys: 1...1001))
    call.refuses(.attach(a, tooMany, on: 1), .badValue, Self.tooMuch)
    #expect(call(.attach(a, most, on: 1)) != "refused" && call.exchange.userData(of: 1).pairs.count == 1000)
    call.refuses(Action(.deletePair, by: a, on: 1, data: tooMany), .badValue, Self.noSuchPair)
    #expect(call(Action(.deletePair, by: a, on: 1, data: most)) != "refused" && call.attached(to: 1) == "")
  }

  @Test func aKeyThatIsSaidTwiceIsOneNewKey() {
    var call = Dialogue(after: After.talking)
    let (most, twice) = (call.data(keys: 1...999), call.data((1000, 1), (1000, 2)))
    _ = call(.attach(a, most, on: 1))
    call.refuses(.attach(a, twice, on: 1), .badValue, Self.tooMuch)
    #expect(call(Action(.updateUserData, by: a, on: 1, data: twice)) != "refused")
    #expect(call.exchange.userData(of: 1).pairs.count == 1000 && call.exchange.userData(of: 1).pairs.last?.value == 2)
  }

  @Test(arguments: [Action.completeTransfer(b), .completeConference(b)])
  func callsThatHaveTooMuchBetweenThemAreNotJoined(_ action: Action) {
    var call = Dialogue(under: SwitchProfile(.mergedUserData, "merged-over-main"), after: After.consulted)
    let (main, own) = (call.data(keys: 1...600), call.data(keys: 601...1001))
    _ = (call(.attach(a, main, on: 1)), call(.attach(c, own, on: 2)))
    call.refuses(action, .badValue, "the two calls have more than 1,000 pairs of user data together")
    // What joins nothing is not concerned.
    #expect(call(.alternate(b)) == "B EventHeld, B EventRetrieved" && call(.alternate(b)) != "refused")
    #expect(call(Action(.deletePair, by: c, on: 2, data: call.data((1001, 0)))) != "refused")
    #expect(call(action) != "refused" && call.exchange.userData(of: 1).count == 1000)
  }

  @Test func keysThatBothCallsHaveCountOnce() {
    var call = Dialogue(under: SwitchProfile(.mergedUserData, "main-over-merged"), after: After.consulted)
    let (main, own) = (call.data(keys: 1...1000), call.data(keys: 1...1000, value: 2))
    _ = (call(.attach(a, main, on: 1)), call(.attach(c, own, on: 2)))
    #expect(call(.completeTransfer(b)) != "refused" && call.exchange.userData(of: 1).count == 1000)
    #expect(call.exchange.userData(of: 1).pairs.last?.value == 0)
    call.refuses(.attach(a, call.data(keys: 1001...1001), on: 1), .badValue, Self.tooMuch)
  }

  /// A value that is kept shares what does not change; its pairs are those of the moment.
  @Test func aCopyStaysAsItWas() {
    var data = Exchange.UserData((0..<100).map { .init(key: $0, value: 0) })
    let copy = data
    data.update([.init(key: 50, value: 1), .init(key: 100, value: 1)])
    data.delete((0..<40).map { UInt32($0) })
    #expect(copy.pairs == (0..<100).map { .init(key: $0, value: 0) } && copy.count == 100)
    #expect(data.pairs == (40...100).map { .init(key: $0, value: $0 == 50 || $0 == 100 ? 1 : 0) } && data.count == 61)
    #expect(
      data == Exchange.UserData(data.pairs) && data.hashValue == Exchange.UserData(data.pairs).hashValue && data != copy
    )
  }

  @Test func aKeyMayRepeatUntilItIsUpdated() {
    let pairs: [Exchange.UserData.Pair] = (0..<100).map { .init(key: $0 % 50, value: $0) }
    var data = Exchange.UserData(pairs)
    #expect(data.pairs == pairs && data.count == 100)
    data.update([.init(key: 7, value: 700), .init(key: 99, value: 1)])
    #expect(data.pairs.filter { $0.key == 7 } == [.init(key: 7, value: 700)] && data.pairs[7].value == 700)
    #expect(data.count == 100 && data.pairs.last == .init(key: 99, value: 1))
    data.delete([7, 8])
    #expect(!data.contains(7) && !data.contains(8) && data.count == 97 && data.pairs.count == 97)
  }

  // MARK: What requests bring

  @Test func whatARequestBringsIsThereFromItsFirstEventOn() throws {
    var office = Switch()
    let (ann, bob) = (office.add(.extension, "7001"), office.add(.extension, "7002"))
    let made = try office.apply(
      .makeCall(from: ann, to: bob).bringing(
        userData: ["name": "Ann"], reasons: ["campaign": "May"], extensions: ["line": "1"]))
    #expect(made[0].userData == ["name": "Ann"] && office.calls[0].userData == ["name": "Ann"])
    #expect(made[0][.reasons] == "campaign=May" && made[0][.extensions] == "line=1")
    #expect(!made[0].lists(.reasons) && !made[0].lists(.userData))
    let order = made[0].values.map(\.attribute)
    #expect(order == order.sorted { $0.rawValue < $1.rawValue })
    let rung = try office.apply(.ring(bob).bringing())
    #expect(rung[0].userData == ["name": "Ann"] && rung[0][.reasons] == nil)
    #expect(office.refusal(of: .ring(bob).bringing(reasons: ["a": "b"]))?.errorCode == nil)
    let answered = try office.apply(.answer(bob).bringing(reasons: ["why": "free"]))
    #expect(answered.map { $0[.reasons] } == [nil, "why=free"])
  }

  @Test func whatARouteBroughtComesBackWhenItTakesEffect() throws {
    var office = Switch()
    let (ann, point, bob) = (
      office.add(.extension, "7001"), office.add(.routingPoint, "5000"), office.add(.extension, "7002")
    )
    try office.apply(.makeCall(from: ann, to: point))
    let asked = Action.routeCall(point, to: bob).requested(as: 7).bringing(
      reasons: ["skill": "loans"], extensions: ["line": "1"])
    #expect(try office.apply(asked).isEmpty)
    let used = try office.apply(.route(point, to: bob))
    #expect(used.map { $0[.reasons] } == ["skill=loans"] && used.map { $0[.extensions] } == ["line=1"])
    #expect(try office.apply(.ring(bob))[0][.reasons] == nil)
    // The next call at the point knows nothing of it.
    try office.apply(.release(ann))
    try office.apply(.makeCall(from: ann, to: point))
    try office.apply(.routeCall(point, to: bob).requested(as: 7))
    #expect(try office.apply(.route(point, to: bob)).map { $0[.reasons] } == [nil])
  }

  @Test func anErrorCarriesNothing() throws {
    var office = Switch()
    let ann = office.add(.extension, "7001")
    let refusal = try #require(
      office.refusal(of: .hold(ann).bringing(reasons: ["why": "test"], extensions: ["x": "y"])))
    let error = try #require(refusal.answer)
    #expect(error.type == .error && error[.reasons] == nil && error[.extensions] == nil)
    let wrong = office.refusal(of: .makeCall(from: ann, to: ann).bringing(extensions: ["ConsultUserData": "all"]))
    #expect(wrong?.errorCode == .invalidCalledDN)
    let unknown = Action.initiateTransfer(ann, to: ann).bringing(extensions: ["ConsultUserData": "all"])
    #expect(office.refusal(of: unknown)?.reason == "there is no ConsultUserData all")
    #expect(
      office.refusal(of: .release(ann).bringing(userData: ["a": "b"]))?.reason.hasSuffix("takes no user data") == true)
  }

  @Test func anAgentsReasonsStayUntilItGivesOthers() throws {
    var office = Switch()
    let ann = office.add(.extension, "7001")
    _ = try office.apply(.agentLogin(ann).bringing(reasons: ["shift": "early"]))
    #expect(try office.apply(.agentReady(ann))[0][.reasons] == "shift=early")
    #expect(try office.apply(.agentNotReady(ann).bringing(reasons: ["break": "tea"]))[0][.reasons] == "break=tea")
    #expect(try office.apply(.agentReady(ann))[0][.reasons] == "break=tea")
    #expect(try office.apply(.agentLogout(ann))[0][.reasons] == nil)
    #expect(try office.apply(.agentLogin(ann))[0][.reasons] == nil)
  }

  @Test func aRequestCannotBringTooMuch() throws {
    var office = Switch()
    let (ann, bob) = (office.add(.extension, "7001"), office.add(.extension, "7002"))
    let many = UserData((1...1_001).map { .init("\($0)", "x") })
    for action in [
      Action.makeCall(from: ann, to: bob).bringing(userData: many),
      .makeCall(from: ann, to: bob).bringing(reasons: many), .makeCall(from: ann, to: bob).bringing(extensions: many),
    ] {
      #expect(office.refusal(of: action)?.errorCode == .badValue)
    }
    let most = UserData((1...1_000).map { .init("\($0)", "x") })
    #expect(try office.apply(.makeCall(from: ann, to: bob).bringing(userData: most, reasons: most)).count == 1)
    #expect(office.calls[0].userData == most)
  }

  @Test func aSharedListOutlivesItsMainCall() {
    var call = Dialogue(under: SwitchProfile(.consultUserData, "joint"), after: After.consulted)
    let data = call.data((1, 10))
    #expect(
      call(.attach(c, data, on: 2))
        == "B EventAttachedDataChanged, C EventAttachedDataChanged, A EventAttachedDataChanged, "
        + "B EventAttachedDataChanged")
    #expect(call.attached(to: 1) == "1=10" && call.attached(to: 2) == "1=10")
    #expect(call(.release(a)) != "refused" && call.attached(to: 2) == "1=10")
    #expect(call(.attach(b, call.data((2, 20)), on: 2)) == "B EventAttachedDataChanged, C EventAttachedDataChanged")
    #expect(call(.release(b)) != "refused" && call.exchange.data.isEmpty)
  }
}
