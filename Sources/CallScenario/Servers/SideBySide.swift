/// Two servers on one call. Neither knows the other: whatever is done happens at each of them that knows the actor and
/// the verb.
struct SideBySide<One: Stage & ~Copyable, Other: Stage & ~Copyable>: Stage, ~Copyable {
  struct State {
    var one: One.State
    var other: Other.State
  }

  struct Moment {
    let one: One.Moment
    let other: Other.Moment
  }

  func moment(_ state: State, after earlier: Moment?) -> Moment {
    Moment(
      one: one.moment(state.one, after: earlier?.one), other: other.moment(state.other, after: earlier?.other))
  }

  func state(at moment: Moment) -> State {
    State(one: one.state(at: moment.one), other: other.state(at: moment.other))
  }

  private let servers: [Vocabulary]
  private let parties: [Participant]
  private let roll: Roll
  private let one: One
  private let other: Other
  let opening: State

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    servers = scenario.servers
    parties = scenario.parties
    roll = Roll(scenario)
    one = One(scenario.asSeen(by: servers[0], beside: servers[1]), detail)
    other = Other(scenario.asSeen(by: servers[1], beside: servers[0]), detail)
    opening = State(one: one.opening, other: other.opening)
  }

  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome {
    let statements = [statement(action, at: 0), statement(action, at: 1)]
    if let fault = fault(of: action, statements) { return fault }
    func play(at server: Int) -> Outcome? {
      statements[server].map {
        server == 0 ? one.play($0, step: step, on: &state.one) : other.play($0, step: step, on: &state.other)
      }
    }
    guard let meant = place(of: action) else {
      return Outcome(play(at: 0), beside: play(at: 1), unknown: unknown(action))
    }
    // Where it says in which of several, there it has to be possible.
    guard let first = play(at: meant) else { return .refused(reason: unknown(action)) }
    guard case .told = first, let second = play(at: 1 - meant) else { return first }
    return meant == 0 ? Outcome(first, beside: second, unknown: "") : Outcome(second, beside: first, unknown: "")
  }

  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]? {
    let atOne = known(verb, by: party, at: 0).map { one.callsToTry($0, by: party, state.one) } ?? nil
    let atOther = known(verb, by: party, at: 1).map { other.callsToTry($0, by: party, state.other) } ?? nil
    return atOne == nil && atOther == nil ? nil : (atOne ?? []) + (atOther ?? [])
  }

  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse] {
    if let verb = servers[0].verb(verb.name) { return one.usesToTry(verb, on: call, state.one) }
    return servers[1].verb(verb.name).map { other.usesToTry($0, on: call, state.other) } ?? [[[]]]
  }

  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin] {
    let atOne = statement(action, at: 0).map { one.origins(of: $0, step: step, state.one) } ?? []
    let atOther = statement(action, at: 1).map { other.origins(of: $0, step: step, state.other) } ?? []
    return atOne + atOther
  }

  /// The verb as that server knows it, if it knows the party too.
  private func known(_ verb: Vocabulary.Verb, by party: Int, at server: Int) -> Vocabulary.Verb? {
    guard parties[party].kind(at: servers[server], beside: servers[1 - server]) != nil else { return nil }
    return servers[server].verb(verb.name) ?? verb.byHand.flatMap(servers[server].verb)
  }

  /// Of the server at which the action was refused: the one that knows it, or the first.
  func hint(_ action: ActionStatement, _ state: State) -> String? {
    if place(of: action) != 1, let known = statement(action, at: 0) { return one.hint(known, state.one) }
    return statement(action, at: 1).flatMap { other.hint($0, state.other) }
  }

  /// The server at which `on` says in which call or interaction.
  private func place(of action: ActionStatement) -> Int? {
    guard let on = action.on else { return nil }
    return isParty(on) ? 1 : 0
  }

  private func isParty(_ word: String) -> Bool { roll.party(named: word) != nil }

  /// What neither server understands.
  private func fault(of action: ActionStatement, _ statements: [ActionStatement?]) -> Outcome? {
    if let on = action.on, UInt64(on) == nil, !isParty(on) {
      return .unclear(
        reason: "`on \(on)` names nothing",
        suggestion: "calls have ConnIDs: 1, 2, 3 …; everything else is named by its party",
        action.onPosition)
    }
    let taken = Set(statements.compactMap(\.self).flatMap(\.options).map(\.key))
    guard let option = action.options.first(where: { !taken.contains($0.key) }),
      statements.contains(where: { $0 != nil })
    else {
      return nil
    }
    let actor = parties[action.actor].name
    return .unclear(
      reason: "no server that knows \(actor) takes \(option.key)",
      suggestion: "\(actor) is \(parties[action.actor].kinds.joined(separator: " "))",
      option.position)
  }

  /// The action as that server understands it; none where it knows nothing of it.
  ///
  /// What a hand does is the same to both, whoever asks for it.
  private func statement(_ action: ActionStatement, at server: Int) -> ActionStatement? {
    let vocabulary = servers[server]
    func isThere(_ party: Int) -> Bool { parties[party].kind(at: vocabulary, beside: servers[1 - server]) != nil }
    guard isThere(action.actor), action.target.map(isThere) ?? true else { return nil }
    guard let verb = vocabulary.verb(action.verb.name) ?? action.verb.byHand.flatMap(vocabulary.verb) else {
      return nil
    }
    let kind = parties[action.actor].kind(at: vocabulary, beside: servers[1 - server]) ?? ""
    guard verb.kinds.isEmpty || verb.kinds.contains(kind) else { return nil }
    var action = action
    action.verb = verb
    action.options.removeAll { !verb.options.contains($0.key) && !verb.takesPairs }
    if verb.target == .none { action.target = nil }
    if place(of: action) == 1 - server { action.on = nil }
    return action
  }

  /// Why no server can do anything with the action.
  private func unknown(_ action: ActionStatement) -> String {
    let known = [parties[action.actor].name] + (action.target.map { [parties[$0].name] } ?? [])
    let together = known.count == 1 ? "both \(known[0])" : "all of " + known.joined(separator: ", ")
    let done = action.verb.isRequest ? "request \(action.verb.name)" : action.verb.name
    return "\(known[0]) cannot \(done): no server knows \(together) and \(action.verb.name)"
  }

  func conversation(of call: String, at state: inout State) -> String { one.conversation(of: call, at: &state.one) }
}

extension Outcome {
  /// Where it happens at both, all that both say. A request that is refused at one is answered there; of what cannot
  /// happen there, that server sees nothing.
  fileprivate init(_ one: Outcome?, beside other: Outcome?, unknown: String) {
    guard let one, let other else {
      self = one ?? other ?? .refused(reason: unknown)
      return
    }
    switch (one, other) {
    case (.unclear, _): self = one
    case (_, .unclear): self = other
    case (.told(let messages, let defaults, let rule, let standing), .told(let others, _, _, let otherStanding)):
      self = .told(messages + others, defaults: defaults, rule: rule, standing: standing ?? otherStanding)
    case (.told(let messages, let defaults, let rule, let standing), .answered(let others, _, _, _)):
      self = .told(messages + others, defaults: defaults, rule: rule, standing: standing)
    case (.answered(let messages, let defaults, _, _), .told(let others, _, let rule, let standing)):
      self = .told(messages + others, defaults: defaults, rule: rule, standing: standing)
    case (.answered(let messages, let defaults, let reason, let rule), .answered(let others, _, _, _)):
      self = .answered(messages + others, defaults: defaults, reason: reason, rule: rule)
    case (.refused, .refused): self = one
    case (.refused, _): self = other
    case (_, .refused): self = one
    }
  }
}

extension Vocabulary {
  fileprivate func verb(_ name: String) -> Verb? { verbs.first { $0.name == name } }
}

extension Scenario {
  /// With each party as what it is at that server.
  func asSeen(by server: Vocabulary, beside other: Vocabulary) -> Scenario {
    var scenario = self
    for index in parties.indices {
      scenario.parties[index].kinds = [parties[index].kind(at: server, beside: other)].compactMap(\.self)
      scenario.parties[index].options.removeAll { option in
        !server.kinds.contains { kind in
          parties[index].kinds.contains(kind.name) && kind.options.contains { $0.key == option.key }
        }
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
