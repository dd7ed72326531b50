extension Transcript {
  /// The transcript with one flow, in which the steps of the first one are repeated until there are so many messages.
  ///
  /// Steps are numbered, but calls are not: the messages are those of the first time.
  package func repeated(messages count: Int) -> Transcript {
    guard let flow = flows.first else { return self }
    let steps = flow.entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
    var long = flow
    long.entries = []
    var messages = 0
    while messages < count, steps.contains(where: { !$0.messages.isEmpty }) {
      for step in steps where messages < count {
        var step = step
        step.number = long.entries.count + 1
        long.entries.append(.step(step))
        messages += step.messages.count
      }
    }
    var transcript = self
    transcript.flows = [long]
    return transcript
  }
}
