public import CallModel

/// The servers whose scenarios can be played: `t-server`, `ivr-server`, `interaction-server` and `recording`.
public enum Servers {
  /// The first is the one that a scenario means when it names none.
  package static let vocabularies: [Vocabulary] = Server.all.map(\.vocabulary)

  /// Every rule of every server, in the order of the manual. Its verbs are spelled as in scenarios.
  public static let rules: [RuleReference] = Server.all.flatMap { $0.rules() }

  /// The rules of one server, such as `t-server`; none if there is no such server.
  public static func rules(of server: String) -> [RuleReference] {
    Server.all.first { $0.vocabulary.server == server }?.rules() ?? []
  }
}

/// The vocabulary and rules of a server, and how its scenarios are played: alone, or side by side with a T-Server.
struct Server: Sendable {
  static let all = [
    Server(TServerReplay.self), Server(MessageServerReplay<IVRServer>.self),
    Server(MessageServerReplay<InteractionServer>.self), Server(MessageServerReplay<Recording>.self),
  ]

  let vocabulary: Vocabulary
  let rules: @Sendable () -> [RuleReference]
  let walk: @Sendable (Scenario, WalkLimits, (Int) -> Void) -> ServerWalk
  let replay: @Sendable (Scenario, Transcript.Detail) throws(Mistakes) -> Transcript
  let replaySideBySide: @Sendable (Scenario, Transcript.Detail) throws(Mistakes) -> Transcript
  let simulate: @Sendable (Scenario, Transcript.Detail) -> Simulation
  let simulateSideBySide: @Sendable (Scenario, Transcript.Detail) -> Simulation
  let explore: @Sendable (Scenario, ExplorationLimits, (Int) -> Void) -> ServerExploration?
  let follow: @Sendable (Scenario, ExplorationLimits, inout Life) -> Void
  let search: @Sendable (Scenario, RuleWish) -> [Int: [ActionStatement]]

  init<S: ModelReplayServer & ~Copyable & SendableMetatype>(_ server: S.Type) {
    vocabulary = S.vocabulary
    rules = { S.rules }
    walk = { scenario, limits, progress in S(scenario, .everything).walk(limits, progress: progress) }
    replay = { scenario, detail throws(Mistakes) in try scenario.replayed(on: S(scenario, detail), detail) }
    replaySideBySide = { scenario, detail throws(Mistakes) in
      try scenario.replayed(on: SideBySide<TServerReplay, S>(scenario, detail), detail)
    }
    simulate = { scenario, detail in Simulation(ReplaySimulation(S(scenario, detail))) }
    simulateSideBySide = { scenario, detail in
      Simulation(ReplaySimulation(SideBySide<TServerReplay, S>(scenario, detail)))
    }
    explore = { scenario, limits, progress in S(scenario, .everything).explore(limits, progress: progress) }
    follow = { scenario, limits, life in S(scenario, .everything).follow(limits, &life) }
    search = { scenario, wish in S(scenario, .toRecord).search(for: wish) }
  }

  static func named(_ vocabulary: Vocabulary?) -> Server {
    all.first { $0.vocabulary.server == vocabulary?.server } ?? all[0]
  }
}

extension Scenario {
  /// Plays every flow of the scenario, each from its mark on.
  ///
  /// - Throws: The mistakes that only playing finds: actions that the server cannot do, and that expect no refusal.
  public func replay(_ detail: Transcript.Detail = .everything) throws(Mistakes) -> Transcript {
    let last = Server.named(servers.last)
    return try servers.count > 1 ? last.replaySideBySide(self, detail) : last.replay(self, detail)
  }

  /// The scenario before its first action. Models know only the texts of the scenario and of the `additional` actions.
  func simulation(_ detail: Transcript.Detail, with additional: [ActionStatement] = []) -> Simulation {
    let scenario = knowing(additional)
    let last = Server.named(servers.last)
    return servers.count > 1 ? last.simulateSideBySide(scenario, detail) : last.simulate(scenario, detail)
  }

  /// The scenario with these actions in a flow that is not played, so that models know their texts.
  private func knowing(_ actions: [ActionStatement]) -> Scenario {
    var scenario = self
    let position = Position(line: 1, column: 1)
    scenario.flows.append(Flow(name: "", mark: nil, statements: actions.map { .action($0) }, position: position))
    return scenario
  }

  /// For each verb that takes pairs of user data, an action with one.
  var samplesWithPairs: [ActionStatement] {
    vocabulary.verbs.filter(\.takesPairs).map { verb in
      ActionStatement(by: 0, verb, options: [Option("\(TServerWords.Prefix.data.rawValue)k", "v")])
    }
  }

  /// Looks for actions that make rules of its only server fire, each at the last of them.
  func search(for wish: RuleWish) -> [Int: [ActionStatement]] {
    Server.named(servers.first).search(knowing(samplesWithPairs), wish)
  }
}

extension Vocabulary.Verb.Target {
  /// Converts the corresponding type of the models.
  init(_ need: TargetNeed) {
    self =
      switch need {
      case .none: .none
      case .optional: .optional
      case .required: .required
      }
  }
}
