public import CallScenario

extension JSONLines {
  /// A line for every possible action and, if they were asked for, for every impossible one.
  public mutating func append(_ answer: NextActions, attributes: AttributeChoice = .listed) {
    for step in answer.possible + answer.refused {
      append(step, of: answer.scenario, attributes: attributes)
    }
  }

  /// A line for every point, or for every call that the action may be about there.
  public mutating func append(_ answer: WhatIf, attributes: AttributeChoice = .listed) {
    for point in answer.points {
      for outcome in point.outcomes {
        append(outcome, of: answer.scenario, at: (answer.flow, point.step), attributes: attributes)
      }
    }
  }

  /// `{"action":"…","refused":"…","events":[{"to":"…","message":"…","attributes":{…}}]}`; a refusal without a message
  /// has no events.
  private mutating func append(
    _ step: Transcript.Step, of scenario: Scenario, at point: (flow: String, step: Int)? = nil,
    attributes: AttributeChoice
  ) {
    if let point {
      reserve(point.flow.room + 48)
      uncheckedPlace("{\"flow\":\"", point.flow, point.step)
    }
    field(point == nil ? "{\"action\":\"" : ",\"action\":\"", scenario.spelling(of: step.action))
    if let refusal = step.reason { field(",\"refused\":\"", refusal) }
    if step.refusal == nil || !step.messages.isEmpty {
      literal(",\"events\":[")
      for (number, message) in step.messages.enumerated() {
        if number > 0 { literal(",") }
        append(message, of: scenario, attributes: attributes)
      }
      literal("]")
    }
    literal("}\n")
  }

  /// `{"to":"…","message":"…","attributes":{…}}`
  mutating func append(_ message: Message, of scenario: Scenario, attributes: AttributeChoice) {
    let recipient = scenario.parties[message.to].name
    if let from = message.from { field("{\"from\":\"", scenario.parties[from].name) }
    reserve(recipient.room + message.name.room + 48)
    uncheckedMessage(message.from == nil ? "{\"to\":\"" : ",\"to\":\"", recipient, message.name)
    append(message.attributes, attributes)
    endAttributes()
    literal("}")
  }
}
