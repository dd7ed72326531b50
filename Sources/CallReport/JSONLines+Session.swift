public import CallScenario

extension JSONLines {
  /// What a session answers, in one line: `{"ok":true,"step":3,"events":[…]}`.
  ///
  /// If the switch acts by itself, `"actions"` says what it did; a command has a `"text"`. A refusal is
  /// `{"ok":false,"refused":"…"}`, with the events that a refused request leads to; a mistake is
  /// `{"ok":false,"error":"…"}`.
  public mutating func append(
    _ answer: Session.Answer, of session: Session, _ text: SessionText, attributes: AttributeChoice = .listed
  ) {
    switch answer.content {
    case .played(let steps) where steps.first?.reason != nil: refuse(steps[0], session, attributes)
    case .refused(let step): refuse(step, session, attributes)
    case .played(let steps):
      begin(answer.step)
      events(of: steps, session, attributes)
      if session.isAutomatic { append(actions: steps.dropFirst(), session) }
      literal("}\n")
    case .mistakes(let mistakes): fail(mistakes.diagnostics.map(Self.sentence).joined(separator: "\n"))
    case .failed(let reason, let suggestion): fail(Self.joined(reason, suggestion))
    case .nothing, .quit:
      begin(answer.step)
      events(of: [], session, attributes)
      literal("}\n")
    case .next, .undone, .state, .why, .save, .help:
      begin(answer.step)
      events(of: [], session, attributes)
      field(",\"text\":\"", text.text(answer, of: session))
      literal("}\n")
    }
  }

  private mutating func begin(_ step: Int) {
    reserve(64)
    unchecked("{\"ok\":true,\"step\":")
    uncheckedDecimal(UInt64(clamping: step))
  }

  private mutating func events(of steps: [Transcript.Step], _ session: Session, _ attributes: AttributeChoice) {
    literal(",\"events\":[")
    var isFirst = true
    for message in steps.lazy.flatMap(\.messages) {
      if !isFirst { literal(",") }
      isFirst = false
      append(message, of: session.scenario, attributes: attributes)
    }
    literal("]")
  }

  private mutating func append(actions steps: ArraySlice<Transcript.Step>, _ session: Session) {
    literal(",\"actions\":[")
    for (number, step) in steps.enumerated() {
      field(number == 0 ? "\"" : ",\"", session.scenario.spelling(of: step.action))
    }
    literal("]")
  }

  private mutating func refuse(_ step: Transcript.Step, _ session: Session, _ attributes: AttributeChoice) {
    field("{\"ok\":false,\"refused\":\"", step.reason ?? "")
    if !step.messages.isEmpty { events(of: [step], session, attributes) }
    literal("}\n")
  }

  private mutating func fail(_ sentence: String) {
    field("{\"ok\":false,\"error\":\"", sentence)
    literal("}\n")
  }

  /// `3:5: unknown verb TMakeCal; did you mean TMakeCall?`
  private static func sentence(_ mistake: Diagnostic) -> String {
    "\(mistake.position.line):\(mistake.position.column): \(joined(mistake.message, mistake.suggestion))"
  }

  private static func joined(_ sentence: String, _ suggestion: String?) -> String {
    suggestion.map { "\(sentence); \($0)" } ?? sentence
  }
}
