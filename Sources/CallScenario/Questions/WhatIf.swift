/// What an action does at every point of a flow, each time on a copy.
public struct WhatIf: Sendable {
  /// The scenario that was asked about.
  public let scenario: Scenario
  /// The action that was asked about.
  public let action: ActionStatement
  /// The name of the flow.
  public let flow: String
  /// The actions from the start of the scenario to the end of the flow, as they were played.
  public let history: [Transcript.Step]
  /// The points from the start of the flow to its end.
  public let points: [Point]
  /// The waits between these actions.
  let waits: [FlowHistory.Wait]

  /// A point of the flow, and what the action does there.
  public struct Point: Sendable {
    /// The number of actions played before this point.
    public let step: Int
    /// The last of these actions; nil at the start.
    public let latest: ActionStatement?
    /// The marks that the file has here.
    public let marks: [String]
    /// What the action does here.
    ///
    /// If it names no call and is possible in several, this is what it does in each of them, oldest first, in at most
    /// ``callLimit``.
    public let outcomes: [Transcript.Step]
    /// Whether the action is possible in more than `callLimit` calls.
    public let hasMore: Bool

    /// As many calls as a device can be in.
    public static let callLimit = 8
  }
}

extension Scenario {
  /// Plays the action at every point of the flow, each time as if nothing followed.
  ///
  /// A flow that the scenario does not have is a mistake of the program, which stops.
  ///
  /// - Throws: The mistakes of the scenario, or of the action if its meaning is ambiguous; these name `path`.
  public func whatIf(
    _ action: ActionStatement, path: String, flow: String = "main", _ detail: Transcript.Detail = .everything
  ) throws(Mistakes) -> WhatIf {
    guard let history = history(of: flow) else { preconditionFailure("there is no flow \(flow)") }
    var simulation = simulation(detail, with: [action])
    let marks = Dictionary(grouping: history.marks, by: \.step).mapValues { $0.map(\.name) }
    var played: [Transcript.Step] = []
    var points: [WhatIf.Point] = []
    for step in 0...history.actions.count {
      if step >= history.start {
        let outcomes = try outcomes(of: action, path, simulation)
        let limit = WhatIf.Point.callLimit
        points.append(
          WhatIf.Point(
            step: step, latest: played.last?.action, marks: marks[step] ?? [],
            outcomes: Array(outcomes.prefix(limit)), hasMore: outcomes.count > limit))
      }
      if step < history.actions.count { played.append(try simulation.play(history.actions[step], of: self)) }
    }
    return WhatIf(scenario: self, action: action, flow: flow, history: played, points: points, waits: history.waits)
  }

  /// At most one more than `callLimit`.
  private func outcomes(
    of action: ActionStatement, _ path: String, _ simulation: Simulation
  ) throws(Mistakes) -> [Transcript.Step] {
    if let outcome = simulation.trying(action) { return [outcome] }
    var inEachCall: [Transcript.Step] = []
    for call in simulation.callsToTry(action.verb, by: action.actor) ?? [] {
      var named = action
      named.on = call
      if let outcome = simulation.trying(named), outcome.refusal == nil { inEachCall.append(outcome) }
      if inEachCall.count > WhatIf.Point.callLimit { break }
    }
    if !inEachCall.isEmpty { return inEachCall }
    var copy = simulation
    guard case .ambiguous(let reason, let suggestion, let position) = copy.play(action) else { return [] }
    throw Mistakes(diagnostics: [
      Diagnostic(path: path, position: position, message: reason, suggestion: suggestion, line: action.text)
    ])
  }
}
