import CallModel

/// What a session has played: every statement, so that it can be written as a scenario, and moments to return to.
///
/// To take back a statement, it returns to the last moment before it, and plays from there. There is a moment for every
/// mark and for every so many statements, and moments share what has not changed between them. So the memory that a
/// session takes grows with its statements, and the time that a line takes does not.
struct Course {
  /// A statement, as a session remembers it.
  enum Entry {
    indirect case action(ActionStatement)
    case mark(String, Position)
    case wait(WaitStatement)
    case flow(mark: String, name: String, Position)
  }

  /// Where the course is: what else the next statement depends on.
  struct Place {
    var flow = "main"
    var waited = 0
    var marks = Marks()
    /// The moment of each mark, with the milliseconds of the waits and the last action before it.
    var moments: [Text: (moment: Simulation.Moment, waited: Int, latest: ActionStatement?)] = [:]
    /// The lines in which the flows begin.
    var flowLines: [Text: Int] = [:]
    var actions = 0
    /// The last action of the flow.
    var latest: ActionStatement?
  }

  private struct Checkpoint {
    let entries: Int
    let moment: Simulation.Moment
    let place: Place
  }

  let scenario: Scenario
  private(set) var simulation: Simulation
  private(set) var place = Place()
  private var entries: [(entry: Entry, isOwn: Bool)] = []
  private var checkpoints: [Checkpoint] = []
  private let parser: Parser
  private let detail: Transcript.Detail
  /// The steps of the last action, with what the switch did by itself.
  var latest: [Transcript.Step] = []
  let activitiesAtStart: [[Activity]]

  /// How many statements are played again at most, to take one back.
  private static let distance = 64

  init(_ scenario: Scenario, path: String, _ detail: Transcript.Detail) {
    self.scenario = scenario
    self.detail = detail
    let simulation = scenario.simulation(detail)
    self.simulation = simulation
    parser = Parser(below: scenario, path: path)
    activitiesAtStart = scenario.parties.indices.map { simulation.activities(of: $0) }
    checkpoints = [Checkpoint(entries: 0, moment: simulation.moment(after: nil), place: place)]
  }

  var isEmpty: Bool { entries.isEmpty }

  /// How many statements have been typed.
  var typed: Int { entries.count { !$0.isOwn } }

  var activities: [[Activity]] { scenario.parties.indices.map { simulation.activities(of: $0) } }

  // MARK: Statements

  /// What a line below the header says; nil for nothing.
  func parse(_ bytes: [UInt8], number: Int, _ warnings: inout [Diagnostic]) throws(Mistakes) -> Entry? {
    var parser = parser
    parser.source = SourceText(bytes, from: number)
    (parser.marks, parser.flowLines, parser.waited) = (place.marks, place.flowLines, place.waited)
    parser.actions = place.actions
    if let line = parser.source.nextLine() { parser.read(line) }
    parser.closeAction()
    parser.checkUnknownMarks()
    let read = try parser.scenario()
    warnings += read.warnings
    if let flow = read.flows.dropFirst().first, let mark = flow.mark {
      guard place.flowLines.count < Limits.flows else {
        throw Mistakes(diagnostics: [
          Diagnostic(path: parser.path, position: flow.position, message: "more than \(Limits.flows) flows")
        ])
      }
      return .flow(mark: mark, name: flow.name, flow.position)
    }
    return read.flows[0].statements.first.map(Entry.init)
  }

  enum Failure: Error {
    case refused(Transcript.Step)
    case ambiguous(Diagnostic)
  }

  /// Plays an action and remembers it, unless it cannot be played.
  mutating func play(_ action: ActionStatement, isOwn: Bool) -> Result<Transcript.Step, Failure> {
    let outcome = simulation.playStep(action)
    switch outcome {
    case .ambiguous(let reason, let suggestion, let position):
      let mistake = Diagnostic(
        path: parser.path, position: position, message: reason, suggestion: suggestion, line: action.text)
      return .failure(.ambiguous(mistake))
    case .refused(let reason):
      var step = Transcript.Step(simulation.step + 1, action, .init(messages: []), refusal: reason)
      if detail.hints { step.hint = simulation.hint(action) }
      return .failure(.refused(step))
    case .events(let answer):
      add(.action(action), isOwn: isOwn)
      return .success(Transcript.Step(simulation.step, action, answer))
    case .errorAnswer(let answer, let reason):
      add(.action(action), isOwn: isOwn)
      var step = Transcript.Step(simulation.step, action, answer, refusal: reason)
      if detail.hints { step.hint = simulation.hint(action) }
      return .success(step)
    }
  }

  /// Plays the statements of a file, up to the action after `count` of them.
  mutating func play(_ statements: [Statement], upTo count: Int) throws(Mistakes) {
    for statement in statements {
      let entry = Entry(statement)
      if case .action(let action) = entry {
        if simulation.step == count { return }
        latest = [try simulation.play(action, of: scenario)]
      }
      add(entry, isOwn: false)
    }
  }

  /// Remembers a statement; an action has been played.
  mutating func add(_ entry: Entry, isOwn: Bool) {
    entries.append((entry, isOwn))
    switch entry {
    case .action(let action): (place.actions, place.latest) = (place.actions + 1, action)
    case .wait(let wait): place.waited += wait.milliseconds
    case .mark(let name, let position):
      place.marks.append(name, line: position.line, waited: place.waited)
      place.moments[Text(name)] = (
        simulation.moment(after: checkpoints.last?.moment), place.waited, place.latest
      )
    case .flow(let mark, let name, let position):
      guard let start = place.moments[Text(mark)] else { return }
      simulation.restore(start.moment)
      (place.flow, place.waited, place.latest) = (name, start.waited, start.latest)
      place.flowLines[Text(name)] = position.line
      latest = []
    }
    let last = checkpoints.last
    if entries.count - (last?.entries ?? 0) >= Self.distance {
      let moment = simulation.moment(after: last?.moment)
      checkpoints.append(Checkpoint(entries: entries.count, moment: moment, place: place))
    }
  }

  // MARK: Taking back

  /// Takes back so many typed statements, each with what the switch did by itself; returns whether there are so many.
  mutating func takeBack(_ count: Int) -> Bool {
    guard let end = start(ofTyped: count, before: entries.count) else { return false }
    // The last action that stays is played again, so that its steps are known.
    var begin = end
    while begin > 0 {
      begin -= 1
      if case .action = entries[begin].entry, !entries[begin].isOwn { break }
    }
    let again = entries[..<end]
    checkpoints.removeAll { $0.entries > begin }
    guard let checkpoint = checkpoints.last else { return false }
    entries.removeSubrange(checkpoint.entries...)
    simulation.restore(checkpoint.moment)
    place = checkpoint.place
    latest = []
    for (entry, isOwn) in again[checkpoint.entries...] {
      if case .action(let action) = entry {
        let outcome = simulation.play(action)
        if !isOwn { latest = [] }
        latest += [Transcript.Step(simulation.step, action, outcome)].compactMap(\.self)
      }
      add(entry, isOwn: isOwn)
    }
    return true
  }

  /// Where the last `count` typed statements begin; nil if there are fewer.
  private func start(ofTyped count: Int, before end: Int) -> Int? {
    var (place, left) = (end, count)
    while left > 0 {
      if place == 0 { return nil }
      place -= 1
      if !entries[place].isOwn { left -= 1 }
    }
    return place
  }

  // MARK: What the switch does by itself

  /// Lets the switch take the first of its own steps that is possible, again and again.
  mutating func actByItself(atMost limit: Int) -> [Transcript.Step] {
    var steps: [Transcript.Step] = []
    while steps.count < limit, place.actions < Limits.actions, let action = nextOwnAction() {
      guard case .success(let step) = play(action, isOwn: true) else { break }
      steps.append(step)
    }
    return steps
  }

  private func nextOwnAction() -> ActionStatement? {
    for own in simulation.ownSteps() {
      guard let verb = scenario.vocabulary.verbs.first(where: { $0.name == own.verb }) else { continue }
      let named = ActionStatement(by: own.actor, verb, to: own.target, on: own.on)
      guard let tried = simulation.trying(named), tried.refusal == nil else { continue }
      // A file writes `on` only where it is needed.
      var action = named
      action.on = nil
      if simulation.trying(action) == nil { action = named }
      action.text = scenario.spelling(of: action)
      return action
    }
    return nil
  }

  // MARK: The course as a scenario

  /// A scenario that expects exactly what has happened.
  var scenarioText: String {
    var writer = ScenarioWriter(scenario, title: scenario.title)
    var simulation = simulation
    if let opening = checkpoints.first { simulation.restore(opening.moment) }
    for (entry, _) in entries {
      switch entry {
      case .action(let action):
        let outcome = simulation.play(action)
        if let step = Transcript.Step(simulation.step, action, outcome) { writer.write(step) }
      case .mark(let name, _): writer.write(mark: name)
      case .wait(let wait): writer.write(wait)
      case .flow(let mark, let name, _):
        if let start = place.moments[Text(mark)] { simulation.restore(start.moment) }
        writer.write(flowAfter: mark, as: Text(name) == Text(mark) ? nil : name)
      }
    }
    return writer.text
  }
}

extension Course.Entry {
  init(_ statement: Statement) {
    self =
      switch statement {
      case .action(let action): .action(action)
      case .mark(let name, let position): .mark(name, position)
      case .wait(let wait): .wait(wait)
      }
  }
}
