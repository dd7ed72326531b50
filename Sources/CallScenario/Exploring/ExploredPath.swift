/// A way through the states of a scenario's parties: actions, and what they send.
public struct ExploredPath: Sendable {
  /// The scenario that was explored.
  public let scenario: Scenario
  /// Where the exploration began, unless at the start of the scenario.
  public let start: FlowPoint?
  /// The steps from where the exploration began.
  public let steps: [Transcript.Step]
  /// The steps of the scenario before that.
  let history: [Transcript.Step]

  /// The actions from where the exploration began, as a file has them.
  public var actions: [String] { steps.map { scenario.spelling(of: $0.action) } }

  /// The path as a scenario that expects exactly what it sends, from the scenario's start on.
  ///
  /// It has the properties that were checked. `callsim test` passes it.
  public func scenarioText(title: String) -> String {
    var writer = ScenarioWriter(scenario, title: title)
    for step in history + steps { writer.write(step) }
    return writer.text
  }
}

extension Scenario {
  /// Plays actions as a path from that point; the actions must be possible.
  func path(_ actions: [ActionStatement], from start: FlowPoint?) -> ExploredPath {
    let before = start.flatMap { start in history(of: start.flow).map { $0.actions.prefix(start.step) } } ?? []
    var simulation = simulation(.toRecord, with: actions)
    var played: [Transcript.Step] = []
    for action in Array(before) + actions.map(inOwnWords) {
      // Actions that an exploration has carried out are never mistakes.
      guard let step = try? simulation.play(action, of: self) else { break }
      played.append(step)
    }
    return ExploredPath(
      scenario: self, start: start, steps: Array(played.dropFirst(before.count)),
      history: Array(played.prefix(before.count)))
  }

  /// The action with the verb of the scenario's vocabulary, which may be that of two servers.
  private func inOwnWords(_ action: ActionStatement) -> ActionStatement {
    var action = action
    if let verb = vocabulary.verbs.first(where: { $0.name == action.verb.name }) { action.verb = verb }
    return action
  }
}
