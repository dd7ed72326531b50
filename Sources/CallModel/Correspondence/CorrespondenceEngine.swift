/// How such a server looks at an action, and what it changes.
protocol CorrespondenceEngine: Correspondence, Explorable {
  var participants: Participants<Words.Kind> { get set }
  /// Somebody has come who is to be known by what is said of him.
  mutating func welcome(_ new: Correspondent, _ kind: Words.Kind, _ settings: Values<Words.Setting>)
  /// What the action could be about.
  func matters(of verb: Verb) -> [Correspondent]
  /// What it names is something that the action could be about, or that it has to be answered for.
  func canMean(_ matter: Correspondent, _ action: Deed<Words>) -> Bool
  /// Finds out what the action is about, of somebody who can do such a thing.
  func look(_ action: Deed<Words>, _ book: borrowing Rulebook<Self>, _ scene: inout Scene) throws(Refusal<Self>)
  /// What could be said beside.
  static func sayings(of verb: Verb) -> [Values<Words.Attribute>]
  mutating func carryOut(_ change: Change, _ scene: inout Scene)
  /// The action is done and told: what the scene has gathered becomes the state.
  mutating func settle(_ scene: inout Scene)
  /// The message that asks for what is done, as it is spelled between these two.
  static func message(asking verb: Verb, from who: Words.Who) -> Words.Message?
  /// What its refusals say.
  static var reasons: Reasons<Self> { get }
  /// What a blank of such a sentence stands for.
  func fill(_ blank: Substring, of refusal: Refusal<Self>, _ name: (Correspondent) -> String) -> String
  /// Whom the word means, in the order in which they are told.
  func each(_ who: Words.Who, _ scene: Scene, _ body: (Correspondent) -> Void)
  /// What the server knows of somebody once the action is done; of whom nothing else is known, that it is who it is.
  func value(_ attribute: Words.Attribute, of correspondent: Correspondent, _ scene: Scene) -> UInt32?
}

extension CorrespondenceEngine {
  func each(_ who: Words.Who, _ scene: Scene, _ body: (Correspondent) -> Void) { body(scene[who]) }
  func value(_ attribute: Words.Attribute, of correspondent: Correspondent, _ scene: Scene) -> UInt32? {
    correspondent.rawValue
  }

  public mutating func add(_ kind: Words.Kind, _ settings: Values<Words.Setting>) -> Correspondent? {
    let haveValues = Words.settings(of: kind).allSatisfy { setting in
      settings[setting].map { setting.reading.has($0) } ?? true
    }
    guard participants.kinds.count < Self.limit, haveValues else { return nil }
    let new = participants.add(kind)
    welcome(new, kind, settings)
    return new
  }

  /// Of strangers, and of what nobody knows, nothing is found out.
  func survey(_ action: Deed<Words>, _ book: borrowing Rulebook<Self>, _ scene: inout Scene) throws(Refusal<Self>) {
    guard let kind = kind(action.actor), Words.kinds(asking: action.verb).contains(kind) else {
      throw Refusal(action, cause: .unknownParty)
    }
    guard action.on == .none || canMean(action.on, action) else { throw Refusal(action, cause: .unknownCall) }
    scene.verb = action.verb
    scene.says = action.says
    try look(action, book, &scene)
  }

  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    for next in changes.indices { carryOut(changes[next], &scene) }
  }

  private func tell(_ cells: Span<Blank<Words>>, _ scene: inout Scene, _ letters: inout [Letter<Words>]) {
    var next = 0
    while next < cells.count {
      guard let turns = cells[next].turns else {
        write(cells[next], scene, &letters)
        next += 1
        continue
      }
      let first = next
      while next < cells.count, cells[next].turns == turns { next += 1 }
      var turn = scene
      each(turns, scene) { one in
        turn[turns] = one
        for cell in first..<next { write(cells[cell], turn, &letters) }
      }
    }
  }

  private func write(_ blank: Blank<Words>, _ scene: Scene, _ letters: inout [Letter<Words>]) {
    guard let message = blank.message ?? Self.message(asking: scene.verb, from: blank.from) else { return }
    each(blank.to, scene) { recipient in
      // Where nobody takes that part nobody is told, and nobody tells.
      guard recipient != .none, scene[blank.from] != .none else { return }
      var letter = Letter<Words>(from: scene[blank.from], to: recipient, message: message, rule: blank.rule)
      for entry in blank.entries {
        let value: UInt32? =
          switch entry.source {
          case .number(let number): number
          case .said: scene.says[entry.attribute]
          case .of(let who): scene[who] == .none ? nil : self.value(entry.attribute, of: scene[who], scene)
          }
        letter.write(entry.attribute, value, isListed: entry.isListed)
      }
      letters.append(letter)
    }
  }

  mutating func settle(_ scene: inout Scene) {}
  mutating func prepare(_ scene: inout Scene, for entry: Rulebook<Self>.Entry, _ book: borrowing Rulebook<Self>) {}

  var kinds: [Words.Kind] { participants.kinds }
  func kind(_ correspondent: Correspondent) -> Words.Kind? { participants[correspondent] }
  /// The first of its kind: there is one.
  func only(_ kind: Words.Kind) -> Correspondent { participants.first(kind) }

  /// Of so many matters the one that fits, and of several the one in which the action is possible, or the first; -1
  /// where none fits.
  func one(
    of matters: Int, where fits: (Int) -> Bool, for action: Deed<Words>, _ book: borrowing Rulebook<Self>,
    named: (Int) -> Correspondent
  ) throws(Refusal<Self>) -> Int {
    var (first, count) = (-1, 0)
    for matter in 0..<matters where fits(matter) {
      if count == 0 { first = matter }
      count += 1
    }
    if count < 2 { return first }
    var possible = -1
    for matter in first..<matters where fits(matter) {
      var there = action
      there.on = named(matter)
      guard let rule = rule(for: there, by: book), !Self.rules[rule].isInVain else { continue }
      if possible >= 0 { throw Refusal(action, cause: .severalCalls) }
      possible = matter
    }
    return possible < 0 ? first : possible
  }

  // MARK: Refusing

  public func refusal(of action: Deed<Words>, by book: borrowing Rulebook<Self>) -> Refusal<Self>? {
    var scene = Scene()
    do throws(Refusal<Self>) { try survey(action, book, &scene) } catch { return error }
    let rule = book.entry(action.verb, scene).map { Self.rules[Int(book.entries[$0].rule)] }
    if let rule, !rule.isInVain { return nil }
    return Refusal(
      action: action, state: scene.state, situation: scene.situation, cause: .conditions, matter: scene.matter)
  }

  public func reason(
    _ refusal: Refusal<Self>, by book: borrowing Rulebook<Self>, naming name: (Correspondent) -> String
  ) -> String {
    switch refusal.cause {
    case .unknownCall where kind(refusal.action.on) != nil: return "it is not done at \(name(refusal.action.on))"
    case .unknownCall: return "there is no such \(Self.matter)"
    case .unknownParty: return unknownParty(refusal.action)
    case .severalCalls: return severalMatters(refusal.action, book, name)
    case .conditions: return book.reason(refusal, Self.reasons).filled { fill($0, of: refusal, name) }
    }
  }

  public func sentence(
    _ refusal: Refusal<Self>, by book: borrowing Rulebook<Self>, naming name: (Correspondent) -> String
  ) -> String {
    let deed = Self.reasons.deed(refusal.action.verb)
    let phrase = refusal.action.target == .none ? deed?.untargeted : deed?.phrase
    let done = (phrase ?? "").filled { fill($0, of: refusal, name) }
    return "\(name(refusal.action.actor)) cannot \(done): \(reason(refusal, by: book, naming: name))"
  }

  /// The actor is not there, or is what does no such thing.
  private func unknownParty(_ action: Deed<Words>) -> String {
    guard let kind = kind(action.actor) else { return "there is no such party" }
    let able = Words.kinds(asking: action.verb).map { "\($0.name)" }
    return "it is of kind \(kind.name)" + (able.isEmpty ? "" : ", not \(able.joined(by: "or"))")
  }

  private func severalMatters(
    _ action: Deed<Words>, _ book: borrowing Rulebook<Self>, _ name: (Correspondent) -> String
  ) -> String {
    var possible: [String] = []
    for matter in matters(of: action.verb) where possible.count < 4 {
      var there = action
      there.on = matter
      if let rule = rule(for: there, by: book), !Self.rules[rule].isInVain { possible.append(name(matter)) }
    }
    return possible.count > 3 || possible.isEmpty
      ? "several \(Self.matter)s could be meant" : possible.joined(by: "or") + " could be meant"
  }

  // MARK: Trying

  @discardableResult
  public mutating func apply(
    _ action: Deed<Words>, by book: borrowing Rulebook<Self>, into letters: inout [Letter<Words>]
  ) throws(Refusal<Self>) -> Int {
    try perform(action, by: book, into: &letters)
  }

  public func explore(
    by book: borrowing Rulebook<Self>, verbs: Set<Words.Verb>? = nil, depth: Int? = nil,
    progress: (Int) -> Void = { _ in }
  ) -> Exploration<Self> {
    exploration(by: book, verbs: verbs, depth: depth, states: 5_000_000, progress: progress)
  }

  mutating func perform(
    _ action: Deed<Words>, by book: borrowing Rulebook<Self>, into letters: inout [Letter<Words>]
  ) throws(Refusal<Self>) -> Int {
    var scene = Scene()
    let entry = try perform(action, by: book, in: &scene)
    tell(book.cells.span.extracting(unchecked: entry.cells.range), &scene, &letters)
    settle(&scene)
    return Int(entry.rule)
  }

  package func trace(_ action: Deed<Words>, by book: borrowing Rulebook<Self>) throws(Refusal<Self>) -> [(
    letter: Letter<Words>, clause: Int
  )] {
    var state = self
    var scene = Scene()
    let entry = try state.perform(action, by: book, in: &scene)
    // Such a server has no profile: each clause that is a message has its cell.
    let cells = Array(book.cells[entry.cells.range])
    var traced: [(letter: Letter<Words>, clause: Int)] = []
    func trace(_ cell: Int, _ scene: Scene) {
      var letters: [Letter<Words>] = []
      state.write(cells[cell], scene, &letters)
      traced += letters.map { ($0, cell) }
    }
    // In the order of `tell`, which is kept apart for speed.
    var next = 0
    while next < cells.count {
      let first = next
      next += 1
      guard let turns = cells[first].turns else {
        trace(first, scene)
        continue
      }
      while next < cells.count, cells[next].turns == turns { next += 1 }
      var turn = scene
      state.each(turns, scene) { one in
        turn[turns] = one
        for cell in first..<next { trace(cell, turn) }
      }
    }
    return traced
  }

  /// Everybody tries everything, towards everybody else and about every matter.
  func attempts(_ book: borrowing Rulebook<Self>, _ scope: ExplorationScope, _ each: (Deed<Words>) -> Void) {
    for number in kinds.indices { attempts(by: Correspondent(place: number), each) }
  }

  func attempts(by actor: Correspondent, _ each: (Deed<Words>) -> Void) {
    _ = attempt(by: actor) { deed in
      each(deed)
      return true
    }
  }

  /// Passes everything that the actor might try to `each`, until it returns false. Returns whether it tried everything.
  private func attempt(by actor: Correspondent, towardsItself: Bool = false, _ each: (Deed<Words>) -> Bool) -> Bool {
    guard let kind = kind(actor) else { return true }
    for verb in Verb.allCases where Words.kinds(asking: verb).contains(kind) {
      let matters = self.matters(of: verb)
      for matter in matters.count > 1 ? matters : [.none] {
        for says in Self.sayings(of: verb) {
          if verb.target != .required, !each(Deed(verb, by: actor, on: matter, saying: says)) { return false }
          guard verb.target != .none else { continue }
          for number in kinds.indices where towardsItself || number != actor.place {
            let target = Correspondent(place: number)
            if !each(Deed(verb, by: actor, to: target, on: matter, saying: says)) { return false }
          }
        }
      }
    }
    return true
  }

  public func eachPossibleAction(
    of actor: Correspondent, by book: borrowing Rulebook<Self>, _ each: (Deed<Words>) -> Bool
  ) -> Bool {
    // It serves hints: where there are many parties it need not find what is possible with the last of them.
    var left = 2_000
    return attempt(by: actor) { deed in
      left -= 1
      guard let rule = rule(for: deed, by: book), !Self.rules[rule].isInVain else { return left > 0 }
      return each(deed) && left > 0
    }
  }

  public func possibleActions(of actor: Correspondent, by book: borrowing Rulebook<Self>) -> [Prediction<Self>] {
    var possible: [Prediction<Self>] = []
    _ = attempt(by: actor, towardsItself: true) { deed in
      guard let rule = rule(for: deed, by: book), !Self.rules[rule].isInVain else { return true }
      var copy = self
      var letters: [Letter<Words>] = []
      // A rule answers: it cannot be refused.
      guard (try? copy.apply(deed, by: book, into: &letters)) != nil else { return true }
      possible.append(Prediction(action: deed, pairs: [], events: letters))
      return true
    }
    return possible
  }
}
