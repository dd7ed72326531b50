extension Simulation {
  /// Plays an action of the scenario; throws the mistakes that `replay` would report.
  mutating func play(_ action: ActionStatement, of scenario: Scenario) throws(Mistakes) -> Transcript.Step {
    let outcome = play(action)
    do throws(Diagnostic) {
      return try scenario.step(step, action, outcome, .toRecord) { hint(action) }
    } catch {
      throw Mistakes(diagnostics: [error])
    }
  }

  /// What the action would do, without changing the simulation; nil if it is ambiguous which call is meant.
  func trying(_ action: ActionStatement) -> Transcript.Step? {
    var copy = self
    return Transcript.Step(copy.step + 1, action, copy.play(action))
  }
}

extension Transcript.Step {
  /// Returns nil if the action is ambiguous.
  init?(_ number: Int, _ action: ActionStatement, _ outcome: Outcome) {
    switch outcome {
    case .events(let answer): self.init(number, action, answer)
    case .errorAnswer(let answer, let reason): self.init(number, action, answer, refusal: reason)
    case .refused(let reason): self.init(number, action, .init(messages: []), refusal: reason)
    case .ambiguous: return nil
    }
  }

  /// Whether both steps send the same parties the same messages about the same call.
  func happens(like other: Transcript.Step) -> Bool {
    refusal == other.refusal && statusLine == other.statusLine && defaults == other.defaults
      && messages.elementsEqual(other.messages) { one, other in
        one.from == other.from && one.to == other.to && one.name == other.name
          && one.attributes.filter(\.isListed) == other.attributes.filter(\.isListed)
      }
  }
}
