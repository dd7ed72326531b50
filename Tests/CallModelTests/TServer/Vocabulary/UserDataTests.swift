import Testing

@testable import CallModel

/// What clients attach to calls, and what becomes of it when calls do.
@Suite struct UserDataTests {
  @Test func pairsAreAttachedChangedAndDeleted() {
    var call = Dialogue(after: After.talking)
    let (first, second, one) = (call.data((1, 10), (2, 20)), call.data((2, 21), (3, 30)), call.data((1, 0)))
    #expect(call(.attach(a, first, on: 1)) == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThirdPartyDN=A")
    #expect(call.attached(to: 1) == "1=10 2=20")
    // A pair that is changed stays where it was.
    #expect(
      call(Action(.updateUserData, by: b, on: 1, data: second))
        == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.attached(to: 1) == "1=10 2=21 3=30")
    #expect(
      call(Action(.deletePair, by: a, on: 1, data: one)) == "A EventAttachedDataChanged, B EventAttachedDataChanged")
    #expect(call.attached(to: 1) == "2=21 3=30")
    call.refuses(Action(.deletePair, by: a, on: 1, data: one), .badValue, Self.noSuchPair)
    #expect(call(.deleteUserData(a, on: 1)) != "refused" && call.attached(to: 1) == "")
    // To delete what is not there is nothing to refuse.
    #expect(call(.deleteUserData(a, on: 1)) != "refused")
  }

  @Test func anyDNCanAttachToAnyCallAndOnlyPartiesThatKnowItAreTold() {
    var call = Dialogue(after: After.dialed)
    let data = call.data((1, 10))
    // B has not been told of the call yet.
    #expect(call(.attach(d, data, on: 1)) == "A EventAttachedDataChanged")
    #expect(call.told(a) == "ConnID=1 ThisDN=A ThirdPartyDN=D")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.attach(r, data, on: 1)) == "A EventAttachedDataChanged, B EventAttachedDataChanged")
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
    var call = Dialogue(after: After.talking)
    let (main, own) = (call.data((1, 10), (2, 20)), call.data((2, 99), (3, 30)))
    _ = (call(.attach(a, main, on: 1)), call(.initiateTransfer(b, to: c)))
    #expect(call.attached(to: 2) == "")
    _ = (call(.ring(c)), call(.answer(c)), call(.attach(c, own, on: 2)))
    var transferred = call
    // Where both have a key, what the main call says stands.
    #expect(transferred(.completeTransfer(b)) != "refused" && transferred.attached(to: 1) == "1=10 2=20 3=30")
    #expect(transferred.attached(to: 2) == "")
    #expect(call(.completeConference(b)) != "refused" && call.attached(to: 1) == "1=10 2=20 3=30")
  }

  @Test func ofAChainAllIsCollected() {
    var call = Dialogue(after: After.consulted + [.initiateTransfer(c, to: d), .ring(d), .answer(d)])
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
    #expect(call(.attach(b, again, on: 1)) != "refused")
    #expect(call.exchange.userData(of: 1).pairs == (1...1000).map { Exchange.UserData.Pair(key: $0, value: 7) })
    call.refuses(.attach(b, oneNew, on: 1), .badValue, Self.tooMuch)
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
    #expect(call(.attach(a, twice, on: 1)) != "refused")
    #expect(call.exchange.userData(of: 1).pairs.count == 1000 && call.exchange.userData(of: 1).pairs.last?.value == 2)
  }

  @Test(arguments: [Action.completeTransfer(b), .completeConference(b)])
  func callsThatHaveTooMuchBetweenThemAreNotJoined(_ action: Action) {
    var call = Dialogue(after: After.consulted)
    let (main, own) = (call.data(keys: 1...600), call.data(keys: 601...1001))
    _ = (call(.attach(a, main, on: 1)), call(.attach(c, own, on: 2)))
    call.refuses(action, .badValue, "the two calls have more than 1,000 pairs of user data together")
    // What joins nothing is not concerned.
    #expect(call(.alternate(b)) == "B EventHeld, B EventRetrieved" && call(.alternate(b)) != "refused")
    #expect(call(Action(.deletePair, by: c, on: 2, data: call.data((1001, 0)))) != "refused")
    #expect(call(action) != "refused" && call.exchange.userData(of: 1).count == 1000)
  }

  @Test func keysThatBothCallsHaveCountOnce() {
    var call = Dialogue(after: After.consulted)
    let (main, own) = (call.data(keys: 1...1000), call.data(keys: 1...1000, value: 2))
    _ = (call(.attach(a, main, on: 1)), call(.attach(c, own, on: 2)))
    #expect(call(.completeTransfer(b)) != "refused" && call.exchange.userData(of: 1).count == 1000)
    let (old, new) = (call.data(keys: 1000...1000, value: 9), call.data(keys: 1001...1001))
    #expect(call(.attach(a, old, on: 1)) != "refused" && call.exchange.userData(of: 1).pairs.last?.value == 9)
    call.refuses(.attach(a, new, on: 1), .badValue, Self.tooMuch)
  }

  /// A value that is kept shares what does not change; its pairs are those of the moment.
  @Test func aCopyStaysAsItWas() {
    var data = Exchange.UserData((0..<100).map { .init(key: $0, value: 0) })
    let copy = data
    data.attach([.init(key: 50, value: 1), .init(key: 100, value: 1)])
    for key in UInt32(0)..<40 { data.delete(key) }
    #expect(copy.pairs == (0..<100).map { .init(key: $0, value: 0) } && copy.count == 100)
    #expect(data.pairs == (40...100).map { .init(key: $0, value: $0 == 50 || $0 == 100 ? 1 : 0) } && data.count == 61)
    #expect(
      data == Exchange.UserData(data.pairs) && data.hashValue == Exchange.UserData(data.pairs).hashValue && data != copy
    )
  }

  @Test func pairsWithOneKeyAreOne() {
    var data = Exchange.UserData([.init(key: 1, value: 1), .init(key: 2, value: 2), .init(key: 1, value: 3)])
    #expect(data.pairs == [.init(key: 1, value: 3), .init(key: 2, value: 2)])
    data.join(Exchange.UserData([.init(key: 2, value: 9), .init(key: 4, value: 4)]))
    #expect(data.pairs == [.init(key: 1, value: 3), .init(key: 2, value: 2), .init(key: 4, value: 4)])
    data.delete(2)
    #expect(data.pairs.map(\.key) == [1, 4] && !data.contains(2))
  }
}
