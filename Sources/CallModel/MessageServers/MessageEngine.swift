/// What each server with senders does in its own way: how it surveys an action, and what it changes.
package protocol MessageEngine: MessageModel, Walkable, Followable {
  /// What the actions are about: a port, an interaction or a call.
  associatedtype Subject: Sendable
  var parties: PartyList<Self> { get set }
  var allSubjects: [Subject] { get set }
  /// Stores the settings of a party that has been added.
  mutating func didAdd(_ new: Party, _ kind: Kind, _ settings: AttributeValues<Setting>)
  /// Everything that an action with this verb could be about.
  func subjects(of verb: Verb) -> [Party]
  /// Whether the action can name this as its subject; if not, it is refused.
  func canName(_ subject: Party, _ action: Action) -> Bool
  /// Finds what the action is about, and the conditions there. The actor is of a kind that can do it.
  func surveySubject(_ action: Action, _ book: Rulebook<Self>, _ scene: inout Scene) throws(ModelRefusal<Self>)
  /// The parameters worth trying with this verb: none, or each of a few values.
  static func parameterChoices(of verb: Verb) -> [AttributeValues<Attribute>]
  mutating func carryOut(_ change: Change, _ scene: inout Scene)
  /// Removes what has ended. Called after every message has been sent.
  mutating func finish(_ scene: inout Scene)
  /// The message of the request itself, as this party names it.
  static func requestMessage(of verb: Verb, from who: Who) -> EventType?
  /// The sentences of the refusals.
  static var reasons: Reasons<Self> { get }
  /// The text for a blank of such a sentence.
  func fill(_ blank: Substring, of refusal: ModelRefusal<Self>, _ name: (Party) -> String) -> String
  /// Whether it may mean any number of parties, and not one.
  static func meansSeveral(_ who: Who) -> Bool
  /// Passes each party that `who` means to `body`, in the order in which they receive their messages.
  func each(_ who: Who, _ scene: Scene, _ body: (Party) -> Void)
  /// What the server knows about the party after the action; by default, only its number.
  func value(_ attribute: Attribute, of party: Party, _ scene: Scene) -> UInt32?
}

extension MessageEngine {
  package static func parameterChoices(of verb: Verb) -> [AttributeValues<Attribute>] { [AttributeValues()] }
  package static func meansSeveral(_ who: Who) -> Bool { false }
  package func each(_ who: Who, _ scene: Scene, _ body: (Party) -> Void) { body(scene[who]) }
  package func value(_ attribute: Attribute, of party: Party, _ scene: Scene) -> UInt32? {
    party.rawValue
  }

  package static func cause(_ action: Action) -> (actor: UInt32, word: String, isRequest: Bool) {
    (action.actor.rawValue, "\(action.verb.name)", action.verb.isRequest)
  }

  package mutating func add(_ kind: Kind, _ settings: AttributeValues<Setting>) -> Party? {
    let haveValues = Self.settings(of: kind).allSatisfy { setting in
      settings[setting].map { setting.valueType.contains($0) } ?? true
    }
    guard parties.kinds.count < Self.limit, haveValues else { return nil }
    let new = parties.add(kind)
    didAdd(new, kind, settings)
    return new
  }

  /// Refuses an actor that was never added or is of the wrong kind, and a subject that does not exist.
  package func survey(_ action: Action, _ book: Rulebook<Self>, _ scene: inout Scene) throws(ModelRefusal<
    Self
  >) {
    guard let kind = kind(action.actor), Self.actorKinds(of: action.verb).contains(kind) else {
      throw ModelRefusal(action, cause: .unknownParty)
    }
    guard action.on == .none || canName(action.on, action) else { throw ModelRefusal(action, cause: .unknownCall) }
    scene.verb = action.verb
    scene.parameters = action.parameters
    try surveySubject(action, book, &scene)
  }

  package mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    for next in changes.indices { carryOut(changes[next], &scene) }
  }

  private func sendEvents(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout [Event]) {
    var next = 0
    while next < cells.count {
      guard let repeatedFor = cells[next].repeatedFor else {
        write(cells[next], &scene, &events)
        next += 1
        continue
      }
      let first = next
      while next < cells.count, cells[next].repeatedFor == repeatedFor { next += 1 }
      var scenePerParty = scene
      each(repeatedFor, scene) { party in
        scenePerParty[repeatedFor] = party
        for cell in first..<next { write(cells[cell], &scenePerParty, &events) }
      }
    }
  }

  // The scene is `inout` only because it would be copied otherwise.
  private func write(_ cell: Cell, _ scene: inout Scene, _ events: inout [Event]) {
    guard let type = cell.type ?? Self.requestMessage(of: scene.verb, from: cell.from) else { return }
    if Self.meansSeveral(cell.to) {
      each(cell.to, scene) { write(cell, type, to: $0, &scene, &events) }
    } else {
      write(cell, type, to: scene[cell.to], &scene, &events)
    }
  }

  private func write(
    _ cell: Cell, _ type: EventType, to recipient: Party, _ scene: inout Scene, _ events: inout [Event]
  ) {
    // A `Who` that no party stands for neither sends nor receives.
    guard recipient != .none, scene[cell.from] != .none else { return }
    var event = Event(type, from: scene[cell.from], to: recipient, rule: cell.rule)
    for value in cell.values {
      let number: UInt32? =
        switch value.source {
        case .number(let number): number
        case .parameter: scene.parameters[value.attribute]
        case .of(let who): scene[who] == .none ? nil : self.value(value.attribute, of: scene[who], scene)
        }
      event.write(value.attribute, number, isListed: value.isListed)
    }
    events.append(event)
  }

  package mutating func finish(_ scene: inout Scene) {}
  package mutating func prepare(_ scene: inout Scene, for entry: Rulebook<Self>.Entry, _ book: Rulebook<Self>) {}

  var kinds: [Kind] { parties.kinds }
  func kind(_ party: Party) -> Kind? { parties[party] }
  /// The party of a kind that occurs only once.
  func only(_ kind: Kind) -> Party { parties.first(kind) }

  /// The subject that fits. If several do: the one in which the action is possible, or the first. -1 if none does.
  func subject(
    among subjects: Int, where fits: (Int) -> Bool, for action: Action, _ book: Rulebook<Self>,
    named: (Int) -> Party
  ) throws(ModelRefusal<Self>) -> Int {
    var (first, count) = (-1, 0)
    for subject in 0..<subjects where fits(subject) {
      if count == 0 { first = subject }
      count += 1
    }
    if count < 2 { return first }
    var possible = -1
    for subject in first..<subjects where fits(subject) {
      var there = action
      there.on = named(subject)
      guard let rule = rule(for: there, by: book), !book.isRejection(rule) else { continue }
      if possible >= 0 { throw ModelRefusal(action, cause: .severalCalls) }
      possible = subject
    }
    return possible < 0 ? first : possible
  }

  // MARK: Refusing

  package func refusal(of action: Action, by book: Rulebook<Self>) -> ModelRefusal<Self>? {
    var scene = Scene()
    do throws(ModelRefusal<Self>) { try survey(action, book, &scene) } catch { return error }
    let rule = book.entry(action.verb, scene).map { Int(book.entries[$0].rule) }
    if let rule, !book.isRejection(rule) { return nil }
    return ModelRefusal(
      action: action, state: scene.state, situation: scene.situation, cause: .conditions, subject: scene.subject)
  }

  package func reason(
    _ refusal: ModelRefusal<Self>, by book: Rulebook<Self>, naming name: (Party) -> String
  ) -> String {
    switch refusal.cause {
    case .unknownCall where kind(refusal.action.on) != nil: return "it is not done at \(name(refusal.action.on))"
    case .unknownCall: return "there is no such \(Self.subjectNoun)"
    case .unknownParty: return unknownParty(refusal.action)
    case .severalCalls: return severalSubjects(refusal.action, book, name)
    case .outOfService: return "it is out of service"
    // Only a T-Server has DNs to register.
    case .conditions, .unregistered, .watchesOnly:
      return book.reason(refusal, Self.reasons).filled { fill($0, of: refusal, name) }
    }
  }

  package func sentence(
    _ refusal: ModelRefusal<Self>, by book: Rulebook<Self>, naming name: (Party) -> String
  ) -> String {
    let done = Self.reasons.phrase(refusal.action.verb, hasTarget: refusal.action.target != .none) {
      fill($0, of: refusal, name)
    }
    return "\(name(refusal.action.actor)) cannot \(done): \(reason(refusal, by: book, naming: name))"
  }

  /// The actor does not exist, or its kind cannot do this.
  private func unknownParty(_ action: Action) -> String {
    guard let kind = kind(action.actor) else { return "there is no such party" }
    let able = Self.actorKinds(of: action.verb).map { "\($0.name)" }
    return "it is of kind \(kind.name)" + (able.isEmpty ? "" : ", not \(able.joined(by: "or"))")
  }

  private func severalSubjects(
    _ action: Action, _ book: Rulebook<Self>, _ name: (Party) -> String
  ) -> String {
    var possible: [String] = []
    for subject in subjects(of: action.verb) where possible.count < 4 {
      var there = action
      there.on = subject
      if let rule = rule(for: there, by: book), !book.isRejection(rule) { possible.append(name(subject)) }
    }
    return possible.count > 3 || possible.isEmpty
      ? "several \(Self.subjectNoun)s could be meant" : possible.joined(by: "or") + " could be meant"
  }

  // MARK: Applying

  @discardableResult
  package mutating func apply(
    _ action: Action, by book: Rulebook<Self>, into events: inout [Event]
  ) throws(ModelRefusal<Self>) -> Int {
    try perform(action, by: book, into: &events)
  }

  package mutating func perform(
    _ action: Action, by book: Rulebook<Self>, into events: inout [Event]
  ) throws(ModelRefusal<Self>) -> Int {
    var scene = Scene()
    let entry = try perform(action, by: book, in: &scene)
    let cells = book.cells
    sendEvents(cells.span.extracting(unchecked: entry.cells.range), &scene, &events)
    finish(&scene)
    return Int(entry.rule)
  }

  /// The messages that the action would send, and for each the number of its clause among the rule's clauses that
  /// send: see `SentMessage.clause`. The state does not change.
  package func trace(_ action: Action, by book: Rulebook<Self>) throws(ModelRefusal<Self>) -> [(
    event: Event, clause: Int
  )] {
    var state = self
    var scene = Scene()
    let entry = try state.perform(action, by: book, in: &scene)
    // Without profiles, each clause that sends has exactly one cell.
    let cells = Array(book.cells[entry.cells.range])
    var traced: [(event: Event, clause: Int)] = []
    func trace(_ cell: Int, _ scene: inout Scene) {
      var events: [Event] = []
      state.write(cells[cell], &scene, &events)
      traced += events.map { ($0, cell) }
    }
    // The order of `sendEvents`, which is a separate function for speed.
    var next = 0
    while next < cells.count {
      let first = next
      next += 1
      guard let repeatedFor = cells[first].repeatedFor else {
        trace(first, &scene)
        continue
      }
      while next < cells.count, cells[next].repeatedFor == repeatedFor { next += 1 }
      var scenePerParty = scene
      state.each(repeatedFor, scene) { party in
        scenePerParty[repeatedFor] = party
        for cell in first..<next { trace(cell, &scenePerParty) }
      }
    }
    return traced
  }

  // MARK: Trying

  /// For each kind, what its parties try.
  package static func attempts(
    _ book: Rulebook<Self>, _ scope: ExplorationScope, _ verbs: Set<Verb>?
  ) -> [[Trial<Self>]] {
    Kind.allCases.map { kind in trials(of: kind).filter { verbs?.contains($0.verb) ?? true } }
  }

  private static func trials(of kind: Kind) -> [Trial<Self>] {
    Verb.allCases.filter { actorKinds(of: $0).contains(kind) }.map {
      Trial(verb: $0, choices: parameterChoices(of: $0))
    }
  }

  /// Every party tries each of its verbs, with every other party as target and about every subject.
  package func eachAttempt(_ attempts: [[Trial<Self>]], _ body: (Action) -> Void) {
    for number in kinds.indices {
      _ = attempt(attempts[Int(kinds[number].rawValue)], by: Party(place: number)) { action in
        body(action)
        return true
      }
    }
  }

  /// Passes everything that the actor might try to `each`, until it returns false. Returns whether it tried everything.
  private func attempt(
    _ trials: [Trial<Self>], by actor: Party, towardsItself: Bool = false, _ each: (Action) -> Bool
  ) -> Bool {
    for trial in trials {
      let verb = trial.verb
      let subjects = self.subjects(of: verb)
      for subject in subjects.count > 1 ? subjects : [.none] {
        for parameters in trial.choices {
          if verb.target != .required, !each(Action(verb, by: actor, on: subject, with: parameters)) { return false }
          guard verb.target != .none else { continue }
          for number in kinds.indices where towardsItself || number != actor.place {
            let target = Party(place: number)
            if !each(Action(verb, by: actor, to: target, on: subject, with: parameters)) { return false }
          }
        }
      }
    }
    return true
  }

  package func eachPossibleAction(
    of actor: Party, by book: Rulebook<Self>, _ each: (Action) -> Bool
  ) -> Bool {
    // This serves hints: with many parties it need not find every possible action.
    var left = 2_000
    return attempt(kind(actor).map(Self.trials) ?? [], by: actor) { action in
      left -= 1
      guard let rule = rule(for: action, by: book), !book.isRejection(rule) else { return left > 0 }
      return each(action) && left > 0
    }
  }

  package func possibleActions(of actor: Party, by book: Rulebook<Self>) -> [Prediction<Self>] {
    var possible: [Prediction<Self>] = []
    _ = attempt(kind(actor).map(Self.trials) ?? [], by: actor, towardsItself: true) { action in
      guard let rule = rule(for: action, by: book), !book.isRejection(rule) else { return true }
      var copy = self
      var events: [Event] = []
      // A rule answers the action, so it cannot be refused.
      guard (try? copy.apply(action, by: book, into: &events)) != nil else { return true }
      possible.append(Prediction(action: action, pairs: [], events: events))
      return true
    }
    return possible
  }
}

/// A verb, and the parameters worth trying with it.
package struct Trial<Server: RuleVocabulary>: Sendable {
  let verb: Server.Verb
  let choices: [AttributeValues<Server.Attribute>]
}
