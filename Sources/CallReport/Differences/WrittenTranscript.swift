/// A transcript as `callsim run --format jsonl` writes it: flows of steps, with all names and values as texts.
package struct WrittenTranscript: Hashable, Sendable {
  /// In the order of the lines.
  package var flows: [WrittenFlow]
  /// Whether it has the actions, as `--actions` writes them. Without them, an action that sends nothing is invisible.
  package var hasActions: Bool

  package init(flows: [WrittenFlow], hasActions: Bool) {
    self.flows = flows
    self.hasActions = hasActions
  }
}

/// One flow of a transcript.
package struct WrittenFlow: Hashable, Sendable {
  /// The path of the scenario; nil if the transcript is about one file.
  package var file: String?
  /// `main`, or what `after` calls it.
  package var name: String
  /// The mark that it begins at, if the transcript has it.
  package var mark: String?
  /// In the order of their numbers.
  package var steps: [WrittenStep] = []

  /// How many messages its steps have.
  package var messageCount: Int { steps.reduce(0) { $0 + $1.messages.count } }
}

/// One action, and the messages that it sends.
package struct WrittenStep: Hashable, Sendable {
  /// The number of the action; that of the last action before it for a `wait`.
  package var number: Int
  /// The action, if the transcript has it.
  package var action: String?
  /// Why the action was refused.
  package var refusal: String?
  /// Whether it is a `wait`, which has no number of its own.
  package var isWait = false
  /// The line of the scenario, if it is known.
  package var line: Int?
  /// The messages in the order of the lines.
  package var messages: [WrittenMessage] = []
}

/// One message.
package struct WrittenMessage: Hashable, Sendable {
  /// The sender; nil if messages have none.
  package var from: String?
  /// The recipient.
  package var to: String
  /// The name: `EventRinging`.
  package var name: String
  /// In the order of the line; the conversation and who ended the call are among them.
  package var attributes: [WrittenAttribute]
  /// The rule that sent it, and the rule's source. They are shown, not compared.
  package var rule: String?, source: String?
}

/// `ConnID=1`
package struct WrittenAttribute: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}
