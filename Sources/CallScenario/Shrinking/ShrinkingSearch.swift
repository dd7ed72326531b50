import CallModel

/// The search for the least that fails as a scenario does. Every part of the scenario is played to see whether it does.
struct ShrinkingSearch {
  private(set) var actions: [ActionStatement]
  private(set) var isCutShort = false
  private var scenario: Scenario
  /// The failure that has to stay, as the actions show it now.
  private var difference: Difference
  private var played = 0

  /// Nil if the last of the actions does not fail.
  init?(_ scenario: Scenario, _ actions: [ActionStatement]) {
    // What is expected of earlier actions matters only if one of them is refused.
    guard let steps = scenario.steps(of: actions), let last = actions.last else { return nil }
    self.actions = steps.dropLast().map(\.actionExpectingAnything) + [last]
    self.scenario = scenario
    self.scenario.properties = []
    guard let difference = scenario.difference(atEndOf: self.actions) else { return nil }
    self.difference = difference
  }

  mutating func shrink(_ progress: (Int) -> Void) {
    var size = -1
    while size != self.size, !isCutShort {
      size = self.size
      shrinkActions(progress)
      shrinkOptions()
      shrinkExpectation()
      shrinkProfile()
    }
    shrinkParties()
  }

  /// Whether these actions fail as the whole did.
  private mutating func stays(
    _ actions: [ActionStatement], _ scenario: Scenario, _ numbering: CallNumbering = CallNumbering()
  ) -> Bool {
    played += actions.count
    if played > ShrunkScenario.limit { isCutShort = true }
    guard !isCutShort, let found = scenario.difference(atEndOf: actions) else { return false }
    return FailureSignature(found, in: scenario) == FailureSignature(difference, in: self.scenario, numbering)
  }

  private var size: Int {
    actions.reduce(actions.count) { $0 + $1.options.count + $1.expectation.lines }
      + (scenario.profile.map { $0.options.count + 1 } ?? 0)
  }

  // MARK: What can be left out

  private mutating func shrinkActions(_ progress: (Int) -> Void) {
    guard let last = actions.last, let calls = scenario.callsBegun(by: actions) else { return }
    let all = actions
    func rest(_ kept: [Int]) -> (actions: [ActionStatement], numbering: CallNumbering) {
      let kept = Set(kept)
      let missing = all.indices.dropLast().filter { !kept.contains($0) }.flatMap { calls[$0] }
      let numbering = CallNumbering(without: missing)
      return (
        (all.indices.filter(kept.contains).map { all[$0] } + [last]).map(numbering.action), numbering
      )
    }
    let kept = Array(all.indices.dropLast()).shrunk { kept in
      let rest = rest(kept)
      let stays = stays(rest.actions, scenario, rest.numbering)
      if stays { progress(rest.actions.count) }
      return stays
    }
    actions = rest(kept).actions
    difference = scenario.difference(atEndOf: actions) ?? difference
  }

  private mutating func shrinkOptions() {
    let all = actions
    func rest(_ kept: [(action: Int, option: Int)]) -> [ActionStatement] {
      var rest = all
      for action in rest.indices where !rest[action].options.isEmpty {
        rest[action].options = kept.filter { $0.action == action }.map { all[action].options[$0.option] }
      }
      return rest
    }
    let options = all.indices.flatMap { action in all[action].options.indices.map { (action: action, option: $0) } }
    actions = rest(options.shrunk { stays(rest($0), scenario) })
  }

  /// Leaves out lines that expect what has nothing to do with the failure; `...` stands for them.
  private mutating func shrinkExpectation() {
    guard let last = actions.last, case .messages(let lines, _) = last.expectation else { return }
    func rest(_ kept: [ExpectedMessage]) -> [ActionStatement] {
      var last = last
      last.expectation = .messages(kept, isOpen: true)
      return actions.dropLast() + [last]
    }
    guard stays(rest(lines), scenario) else { return }
    let kept = lines.shrunk { stays(rest($0), scenario) }
    if kept.count < lines.count { actions = rest(kept) }
  }

  private mutating func shrinkProfile() {
    guard let profile = scenario.profile else { return }
    let actions = actions
    func rest(_ kept: [Option], named name: String?) -> Scenario {
      var rest = scenario
      rest.profile = name == nil && kept.isEmpty ? nil : profile
      rest.profile?.name = name
      rest.profile?.options = kept
      return rest
    }
    let name = profile.name.flatMap { stays(actions, rest(profile.options, named: nil)) ? nil : $0 }
    scenario = rest(profile.options.shrunk { stays(actions, rest($0, named: name)) }, named: name)
  }

  /// Leaves out the parties that no statement names: a file that names them would be a mistake, or have a warning.
  private mutating func shrinkParties() {
    let all = scenario
    func rest(_ kept: [Int], warnings: Int) -> Scenario? {
      var rest = all
      rest.parties = kept.map { all.parties[$0] }
      guard let parsed = try? Scenario(parsing: rest.text(of: actions, named: all)),
        parsed.warnings.count <= warnings
      else { return nil }
      return stays(parsed.flows[0].actions, parsed) ? parsed : nil
    }
    guard let warnings = rest(Array(all.parties.indices), warnings: .max)?.warnings.count else { return }
    let kept = Array(all.parties.indices).shrunk { rest($0, warnings: warnings) != nil }
    guard let rest = rest(kept, warnings: warnings) else { return }
    (scenario, actions) = (rest, rest.flows[0].actions)
  }
}

extension ShrinkingSearch {
  /// The result as a file, with a comment that says where the failure is in the original.
  func text(shrunkFrom failure: FailedStep, in original: Scenario) -> String {
    let place = failure.differences.first?.description ?? ""
    return scenario.text(of: actions, named: scenario, comment: "\(original.path), \(place)".printable())
  }
}

extension Scenario {
  /// The scenario with these actions as its only flow.
  private func playing(_ actions: [ActionStatement]) -> Scenario {
    var scenario = self
    let position = Position(line: 1, column: 1)
    scenario.flows = [
      Flow(name: "main", mark: nil, statements: actions.map(Statement.action), position: position)
    ]
    return scenario
  }

  /// What each action does; nil if one of them is a mistake.
  fileprivate func steps(of actions: [ActionStatement]) -> [Transcript.Step]? {
    (try? playing(actions).replay(.toRecord))?.steps
  }

  /// The first difference, if it is in the last action.
  fileprivate func difference(atEndOf actions: [ActionStatement]) -> Difference? {
    var failed: FailedStep?
    (try? playing(actions).replay(.toRecord))?.eachFailedStep { if failed == nil { failed = $0 } }
    return failed?.step.number == actions.count ? failed?.differences.first : nil
  }

  /// For each action, the calls of a T-Server that it begins; nil if an action is a mistake.
  fileprivate func callsBegun(by actions: [ActionStatement]) -> [[Int]]? {
    guard servers.map(\.server) == [Servers.vocabularies[0].server] else { return actions.map { _ in [] } }
    var known: Set<Int> = []
    return steps(of: actions)?.map { step in
      step.messages.compactMap { $0.call.flatMap { Int($0) } }.filter { known.insert($0).inserted }
    }
  }

  /// The actions as a file with this header. They name the parties of the scenario `named`.
  fileprivate func text(of actions: [ActionStatement], named: Scenario, comment: String? = nil) -> String {
    var writer = ScenarioWriter(self, title: title)
    for (number, action) in actions.enumerated() {
      if number == actions.count - 1, let comment { writer.write(comment: comment) }
      writer.write(action, of: named)
    }
    return writer.text
  }
}

extension Transcript {
  fileprivate var steps: [Step] {
    flows.flatMap(\.entries).compactMap { if case .step(let step) = $0 { step } else { nil } }
  }
}

extension Transcript.Step {
  /// The action, expected to be refused if it is, and otherwise to do anything.
  fileprivate var actionExpectingAnything: ActionStatement {
    var action = action
    action.expectation = refusal == nil ? .messages([], isOpen: true) : .refused(nil, action.position)
    return action
  }
}

extension Expectation {
  fileprivate var lines: Int { if case .messages(let lines, _) = self { lines.count } else { 0 } }
}
