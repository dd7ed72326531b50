package import CallModel

extension Scenario {
  /// Visits every state that the parties can reach with at most `calls` calls at a time, and checks the invariants and
  /// the properties of the scenario.
  ///
  /// It starts before the first action, and explores the first of two servers.
  ///
  /// - Parameters:
  ///   - calls: The most calls at a time.
  ///   - depth: The most actions in a row; nil for no limit.
  ///   - states: It ends once it has found more states.
  ///   - verbs: The names of the only verbs to use, which the server must have; nil for all.
  ///   - settings: Whether to change the settings of DNs and the data of calls too.
  ///   - symmetry: Whether to store states once that differ only in the names of DNs that are alike, and that no
  ///     property names. The counts, and what holds, are the same.
  ///   - progress: Called now and then with the number of states visited.
  public func explore(
    calls: Int = 2, depth: Int? = nil, states: Int = 5_000_000, verbs: [String]? = nil, settings: Bool = false,
    symmetry: Bool = false, progress: (Int) -> Void = { _ in }
  ) -> ExplorationReport {
    let scope = ExplorationBounds(
      calls: calls, depth: depth, states: states, verbs: verbs, settings: settings, symmetry: symmetry)
    // At the start of a scenario, there is nothing before the exploration that could be a mistake.
    guard let report = explored(within: scope, from: [], at: nil, on: .one, progress: progress) else {
      preconditionFailure("there are calls before the start")
    }
    return report
  }

  /// Visits every state that the parties can reach from a point of a flow; see
  /// ``explore(calls:depth:states:verbs:settings:symmetry:progress:)``.
  ///
  /// A point that the scenario does not have is a mistake of the program, which stops.
  ///
  /// - Throws: The mistakes of the actions before the point; one is that there are more than `calls` calls at a time.
  public func explore(
    from point: FlowPoint, calls: Int = 2, depth: Int? = nil, states: Int = 5_000_000, verbs: [String]? = nil,
    settings: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws(Mistakes) -> ExplorationReport {
    try explore(
      within: ExplorationBounds(calls: calls, depth: depth, states: states, verbs: verbs, settings: settings),
      from: point, on: .one, progress: progress)
  }

  /// Explores on these threads: the result does not depend on them. It ends early once `isStopped` says so.
  package func explore(
    within bounds: ExplorationBounds, from point: FlowPoint?, on threads: Threads = .one,
    isStopped: @escaping @Sendable () -> Bool = { false }, progress: (Int) -> Void
  ) throws(Mistakes) -> ExplorationReport {
    guard let point else {
      guard let report = explored(within: bounds, from: [], at: nil, on: threads, isStopped, progress: progress) else {
        preconditionFailure("there are calls before the start")
      }
      return report
    }
    guard let history = history(of: point.flow) else { preconditionFailure("there is no flow \(point.flow)") }
    precondition(
      0...history.actions.count ~= point.step, "flow \(point.flow) has no point after \(point.step) actions")
    let actions = Array(history.actions.prefix(point.step))
    // Whether they are possible.
    var simulation = simulation(.toRecord)
    for action in actions { _ = try simulation.play(action, of: self) }
    if let report = explored(within: bounds, from: actions, at: point, on: threads, isStopped, progress: progress) {
      return report
    }
    let last = actions.last
    throw Mistakes(diagnostics: [
      Diagnostic(
        path: path, position: last?.position ?? Position(line: 1, column: 1),
        message: "up to here there are more calls at a time than the exploration may have, \(bounds.calls)",
        suggestion: "allow more calls, or begin earlier", line: last?.text ?? "")
    ])
  }

  private func explored(
    within bounds: ExplorationBounds, from history: [ActionStatement], at point: FlowPoint?, on threads: Threads,
    _ isStopped: @escaping @Sendable () -> Bool = { false }, progress: (Int) -> Void
  ) -> ExplorationReport? {
    let known = (servers.first ?? vocabulary).verbs.map(\.name)
    for verb in bounds.verbs ?? [] { precondition(known.contains(verb), "the server has no verb \(verb)") }
    var played = self
    played.flows = [
      Flow(name: "main", mark: nil, statements: history.map { .action($0) }, position: Position(line: 1, column: 1))
    ]
    let atServer = servers.count > 1 ? played.asSeen(by: servers[0], nextTo: servers[1]) : played
    var scenario = servers.count > 1 ? asSeen(by: servers[0], nextTo: servers[1]) : self
    scenario.properties = properties
    let limits = ExplorationLimits(
      calls: bounds.calls, depth: bounds.depth, states: bounds.states, verbs: bounds.verbs, settings: bounds.settings,
      threads: threads, history: atServer.flows[0].actions, properties: properties, isStopped: isStopped,
      usesSymmetry: bounds.symmetry)
    guard let found = Server.named(servers.first).explore(scenario, limits, progress) else { return nil }
    return ExplorationReport(
      states: found.states, transitions: found.transitions, depth: found.depth,
      stored: bounds.symmetry ? found.stored : nil,
      isSymmetric: found.isSymmetric, isCutShort: found.isCutShort,
      fault: found.fault.map { ($0.sentence, path($0.path, from: point)) },
      properties: zip(properties, found.results).map { property, result in
        PropertyResult(
          property: property, verdict: result.verdict, path: result.path.map { path($0, from: point) },
          isNeverAsked: result.isNeverAsked)
      },
      stuck: found.stuck.map { ($0.states, path($0.path, from: point)) })
  }
}

/// How far an exploration goes; see ``Scenario/explore(calls:depth:states:verbs:settings:symmetry:progress:)``.
package struct ExplorationBounds: Sendable {
  package var calls = 2
  package var depth: Int?
  package var states = 5_000_000
  package var verbs: [String]?
  package var settings = false
  package var symmetry = false

  package init(
    calls: Int = 2, depth: Int? = nil, states: Int = 5_000_000, verbs: [String]? = nil, settings: Bool = false,
    symmetry: Bool = false
  ) {
    (self.calls, self.depth, self.states, self.verbs) = (calls, depth, states, verbs)
    (self.settings, self.symmetry) = (settings, symmetry)
  }
}

extension Scenario {
  /// The scenario with further properties, which `explore` checks after its own.
  ///
  /// At most ``Limits/properties`` are kept.
  public func adding(_ properties: [Property]) -> Scenario {
    var scenario = self
    scenario.properties = Array((scenario.properties + properties).prefix(Limits.properties))
    return scenario
  }
}
