import CallModel

/// The replay of any server whose messages have senders.
struct MessageServerReplay<State: MessageEngine>: ModelReplayServer, ~Copyable {
  typealias Verb = State.Verb
  typealias Kind = State.Kind
  typealias Attribute = State.Attribute
  typealias Setting = State.Setting
  typealias Party = State.Party
  typealias Action = State.Action
  typealias Event = State.Event
  typealias Moment = ServerSnapshot<State>

  let scenario: Scenario
  let rulebook = State.rulebook
  private let verbs = Array(Verb.allCases)
  let directory: MessageDirectory<State>
  let opening: State
  private let statusAtStart: Message.Attribute?

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    self.scenario = scenario
    let texts = StringTable(scenario, usual: State.usualName, grows: detail.takesMore)
    let kinds = Array(Kind.allCases)
    var state = State()
    for party in scenario.parties where !party.kinds.isEmpty {
      var settings = AttributeValues<Setting>()
      for option in party.options {
        guard let setting = Setting(named: option.key) else { continue }
        settings[setting] = Self.number(option.value, setting.valueType, texts)
      }
      // The language allows fewer parties than the model.
      _ = state.add(kinds[party.kinds[0].id], settings)
    }
    let directory = MessageDirectory<State>(scenario, texts)
    self.directory = directory
    opening = state
    statusAtStart = directory.statusLine(state)
  }

  func play(_ statement: ActionStatement, step: Int, on state: inout State) -> Outcome {
    let action: Action
    do throws(StatementError) { action = try self.action(statement, step) } catch {
      return .ambiguous(reason: error.reason, suggestion: error.suggestion, error.position)
    }
    var events: [Event] = []
    // Not on a copy, because changing it would copy all of it.
    let before = statusLine(state)
    do throws(ModelRefusal<State>) {
      let number = try state.apply(action, by: rulebook, into: &events)
      let rule = State.rules[number]
      let statusLine = statusLine(state)
      var answer = Outcome.Answer(
        messages: directory.messages(events, statusLine, isRefusal: rulebook.isRejection(number)),
        rules: [rule.reference])
      if rulebook.isRejection(number) {
        let refusal = state.refusal(of: action, by: rulebook)
        let sentence = refusal.map { state.sentence($0, by: rulebook) { name($0) } } ?? rule.name
        return .errorAnswer(answer, reason: sentence)
      }
      // A status that has not changed since the start is not shown.
      if statusLine != before || statusLine != statusAtStart { answer.statusLine = statusLine }
      return .events(answer)
    } catch {
      let sentence = state.sentence(error, by: rulebook) { name($0) }
      if error.cause == .severalCalls {
        return .ambiguous(reason: sentence, suggestion: "say with `on NAME` which is meant", statement.position)
      }
      return .refused(reason: sentence)
    }
  }

  func moment(_ state: State, after earlier: ServerSnapshot<State>?) -> ServerSnapshot<State> {
    ServerSnapshot<State>(state, after: earlier)
  }
  func state(at moment: ServerSnapshot<State>) -> State { moment.state }

  private func statusLine(_ state: State) -> Message.Attribute? { directory.statusLine(state) }

  func hint(_ statement: ActionStatement, _ state: State) -> String? {
    let actor = modelParty(statement.actor)
    var possible = PossibleActions(namesTheOnlyOne: true)
    let isWhole = state.eachPossibleAction(of: actor, by: rulebook) {
      possible.add(self.statement(of: $0), of: scenario)
    }
    return possible.line(for: name(actor), isWhole: isWhole)
  }

  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]? {
    let subjects = state.subjects(of: verbs[verb.id])
    // If there is only one, `on` is not needed.
    return subjects.count > 1 ? subjects.map { name($0) } : nil
  }

  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse] {
    let verb = verbs[verb.id]
    return [State.parameterChoices(of: verb).map { options($0, of: verb) }]
  }

  func activities(of party: Int, _ state: State) -> [Activity] {
    state.activities(of: modelParty(party)) { name($0) }
  }

  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin] {
    guard let traced = (try? self.action(action, step)).flatMap({ try? state.trace($0, by: rulebook) }) else {
      return []
    }
    return traced.map { event, clause in
      let sent = State.rules[Int(event.rule)].sentMessages.first {
        $0.clause == clause && $0.name == "\(event.type.name)"
      }
      return MessageOrigin(sent, present: { _ in true })
    }
  }

  // MARK: Text to numbers

  private func action(_ statement: ActionStatement, _ step: Int) throws(StatementError) -> Action {
    let verb = verbs[statement.verb.id]
    var action = Action(
      verb, by: modelParty(statement.actor), to: statement.target.map { modelParty($0) } ?? .none)
    if let on = statement.on {
      // The server has to answer even if it does not know the party.
      action.on = directory.partyNumbers.party(named: on).map { modelParty($0) } ?? .unknown
    }
    for option in statement.options {
      guard let attribute = Attribute(named: option.key) else { continue }
      guard let number = Self.number(option.value, attribute.valueType, directory.texts) else {
        var known = "its numbers end at \(UInt32.max)"
        if case .names(let names) = attribute.valueType { known = "known: " + names.map { "\($0)" }.joined(by: "or") }
        throw StatementError(
          reason: "\(option.value) is no \(option.key)", suggestion: known, position: option.valuePosition)
      }
      action.parameters[attribute] = number
    }
    if let counted = verb.numbered, action.parameters[counted] == nil { action.parameters[counted] = UInt32(step) }
    return action
  }

  private static func number(_ text: String, _ type: ValueType, _ texts: StringTable) -> UInt32? {
    switch type {
    case .number: UInt32(text)
    case .text: texts[text]
    case .party: nil
    case .names(let names): names.firstIndex { "\($0)" == text }.map(UInt32.init)
    case .place(let words):
      words.firstIndex { text.utf8.starts(with: "\($0):".utf8) }.map { kind in
        // The texts of the header come first: one half has room for their numbers.
        UInt32(kind) << 16 | texts[StringTable.place(text)]
      }
    }
  }

  // MARK: Numbers to text

  private func modelParty(_ party: Int) -> Party { directory.modelParty(party) }
  private func number(of party: Party) -> Int { directory.number(of: party) }
  private func name(_ party: Party) -> String { directory.name(party) }

  /// The action as a scenario writes it.
  func statement(of action: Action) -> ActionStatement {
    let verb = scenario.vocabulary.verbs[verbs.firstIndex(of: action.verb) ?? 0]
    return ActionStatement(
      by: number(of: action.actor), verb, to: action.target == .none ? nil : number(of: action.target),
      on: action.on == .none ? nil : name(action.on), options: options(action.parameters, of: action.verb))
  }

  private func options(_ parameters: AttributeValues<Attribute>, of verb: Verb) -> [Option] {
    verb.options.compactMap { option in
      parameters[option].map { Option("\(option.name)", directory.text($0, option.valueType)) }
    }
  }

  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ServerExploration? {
    let check = PropertyCheck(
      start: start(of: limits), book: rulebook, search: limits.search { Verb(named: $0) },
      properties: limits.properties,
      reader: directory, comparison: Comparison(scenario))
    return ServerExploration(check.run(progress: progress)) { path in path.map { statement(of: $0) } }
  }

  /// Where the exploration begins.
  func start(of limits: ExplorationLimits) -> State { state(after: limits.history, from: opening) }

  // MARK: Words

  static var rules: [RuleReference] { State.rules.map(\.reference) }

  static var vocabulary: Vocabulary {
    Vocabulary(
      server: "\(State.server)",
      kinds: Kind.allCases.map { kind in
        Vocabulary.Kind(
          name: "\(kind.name)", makesRequests: true,
          options: State.settings(of: kind).map { .init(key: "\($0.name)", value: value($0.valueType)) },
          number: State.number(of: kind))
      },
      verbs: Verb.allCases.map { verb in
        Vocabulary.Verb(
          name: "\(verb.name)", target: .init(verb.target), isRequest: verb.isRequest,
          options: verb.options.map { "\($0.name)" },
          kinds: State.actorKinds(of: verb).map { "\($0.name)" })
      },
      messages: State.EventType.allCases.map { "\($0.name)" },
      attributes: Attribute.allCases.map { attribute in
        Vocabulary.Attribute(
          name: "\(attribute.name)", values: values(attribute.valueType), numbers: numbers(attribute.valueType))
      } + (State.statusName.map { [Vocabulary.Attribute(name: "\($0)", values: .text)] } ?? []),
      profiles: [], profileOptions: [], hasSenders: true)
  }

  private static func value(_ type: ValueType) -> Vocabulary.Kind.Option.Value {
    if case .place(let words) = type { return .place(words.map { "\($0)" }) }
    return .attribute(values(type))
  }

  private static func values(_ type: ValueType) -> Vocabulary.Attribute.Values {
    switch type {
    case .number: .number
    case .text, .place: .text
    case .party: .dn
    case .names(let names): .names(names.map { "\($0)" })
    }
  }

  private static func numbers(_ type: ValueType) -> [Int] {
    if case .names(let names) = type { Array(names.indices) } else { [] }
  }
}
