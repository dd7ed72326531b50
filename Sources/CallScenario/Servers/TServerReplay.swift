import CallModel

/// The replay of the T-Server.
struct TServerReplay: ModelReplayServer, ~Copyable {
  struct State {
    var exchange: Exchange
    var conversations = Conversations()
    /// Filled when an action needs it; not stored in moments.
    var index = CallIndex()
    /// The user data of the latest message; not stored in moments.
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
  static let rules = TServer.rules.map { rule in
    RuleReference(
      name: rule.name, source: rule.source,
      verbs: rule.verbs.flatMap { verb in TServerWords.words(for: verb).map(\.name) })
  }

  let scenario: Scenario
  private let detail: Transcript.Detail
  let profile: SwitchProfile
  let rulebook: Rulebook<Exchange>
  let opening: State
  let directory: Directory

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    self.scenario = scenario
    self.detail = detail
    profile = scenario.switchProfile
    rulebook = .under(profile)
    // Room for only one call more than the scenario makes, because every mark goes through all slots.
    let calls = scenario.flows.reduce(0) { $0 + $1.statements.count(where: Self.beginsCall) }
    opening = State(exchange: Self.exchange(scenario, calls: min(calls + (detail.takesMore ? 16 : 1), Limits.calls)))
    directory = Directory(scenario, detail)
  }

  private static func beginsCall(_ statement: Statement) -> Bool {
    guard case .action(let action) = statement else { return false }
    let verb = TServerWords.verbs[action.verb.id].verb
    return verb.begins || verb.consults
  }

  static func exchange(_ scenario: Scenario, calls: Int) -> Exchange {
    var exchange = Exchange(calls: calls)
    let directory = Directory(scenario)
    for party in scenario.parties where !party.kinds.isEmpty {
      let group = party.options.first { $0.key == "group" }.flatMap { directory.party($0.value) }
      // The language allows fewer parties than an exchange has DNs: there is always room.
      let agent = party.options.first { $0.key == TServerWords.agent }.map { directory.number($0.value) }
      _ = exchange.add(
        TServerWords.kinds[party.kinds[0].id].kind, agentOf: group.map(directory.dn) ?? .none, agentID: agent ?? 0,
        registered: !party.options.contains { $0.key == TServerWords.registered && $0.value == "no" })
    }
    return exchange
  }

  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome {
    let word = TServerWords.verbs[action.verb.id]
    let asked: Exchange.Action
    let brought: Exchange.Attachments
    do throws(StatementError) {
      (asked, brought) = (try self.action(action, word, step), try attachments(action, word))
    } catch {
      return .ambiguous(reason: error.reason, suggestion: error.suggestion, error.position)
    }
    var events: [Exchange.Event] = []
    if detail.takesMore { state.exchange.makeRoom(upTo: Limits.calls) }
    do throws(ModelRefusal<Exchange>) {
      let applied = try state.exchange.apply(
        asked, with: brought, by: rulebook, using: &state.index, into: &events)
      state.conversations.join(events, of: asked.verb)
      var messages = directory.messages(events, by: action.actor, rule: 0, in: state.exchange, &state.userData)
      addAttachments(brought, of: asked, to: &messages, events, in: state.exchange)
      markSeveralCalls(&messages, events, state)
      let rules = rules(of: &messages, events, applied.rule)
      return .events(.init(messages: messages, defaults: defaults(applied.connID), rules: rules))
    } catch {
      let sentence = state.exchange.sentence(error, by: rulebook) { directory.name($0) }
      if error.cause == .severalCalls {
        let calls = state.exchange.callsPossible(for: asked, with: brought, by: rulebook, atMost: 7).map {
          "`on \($0.rawValue)`"
        }
        let more = calls.count > 6 ? " …" : ""
        return .ambiguous(
          reason: sentence,
          suggestion: "say which call is meant: \(calls.prefix(6).joined(separator: " or "))\(more)",
          action.position)
      }
      guard word.isRequest else { return .refused(reason: sentence) }
      let event = state.exchange.error(for: error, by: rulebook, using: &state.index)
      var messages = directory.messages([event], by: action.actor, rule: nil, in: state.exchange, &state.userData)
      markSeveralCalls(&messages, [event], state)
      return .errorAnswer(
        .init(messages: messages, defaults: defaults(event.connID)), reason: "\(sentence); \(event.errorCode.message)")
    }
  }

  /// The rule that answers, and those whose events go with its own. Each message gets the index of its rule.
  private func rules(of messages: inout [Message], _ events: [Exchange.Event], _ rule: Int) -> [RuleReference] {
    var rules = [TServer.reference(rule)]
    for (index, event) in events.enumerated() {
      guard let own = event.ownRule, own != rule, rulebook.isCompanion(event) else { continue }
      let companion = TServer.reference(own)
      messages[index].rule = rules.firstIndex(of: companion) ?? rules.count
      if messages[index].rule == rules.count { rules.append(companion) }
    }
    return rules
  }

  /// Marks each message about a call whose recipient is in another call too, or was until now.
  private func markSeveralCalls(_ messages: inout [Message], _ events: [Exchange.Event], _ state: State) {
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
  func action(_ statement: ActionStatement, _ word: TServerWords.Word, _ step: Int) throws(StatementError)
    -> Exchange.Action
  {
    var action = Exchange.Action(
      word.verb, by: directory.dn(statement.actor), to: statement.target.map(directory.dn) ?? .none)
    // A client numbers its requests. Without a number in the scenario, a request has the number of its step.
    if word.isRequest { action.referenceID = UInt32(truncatingIfNeeded: step) }
    if let on = statement.on {
      guard let number = UInt64(on), number > 0 else {
        throw StatementError(
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
      case _ where word.verb.isAboutPairs || TServerWords.Prefix(of: option.key) != nil: break
      case TServerWords.name(.agentID): action.agentID = directory.number(option.value)
      case TServerWords.queue: action.target = try queue(option)
      case TServerWords.name(.collectedDigits), TServerWords.digits: try check(digits: option)
      case TServerWords.monitorMode: try check(option, among: MonitorMode.allCases.map(\.rawValue))
      case TServerWords.monitorScope: try check(option, among: MonitorScope.allCases.map(\.rawValue))
      case TServerWords.mergeType: if option.value == "Transfer" { action.verb = .mergeForTransfer }
      default: action.mode = try mode(option)
      }
    }
    return action
  }

  private func callState(_ option: Option) throws(StatementError) -> CallState {
    if let named = CallState.names.first(where: { "\($0.name)" == option.value }) { return named.state }
    guard let number = UInt16(option.value) else {
      throw StatementError(
        reason: "\(option.value) is no CallState", suggestion: "its numbers end at 65535",
        position: option.valuePosition)
    }
    return CallState(rawValue: number)
  }

  private func queue(_ option: Option) throws(StatementError) -> Exchange.DN {
    let dn = directory.party(option.value).map(directory.dn) ?? .none
    guard dn != .none else {
      throw StatementError(
        reason: "\(option.value) is no queue", suggestion: "Queue names an acd-group",
        position: option.valuePosition)
    }
    return dn
  }

  private func mode(_ option: Option) throws(StatementError) -> Exchange.Mode {
    guard let mode = TServerWords.mode(option) else {
      throw StatementError(
        reason: "\(option.value) is no \(option.key)", suggestion: TServerWords.modes(option),
        position: option.valuePosition)
    }
    return mode
  }

  /// These values have no numbers.
  private func check(_ option: Option, among names: [String]) throws(StatementError) {
    if names.contains(option.value) { return }
    throw StatementError(
      reason: "\(option.value) is no \(option.key)", suggestion: "write \(names.joined(by: "or"))",
      position: option.valuePosition)
  }

  private func check(digits option: Option) throws(StatementError) {
    guard let mistake = Digits.mistake(in: option.value) else { return }
    throw StatementError(
      reason: "\(option.key) is not possible: \(mistake)",
      suggestion: "use 1 to \(Digits.limit) of 0 to 9, * and #", position: option.valuePosition)
  }

  private func referenceID(_ option: Option) throws(StatementError) -> UInt32 {
    // The largest number means no ReferenceID.
    guard let number = UInt32(option.value), number > 0, number < .max else {
      throw StatementError(
        reason: "\(option.value) is no ReferenceID", suggestion: "its numbers go from 1 to 4294967294",
        position: option.valuePosition)
    }
    return number
  }

  private func defaults(_ connID: ConnID) -> [Message.Attribute] {
    connID == .none
      ? [] : [Message.Attribute(name: TServerWords.name(.connID), value: directory.text(connID), isListed: true)]
  }

  func hint(_ statement: ActionStatement, _ state: State) -> String? {
    var possible = PossibleActions(namesTheOnlyOne: false)
    let isByHand =
      directory.isOutside(statement.actor) || !state.exchange.isRegistered(directory.dn(statement.actor))
    let isWhole = state.exchange.eachPossibleAction(of: directory.dn(statement.actor), by: rulebook) { action in
      let statement = directory.statement(of: action, byHand: isByHand)
      return isByHand && statement.verb.isRequest ? true : possible.add(statement, of: scenario)
    }
    return possible.line(for: scenario.parties[statement.actor].name, isWhole: isWhole)
  }
}
