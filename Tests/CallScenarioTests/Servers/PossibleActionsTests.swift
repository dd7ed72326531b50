import Testing

@testable import CallScenario

/// The hint behind a refusal: one line, grouped by verb.
@Suite struct PossibleActionsTests {
  private static func line(
    _ actions: [(verb: String, target: String?, on: String?)], namesTheOnlyOne: Bool = false, isWhole: Bool = true
  ) -> String? {
    var possible = PossibleActions(namesTheOnlyOne: namesTheOnlyOne)
    for action in actions where !possible.add(action.verb, to: action.target, on: action.on, nil) { break }
    return possible.line(for: "B", isWhole: isWhole)
  }

  @Test func whatBelongsToOneVerbStandsTogether() {
    #expect(
      Self.line([("TReleaseCall", nil, "1"), ("TInitiateTransfer", "C", "1"), ("TInitiateTransfer", "D", "1")])
        == "possible now: TReleaseCall, TInitiateTransfer C|D")
    #expect(Self.line([("ring", nil, "1"), ("ring", nil, "2")]) == "possible now: ring on 1|2")
    #expect(
      Self.line([("divert", "A", "1"), ("divert", "B", "1"), ("divert", "A", "2"), ("divert", "B", "2")])
        == "possible now: divert A|B on 1|2")
    // Where it is not the same in each call, each call has its own.
    #expect(
      Self.line([("divert", "A", "1"), ("divert", "B", "1"), ("divert", "A", "2")])
        == "possible now: divert A|B on 1, divert A on 2")
    #expect(Self.line([("hangUp", nil, "One")], namesTheOnlyOne: true) == "possible now: hangUp on One")
  }

  @Test func optionsStandBehind() {
    var possible = PossibleActions(namesTheOnlyOne: false)
    _ = (
      possible.add("TMergeCalls", to: nil, on: nil, nil),
      possible.add("TMergeCalls", to: nil, on: nil, "MergeType=Transfer")
    )
    #expect(possible.line(for: "B", isWhole: true) == "possible now: TMergeCalls, TMergeCalls MergeType=Transfer")
  }

  @Test func theLineEndsBeforeTheTerminalDoes() {
    let many = (1...40).map { (verb: "verb\($0)", target: String?.none, on: String?.none) }
    #expect(
      Self.line(many) == "possible now: verb1, verb2, verb3, verb4, verb5, verb6 … (callsim next)")
    // Of a verb with too many targets as many as fit.
    let targets = (1...40).map { (verb: "TMakeCall", target: Optional("agent\($0)"), on: String?.none) }
    let cut = Self.line(targets)
    #expect(cut == "possible now: TMakeCall agent1|agent2|agent3|agent4|agent5 … (callsim next)")
    for length in 1...90 {
      let line = Self.line([(verb: String(repeating: "v", count: length), target: nil, on: nil)])
      #expect((line?.count ?? 0) <= 76)
    }
  }

  @Test func whereNothingIsPossibleItSaysSo() {
    #expect(Self.line([]) == "nothing is possible for B now")
    // Not all was tried.
    #expect(Self.line([], isWhole: false) == nil)
    #expect(Self.line([("ring", nil, nil)], isWhole: false) == "possible now: ring … (callsim next)")
  }
}
