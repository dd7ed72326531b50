import Testing

@testable import CallModel

@Suite struct AmbiguityTests {
  @Test func twoRulesForOneActionAreAFault() throws {
    let twice = Rulebook(Counter.rules + [Rule("Another one more", "", on: .increment, by: .counting) {}], under: ())
    let found = Counter().explore(by: twice)
    let fault = try #require(found.fault)
    #expect(fault.sentence == "only one rule answers an action: \"One more\" () and \"Another one more\" ()")
    #expect(fault.path == [.increment])
  }

  /// Two rules on calls that ring, one for a caller and one for anyone, meet in the first call that rings.
  @Test func theFirstStateInWhichBothApplyIsFound() throws {
    let rival = try #require(TServer.rules.first { $0.verbs == [.answer] && $0.states.contains(.ringing) })
    let book = Rulebook(TServer.rules + [rival], under: SwitchProfile())
    let fault = try #require(Cast.exchange(of: [.extension, .extension], calls: 1).explore(by: book).fault)
    #expect(fault.sentence.contains(rival.name))
    #expect(fault.path.map(\.verb) == [.makeCall, .ring, .answer])
  }
}
