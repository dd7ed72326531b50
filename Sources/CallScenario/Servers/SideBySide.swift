import CallModel

/// Two servers on one call that do not know each other. An action happens at each server that knows the actor and the
/// verb.
struct SideBySide<One: ReplayServer & ~Copyable, Other: ReplayServer & ~Copyable>: ReplayServer, ~Copyable {
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
  private let parties: [Scenario.Party]
  private let partyNumbers: PartyNumbers
  /// For each server, its verb for each verb of the scenario's vocabulary, if it has one.
  private let verbs: [[Vocabulary.Verb?]]
  /// For each server, its kind of each party, if it knows the party.
  private let kinds: [[Vocabulary.Kind?]]
  private let one: One
  private let other: Other
  let opening: State

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    servers = scenario.servers
    parties = scenario.parties
    partyNumbers = PartyNumbers(scenario)
    verbs = servers.map { $0.meanings(of: scenario.vocabulary.verbs) }
    kinds = [(servers[0], servers[1]), (servers[1], servers[0])].map { server, other in
      scenario.parties.map { $0.kind(at: server, nextTo: other) }
    }
    one = One(scenario.asSeen(by: servers[0], nextTo: servers[1]), detail)
    other = Other(scenario.asSeen(by: servers[1], nextTo: servers[0]), detail)
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
      return Outcome(merging: play(at: 0), play(at: 1)) ?? .refused(reason: unknown(action))
    }
    // The server that `on` points to has to carry the action out.
    guard let first = play(at: meant) else { return .refused(reason: unknown(action)) }
    guard case .events = first, let second = play(at: 1 - meant) else { return first }
    return meant == 0 ? Outcome(merging: first, second) : Outcome(merging: second, first)
  }

  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]? {
    let atOne = known(verb, by: party, at: 0).map { one.callsToTry($0, by: party, state.one) } ?? nil
    let atOther = known(verb, by: party, at: 1).map { other.callsToTry($0, by: party, state.other) } ?? nil
    return atOne == nil && atOther == nil ? nil : (atOne ?? []) + (atOther ?? [])
  }

  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse] {
    if let verb = verbs[0][verb.id] { return one.usesToTry(verb, on: call, state.one) }
    return verbs[1][verb.id].map { other.usesToTry($0, on: call, state.other) } ?? [[[]]]
  }

  func activities(of party: Int, _ state: State) -> [Activity] {
    let atOne = kinds[0][party] == nil ? [] : one.activities(of: party, state.one)
    let atOther = kinds[1][party] == nil ? [] : other.activities(of: party, state.other)
    // Both may know one call: then the first says what the party does in it.
    return atOne + (atOne.contains { !$0.call.isEmpty } ? atOther.filter(\.call.isEmpty) : atOther)
  }

  func ownSteps(_ state: State) -> [OwnStep] { one.ownSteps(state.one) + other.ownSteps(state.other) }

  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin] {
    let atOne = statement(action, at: 0).map { one.origins(of: $0, step: step, state.one) } ?? []
    let atOther = statement(action, at: 1).map { other.origins(of: $0, step: step, state.other) } ?? []
    return atOne + atOther
  }

  /// The verb as that server knows it, if it knows the party too.
  private func known(_ verb: Vocabulary.Verb, by party: Int, at server: Int) -> Vocabulary.Verb? {
    kinds[server][party] == nil ? nil : verbs[server][verb.id]
  }

  /// The hint of the server that refused the action: the one that knows the action, or the first.
  func hint(_ action: ActionStatement, _ state: State) -> String? {
    if place(of: action) != 1, let known = statement(action, at: 0) { return one.hint(known, state.one) }
    return statement(action, at: 1).flatMap { other.hint($0, state.other) }
  }

  /// The server whose call or interaction `on` names.
  private func place(of action: ActionStatement) -> Int? {
    guard let on = action.on else { return nil }
    return isParty(on) ? 1 : 0
  }

  private func isParty(_ word: String) -> Bool { partyNumbers.party(named: word) != nil }

  /// What neither server understands, if anything.
  private func fault(of action: ActionStatement, _ statements: [ActionStatement?]) -> Outcome? {
    if let on = action.on, UInt64(on) == nil, !isParty(on) {
      return .ambiguous(
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
    return .ambiguous(
      reason: "no server that knows \(actor) takes \(option.key)",
      suggestion: "\(actor) is \(parties[action.actor].kindNames)",
      option.position)
  }

  /// The action as that server understands it; nil if it does not.
  ///
  /// A request at one server is done by hand at the other, which has the same effect.
  private func statement(_ action: ActionStatement, at server: Int) -> ActionStatement? {
    guard let kind = kinds[server][action.actor], let verb = verbs[server][action.verb.id],
      verb.kinds.isEmpty || verb.kinds.contains(kind.name)
    else { return nil }
    if let target = action.target, kinds[server][target] == nil { return nil }
    if isLeftToTheOther(action, at: server) { return nil }
    var action = action
    action.verb = verb
    action.options.removeAll { !verb.takes($0.key) }
    if verb.target == .none { action.target = nil }
    if place(of: action) == 1 - server { action.on = nil }
    return action
  }

  /// A private service that the other server knows is not the T-Server's: the client is answered once.
  private func isLeftToTheOther(_ action: ActionStatement, at server: Int) -> Bool {
    servers[server].server == "t-server" && action.verb.name == "\(Verb.privateService.name)"
      && statement(action, at: 1 - server) != nil
  }

  /// Why neither server can handle the action.
  private func unknown(_ action: ActionStatement) -> String {
    let known = [parties[action.actor].name] + (action.target.map { [parties[$0].name] } ?? [])
    let together = known.count == 1 ? "both \(known[0])" : "all of " + known.joined(separator: ", ")
    let done = action.verb.isRequest ? "request \(action.verb.name)" : action.verb.name
    return "\(known[0]) cannot \(done): no server knows \(together) and \(action.verb.name)"
  }

  func conversation(of call: String, at state: inout State) -> String { one.conversation(of: call, at: &state.one) }
}

extension Outcome {
  /// What both servers do, if the action happens at both; nil if it happens at neither.
  ///
  /// A server that refuses a request answers with an error even if the other carries it out. A server where the action
  /// cannot happen sees nothing of it.
  fileprivate init?(merging one: Outcome?, _ other: Outcome?) {
    guard let one, let other else {
      guard let only = one ?? other else { return nil }
      self = only
      return
    }
    self.init(merging: one, other)
  }

  fileprivate init(merging one: Outcome, _ other: Outcome) {
    switch (one, other) {
    case (.ambiguous, _): self = one
    case (_, .ambiguous): self = other
    case (.events(let answer), .events(let second)), (.events(let answer), .errorAnswer(let second, _)),
      (.errorAnswer(let answer, _), .events(let second)):
      self = .events(Answer(merging: answer, second))
    case (.errorAnswer(let answer, let reason), .errorAnswer(let second, _)):
      self = .errorAnswer(Answer(merging: answer, second), reason: reason)
    case (_, .refused): self = one
    case (.refused, _): self = other
    }
  }
}

extension Outcome.Answer {
  /// The messages and rules of both, those of the first before those of the second. Expectations imply the defaults of
  /// the first.
  fileprivate init(merging one: Self, _ other: Self) {
    self = one
    messages += other.messages.map { message in
      var message = message
      message.rule = message.rule.map { one.rules.count + $0 }
      return message
    }
    rules += other.rules
    statusLine = one.statusLine ?? other.statusLine
  }
}

extension Vocabulary {
  /// This server's verb for each of the verbs: one of the same name, or the one that does the same by hand.
  fileprivate func meanings(of others: [Verb]) -> [Verb?] {
    func verb(_ name: String) -> Verb? { verbs.first { $0.name == name } }
    return others.map { verb($0.name) ?? $0.byHand.flatMap(verb) }
  }
}

extension Scenario {
  /// The scenario with the kinds of parties at that server, and with the actions that the server has verbs for.
  func asSeen(by server: Vocabulary, nextTo other: Vocabulary) -> Scenario {
    var scenario = self
    for index in parties.indices {
      scenario.parties[index].kinds = [parties[index].kind(at: server, nextTo: other)].compactMap(\.self)
      scenario.parties[index].options.removeAll { option in
        !server.kinds.contains { kind in
          parties[index].isOfKind(kind.name) && kind.options.contains { $0.key == option.key }
        }
      }
    }
    let verbs = server.meanings(of: vocabulary.verbs)
    for index in flows.indices {
      scenario.flows[index].statements = flows[index].statements.compactMap { statement in
        guard case .action(var action) = statement else { return statement }
        guard let verb = verbs[action.verb.id] else { return nil }
        action.verb = verb
        return .action(action)
      }
    }
    scenario.vocabulary = server
    scenario.servers = [server]
    return scenario
  }
}

extension Scenario.Party {
  /// The party's kind at the server, in the server's own words; of two kinds that it knows, the one that the other
  /// server does not know.
  fileprivate func kind(at server: Vocabulary, nextTo other: Vocabulary) -> Vocabulary.Kind? {
    let known = server.kinds.filter { isOfKind($0.name) }
    return known.first { !other.knows($0) } ?? known.first
  }
}
