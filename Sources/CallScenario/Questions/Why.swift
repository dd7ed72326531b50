import CallModel

extension Scenario {
  /// Explains a line of the file: an action with all that it does, or an expectation; nil if the line is neither.
  public func why(line: Int, _ detail: Transcript.Detail = .everything) throws(Mistakes) -> Explanation? {
    for flow in flows {
      for action in flow.actions {
        guard let subject = action.subject(of: line) else { continue }
        var playback: Playback?
        return try explanation(of: subject, action, in: flow.name, detail, &playback)
      }
    }
    return nil
  }

  /// The most failing expectations, and the most actions, that are explained at once.
  package static var explainedAtOnce: (failing: Int, actions: Int) { (20, 100) }

  /// Explains the expectations that do not hold or, if all hold, the actions: in the order of the file.
  ///
  /// At most 20 expectations, or 100 actions, are explained.
  public func why(_ detail: Transcript.Detail = .everything) throws(Mistakes) -> [Explanation] {
    let limit = Self.explainedAtOnce
    var lines: Set<Int> = []
    try replay(.toCompare).eachFailedStep { failed in
      for difference in failed.differences { lines.insert(difference.position.line) }
    }
    let failing = lines.sorted().prefix(limit.failing)
    var explanations: [Explanation] = []
    for line in failing { if let explanation = try why(line: line, detail) { explanations.append(explanation) } }
    if !explanations.isEmpty { return explanations }
    var playback: Playback?
    for flow in flows {
      for action in flow.actions.prefix(limit.actions - explanations.count) {
        explanations.append(try explanation(of: .action, action, in: flow.name, detail, &playback))
      }
    }
    return explanations
  }

  /// The lines of the file that can be explained.
  public var explainedLines: [Int] {
    flows.flatMap(\.actions).flatMap { [$0.position.line] + $0.expectationLines }
  }
}

/// How far a flow has been played, so that the next line of the same flow continues from there.
private struct Playback {
  let flow: String
  let actions: [ActionStatement]
  var simulation: Simulation
}

/// What a line contains.
private enum Asked {
  case action
  case expectation(Int)
  case refused(Position)
}

extension ActionStatement {
  fileprivate func subject(of line: Int) -> Asked? {
    if position.line == line { return .action }
    switch expectation {
    case .messages(let expected, _):
      return expected.firstIndex { $0.position.line == line }.map(Asked.expectation)
    case .refused(_, let position): return position.line == line ? .refused(position) : nil
    }
  }

  fileprivate var expectationLines: [Int] {
    switch expectation {
    case .messages(let expected, _): expected.map(\.position.line)
    case .refused(_, let position): [position.line]
    }
  }
}

extension Scenario {
  private func explanation(
    of asked: Asked, _ action: ActionStatement, in flow: String, _ detail: Transcript.Detail,
    _ playback: inout Playback?
  ) throws(Mistakes) -> Explanation {
    if playback?.flow != flow {
      playback = Playback(flow: flow, actions: history(of: flow)?.actions ?? [], simulation: simulation(detail))
    }
    let actions = playback?.actions ?? []
    var simulation = playback?.simulation ?? simulation(detail)
    while simulation.step < actions.count, actions[simulation.step].position != action.position {
      _ = try simulation.play(actions[simulation.step], of: self)
    }
    let before = simulation
    let origins = before.origins(of: action)
    let step = try simulation.play(action, of: self)
    playback?.simulation = simulation
    let messages = step.messages.enumerated().map { number, message in
      let isKnown = origins.count == step.messages.count
      return ExplainedMessage(
        message, isKnown ? origins[number] : MessageOrigin(nil, present: { _ in true }), in: self)
    }
    switch asked {
    case .action:
      let unexpected = (Comparison(self).findings(in: step)?.kinds ?? []).compactMap { kind in
        if case .unexpected(let message) = kind { message } else { nil }
      }
      return Explanation(scenario: self, flow: flow, step: step, subject: .action(unexpected), messages: messages)
    case .refused(let position):
      return Explanation(
        scenario: self, flow: flow, step: step, subject: .refused(isRefused: step.refusal != nil, position),
        messages: messages)
    case .expectation(let number):
      return try explanation(of: number, flow, step, messages, before)
    }
  }

  /// Explains the expectation with that number.
  private func explanation(
    of number: Int, _ flow: String, _ step: Transcript.Step, _ messages: [ExplainedMessage], _ before: Simulation
  ) throws(Mistakes) -> Explanation {
    let comparison = Comparison(self)
    guard case .messages(let expected, _) = step.action.expectation,
      let outcome = comparison.outcome(of: number, in: step)
    else { return Explanation(scenario: self, flow: flow, step: step, subject: .action([]), messages: messages) }
    let line = expected[number]
    let subject = Explanation.Subject(line, outcome.kind)
    var explanation = Explanation(
      scenario: self, flow: flow, step: step, subject: subject, messages: outcome.message.map { [messages[$0]] } ?? [])
    switch subject {
    case .missing, .otherRecipient, .differs:
      explanation.remedies = remedies(for: line, subject, step, before, flow, comparison)
    case .action, .holds, .otherOrder, .refused: break
    }
    return explanation
  }
}

extension Explanation.Subject {
  /// What became of the line; it holds if `kind` is nil.
  fileprivate init(_ line: ExpectedMessage, _ kind: Difference.Kind?) {
    self =
      switch kind {
      case nil: .holds(line)
      case .differs(let line, _, let differences): .differs(line, differences)
      case .otherOrder(let line, let message, let differences, let order):
        .otherOrder(line, message, differences, order)
      case .otherRecipient(let line, let message, let differences): .otherRecipient(line, message, differences)
      case .missing, .unexpected, .notRefused, .refused, .otherReason: .missing(line)
      }
  }
}

// MARK: - What would make the line hold

extension Scenario {
  private func remedies(
    for line: ExpectedMessage, _ subject: Explanation.Subject, _ step: Transcript.Step, _ before: Simulation,
    _ flow: String, _ comparison: Comparison
  ) -> [Explanation.Remedy] {
    let isMissing = if case .missing = subject { true } else { false }
    let isSentToIt = if case .differs = subject { true } else { false }
    var remedies: [Explanation.Remedy] = []
    if !isSentToIt {
      if isMissing, let other = step.messages.first(where: { $0.name == line.name && $0.to != line.recipient }) {
        remedies.append(.otherRecipient(other))
      }
      if let other = otherStep(for: line, step, flow, comparison) { remedies.append(other) }
      if let action = nearestAction(for: line, step, before, comparison) { remedies.append(action) }
    }
    remedies += profiles(for: line, step, flow).map(Explanation.Remedy.profile)
    return remedies.isEmpty && isMissing ? [.nothing] : remedies
  }

  /// The step of the same flow that sends the party such a message; of several, the one nearest to the line.
  private func otherStep(
    for line: ExpectedMessage, _ step: Transcript.Step, _ flow: String, _ comparison: Comparison
  ) -> Explanation.Remedy? {
    var simulation = simulation(.toCompare)
    var best: (step: Transcript.Step, message: Message, differences: [AttributeDifference])?
    for action in history(of: flow)?.actions ?? [] {
      guard let other = try? simulation.play(action, of: self) else { break }
      guard other.number != step.number else { continue }
      for message in other.messages where message.to == line.recipient && message.name == line.name {
        let differences = comparison.differences(line, message, other.defaults)
        if differences.count < best?.differences.count ?? .max { best = (other, message, differences) }
      }
    }
    return best.map { .otherStep($0.step, $0.message, $0.differences) }
  }

  /// The possible action, in place of the step or after it, whose message is nearest to the line.
  private func nearestAction(
    for line: ExpectedMessage, _ step: Transcript.Step, _ before: Simulation, _ comparison: Comparison
  ) -> Explanation.Remedy? {
    var after = before
    _ = after.play(step.action)
    var best: (step: Transcript.Step, message: Message, isLater: Bool, differences: [AttributeDifference])?
    for (simulation, isLater) in [(after, true), (before, false)] {
      var next = NextActions(scenario: self, point: FlowPoint(flow: "", step: simulation.step), latest: nil)
      for actor in parties.indices { next.add(simulation, by: actor, refused: false) }
      for candidate in next.possible {
        for message in candidate.messages where message.to == line.recipient && message.name == line.name {
          let differences = comparison.differences(line, message, candidate.defaults)
          if differences.count < best?.differences.count ?? .max {
            best = (candidate, message, isLater, differences)
          }
        }
      }
    }
    return best.map { .otherAction($0.step, $0.message, isLater: $0.isLater, $0.differences) }
  }

  /// The single options and the profiles under which the line would hold.
  private func profiles(for line: ExpectedMessage, _ step: Transcript.Step, _ flow: String) -> [String] {
    var holding: [String] = []
    for choice in vocabulary.profileOptions {
      for value in choice.values {
        var scenario = self
        var profile = self.profile ?? ProfileStatement(name: nil, options: [], position: line.position)
        profile.options.removeAll { $0.key == choice.key }
        profile.options.append(Option(choice.key, value))
        scenario.profile = profile
        if scenario.holds(line, at: step.action.position, flow) { holding.append("\(choice.key)=\(value)") }
      }
    }
    return holding
  }

  private func holds(_ line: ExpectedMessage, at position: Position, _ flow: String) -> Bool {
    let history = history(of: flow) ?? FlowHistory()
    var simulation = simulation(.toCompare)
    for action in history.actions {
      guard let step = try? simulation.play(action, of: self) else { return false }
      guard action.position == position else { continue }
      guard case .messages(let expected, _) = action.expectation,
        let number = expected.firstIndex(where: { $0.position == line.position }),
        let outcome = Comparison(self).outcome(of: number, in: step)
      else { return false }
      return outcome.kind == nil
    }
    return false
  }
}

extension ExplainedMessage {
  fileprivate init(_ message: Message, _ origin: MessageOrigin, in scenario: Scenario) {
    self.init(message: message, origin: origin.named(in: message, of: scenario))
  }
}

extension MessageOrigin {
  /// The origin of the message, with what the kinds of its parties say about them.
  func named(in message: Message, of scenario: Scenario) -> MessageOrigin {
    var origin = self
    for place in origin.attributes.indices {
      let attribute = origin.attributes[place]
      guard let value = message.attributes.first(where: { $0.name == attribute.name })?.value,
        let party = scenario.parties.first(where: { Text($0.dn) == Text(value) }),
        let kind = TServerWords.kinds.first(where: { party.isOfKind($0.name) })
      else { continue }
      origin.attributes[place].origin = TServer.origin(attribute.origin, of: kind.kind)
    }
    return origin
  }
}
