extension TranscriptDifference {
  /// The names of the two transcripts, as formats show them.
  package struct Sides: Sendable {
    package var old: String, new: String

    package init(old: String, new: String) { (self.old, self.new) = (old, new) }
  }

  /// The step that a heading names: in the old transcript or, if it is only there, in the new one.
  var step: Step? {
    if case .messageMoved(_, _, .toStep) = change { return place.old }
    return place.new ?? place.old
  }

  /// `step 3: B route C`, `step 3, now 4`, `new step 4`; empty for what is about no step.
  var stepText: String {
    guard let step else { return "" }
    let action = step.action.map { ": \($0)" } ?? ""
    if step.isWait { return "after step \(step.number)\(action)" }
    switch (place.old, place.new) {
    case (nil, _): return "new step \(step.number)\(action)"
    case (_, nil): return "old step \(step.number)\(action)"
    case (let old?, let new?):
      if case .messageMoved(_, _, .toStep) = change { return "step \(step.number)\(action)" }
      return "step \(old.number)" + (old.number == new.number ? "" : ", now \(new.number)") + action
    }
  }

  /// What is different if it is about no message, or about where one stands; nil if the messages say all.
  var sentence: String? {
    switch change {
    case .fileAdded(let flows, let messages), .fileRemoved(let flows, let messages):
      return "the file, with \(flows.counted("flow")) and \(messages.counted("message"))"
    case .flowAdded(let messages), .flowRemoved(let messages):
      return "the flow, with \(messages.counted("message"))"
    case .markChanged(let old, let new): return "the flow begins after \(new), not after \(old)"
    case .actionAdded(let action), .actionRemoved(let action): return "the action \(action)"
    case .actionChanged(let old, let new): return "the action is \(new), not \(old)"
    case .outcomeChanged(nil, let reason?): return "the action is refused: \(reason)"
    case .outcomeChanged(let reason?, nil): return "the action is carried out, not refused: \(reason)"
    case .outcomeChanged(let old, let new):
      return "the action is refused for another reason: \(new ?? ""), not \(old ?? "")"
    case .silentActionsAdded(let count), .silentActionsRemoved(let count):
      return "\(count.counted("action")) without messages before this step"
    case .messageAdded, .messageRemoved, .messageChanged: return nil
    case .messageMoved(let old, _, let movement):
      switch movement {
      case .toStep:
        return "to step \(place.new?.number ?? 0)" + (place.new?.action.map { ": \($0)" } ?? "")
      case .toRecipient: return "from \(old.to)"
      case .order(let after, let nowAfter):
        return (nowAfter.map { "after \($0)" } ?? "to the beginning") + ", was "
          + (after.map { "after \($0)" } ?? "at the beginning")
      }
    case .renumbered(let attribute, let numbers, let messages):
      let shown = numbers.prefix(6).map { "\($0.old) is now \($0.new)" }
      let more = numbers.count > 6 ? " and \(numbers.count - 6) more" : ""
      return "\(attribute) \(shown.joined(separator: ", "))\(more), in \(messages.counted("message"))"
    }
  }

  /// `route-call-state: ok → absent`
  var optionText: String? { option.map { "\($0.name): \($0.old) → \($0.new)" } }

  /// The rule that sent the message and, if another one did before, that one too.
  var ruleText: String? { Self.changed(messages.old?.rule, messages.new?.rule) }
  var sourceText: String? { Self.changed(messages.old?.source, messages.new?.source) }

  private static func changed(_ old: String?, _ new: String?) -> String? {
    guard let old, let new, old != new else { return new ?? old }
    return "\(new); was: \(old)"
  }
}

extension Int {
  /// `1 flow`, `2 flows`
  fileprivate func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
