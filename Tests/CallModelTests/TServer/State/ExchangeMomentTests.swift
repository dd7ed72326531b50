import Testing

@testable import CallModel

/// An exchange that is remembered and recalled is the one that it was.
@Suite struct ExchangeMomentTests {
  @Test func everyMomentOfEveryFlowGoesOnAsTheOriginal() {
    for flow in Flow.all + Flow.beyond {
      var original = Dialogue()
      var latest: Exchange.Moment?
      var moments: [(Exchange.Moment, Snapshot)] = []
      for action in flow.actions {
        let moment = Exchange.Moment(original.exchange, after: latest)
        (latest, moments) = (moment, moments + [(moment, Snapshot(original.exchange))])
        var recalled = original
        recalled.exchange = moment.exchange
        #expect(recalled(action) == original(action), "\(flow.name)")
        #expect(Snapshot(recalled.exchange) == Snapshot(original.exchange), "\(flow.name)")
      }
      // What comes later has not touched them.
      for (moment, snapshot) in moments { #expect(Snapshot(moment.exchange) == snapshot, "\(flow.name)") }
    }
  }

  @Test func userDataAreRemembered() {
    var call = Dialogue(after: After.talking)
    let (one, two) = (call.data((1, 10)), call.data((2, 20)))
    _ = call(.attach(a, one, on: 1))
    let first = Exchange.Moment(call.exchange, after: nil)
    _ = call(.attach(a, two, on: 1))
    let second = Exchange.Moment(call.exchange, after: first)
    #expect(first.exchange.userData(of: 1).pairs == [.init(key: 1, value: 10)])
    #expect(second.exchange.userData(of: 1).count == 2)
  }

  /// A thousand calls, of which one changes from moment to moment: few pages are new.
  @Test func aMomentCostsWhatDiffers() {
    var calls = Dialogue(calls: 1_000, after: (1...999).map { _ in .makeCall(from: x, to: g) })
    let before = Exchange.Moment(calls.exchange, after: nil)
    _ = calls(.release(x, on: 500))
    let after = Exchange.Moment(calls.exchange, after: before)
    #expect(after.pagesNotShared(with: before) <= 4)
    #expect(Exchange.Moment(calls.exchange, after: nil).pagesNotShared(with: before) > 100)
  }
}
