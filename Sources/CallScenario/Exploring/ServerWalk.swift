import CallModel

/// How a random walk goes; see `Scenario.randomWalk`.
struct WalkLimits {
  let seed: UInt64
  let steps: Int
  let calls: Int
  let verbs: [String]?
  let settings: Bool

  var scope: ExplorationScope { settings ? .everything : .calls }

  func verbs<Verb>(_ verb: (String) -> Verb?) -> Set<Verb>? { verbs.map { Set($0.compactMap(verb)) } }
}

/// The random walk of one server; its paths are statements as the server knows them.
struct ServerWalk {
  let path: [ActionStatement]
  let messages: Int
  let rules: Int
  let isStuck: Bool
  let fault: (sentence: String, path: [ActionStatement], isCutShort: Bool)?

  /// `statements` spells a path of the model.
  init<Model: Walkable>(_ walk: RandomWalk<Model>, _ statements: ([Model.Action]) -> [ActionStatement]) {
    path = statements(walk.path)
    messages = walk.events
    rules = walk.fired.count { $0 > 0 }
    isStuck = walk.isStuck
    fault = walk.brokenSentence.map { sentence in
      let shrunk = walk.shrunk()
      return (sentence, statements(shrunk.path), shrunk.isCutShort)
    }
  }
}

extension TServerReplay {
  func walk(_ limits: WalkLimits, progress: (Int) -> Void) -> ServerWalk {
    let start = Self.exchange(scenario, calls: limits.calls)
    let walk = start.randomWalk(
      by: rulebook, limits.scope, verbs: limits.verbs { TServerWords.word($0)?.verb }, seed: limits.seed,
      steps: limits.steps, progress: progress)
    return ServerWalk(walk) { statements(of: $0, from: start) }
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
    let walk = opening.randomWalk(
      by: rulebook, limits.scope, verbs: limits.verbs { Verb(named: $0) }, seed: limits.seed, steps: limits.steps,
      progress: progress)
    return ServerWalk(walk) { path in path.map { statement(of: $0) } }
  }
}
