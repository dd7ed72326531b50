/// A scenario that fails, reduced to the least that fails in the same way.
public struct ShrunkScenario: Sendable {
  /// The reduced scenario, in the layout of scenario files. All its actions are in one flow.
  public let text: String
  /// How many actions it has.
  public let actions: Int
  /// How many actions led to the failure before.
  public let actionsBefore: Int
  /// The step that fails, and what differs first there: the failure that stays. It is of the scenario as it was given.
  public let failure: FailedStep
  /// Whether a limit ended the search, so that there may be a smaller one.
  public let isCutShort: Bool

  /// The most actions that are played in the search for what can be left out.
  public static let limit = 50_000_000
}

extension Scenario {
  /// The smallest part of the scenario that fails as the scenario does: with the difference that `test` reports first.
  ///
  ///     let scenario = try Scenario(parsing: text)
  ///     if let shrunk = try scenario.shrunk() { print(shrunk.text) }
  ///
  /// It has one flow, which ends with the action that fails. Actions, options, lines of the last expectation, parties
  /// and the profile are left out as long as the failure stays the same; of the expectations of earlier actions, only
  /// refusals stay. ConnIDs are counted again. Without any one of its actions, the failure would not be the same.
  ///
  /// - Parameters:
  ///   - flow: The flow whose first failure stays; nil for the first of all flows.
  ///   - progress: Called now and then with the number of actions that are left.
  /// - Returns: Nil if every expectation holds.
  /// - Throws: The mistakes that only playing finds, as `replay` does.
  public func shrunk(flow: String? = nil, progress: (Int) -> Void = { _ in }) throws(Mistakes) -> ShrunkScenario? {
    var failure: FailedStep?
    try replay(.toRecord).eachFailedStep(flows: flow.map { [$0] }) { if failure == nil { failure = $0 } }
    guard let failure, let history = history(of: failure.flow) else { return nil }
    let actions = Array(history.actions.prefix(failure.step.number))
    guard var search = ShrinkingSearch(self, actions) else { return nil }
    search.shrink(progress)
    return ShrunkScenario(
      text: search.text(shrunkFrom: failure, in: self), actions: search.actions.count, actionsBefore: actions.count,
      failure: failure, isCutShort: search.isCutShort)
  }
}
