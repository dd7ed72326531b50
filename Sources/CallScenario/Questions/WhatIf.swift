/// What an action does at every point of a flow, each time on a copy.
public struct WhatIf: Sendable {
  public let scenario: Scenario
  public let action: ActionStatement
  public let flow: String
  /// The actions from the start of the scenario to the end of the flow, as they were played.
  public let way: [Transcript.Step]
  /// From the start of the flow to its end.
  public let points: [Point]

  public struct Point: Sendable {
    /// The number of actions that have been played.
    public let step: Int
    /// The latest of them; none at the start.
    public let latest: ActionStatement?
    /// The marks that the file has here.
    public let marks: [String]
    /// What the action does here. Where it is possible in several calls and names none, what it does in each.
    public let outcomes: [Transcript.Step]
  }
}

extension Scenario {
  /// Plays the action at every point of the flow. The mistakes are those of the scenario, or of the action, when
  /// it cannot be said what it means.
  public func whatIf(
    _ action: ActionStatement, path: String, flow: String = "main", _ detail: Transcript.Detail = .everything
  ) throws(Mistakes) -> WhatIf {
    let way = way(to: flow) ?? Way()
    var simulation = simulation(detail, with: [action])
    var played: [Transcript.Step] = []
    var points: [WhatIf.Point] = []
    for step in 0...way.actions.count {
      if step >= way.start {
        points.append(
          WhatIf.Point(
            step: step, latest: played.last?.action, marks: way.marks.filter { $0.step == step }.map(\.name),
            outcomes: try outcomes(of: action, path, simulation)))
      }
      if step < way.actions.count { played.append(try simulation.play(way.actions[step], of: self)) }
    }
    return WhatIf(scenario: self, action: action, flow: flow, way: played, points: points)
  }

  private func outcomes(
    of action: ActionStatement, _ path: String, _ simulation: Simulation
  ) throws(Mistakes) -> [Transcript.Step] {
    if let outcome = simulation.trying(action) { return [outcome] }
    let inEachCall = (simulation.callsToTry(action.verb, by: action.actor) ?? []).compactMap { call in
      var named = action
      named.on = call
      return simulation.trying(named)
    }.filter { $0.refusal == nil }
    if !inEachCall.isEmpty { return inEachCall }
    var copy = simulation
    guard case .unclear(let reason, let suggestion, let position) = copy.play(action) else { return [] }
    throw Mistakes(diagnostics: [
      Diagnostic(path: path, position: position, message: reason, suggestion: suggestion, line: action.text)
    ])
  }
}
