/// The differences of two transcripts as JSON Lines, one finding a line.
package enum DifferencesJSONL {
  /// The line of a finding, with its line feed.
  package static func line(_ difference: TranscriptDifference) -> [UInt8] {
    var line = JSONObject()
    line.add("difference", difference.kind.rawValue)
    line.add("file", difference.place.file)
    line.add("flow", difference.place.flow)
    line.add("old", difference.place.old)
    line.add("new", difference.place.new)
    let (old, new) = difference.messages
    if let message = new ?? old {
      line.add("subject", "message")
      line.add("from", message.from)
      line.add("to", message.to)
      line.add("message", message.name)
    }
    line.add(difference.change)
    let (rule, source) = (new?.rule ?? old?.rule, new?.source ?? old?.source)
    line.add("rule", rule)
    line.add("source", source)
    if let oldRule = old?.rule, let rule, oldRule != rule {
      line.add("oldRule", oldRule)
      line.add("oldSource", old?.source)
    }
    if let option = difference.option {
      line.object("option") {
        $0.add("name", option.name)
        $0.add("old", option.old)
        $0.add("new", option.new)
      }
    }
    return line.bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }
}

extension JSONObject {
  fileprivate mutating func add(_ key: String, _ step: TranscriptDifference.Step?) {
    guard let step else { return }
    object(key) {
      $0.add("line", step.line)
      $0.add("step", step.number)
      $0.add("action", step.action)
    }
  }

  /// `"KEY":{"old":"…","new":"…"}`, without what there is not.
  fileprivate mutating func add(_ key: String, old: String?, new: String?) {
    object(key) {
      $0.add("old", old)
      $0.add("new", new)
    }
  }

  fileprivate mutating func add(_ change: TranscriptDifference.Change) {
    switch change {
    case .fileAdded(let flows, let messages), .fileRemoved(let flows, let messages):
      add("subject", "file")
      add("flows", flows)
      add("messages", messages)
    case .flowAdded(let messages), .flowRemoved(let messages):
      add("subject", "flow")
      add("messages", messages)
    case .markChanged(let old, let new):
      add("subject", "mark")
      add("mark", old: old, new: new)
    case .actionAdded, .actionRemoved, .actionChanged:
      add("subject", "action")
    case .outcomeChanged(let old, let new):
      add("subject", "outcome")
      add("refused", old: old, new: new)
    case .silentActionsAdded(let count), .silentActionsRemoved(let count):
      add("subject", "actions")
      add("actions", count)
    case .messageAdded(let message):
      object("attributes") {
        for attribute in message.attributes { $0.add(attribute.name, old: nil, new: attribute.value) }
      }
    case .messageRemoved(let message):
      object("attributes") {
        for attribute in message.attributes { $0.add(attribute.name, old: attribute.value, new: nil) }
      }
    case .messageChanged(_, _, let changes):
      object("attributes") { for change in changes { $0.add(change.name, old: change.old, new: change.new) } }
    case .messageMoved(let old, _, let movement):
      switch movement {
      case .toStep: add("moved", "step")
      case .toRecipient:
        add("moved", "recipient")
        add("oldTo", old.to)
      case .order(let after, let nowAfter):
        add("moved", "order")
        add("after", old: after, new: nowAfter)
      }
    case .renumbered(let attribute, let numbers, let messages):
      add("subject", "numbers")
      add("attribute", attribute)
      object("numbers") { for number in numbers { $0.add(number.old, number.new) } }
      add("messages", messages)
    }
  }
}
