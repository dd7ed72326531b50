extension Scenario {
  /// Plays the flows in the order of the file, each from its mark on.
  func replayed<S: Stage & ~Copyable>(on stage: borrowing S) throws(Mistakes) -> Transcript {
    var moments: [String: (state: S.State, step: Int)] = [:]
    // A moment is a whole state: it is kept as long as a flow is still to begin there.
    var uses: [String: Int] = [:]
    for case let mark? in flows.map(\.mark) { uses[mark, default: 0] += 1 }
    var mistakes: [Diagnostic] = []
    var transcript = Transcript(scenario: self, flows: [])
    for flow in flows {
      var played = Transcript.Flow(name: flow.name, mark: flow.mark, entries: [])
      // A flow whose mark was never reached has nothing to begin from; why has been said.
      guard var (state, step) = flow.mark.map({ moments[$0] }) ?? (stage.opening, 0) else { continue }
      if let mark = flow.mark {
        uses[mark, default: 1] -= 1
        if uses[mark] == 0 { moments[mark] = nil }
      }
      statements: for statement in flow.statements {
        switch statement {
        case .mark(let name, _):
          if uses[name, default: 0] > 0 { moments[name] = (state, step) }
          played.entries.append(.mark(name))
        case .action(let action):
          step += 1
          do throws(Diagnostic) {
            played.entries.append(.step(try self.step(step, action, stage.play(action, step: step, on: &state))))
          } catch {
            mistakes.append(error)
            break statements
          }
        }
      }
      for entry in played.entries.indices {
        guard case .step(var step) = played.entries[entry] else { continue }
        for message in step.messages.indices {
          guard let call = step.messages[message].conversation else { continue }
          step.messages[message].conversation = stage.conversation(of: call, at: &state)
        }
        played.entries[entry] = .step(step)
      }
      transcript.flows.append(played)
    }
    if mistakes.isEmpty { return transcript }
    throw Mistakes(diagnostics: mistakes)
  }

  /// What happened, as a step of the transcript, or the mistake that it is.
  private func step(_ number: Int, _ action: ActionStatement, _ outcome: Outcome) throws(Diagnostic) -> Transcript.Step
  {
    func mistake(_ reason: String, _ suggestion: String?, _ position: Position) -> Diagnostic {
      Diagnostic(path: path, position: position, message: reason, suggestion: suggestion, line: action.text)
    }
    switch outcome {
    case .told(let messages, let defaults, let rule, let standing):
      return .init(
        number: number, action: action, messages: messages, rule: rule, refusal: nil, defaults: defaults,
        standing: standing)
    case .answered(let messages, let defaults, let reason, let rule):
      return .init(number: number, action: action, messages: messages, rule: rule, refusal: reason, defaults: defaults)
    case .refused(let reason, let suggestion):
      guard case .refused = action.expectation else { throw mistake(reason, suggestion, action.position) }
      return .init(number: number, action: action, messages: [], refusal: reason, defaults: [])
    case .unclear(let reason, let suggestion, let position):
      throw mistake(reason, suggestion, position)
    }
  }
}
