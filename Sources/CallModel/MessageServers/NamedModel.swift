/// What `MessageServer` asks of a model: names and texts go in and come out.
package protocol NamedServer<Vocabulary>: Sendable {
  associatedtype Vocabulary: MessageVocabulary
  typealias Server = MessageServer<Vocabulary>

  var parties: [Server.Party] { get }
  var rules: [RuleReference] { get }
  mutating func add(_ kind: Vocabulary.Kind, _ name: String, _ settings: [Vocabulary.Setting: String])
  mutating func apply(_ action: Server.Action) throws(Refusal) -> [Server.Event]
  func refusal(of action: Server.Action) -> Refusal?
  func possibleActions(of party: Server.Party) -> [Server.PossibleAction]
}

/// A model with the names of its parties and the texts of its attributes, which it knows only by number.
struct NamedModel<Model: MessageEngine>: NamedServer {
  typealias Vocabulary = Model

  private var model = Model()
  /// The parties, by their numbers; number 0 is no party.
  private var names = TextTable()
  private var texts = TextTable()

  init() {
    _ = names.add("")
    _ = texts.add("\(Model.usualName)")
  }

  var parties: [Server.Party] { (1..<names.count).map { .init(names[$0]) } }
  var rules: [RuleReference] { Model.rules.map(\.reference) }
  private var rulebook: Rulebook<Model> { Model.rulebook }

  mutating func add(_ kind: Model.Kind, _ name: String, _ settings: [Model.Setting: String]) {
    precondition(names.count <= Model.limit, "a server has at most \(Model.limit) parties: \(name) is too many")
    precondition(!name.isEmpty, "a party needs a name")
    precondition(names.number(of: name) == nil, "the server already has a party \(name)")
    var values = AttributeValues<Model.Setting>()
    for (setting, text) in settings {
      guard let number = number(of: text, setting.valueType) else {
        preconditionFailure("\(name): \(text) is no \(setting)\(known(setting.valueType))")
      }
      values[setting] = number
    }
    guard model.add(kind, values) != nil else { preconditionFailure("\(name) has a setting without such a value") }
    _ = names.add(name)
  }

  mutating func apply(_ action: Server.Action) throws(Refusal) -> [Server.Event] {
    let known = texts.count
    var events: [Model.Event] = []
    do throws(Refusal) {
      let numbered = try numbered(action)
      do throws(ModelRefusal<Model>) {
        try model.apply(numbered, by: rulebook, into: &events)
      } catch {
        throw refusal(error)
      }
    } catch {
      texts.removeAll(from: known)
      throw error
    }
    return events.map { event($0) }
  }

  func refusal(of action: Server.Action) -> Refusal? {
    var trial = self
    do throws(Refusal) {
      let numbered = try trial.numbered(action)
      return model.refusal(of: numbered, by: rulebook).map { trial.refusal($0) }
    } catch {
      return error
    }
  }

  func possibleActions(of party: Server.Party) -> [Server.PossibleAction] {
    guard let number = names.number(of: party.name), number > 0 else { return [] }
    return model.possibleActions(of: Model.Party(UInt32(number)), by: rulebook).map { possible in
      .init(action: action(possible.action), events: possible.events.map { event($0) })
    }
  }

  // MARK: Names to numbers

  private mutating func numbered(_ action: Server.Action) throws(Refusal) -> Model.Action {
    func number(_ party: Server.Party) throws(Refusal) -> Model.Party {
      guard let number = names.number(of: party.name), number > 0 else {
        throw refusal("there is no party \(party)", action)
      }
      return Model.Party(UInt32(number))
    }
    var parameters = AttributeValues<Model.Attribute>()
    // In order, so that of several mistakes the first one is named.
    for attribute in Model.Attribute.allCases {
      guard let text = action.parameters[attribute] else { continue }
      guard action.verb.options.contains(attribute) || action.verb.numbered == attribute else {
        throw refusal("\(action.verb) takes no \(attribute)", action)
      }
      guard let number = self.number(of: text, attribute.valueType) else {
        throw refusal("\(text) is no \(attribute)\(known(attribute.valueType))", action)
      }
      parameters[attribute] = number
    }
    return Model.Action(
      action.verb, by: try number(action.actor), to: try action.target.map(number) ?? .none,
      on: try action.on.map(number) ?? .none, with: parameters)
  }

  /// The values of a type that has few: `: it is A, B or C`.
  private func known(_ type: ValueType) -> String {
    guard case .names(let words) = type else { return "" }
    return ": it is \(words.map { "\($0)" }.joined(by: "or"))"
  }

  private mutating func number(of text: String, _ type: ValueType) -> UInt32? {
    switch type {
    case .number: return UInt32(text)
    case .text: return UInt32(texts.add(text))
    case .party: return names.number(of: text).map { UInt32($0) }
    case .names(let words): return words.firstIndex { "\($0)" == text }.map { UInt32($0) }
    case .place(let words):
      guard let kind = words.firstIndex(where: { text.hasPrefix("\($0):") }) else { return nil }
      let number = texts.add(String(text.dropFirst("\(words[kind]):".count)))
      // One half has room for the number of a place.
      return number <= UInt16.max ? UInt32(kind) << 16 | UInt32(number) : nil
    }
  }

  // MARK: Numbers to names

  private func party(_ party: Model.Party) -> Server.Party { .init(name(party)) }

  private func name(_ party: Model.Party) -> String {
    Int(party.rawValue) < names.count ? names[Int(party.rawValue)] : "an unknown party"
  }

  private func text(_ number: UInt32, _ type: ValueType) -> String {
    switch type {
    case .number: "\(number)"
    case .text: texts[Int(number)]
    case .place: texts[Int(number & 0xFFFF)]
    case .party: name(Model.Party(number))
    case .names(let words): "\(words[Int(number)])"
    }
  }

  private func event(_ event: Model.Event) -> Server.Event {
    .init(
      from: party(event.from), to: party(event.to), type: event.type,
      values: Model.Attribute.allCases.compactMap { attribute in
        event.values[attribute].map {
          .init(attribute: attribute, text: text($0, attribute.valueType), isListed: event.lists(attribute))
        }
      },
      rule: Model.rules[Int(event.rule)].reference)
  }

  private func action(_ action: Model.Action) -> Server.Action {
    let parameters = action.verb.options.compactMap { option in
      action.parameters[option].map { (option, text($0, option.valueType)) }
    }
    return .init(
      action.verb, by: party(action.actor), to: action.target == .none ? nil : party(action.target),
      on: action.on == .none ? nil : party(action.on), parameters: Dictionary(parameters) { _, last in last })
  }

  private func refusal(_ refusal: ModelRefusal<Model>) -> Refusal {
    Refusal(
      model.sentence(refusal, by: rulebook, naming: name), because: model.reason(refusal, by: rulebook, naming: name))
  }

  private func refusal(_ reason: String, _ action: Server.Action) -> Refusal {
    let unknown = ModelRefusal<Model>(Model.Action(action.verb, by: .none), cause: .unknownParty)
    let done = Model.reasons.phrase(action.verb, hasTarget: action.target != nil) { blank in
      switch blank {
      case "target": action.target?.name ?? ""
      case Substring("\(Model.subjectNoun)"): action.on?.name ?? "the \(blank)"
      default: model.fill(blank, of: unknown) { name($0) }
      }
    }
    return Refusal("\(action.actor) cannot \(done): \(reason)", because: reason)
  }
}
