/// Two servers on one call. Neither knows the other: whatever is done happens at each of them that knows the actor and the verb.
struct SideBySide<One: Stage & ~Copyable, Other: Stage & ~Copyable>: Stage, ~Copyable {
  struct State {
    var one: One.State
    var other: Other.State
  }

  private let servers: [Vocabulary]
  private let parties: [Participant]
  private let one: One
  private let other: Other
  let opening: State

  init(_ scenario: Scenario) {
    servers = scenario.servers
    parties = scenario.parties
    one = One(scenario.asSeen(by: servers[0], beside: servers[1]))
    other = Other(scenario.asSeen(by: servers[1], beside: servers[0]))
    opening = State(one: one.opening, other: other.opening)
  }

  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome {
    let here = statement(action, at: 0).map { one.play($0, step: step, on: &state.one) }
    let there = statement(action, at: 1).map { other.play($0, step: step, on: &state.other) }
    guard let here else { return there ?? .refused(reason: "no server knows \(action.verb.name)", suggestion: nil) }
    guard let there else { return here }
    return Outcome(here, beside: there)
  }

  /// The action as that server understands it; none where it knows nothing of it.
  private func statement(_ action: ActionStatement, at server: Int) -> ActionStatement? {
    let vocabulary = servers[server]
    guard parties[action.actor].kind(at: vocabulary, beside: servers[1 - server]) != nil else { return nil }
    guard let verb = vocabulary.verbs.first(where: { $0.name == action.verb.name }) else { return nil }
    var action = action
    action.verb = verb
    action.options.removeAll { !verb.options.contains($0.key) && !verb.takesPairs }
    if verb.target == .none { action.target = nil }
    // A call is named by its number, everything else by its name.
    if let on = action.on, (UInt64(on) != nil) == vocabulary.hasSenders { action.on = nil }
    return action
  }

  func conversation(of call: String, at state: inout State) -> String { one.conversation(of: call, at: &state.one) }

  func explore(calls: Int, depth: Int?, verbs: [String]?, settings: Bool, progress: (Int) -> Void) -> ExplorationReport {
    one.explore(calls: calls, depth: depth, verbs: verbs, settings: settings, progress: progress)
  }
}

extension Outcome {
  /// Where it happens at both, all that both say; where it happens at one, that one's answer: the other saw nothing of it.
  fileprivate init(_ one: Outcome, beside other: Outcome) {
    switch (one, other) {
    case (.unclear, _): self = one
    case (_, .unclear): self = other
    case (.told(let messages, let defaults, let rule, let standing), .told(let others, _, _, let otherStanding)):
      self = .told(messages + others, defaults: defaults, rule: rule, standing: standing ?? otherStanding)
    case (.told, _): self = one
    case (_, .told): self = other
    case (.answered, _): self = one
    case (_, .answered): self = other
    default: self = one
    }
  }
}

extension Scenario {
  /// With each party as what it is at that server.
  func asSeen(by server: Vocabulary, beside other: Vocabulary) -> Scenario {
    var scenario = self
    for index in parties.indices {
      scenario.parties[index].kind = parties[index].kind(at: server, beside: other) ?? ""
      scenario.parties[index].options.removeAll { option in
        !server.kinds.contains { kind in parties[index].kinds.contains(kind.name) && kind.options.contains { $0.key == option.key } }
      }
    }
    scenario.vocabulary = server
    scenario.servers = [server]
    return scenario
  }
}

extension Participant {
  /// What the party is at the server: of two kinds that it knows, the one that the other does not.
  fileprivate func kind(at server: Vocabulary, beside other: Vocabulary) -> String? {
    let known = kinds.filter { name in server.kinds.contains { $0.name == name } }
    return known.first { name in !other.kinds.contains { $0.name == name } } ?? known.first
  }
}
