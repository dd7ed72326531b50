import CallScenario

/// The messages of a step as a scenario expects them, one per line: `B  EventRinging  OtherDN=A CallState=OK`.
///
/// A long line continues beneath its attributes.
struct EventLines {
  private let spelling: Spelling
  private let attributes: AttributeChoice

  init(_ scenario: Scenario, attributes: AttributeChoice) {
    spelling = Spelling(scenario)
    self.attributes = attributes
  }

  func lines(of step: Transcript.Step, width: Int, at place: Int) -> [TextLine] {
    let parties = spelling.scenario.parties
    let nameWidth = step.messages.map { parties[$0.to].name.visible.columns }.max() ?? 0
    let messageWidth = step.messages.map { $0.name.visible.columns }.max() ?? 0
    return step.messages.flatMap { message in
      let text = texts(of: message, in: step).joined(separator: " ").visible
      var start = place + nameWidth + messageWidth + 4
      var head = TextLine(parties[message.to].name.visible, at: place)
      head.append(message.name.visible, .bold, at: place + nameWidth + 2)
      // If the names leave no room, the attributes go beneath them.
      let isTight = start > width - 24
      if isTight { start = min(place + 4, max(width - 24, 0)) }
      let rest = text.isEmpty ? [] : text.wrapped(to: width - start).map { TextLine($0, at: start) }
      guard let first = rest.first, !isTight else { return [head] + rest }
      head.append(first, at: 0)
      return [head] + rest.dropFirst()
    }
  }

  private func texts(of message: Message, in step: Transcript.Step) -> [String] {
    let listed = spelling.attributes(of: message, in: step)
    guard attributes == .all else { return listed }
    return listed
      + message.attributes.filter { !$0.isListed }.map { "[\(spelling.attribute($0, in: step))]" }
  }
}

extension Message.Attribute {
  /// The status line of a step, for the place beneath its messages.
  func lines(width: Int, at place: Int) -> [TextLine] {
    "\(name)  \(value)".visible.wrapped(to: width - place).map { TextLine($0, .mark, at: place) }
  }
}
