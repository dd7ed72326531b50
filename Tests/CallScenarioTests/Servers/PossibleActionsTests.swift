import Testing

@testable import CallScenario

/// The hint after a refusal: one line, grouped by verb.
@Suite struct PossibleActionsTests {
  private static func line(
    _ actions: [(verb: String, target: String?, on: String?)], namesTheOnlyOne: Bool = false, isWhole: Bool = true
  ) -> String? {
    var possible = PossibleActions(namesTheOnlyOne: namesTheOnlyOne)
    for action in actions where !possible.add(action.verb, to: action.target, on: action.on, nil) { break }
    return possible.line(for: "B", isWhole: isWhole)
  }

  @Test func actionsAreGroupedByVerb() {
    #expect(
      Self.line([("TReleaseCall", nil, "1"), ("TInitiateTransfer", "C", "1"), ("TInitiateTransfer", "D", "1")])
        == "possible now: TReleaseCall, TInitiateTransfer C|D")
    #expect(Self.line([("ring", nil, "1"), ("ring", nil, "2")]) == "possible now: ring on 1|2")
    #expect(
      Self.line([("divert", "A", "1"), ("divert", "B", "1"), ("divert", "A", "2"), ("divert", "B", "2")])
        == "possible now: divert A|B on 1|2")
    // If the possible actions differ between calls, each call has its own.
    #expect(
      Self.line([("divert", "A", "1"), ("divert", "B", "1"), ("divert", "A", "2")])
        == "possible now: divert A|B on 1, divert A on 2")
    #expect(Self.line([("hangUp", nil, "One")], namesTheOnlyOne: true) == "possible now: hangUp on One")
  }

  @Test func optionsComeLast() {
    var possible = PossibleActions(namesTheOnlyOne: false)
    _ = (
      possible.add("TMergeCalls", to: nil, on: nil, nil),
      possible.add("TMergeCalls", to: nil, on: nil, "MergeType=Transfer")
    )
    #expect(possible.line(for: "B", isWhole: true) == "possible now: TMergeCalls, TMergeCalls MergeType=Transfer")
  }

  @Test func theLineFitsTheTerminal() {
    let many = (1...40).map { (verb: "verb\($0)", target: String?.none, on: String?.none) }
    #expect(
      Self.line(many) == "possible now: verb1, verb2, verb3, verb4, verb5, verb6 … (callsim next)")
    // A verb with too many targets shows as many as fit.
    let targets = (1...40).map { (verb: "TMakeCall", target: Optional("agent\($0)"), on: String?.none) }
    let cut = Self.line(targets)
    #expect(cut == "possible now: TMakeCall agent1|agent2|agent3|agent4|agent5 … (callsim next)")
    for length in 1...90 {
      let line = Self.line([(verb: String(repeating: "v", count: length), target: nil, on: nil)])
      #expect((line?.count ?? 0) <= 76)
    }
  }

  @Test func saysThatNothingIsPossible() {
    #expect(Self.line([]) == "no action on a call is possible for B now")
    // Not everything was tried.
    #expect(Self.line([], isWhole: false) == nil)
    #expect(Self.line([("ring", nil, nil)], isWhole: false) == "possible now: ring … (callsim next)")
  }
}
