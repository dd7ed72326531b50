import CallModel

// What actions bring: user data, reasons and extensions, and the digits of a caller.

extension TServerReplay {
  /// What the statement brings; of a pair to be deleted, the key.
  func attachments(_ statement: ActionStatement, _ word: TServerWords.Word) throws(StatementError)
    -> Exchange.Attachments
  {
    var brought = Exchange.Attachments()
    for option in statement.options {
      let pair = Exchange.UserData.Pair(
        key: directory.number(TServerWords.pairKey(option.key)), value: directory.number(option.value))
      switch TServerWords.Prefix(of: option.key) {
      case .data: brought.data.append(pair)
      case .reason: brought.reasons.append(pair)
      case .extension:
        brought.extensions.append(pair)
        if word.verb.consults { try choose(option, &brought) }
      case nil where option.key == TServerWords.name(.referenceID): break
      case nil where word.verb.takesDigits && option.key == "\(word.verb.nameOfDigits)":
        brought.digits = directory.number(option.value)
      // MonitorMode comes first, in whichever order they are written.
      case nil where option.key == TServerWords.monitorMode: brought.monitoring.insert(pair, at: 0)
      case nil where option.key == TServerWords.monitorScope: brought.monitoring.append(pair)
      case nil where word.verb == .deletePair:
        brought.data.append(Exchange.UserData.Pair(key: directory.number(option.value), value: 0))
      case nil where word.verb.isAboutPairs: brought.data.append(pair)
      case nil: break
      }
    }
    return brought
  }

  /// `extension.ConsultUserData` says for one consultation what `consult-user-data` says for all.
  private func choose(_ option: Option, _ brought: inout Exchange.Attachments) throws(StatementError) {
    guard TServerWords.pairKey(option.key) == "ConsultUserData" else { return }
    guard let choice = SwitchProfile.ConsultUserData(rawValue: option.value) else {
      throw StatementError(
        reason: "\(option.value) is no ConsultUserData",
        suggestion: SwitchProfile.ConsultUserData.allCases.map(\.rawValue).joined(by: "or"),
        position: option.valuePosition)
    }
    brought.consultUserData = choice
  }

  /// Adds the reasons and extensions to the messages that carry them. An agent's messages repeat its last reasons.
  func addAttachments(
    _ brought: Exchange.Attachments, of action: Exchange.Action, to messages: inout [Message],
    _ events: [Exchange.Event], in exchange: Exchange
  ) {
    for (index, event) in events.enumerated() {
      let repeated = exchange.repeated(in: event, after: action, bringing: brought, by: rulebook)
      let snapshot = exchange.snapshot(in: event)
      let given = event.type.isAboutAgent ? exchange.reasons(of: event.thisDN) : snapshot?.reasons ?? []
      directory.add(.reasons, repeated.reasons.isEmpty ? given : repeated.reasons, to: &messages[index])
      if event.type == .userEvent { directory.add(.userData, brought.data, to: &messages[index]) }
      if snapshot == nil { directory.add(.extensions, repeated.extensions, to: &messages[index]) }
    }
  }
}

extension Verb {
  var isAboutPairs: Bool { needsPairs || self == .deletePair }
}
