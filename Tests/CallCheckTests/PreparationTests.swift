import CallModel
import Testing

@testable import CallCheck

@Suite struct PreparationTests {
  /// A DN that is new may be unregistered, of each kind; what may not be looked at is not made either.
  @Test func noMoreArePreparedThanMayBeLookedAt() throws {
    let call = TypedLog("7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination")
    let observed = try #require(call.observations.first)
    var explainer = Explainer.unused(SwitchProfile())
    explainer.terms.effort = Effort.all[2]
    let given = [Hypothesis](repeating: .start, count: 10)
    #expect(explainer.prepared(given, for: observed)?.count == 50)
    for (looks, isPrepared) in [(50, true), (49, false), (0, false)] {
      explainer.looksLeft = looks
      #expect((explainer.prepared(given, for: observed) != nil) == isPrepared, "\(looks)")
    }
  }
}
