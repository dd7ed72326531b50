/// All actions that are possible at one point of a scenario, with what they would do.
public struct NextActions: Sendable {
  /// The scenario that was asked about.
  public let scenario: Scenario
  /// The point that was asked about.
  public let point: FlowPoint
  /// The last action before the point; nil at the start.
  public let latest: ActionStatement?
  /// The possible actions, by actor and in the order of the verbs.
  public private(set) var possible: [Transcript.Step] = []
  /// The impossible actions, each with the reason, if they were asked for.
  public private(set) var refused: [Transcript.Step] = []
  /// Whether there are more than `limit` possible or refused actions.
  public private(set) var isCutShort = false

  /// The most actions that are listed as possible, and the most that are listed as refused.
  public static let limit = 10_000
}

extension Scenario {
  /// The actions that one party, or every party, can do at that point; with `refused`, also those it cannot do.
  ///
  /// `party` is an index into ``parties``. A point or a party that the scenario does not have is a mistake of the
  /// program, which stops.
  /// An action names its call if its verb is possible in several. An action that needs an option is listed with the
  /// shortest one.
  public func next(
    at point: FlowPoint, for party: Int? = nil, refused: Bool = false, _ detail: Transcript.Detail = .everything
  ) throws(Mistakes) -> NextActions {
    guard let history = history(of: point.flow) else { preconditionFailure("there is no flow \(point.flow)") }
    precondition(
      0...history.actions.count ~= point.step, "flow \(point.flow) has no point after \(point.step) actions")
    precondition(party.map(parties.indices.contains) ?? true, "the scenario has no party \(party ?? 0)")
    var simulation = simulation(detail, with: samplesWithPairs)
    for action in history.actions.prefix(point.step) { _ = try simulation.play(action, of: self) }
    var next = NextActions(
      scenario: self, point: point, latest: point.step == 0 ? nil : history.actions[point.step - 1])
    for actor in party.map({ [$0] }) ?? Array(parties.indices) {
      next.add(simulation, by: actor, refused: refused)
    }
    return next
  }
}

extension NextActions {
  mutating func add(_ simulation: Simulation, by actor: Int, refused wantsRefused: Bool) {
    for verb in scenario.verbs(for: actor) {
      add(verb, simulation, by: actor, refused: wantsRefused)
      if isCutShort { return }
    }
  }

  /// Adds the actions with this verb; with `onlyOne`, those up to the first that is possible.
  mutating func add(
    _ verb: Vocabulary.Verb, _ simulation: Simulation, by actor: Int, refused wantsRefused: Bool = false,
    onlyOne: Bool = false
  ) {
    let calls = simulation.callsToTry(verb, by: actor)
    // If no call fits, all actions with this verb are refused.
    if calls == [], !wantsRefused { return }
    for target in scenario.targets(of: verb) {
      for (number, use) in simulation.usesToTry(verb, on: nil).enumerated() {
        func attempt(_ alternative: Int) -> Attempt {
          Attempt(simulation, actor, verb, target, (number, alternative), calls)
        }
        let first = attempt(0)
        var possible = first.possible
        // An action that is possible without options is listed only without them.
        if !use[0].isEmpty || possible.isEmpty {
          possible += use.indices.dropFirst().flatMap { attempt($0).possible }
        }
        add(possible, to: \.possible)
        if wantsRefused, possible.isEmpty, let refused = first.refused { add([refused], to: \.refused) }
        if isCutShort || onlyOne && !possible.isEmpty { return }
      }
    }
  }

  private mutating func add(_ steps: [Transcript.Step], to list: WritableKeyPath<NextActions, [Transcript.Step]>) {
    for step in steps {
      guard self[keyPath: list].count < Self.limit else {
        isCutShort = true
        return
      }
      self[keyPath: list].append(step)
    }
  }

  /// A verb and one target, to be tried without `on` and then with every call.
  private struct Attempt {
    private(set) var possible: [Transcript.Step] = []
    private(set) var refused: Transcript.Step?

    init(
      _ simulation: Simulation, _ actor: Int, _ verb: Vocabulary.Verb, _ target: Int?,
      _ options: (use: Int, alternative: Int), _ calls: [String]?
    ) {
      func attempt(_ call: String?) -> Transcript.Step? {
        // The options to try may depend on the call.
        let uses = simulation.usesToTry(verb, on: call ?? (calls?.count == 1 ? calls?[0] : nil))
        let options = uses[options.use][options.alternative]
        return simulation.trying(ActionStatement(by: actor, verb, to: target, on: call, options: options))
      }
      func isPossible(_ step: Transcript.Step) -> Bool { step.refusal == nil }
      let unnamed = attempt(nil)
      let happens = unnamed.map(isPossible) ?? false
      refused = happens ? nil : unnamed
      if happens, calls?.count ?? 0 < 2 {
        possible = [unnamed].compactMap(\.self)
        return
      }
      let named = (calls ?? []).compactMap(attempt).filter(isPossible)
      // `on` is omitted if it makes no difference.
      let isEnough = happens && (named.count < 2 || named.allSatisfy { $0.happens(like: unnamed ?? $0) })
      possible = isEnough ? [unnamed].compactMap(\.self) : named
    }
  }
}

extension Scenario {
  /// The verbs that a file may write for the party.
  func verbs(for party: Int) -> [Vocabulary.Verb] {
    let kinds = parties[party].kinds
    return vocabulary.verbs.filter { verb in
      let able = verb.kinds.isEmpty ? kinds : kinds.filter { verb.kinds.contains($0.name) }
      return able.contains { !verb.isRequest || $0.makesRequests }
    }
  }

  fileprivate func targets(of verb: Vocabulary.Verb) -> [Int?] {
    switch verb.target {
    case .none: [nil]
    case .optional: [nil] + parties.indices.map(Optional.some)
    case .required: parties.indices.map(Optional.some)
    }
  }
}
