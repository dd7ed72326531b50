/// A random walk through the states of a scenario's parties, and whether it has broken an invariant or a property.
public struct RandomWalkReport: Sendable {
  /// The scenario whose parties acted.
  public let scenario: Scenario
  /// What the walk follows from: the same seed gives the same walk.
  public let seed: UInt64
  /// How many actions were carried out.
  public let steps: Int
  /// How many messages were sent.
  public let messages: Int
  /// How many different rules answered the actions.
  public let rules: Int
  /// Whether the walk ended because no action was possible.
  public let isStuck: Bool
  /// What the last step breaks; nil if all invariants held, and the properties that a walk can break.
  public let fault: Fault?
  let actions: [ActionStatement]

  /// A broken invariant or property.
  public struct Fault: Sendable {
    /// The invariant, `a DN is in a call only once`, or the text of the property.
    public let sentence: String
    /// The property; nil for an invariant.
    public let property: Property?
    /// The fewest of the actions that break it: without any one of them, it is not broken.
    public let path: ExploredPath
    /// Whether a limit ended the search for the fewest, so that there may be fewer.
    public let isCutShort: Bool
  }

  /// The whole walk, with what each action sends.
  public var path: ExploredPath { scenario.path(actions, from: nil) }
}

extension Scenario {
  /// Lets the parties do random things, and checks the invariants and the properties after each step.
  ///
  ///     let walk = scenario.randomWalk(seed: 42, steps: 10_000)
  ///     if let fault = walk.fault { print(fault.sentence, fault.path.actions) }
  ///
  /// It starts before the first action, and walks on the first of two servers. Of the scenario, only the parties, the
  /// profile and the properties matter. Only `never P [before Q]` can be broken: whether other properties hold takes
  /// every state. At each step, every possible verb is equally likely, and then every action with it. The walk ends
  /// early once something is broken or no action is possible.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same walk on every machine.
  ///   - steps: The most actions.
  ///   - calls: The most calls at a time at a T-Server.
  ///   - verbs: The names of the only verbs to use, which the server must have; nil for all.
  ///   - settings: Whether to change the settings of DNs and the data of calls too.
  ///   - progress: Called now and then with the number of steps that are done.
  public func randomWalk(
    seed: UInt64, steps: Int = 1_000, calls: Int = 2, verbs: [String]? = nil, settings: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) -> RandomWalkReport {
    let known = (servers.first ?? vocabulary).verbs.map(\.name)
    for verb in verbs ?? [] { precondition(known.contains(verb), "the server has no verb \(verb)") }
    let scenario = servers.count > 1 ? asSeen(by: servers[0], nextTo: servers[1]) : self
    let limits = WalkLimits(
      seed: seed, steps: steps, calls: calls, verbs: verbs, settings: settings, properties: properties)
    let walk = Server.named(servers.first).walk(scenario, limits, progress)
    return RandomWalkReport(
      scenario: self, seed: seed, steps: walk.path.count, messages: walk.messages, rules: walk.rules,
      isStuck: walk.isStuck,
      fault: walk.fault.map {
        .init(
          sentence: $0.sentence, property: $0.property, path: path($0.path, from: nil), isCutShort: $0.isCutShort)
      }, actions: walk.path)
  }
}
