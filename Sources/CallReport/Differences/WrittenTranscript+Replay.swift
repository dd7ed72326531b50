import CallModel
package import CallScenario

extension WrittenTranscript {
  /// The transcript of a replay, with its actions, rules and lines of the scenario.
  package init(_ transcript: Transcript, attributes: AttributeChoice, namesFile: Bool) {
    let scenario = transcript.scenario
    let flows = transcript.flows.map { flow in
      var written = WrittenFlow(file: namesFile ? scenario.path : nil, name: flow.name, mark: flow.mark)
      for case .step(let step) in flow.entries {
        written.steps.append(
          WrittenStep(
            number: step.number, action: scenario.spelling(of: step.action), refusal: step.reason,
            line: step.action.position.line,
            messages: step.messages.map { WrittenMessage($0, step, flow, scenario, attributes) }))
      }
      return written
    }
    self.init(flows: flows, hasActions: true)
  }
}

extension WrittenMessage {
  init(
    _ message: Message, _ step: Transcript.Step, _ flow: Transcript.Flow, _ scenario: Scenario,
    _ choice: AttributeChoice
  ) {
    let rule = step.rule(of: message)
    self.init(
      from: message.from.map { scenario.parties[$0].name }, to: scenario.parties[message.to].name, name: message.name,
      attributes: message.attributes(choice).map { WrittenAttribute($0.name, $0.value) }, rule: rule?.name,
      source: rule?.source)
    guard choice == .all else { return }
    if let conversation = flow.conversation(of: message) {
      attributes.append(WrittenAttribute("conversation", conversation))
    }
    if let ender = message.endedBy { attributes.append(WrittenAttribute("endedBy", scenario.parties[ender].name)) }
  }
}
