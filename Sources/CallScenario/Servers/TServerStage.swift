import CallModel

/// The T-Server as scenarios play it.
struct TServerStage: ServerStage, ~Copyable {
  struct State {
    var exchange: Exchange
    var conversations = Conversations()
    /// Made where an action asks for it; no moment keeps it.
    var index = CallIndex()
    /// What was told last; no moment keeps it.
    var userData: UserDataText?
  }

  struct Moment {
    let exchange: Exchange.Moment
    let conversations: Conversations.Moment
  }

  func moment(_ state: State, after earlier: Moment?) -> Moment {
    Moment(
      exchange: .init(state.exchange, after: earlier?.exchange),
      conversations: .init(state.conversations, after: earlier?.conversations))
  }

  func state(at moment: Moment) -> State {
    State(exchange: moment.exchange.exchange, conversations: moment.conversations.conversations)
  }

  static var vocabulary: Vocabulary { TServerWords.vocabulary }
  /// Every rule of the model, as `callsim rules` lists them.
  static let rules = TServer.rules.map { rule in
    RuleDescription(
      server: vocabulary.server,
      verbs: rule.verbs.flatMap { verb in TServerWords.words(for: verb).map(\.name) },
      name: rule.name, source: rule.source)
  }

  private let scenario: Scenario
  private let detail: Transcript.Detail
  let profile: SwitchProfile
  private let ready: ReadyRules<Exchange>
  var rulebook: Rulebook<Exchange> { _read { yield ready.book } }
  let opening: State
  let directory: Directory

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    self.scenario = scenario
    self.detail = detail
    var profile = SwitchProfile.named.first { $0.name == scenario.profile?.name }?.profile ?? SwitchProfile()
    // The parser has taken only options and values of the vocabulary, which is made from these.
    for option in scenario.profile?.options ?? [] {
      if let known = SwitchOption(rawValue: option.key) { _ = profile.set(known, to: option.value) }
    }
    self.profile = profile
    ready = .under(profile)
    // Room for one call more than the scenario makes, and no more: all of it is looked through at every mark.
    let calls = scenario.flows.reduce(0) { $0 + $1.statements.count(where: Self.beginsCall) }
    opening = State(exchange: Self.exchange(scenario, calls: min(calls + 1, Limits.calls)))
    directory = Directory(scenario, detail)
  }

  private static func beginsCall(_ statement: Statement) -> Bool {
    guard case .action(let action) = statement else { return false }
    return TServerWords.word(action.verb.name).map { $0.verb.begins || $0.verb.consults } ?? false
  }

  private static func exchange(_ scenario: Scenario, calls: Int) -> Exchange {
    var exchange = Exchange(calls: calls)
    let directory = Directory(scenario)
    for party in scenario.parties where !party.kinds.isEmpty {
      let group = party.options.first { $0.key == "group" }.flatMap { directory.party($0.value) }
      // The language allows fewer parties than an exchange has DNs: there is always room.
      _ = exchange.add(
        TServerWords.kinds.first { $0.name == party.kinds.first }?.kind ?? .extension,
        agentOf: group.map(directory.dn) ?? .none)
    }
    return exchange
  }

  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome {
    guard let word = TServerWords.word(action.verb.name) else {
      return .refused(reason: "no such verb")
    }
    let asked: Action
    let pairs: [UserData.Pair]
    do throws(Unsayable) { (asked, pairs) = (try self.action(action, word, step), self.pairs(action, word)) } catch {
      return .unclear(reason: error.reason, suggestion: error.suggestion, error.position)
    }
    var events: [Event] = []
    do throws(Refusal<Exchange>) {
      let applied = try state.exchange.apply(
        asked, with: pairs, by: rulebook, using: &state.index, into: &events)
      state.conversations.join(events, of: asked.verb)
      var messages = directory.messages(events, by: action.actor, in: state.exchange, &state.userData)
      tellCallsApart(&messages, events, state)
      return .told(messages, defaults: defaults(applied.connID), rule: TServer.rules[applied.rule].name)
    } catch {
      let sentence = state.exchange.sentence(error, by: rulebook) { directory.name($0) }
      if error.cause == .severalCalls {
        let calls = state.exchange.callsPossible(for: asked, with: pairs, by: rulebook, atMost: 7).map {
          "`on \($0.rawValue)`"
        }
        let more = calls.count > 6 ? " …" : ""
        return .unclear(
          reason: sentence,
          suggestion: "say which call is meant: \(calls.prefix(6).joined(separator: " or "))\(more)",
          action.position)
      }
      guard word.isRequest else { return .refused(reason: sentence) }
      let event = state.exchange.error(for: error, by: rulebook, using: &state.index)
      var messages = directory.messages([event], by: action.actor, in: state.exchange, &state.userData)
      tellCallsApart(&messages, [event], state)
      return .answered(
        messages, defaults: defaults(event.connID), reason: "\(sentence); \(event.errorCode.message)", rule: nil)
    }
  }

  /// Of each message about a call, whether its recipient is in another one too, or was: it is told of what it leaves.
  private func tellCallsApart(_ messages: inout [Message], _ events: [Event], _ state: State) {
    for (index, event) in events.enumerated() where event.connID != .none {
      messages[index].isOneOfSeveralCalls =
        state.exchange.isInCall(event.thisDN, otherThan: event.connID)
        || events.contains { $0.thisDN == event.thisDN && $0.connID != event.connID }
    }
  }

  func conversation(of call: String, at state: inout State) -> String {
    UInt64(call).map { directory.text(state.conversations.first(of: ConnID($0))) } ?? call
  }

  /// The statement as the model's action.
  func action(_ statement: ActionStatement, _ word: TServerWords.Word, _ step: Int) throws(Unsayable) -> Action {
    var action = Action(word.verb, by: directory.dn(statement.actor), to: statement.target.map(directory.dn) ?? .none)
    // A client numbers its requests; here they bear the number of their step where the scenario gives none.
    if word.isRequest { action.referenceID = UInt32(truncatingIfNeeded: step) }
    if let on = statement.on {
      guard let number = UInt64(on), number > 0 else {
        throw Unsayable(
          reason: "`on \(on)` names no call",
          suggestion: "calls have ConnIDs: 1, 2, 3 … in the order in which they begin",
          position: statement.onPosition)
      }
      action.on = ConnID(number)
    }
    for option in statement.options {
      switch option.key {
      case TServerWords.name(.callState) where !word.isRequest || word.verb == .answer:
        action.callState = try callState(option)
      case TServerWords.name(.referenceID): action.referenceID = try referenceID(option)
      case _ where word.verb.isAboutPairs: break
      case TServerWords.mergeType: if option.value == "Transfer" { action.verb = .mergeForTransfer }
      default: action.mode = try mode(option)
      }
    }
    return action
  }

  /// The user data that the statement brings, or the keys of the pairs to delete.
  func pairs(_ statement: ActionStatement, _ word: TServerWords.Word) -> [UserData.Pair] {
    guard word.verb.isAboutPairs else { return [] }
    return statement.options.filter { $0.key != TServerWords.name(.referenceID) }.map { option in
      word.verb == .deletePair
        ? UserData.Pair(key: directory.number(option.value), value: 0)
        : UserData.Pair(
          key: directory.number(TServerWords.dataKey(option.key)), value: directory.number(option.value))
    }
  }

  private func callState(_ option: Option) throws(Unsayable) -> CallState {
    if let named = CallState.names.first(where: { "\($0.name)" == option.value }) { return named.state }
    guard let number = UInt16(option.value) else {
      throw Unsayable(
        reason: "\(option.value) is no CallState", suggestion: "its numbers end at 65535",
        position: option.valuePosition)
    }
    return CallState(rawValue: number)
  }

  private func mode(_ option: Option) throws(Unsayable) -> Mode {
    guard let mode = TServerWords.mode(option) else {
      throw Unsayable(
        reason: "\(option.value) is no \(option.key)", suggestion: "its numbers end at 254",
        position: option.valuePosition)
    }
    return mode
  }

  private func referenceID(_ option: Option) throws(Unsayable) -> UInt32 {
    // The last number means that there is none.
    guard let number = UInt32(option.value), number > 0, number < .max else {
      throw Unsayable(
        reason: "\(option.value) is no ReferenceID", suggestion: "its numbers go from 1 to 4294967294",
        position: option.valuePosition)
    }
    return number
  }

  private func defaults(_ connID: ConnID) -> [Message.Attribute] {
    connID == .none
      ? [] : [Message.Attribute(name: TServerWords.name(.connID), value: directory.text(connID), isListed: true)]
  }

  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ExplorationReport {
    let named = limits.verbs.map { Set($0.compactMap { TServerWords.word($0)?.verb }) }
    let found = Self.exchange(scenario, calls: limits.calls)
      .explore(
        by: rulebook, limits.settings ? .everything : .calls, verbs: named, depth: limits.depth, progress: progress)
    return ExplorationReport(
      states: found.states, transitions: found.transitions, depth: found.depth, isCutShort: found.isCutShort,
      fault: found.fault.map { ($0.sentence, $0.path.map { directory.text($0, isNamingCall: true) }) })
  }

  func hint(_ statement: ActionStatement, _ state: State) -> String? {
    var possible = PossibleActions(namesTheOnlyOne: false)
    let isWhole = state.exchange.eachPossibleAction(of: directory.dn(statement.actor), by: rulebook) { action in
      guard directory.isSayable(action) else { return true }
      return possible.add(
        directory.word(for: action), to: action.target == .none ? nil : directory.name(action.target),
        on: action.on == .none ? nil : directory.text(action.on), TServerWords.option(of: action))
    }
    return possible.line(for: scenario.parties[statement.actor].name, isWhole: isWhole)
  }
}

extension Verb {
  fileprivate var isAboutPairs: Bool { self == .attachUserData || self == .updateUserData || self == .deletePair }
}
