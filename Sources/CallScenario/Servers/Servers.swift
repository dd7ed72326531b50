import CallModel

/// Every server whose scenarios can be played.
public enum Servers {
  /// The first is the one that a scenario means when it names none.
  public static let vocabularies: [Vocabulary] = servers.map(\.vocabulary)

  /// Every rule of every server, in the order of the manual.
  public static let rules: [RuleDescription] = servers.flatMap { $0.rules() }
}

private let servers = [
  Server(TServerStage.self), Server(CorrespondenceStage<IVRPorts>.self), Server(CorrespondenceStage<Interactions>.self),
  Server(CorrespondenceStage<RecordedCalls>.self),
]

/// A server's words and rules, and how its scenarios are played: alone, or beside a T-Server.
private struct Server: Sendable {
  let vocabulary: Vocabulary
  let rules: @Sendable () -> [RuleDescription]
  let replay: @Sendable (Scenario, Transcript.Detail) throws(Mistakes) -> Transcript
  let replayBeside: @Sendable (Scenario, Transcript.Detail) throws(Mistakes) -> Transcript
  let simulate: @Sendable (Scenario, Transcript.Detail) -> Simulation
  let simulateBeside: @Sendable (Scenario, Transcript.Detail) -> Simulation
  let explore: @Sendable (Scenario, ExplorationLimits, (Int) -> Void) -> ExplorationReport

  init<S: ServerStage & ~Copyable & SendableMetatype>(_ stage: S.Type) {
    vocabulary = S.vocabulary
    rules = { S.rules }
    replay = { scenario, detail throws(Mistakes) in try scenario.replayed(on: S(scenario, detail), detail) }
    replayBeside = { scenario, detail throws(Mistakes) in
      try scenario.replayed(on: SideBySide<TServerStage, S>(scenario, detail), detail)
    }
    simulate = { scenario, detail in Simulation(PlayedStage(S(scenario, detail))) }
    simulateBeside = { scenario, detail in
      Simulation(PlayedStage(SideBySide<TServerStage, S>(scenario, detail)))
    }
    explore = { scenario, limits, progress in S(scenario, .everything).explore(limits, progress: progress) }
  }

  static func named(_ vocabulary: Vocabulary?) -> Server {
    servers.first { $0.vocabulary.server == vocabulary?.server } ?? servers[0]
  }
}

extension Scenario {
  /// Plays every flow; throws what could only be found by playing: what the switch cannot do.
  public func replay(_ detail: Transcript.Detail = .everything) throws(Mistakes) -> Transcript {
    let last = Server.named(servers.last)
    return try servers.count > 1 ? last.replayBeside(self, detail) : last.replay(self, detail)
  }

  /// The scenario before its first action. What `additional` actions say can be said too: models know no other texts.
  func simulation(_ detail: Transcript.Detail, with additional: [ActionStatement] = []) -> Simulation {
    var scenario = self
    let position = Position(line: 1, column: 1)
    scenario.flows.append(
      Flow(name: "", mark: nil, statements: additional.map { .action($0) }, position: position))
    let last = Server.named(servers.last)
    return servers.count > 1 ? last.simulateBeside(scenario, detail) : last.simulate(scenario, detail)
  }

  /// Visits every state that the parties can reach, with so many calls at a time, and checks what must hold in each.
  /// Where verbs are named, nothing else is done; `settings`: what is set on a DN and kept on a call is changed too. Of
  /// two servers the first is explored.
  public func explore(
    calls: Int = 2, depth: Int? = nil, verbs: [String]? = nil, settings: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) -> ExplorationReport {
    let scenario = servers.count > 1 ? asSeen(by: servers[0], beside: servers[1]) : self
    let limits = ExplorationLimits(calls: calls, depth: depth, verbs: verbs, settings: settings)
    return Server.named(servers.first).explore(scenario, limits, progress)
  }
}

extension Vocabulary.Verb.Target {
  /// As the models say it.
  init(_ need: TargetNeed) {
    self =
      switch need {
      case .none: .none
      case .optional: .optional
      case .required: .required
      }
  }
}
