extension Scenario {
  /// Plays the flows in the order of the file, each from its mark on.
  func replayed<S: Stage & ~Copyable>(on stage: borrowing S, _ detail: Transcript.Detail) throws(Mistakes)
    -> Transcript
  {
    var moments: [String: (moment: S.Moment, step: Int)] = [:]
    // A moment is kept as long as a flow is still to begin there.
    var uses: [String: Int] = [:]
    for case let mark? in flows.map(\.mark) { uses[mark, default: 0] += 1 }
    var mistakes = MistakeList()
    var transcript = Transcript(scenario: self, flows: [])
    for flow in flows {
      var entries: [Transcript.Entry] = []
      // A flow whose mark was never reached has nothing to begin from; why has been said.
      let start = flow.mark.flatMap { moments[$0] }
      if flow.mark != nil, start == nil { continue }
      var (state, step) = (start.map { stage.state(at: $0.moment) } ?? stage.opening, start?.step ?? 0)
      var latest = start?.moment
      if let mark = flow.mark {
        uses[mark, default: 1] -= 1
        if uses[mark] == 0 { moments[mark] = nil }
      }
      statements: for statement in flow.statements {
        switch statement {
        case .mark(let name, _):
          if uses[name, default: 0] > 0 {
            let moment = stage.moment(state, after: latest)
            (moments[name], latest) = ((moment, step), moment)
          }
          entries.append(.mark(name))
        case .action(let action):
          step += 1
          do throws(Diagnostic) {
            let outcome = stage.play(action, step: step, on: &state)
            let played = try self.step(step, action, outcome, detail) { stage.hint(action, state) }
            entries.append(.step(played))
          } catch {
            if mistakes.counts(at: error.position) { mistakes.insert(error) }
            break statements
          }
        }
      }
      for entry in entries.indices {
        guard case .step(var step) = entries[entry] else { continue }
        for message in step.messages.indices {
          guard let call = step.messages[message].conversation else { continue }
          step.messages[message].conversation = stage.conversation(of: call, at: &state)
        }
        entries[entry] = .step(step)
      }
      transcript.flows.append(.init(name: flow.name, mark: flow.mark, entries: entries))
    }
    if let mistakes = mistakes.mistakes { throw mistakes }
    return transcript
  }

  /// What happened, as a step of the transcript, or the mistake that it is.
  func step(
    _ number: Int, _ action: ActionStatement, _ outcome: Outcome, _ detail: Transcript.Detail, hint: () -> String?
  ) throws(Diagnostic) -> Transcript.Step {
    func mistake(_ reason: String, _ suggestion: String?, _ position: Position) -> Diagnostic {
      Diagnostic(path: path, position: position, message: reason, suggestion: suggestion, line: action.text)
    }
    switch outcome {
    case .told(let messages, let defaults, let rule, let standing):
      return .init(
        number: number, action: action, messages: messages, rule: rule, refusal: nil, defaults: defaults,
        standing: standing)
    case .answered(let messages, let defaults, let reason, let rule):
      let isExpected = action.expectation.refuses { name in messages.contains { $0.isRefusal && $0.name == name } }
      return .init(
        number: number, action: action, messages: messages, rule: rule, refusal: reason,
        hint: detail.hints && !isExpected ? hint() : nil, defaults: defaults)
    case .refused(let reason):
      guard case .refused = action.expectation else { throw mistake(reason, hint(), action.position) }
      return .init(number: number, action: action, messages: [], refusal: reason, defaults: [])
    case .unclear(let reason, let suggestion, let position):
      throw mistake(reason, suggestion, position)
    }
  }
}

extension Expectation {
  /// The action is expected to be refused, by `refused` or by a line for one of the messages that say so.
  fileprivate func refuses(_ isRefusal: (String) -> Bool) -> Bool {
    switch self {
    case .refused: true
    case .messages(let expected, _): expected.contains { isRefusal($0.name) }
    }
  }
}
