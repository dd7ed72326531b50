import CallModel

/// A server whose messages have senders, as scenarios play it: one stage for all of them.
struct CorrespondenceStage<State: ServerWithoutProfiles>: ServerStage, ~Copyable {
  typealias Words = State.Words
  typealias Moment = ServerMoment<State>

  private let scenario: Scenario
  private let ready = State.ready
  private var rulebook: Rulebook<State> { _read { yield ready.book } }
  private let texts: Texts
  private let roll: Roll
  let opening: State
  private let standingAtFirst: Message.Attribute?

  init(_ scenario: Scenario, _ detail: Transcript.Detail) {
    self.scenario = scenario
    let texts = Texts(scenario, usual: Words.usualName)
    var state = State()
    for party in scenario.parties where !party.kinds.isEmpty {
      var settings = Values<Words.Setting>()
      for option in party.options {
        guard let setting = Words.Setting(named: option.key) else { continue }
        settings[setting] = Self.number(option.value, setting.reading, texts)
      }
      // The language allows fewer parties than there can be.
      if let kind = party.kinds.first.flatMap({ Words.Kind(named: $0) }) { _ = state.add(kind, settings) }
    }
    self.texts = texts
    let roll = Roll(scenario)
    self.roll = roll
    opening = state
    standingAtFirst = State.standingName.map {
      Message.Attribute(
        name: "\($0)", value: state.standing { scenario.parties[roll.party($0)].name }, isListed: false)
    }
  }

  func play(_ statement: ActionStatement, step: Int, on state: inout State) -> Outcome {
    let deed: Deed<Words>
    do throws(Unsayable) { deed = try self.deed(statement, step) } catch {
      return .unclear(reason: error.reason, suggestion: error.suggestion, error.position)
    }
    var letters: [Letter<Words>] = []
    // What stood before, not a copy of the state: with one, all of it would be copied to be changed.
    let before = standing(state)
    do throws(Refusal<State>) {
      let rule = State.rules[try state.apply(deed, by: rulebook, into: &letters)]
      let standing = standing(state)
      let messages = self.messages(letters, standing, isRefusal: rule.isInVain)
      if rule.isInVain {
        let refusal = state.refusal(of: deed, by: rulebook)
        let sentence = refusal.map { state.sentence($0, by: rulebook) { name($0) } } ?? rule.name
        return .answered(messages, defaults: [], reason: sentence, rule: rule.name)
      }
      // What has always been so need not be said.
      let isNews = standing != before || standing != standingAtFirst
      return .told(messages, defaults: [], rule: rule.name, standing: isNews ? standing : nil)
    } catch {
      let sentence = state.sentence(error, by: rulebook) { name($0) }
      if error.cause == .severalCalls {
        return .unclear(reason: sentence, suggestion: "say with `on NAME` which is meant", statement.position)
      }
      return .refused(reason: sentence)
    }
  }

  func moment(_ state: State, after earlier: ServerMoment<State>?) -> ServerMoment<State> {
    ServerMoment<State>(state, after: earlier)
  }
  func state(at moment: ServerMoment<State>) -> State { moment.state }

  private func standing(_ state: State) -> Message.Attribute? {
    State.standingName.map { Message.Attribute(name: "\($0)", value: state.standing { name($0) }, isListed: false) }
  }

  func hint(_ statement: ActionStatement, _ state: State) -> String? {
    let actor = correspondent(statement.actor)
    var possible = PossibleActions(namesTheOnlyOne: true)
    let isWhole = state.eachPossibleAction(of: actor, by: rulebook) { deed in
      possible.add(
        "\(deed.verb.name)", to: deed.target == .none ? nil : name(deed.target),
        on: deed.on == .none ? nil : name(deed.on), options(of: deed))
    }
    return possible.line(for: name(actor), isWhole: isWhole)
  }

  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]? {
    guard let verb = Words.Verb(named: verb.name) else { return [] }
    // Of a single matter nothing need be said.
    let matters = state.matters(of: verb)
    return matters.count > 1 ? matters.map { name($0) } : nil
  }

  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse] {
    guard let verb = Words.Verb(named: verb.name) else { return [] }
    return [
      State.sayings(of: verb).map { says in
        verb.options.compactMap { option in
          says[option].map { Option("\(option.name)", text($0, option.reading)) }
        }
      }
    ]
  }

  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin] {
    guard let deed = try? deed(action, step), let traced = try? state.trace(deed, by: rulebook) else { return [] }
    return traced.map { letter, clause in
      let sent = State.rules[Int(letter.rule)].sentMessages.first {
        $0.clause == clause && $0.name == "\(letter.message.name)"
      }
      return MessageOrigin(sent, present: { _ in true })
    }
  }

  // MARK: Text to numbers

  private func deed(_ statement: ActionStatement, _ step: Int) throws(Unsayable) -> Deed<Words> {
    guard let verb = Words.Verb(named: statement.verb.name) else {
      throw Unsayable(reason: "no such verb", suggestion: "", position: statement.position)
    }
    var deed = Deed<Words>(
      verb, by: correspondent(statement.actor), to: statement.target.map { correspondent($0) } ?? .none)
    if let on = statement.on {
      // Whoever is not there is named all the same: the server has to answer.
      deed.on = roll.party(named: on).map { correspondent($0) } ?? .unknown
    }
    for option in statement.options {
      guard let attribute = Words.Attribute(named: option.key) else { continue }
      guard let number = Self.number(option.value, attribute.reading, texts) else {
        var known = "its numbers end at \(UInt32.max)"
        if case .names(let names) = attribute.reading { known = "known: " + alternatives(names.map { "\($0)" }) }
        throw Unsayable(
          reason: "\(option.value) is no \(option.key)", suggestion: known, position: option.valuePosition)
      }
      deed.says[attribute] = number
    }
    if let counted = verb.numbered, deed.says[counted] == nil { deed.says[counted] = UInt32(step) }
    return deed
  }

  private static func number(_ text: String, _ reading: Reading, _ texts: Texts) -> UInt32? {
    switch reading {
    case .number: UInt32(text)
    case .text: texts[text]
    case .correspondent: nil
    case .names(let names): names.firstIndex { "\($0)" == text }.map(UInt32.init)
    case .place(let words):
      words.firstIndex { text.utf8.starts(with: "\($0):".utf8) }.map { kind in
        // Texts of the header come first: there is room for their numbers in one half.
        UInt32(kind) << 16 | texts[Texts.place(text)]
      }
    }
  }

  // MARK: Numbers to text

  private func correspondent(_ party: Int) -> Correspondent { Correspondent(UInt32(roll.number(party))) }
  private func party(_ correspondent: Correspondent) -> Int { roll.party(correspondent) }
  private func name(_ correspondent: Correspondent) -> String { scenario.parties[party(correspondent)].name }

  private func messages(_ letters: [Letter<Words>], _ standing: Message.Attribute?, isRefusal: Bool) -> [Message] {
    letters.map { letter in
      let rule = State.rules[Int(letter.rule)]
      let attributes = Words.Attribute.allCases.compactMap { attribute in
        letter.values[attribute].map {
          Message.Attribute(
            name: "\(attribute.name)", value: text($0, attribute.reading), isListed: letter.lists(attribute))
        }
      }
      return Message(
        from: party(letter.from), to: party(letter.to), name: "\(letter.message.name)",
        attributes: attributes + [standing].compactMap(\.self),
        isRefusal: isRefusal, rule: rule.name, source: rule.source)
    }
  }

  private func text(_ number: UInt32, _ reading: Reading) -> String {
    switch reading {
    case .number: String(number)
    case .text: texts[number]
    case .place: texts[number & 0xFFFF]
    case .correspondent: name(Correspondent(number))
    case .names(let names): "\(names[Int(number)])"
    }
  }

  private func spelled(_ deed: Deed<Words>) -> String {
    var text = "\(name(deed.actor)) \(deed.verb.name)"
    if deed.target != .none { text += " \(name(deed.target))" }
    if deed.on != .none { text += " on \(name(deed.on))" }
    if let options = options(of: deed) { text += " " + options }
    return text
  }

  private func options(of deed: Deed<Words>) -> String? {
    let said = deed.verb.options.compactMap { option in
      deed.says[option].map { "\(option.name)=\(text($0, option.reading))" }
    }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ExplorationReport {
    let named = limits.verbs.map { Set($0.compactMap { Words.Verb(named: $0) }) }
    let found = opening.explore(by: rulebook, verbs: named, depth: limits.depth, progress: progress)
    return ExplorationReport(
      states: found.states, transitions: found.transitions, depth: found.depth, isCutShort: found.isCutShort,
      fault: found.fault.map { ($0.sentence, $0.path.map { spelled($0) }) })
  }

  // MARK: Words

  static var rules: [RuleDescription] {
    State.rules.map { rule in
      RuleDescription(
        server: "\(State.server)", verbs: rule.verbs.map { "\($0.name)" }, name: rule.name, source: rule.source)
    }
  }

  static var vocabulary: Vocabulary {
    Vocabulary(
      server: "\(State.server)",
      kinds: Words.Kind.allCases.map { kind in
        Vocabulary.Kind(
          name: "\(kind.name)", makesRequests: true,
          options: Words.settings(of: kind).map { .init(key: "\($0.name)", value: value($0.reading)) },
          number: Words.number(of: kind))
      },
      verbs: Words.Verb.allCases.map { verb in
        Vocabulary.Verb(
          name: "\(verb.name)", target: .init(verb.target), isRequest: verb.isRequest,
          options: verb.options.map { "\($0.name)" },
          kinds: Words.kinds(asking: verb).map { "\($0.name)" })
      },
      messages: Words.Message.allCases.map { "\($0.name)" },
      attributes: Words.Attribute.allCases.map { attribute in
        Vocabulary.Attribute(
          name: "\(attribute.name)", values: values(attribute.reading), numbers: numbers(attribute.reading))
      } + (State.standingName.map { [Vocabulary.Attribute(name: "\($0)", values: .text)] } ?? []),
      profiles: [], profileOptions: [], hasSenders: true)
  }

  private static func value(_ reading: Reading) -> Vocabulary.Kind.Option.Value {
    if case .place(let words) = reading { return .place(words.map { "\($0)" }) }
    return .attribute(values(reading))
  }

  private static func values(_ reading: Reading) -> Vocabulary.Attribute.Values {
    switch reading {
    case .number: .number
    case .text, .place: .text
    case .correspondent: .dn
    case .names(let names): .names(names.map { "\($0)" })
    }
  }

  private static func numbers(_ reading: Reading) -> [Int] {
    if case .names(let names) = reading { Array(names.indices) } else { [] }
  }
}

extension CaseIterable where Self: Named {
  fileprivate init?(named name: String) {
    guard let word = Self.allCases.first(where: { "\($0.name)" == name }) else { return nil }
    self = word
  }
}

extension Roll {
  fileprivate func party(_ correspondent: Correspondent) -> Int {
    party(UInt16(truncatingIfNeeded: correspondent.rawValue))
  }
}
