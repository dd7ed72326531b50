/// Everything that can be done at one point of a scenario, with what would happen.
public struct NextActions: Sendable {
  public let scenario: Scenario
  public let point: FlowPoint
  /// The latest action; none at the start.
  public let latest: ActionStatement?
  /// What is possible: by actor, in the order of the verbs.
  public private(set) var possible: [Transcript.Step] = []
  /// What is not, with the reason, where it was asked for.
  public private(set) var refused: [Transcript.Step] = []
  /// There is more than `limit` of either.
  public private(set) var isCutShort = false

  /// The most actions that are listed as possible, and the most that are listed as refused.
  public static let limit = 10_000
}

extension Scenario {
  /// What can be done at that point by the party, or by every party; with `refused`, also what cannot.
  ///
  /// An action names its call where the verb is possible in several. One that needs an option is listed with the
  /// smallest.
  public func next(
    at point: FlowPoint, for party: Int? = nil, refused: Bool = false, _ detail: Transcript.Detail = .everything
  ) throws(Mistakes) -> NextActions {
    let way = way(to: point.flow) ?? Way()
    let samples = vocabulary.verbs.filter(\.takesPairs).map { verb in
      ActionStatement(by: 0, verb, options: [Option("\(TServerWords.dataPrefix)k", "v")])
    }
    var simulation = simulation(detail, with: samples)
    for action in way.actions.prefix(point.step) { _ = try simulation.play(action, of: self) }
    var next = NextActions(
      scenario: self, point: point, latest: point.step == 0 ? nil : way.actions[point.step - 1])
    for actor in party.map({ [$0] }) ?? Array(parties.indices) {
      next.add(simulation, by: actor, refused: refused)
    }
    return next
  }
}

extension NextActions {
  mutating func add(_ simulation: Simulation, by actor: Int, refused wantsRefused: Bool) {
    for verb in scenario.verbs(for: actor) {
      let calls = simulation.callsToTry(verb, by: actor)
      // Where no call is of any use, everything with this verb is refused.
      if calls == [], !wantsRefused { continue }
      for target in scenario.targets(of: verb) {
        for (number, use) in simulation.usesToTry(verb, on: nil).enumerated() {
          func attempt(_ alternative: Int) -> Attempt {
            Attempt(simulation, actor, verb, target, (number, alternative), calls)
          }
          let first = attempt(0)
          var possible = first.possible
          // What is possible without options is listed without.
          if !use[0].isEmpty || possible.isEmpty {
            possible += use.indices.dropFirst().flatMap { attempt($0).possible }
          }
          add(possible, to: \.possible)
          if wantsRefused, possible.isEmpty, let refused = first.refused { add([refused], to: \.refused) }
          if isCutShort { return }
        }
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

  /// A verb towards one target: tried without `on`, and in every call.
  private struct Attempt {
    private(set) var possible: [Transcript.Step] = []
    private(set) var refused: Transcript.Step?

    init(
      _ simulation: Simulation, _ actor: Int, _ verb: Vocabulary.Verb, _ target: Int?,
      _ options: (use: Int, alternative: Int), _ calls: [String]?
    ) {
      func attempt(_ call: String?) -> Transcript.Step? {
        // What the options have to be may depend on the call.
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
      // `on` says nothing where it makes no difference.
      let isEnough = happens && (named.count < 2 || named.allSatisfy { $0.happens(like: unnamed ?? $0) })
      possible = isEnough ? [unnamed].compactMap(\.self) : named
    }
  }
}

extension Scenario {
  /// The verbs that a file may give the party.
  fileprivate func verbs(for party: Int) -> [Vocabulary.Verb] {
    let kinds = parties[party].kinds
    return vocabulary.verbs.filter { verb in
      let able = verb.kinds.isEmpty ? kinds : kinds.filter(verb.kinds.contains)
      return able.contains { name in
        !verb.isRequest || vocabulary.kinds.contains { $0.name == name && $0.makesRequests }
      }
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

extension ActionStatement {
  /// One that no file writes.
  init(by actor: Int, _ verb: Vocabulary.Verb, to target: Int? = nil, on call: String? = nil, options: [Option] = []) {
    let nowhere = Position(line: 1, column: 1)
    self.init(
      actor: actor, target: target, verb: verb, on: call, options: options,
      expectation: .messages([], isOpen: false), position: nowhere, targetPosition: nowhere, onPosition: nowhere)
  }
}
