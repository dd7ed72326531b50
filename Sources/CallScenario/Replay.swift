import CallModel

extension Scenario {
  /// Plays the flows in the order of the file, each from its mark on.
  func replayed<S: ReplayServer & ~Copyable>(on server: borrowing S, _ detail: Transcript.Detail) throws(Mistakes)
    -> Transcript
  {
    var moments: [String: (moment: S.Moment, step: Int, waited: Int, calls: Set<String>)] = [:]
    // A moment is kept until the last flow that begins there has begun.
    var uses: [String: Int] = [:]
    for case let mark? in flows.map(\.mark) { uses[mark, default: 0] += 1 }
    var mistakes = MistakeList()
    var transcript = Transcript(scenario: self, flows: [], isWhole: detail.whole)
    for flow in flows {
      var entries: [Transcript.Entry] = []
      // A flow whose mark was never reached cannot begin. The mistake that stopped the replay is already reported.
      let start = flow.mark.flatMap { moments[$0] }
      if flow.mark != nil, start == nil { continue }
      var (state, step) = (start.map { server.state(at: $0.moment) } ?? server.opening, start?.step ?? 0)
      var waited = start?.waited ?? 0
      var latest = start?.moment
      // The calls that the flow shows.
      var calls = start?.calls ?? []
      if let mark = flow.mark {
        uses[mark, default: 1] -= 1
        if uses[mark] == 0 { moments[mark] = nil }
      }
      var opening: [[Activity]] = []
      if detail.views { opening = parties.indices.map { server.activities(of: $0, state) } }
      statements: for statement in flow.statements {
        switch statement {
        case .mark(let name, _):
          if uses[name, default: 0] > 0 {
            let moment = server.moment(state, after: latest)
            (moments[name], latest) = ((moment, step, waited, detail.whole ? calls : []), moment)
          }
          entries.append(.mark(name))
        case .wait(let wait):
          // Only a decoded scenario can wait longer than a file may.
          waited = min(waited + wait.milliseconds, Limits.waits)
          entries.append(.wait(wait))
        case .action(let action):
          step += 1
          do throws(Diagnostic) {
            let origins = detail.views ? server.origins(of: action, step: step, state) : []
            let outcome = server.play(action, step: step, on: &state)
            var played = try self.step(step, action, outcome, detail) { server.hint(action, state) }
            if waited > 0 { played.waited = waited }
            if detail.views {
              let isKnown = origins.count == played.messages.count
              played.view = Transcript.Step.View(
                activities: parties.indices.map { server.activities(of: $0, state) },
                origins: isKnown ? zip(origins, played.messages).map { $0.named(in: $1, of: self) } : [])
            }
            for case let call? in played.messages.map(\.call) { calls.insert(call) }
            entries.append(.step(played))
          } catch {
            if mistakes.counts(at: error.position) { mistakes.insert(error) }
            break statements
          }
        }
      }
      var played = Transcript.Flow(name: flow.name, mark: flow.mark, entries: entries)
      played.opening = opening
      for call in calls {
        let first = server.conversation(of: call, at: &state)
        if first != call { played.conversations[call] = first }
      }
      transcript.flows.append(played)
    }
    if let mistakes = mistakes.mistakes { throw mistakes }
    return transcript
  }

  /// The outcome of an action as a step of the transcript; throws if the action is a mistake.
  func step(
    _ number: Int, _ action: ActionStatement, _ outcome: Outcome, _ detail: Transcript.Detail, hint: () -> String?
  ) throws(Diagnostic) -> Transcript.Step {
    func mistake(_ reason: String, _ suggestion: String?, _ position: Position) -> Diagnostic {
      Diagnostic(path: path, position: position, message: reason, suggestion: suggestion, line: action.text)
    }
    switch outcome {
    case .ambiguous(let reason, let suggestion, let position): throw mistake(reason, suggestion, position)
    case .refused(let reason):
      guard case .refused = action.expectation else {
        throw mistake("\(reason); if that is meant, write `refused` under it", hint(), action.position)
      }
      return Transcript.Step(number, action, .init(messages: []), refusal: reason)
    case .events(let answer): return Transcript.Step(number, action, answer)
    case .errorAnswer(let answer, let reason):
      var step = Transcript.Step(number, action, answer, refusal: reason)
      let isExpected = action.expectation.refuses { name in step.messages.contains { $0.isRefusal && $0.name == name } }
      if detail.hints, !isExpected { step.hint = hint() }
      return step
    }
  }
}

extension Transcript.Step {
  init(_ number: Int, _ action: ActionStatement, _ answer: Outcome.Answer, refusal: String? = nil) {
    self.init(
      number: number, action: action, messages: answer.messages, rules: answer.rules, refusal: refusal,
      defaults: answer.defaults, statusLine: answer.statusLine)
  }
}

extension Expectation {
  /// Whether it expects the action to be refused, with `refused` or with a line for a message that refuses.
  fileprivate func refuses(_ isRefusal: (String) -> Bool) -> Bool {
    switch self {
    case .refused: true
    case .messages(let expected, _): expected.contains { isRefusal($0.name) }
    }
  }
}
