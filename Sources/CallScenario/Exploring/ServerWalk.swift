import CallModel

/// How a random walk goes; see `Scenario.randomWalk`.
struct WalkLimits {
  let seed: UInt64
  let steps: Int
  let calls: Int
  let verbs: [String]?
  let settings: Bool
  let properties: [Property]

  var scope: ExplorationScope { settings ? .everything : .calls }

  func verbs<Verb>(_ verb: (String) -> Verb?) -> Set<Verb>? { verbs.map { Set($0.compactMap(verb)) } }
}

/// The random walk of one server; its paths are statements as the server knows them.
struct ServerWalk {
  let path: [ActionStatement]
  let messages: Int
  let rules: Int
  let isStuck: Bool
  let fault: Fault?

  /// What the last step breaks: a property, or else an invariant.
  struct Fault {
    let sentence: String
    let property: Property?
    let path: [ActionStatement]
    let isCutShort: Bool
  }

  /// `properties` are those of the ban of the walk; `statements` spells a path of the model.
  init<Model: Walkable>(
    _ walk: RandomWalk<Model>, _ properties: [Property], _ statements: ([Model.Action]) -> [ActionStatement]
  ) {
    path = statements(walk.path)
    messages = walk.events
    rules = walk.fired.count { $0 > 0 }
    isStuck = walk.isStuck
    fault = walk.broken.map { broken in
      let (sentence, property): (String, Property?) =
        switch broken {
        case .invariant(let sentence): (sentence, nil)
        case .claim(let number): (properties[number].text, properties[number])
        }
      let shrunk = walk.shrunk()
      return Fault(
        sentence: sentence, property: property, path: statements(shrunk.path), isCutShort: shrunk.isCutShort)
    }
  }
}

extension TServerReplay {
  func walk(_ limits: WalkLimits, progress: (Int) -> Void) -> ServerWalk {
    let start = Self.exchange(scenario, calls: limits.calls)
    let properties = limits.properties
    let checked = WalkProperties(properties, TServerEvents(scenario, properties), Comparison(scenario))
    let walk = start.randomWalk(
      by: rulebook, limits.scope, verbs: limits.verbs { TServerWords.word($0)?.verb }, ban: checked.ban,
      seed: limits.seed, steps: limits.steps, progress: progress)
    return ServerWalk(walk, checked.properties) { statements(of: $0, from: start) }
  }

  /// The actions of an exploration or a walk as a scenario writes them.
  func statements(of path: [Exchange.Action], from start: Exchange) -> [ActionStatement] {
    var exchange = start
    var events: [Exchange.Event] = []
    return path.map { action in
      // Only what is done by hand is possible for a DN that is not registered.
      var statement = directory.statement(of: action, byHand: !exchange.isRegistered(action.actor))
      // The pair or the digits that the model has tried.
      statement.options += usesToTry(statement.verb, on: nil, opening)[0][0]
      events.removeAll(keepingCapacity: true)
      _ = try? exchange.perform(action, by: rulebook, into: &events)
      return statement
    }
  }
}

extension MessageServerReplay {
  func walk(_ limits: WalkLimits, progress: (Int) -> Void) -> ServerWalk {
    let checked = WalkProperties(limits.properties, directory, Comparison(scenario))
    let walk = opening.randomWalk(
      by: rulebook, limits.scope, verbs: limits.verbs { Verb(named: $0) }, ban: checked.ban, seed: limits.seed,
      steps: limits.steps, progress: progress)
    return ServerWalk(walk, checked.properties) { path in path.map { statement(of: $0) } }
  }
}
