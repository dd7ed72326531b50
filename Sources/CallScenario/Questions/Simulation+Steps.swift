extension Simulation {
  /// Plays an action of the scenario, and throws where `replay` would: what a file cannot say.
  mutating func play(_ action: ActionStatement, of scenario: Scenario) throws(Mistakes) -> Transcript.Step {
    let outcome = play(action)
    do throws(Diagnostic) {
      return try scenario.step(step, action, outcome, .toRecord) { hint(action) }
    } catch {
      throw Mistakes(diagnostics: [error])
    }
  }

  /// What would happen; the simulation stays as it is. Nil where it cannot be said which call is meant.
  func trying(_ action: ActionStatement) -> Transcript.Step? {
    var copy = self
    return Transcript.Step(copy.step + 1, action, copy.play(action))
  }
}

extension Transcript.Step {
  /// Nil where it could not be said what was meant.
  init?(_ number: Int, _ action: ActionStatement, _ outcome: Outcome) {
    switch outcome {
    case .told(let messages, let defaults, let rule, let standing):
      self.init(
        number: number, action: action, messages: messages, rule: rule, refusal: nil, defaults: defaults,
        standing: standing)
    case .answered(let messages, let defaults, let reason, let rule):
      self.init(
        number: number, action: action, messages: messages, rule: rule, refusal: reason, defaults: defaults)
    case .refused(let reason):
      self.init(number: number, action: action, messages: [], refusal: reason, defaults: [])
    case .unclear: return nil
    }
  }

  /// The same parties are told the same, about the same call.
  func happens(like other: Transcript.Step) -> Bool {
    refusal == other.refusal && standing == other.standing && defaults == other.defaults
      && messages.elementsEqual(other.messages) { one, other in
        one.from == other.from && one.to == other.to && one.name == other.name
          && one.attributes.filter(\.isListed) == other.attributes.filter(\.isListed)
      }
  }
}
