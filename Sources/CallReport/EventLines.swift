import CallModel
import CallScenario

/// The messages of a step, one per line: `B  EventRinging  OtherDN=A CallState=OK`.
///
/// A long line continues below its attributes.
struct EventLines {
  private let spelling: Spelling
  private let attributes: AttributeChoice
  private let inFull: Bool
  /// The room for names and messages, if it is not each step's own.
  private let room: (names: Int, messages: Int)?
  /// A longer message moves its own attributes, and no others.
  private static let widestMessage = 20

  /// Attributes are written as a scenario expects them or, `inFull`, with those that an expectation implies. The lines
  /// of the steps are aligned with each other; without steps, each step's lines are.
  init(
    _ scenario: Scenario, attributes: AttributeChoice, inFull: Bool = false, aligning steps: [Transcript.Step]? = nil
  ) {
    spelling = Spelling(scenario)
    self.attributes = attributes
    self.inFull = inFull
    room = steps.map { Self.room(for: $0.flatMap(\.messages), in: scenario) }
  }

  private static func room(for messages: [Message], in scenario: Scenario) -> (names: Int, messages: Int) {
    (
      messages.map { scenario.parties[$0.to].name.visible.columns }.max() ?? 0,
      messages.map { $0.name.visible.columns }.filter { $0 <= widestMessage }.max() ?? 0
    )
  }

  func lines(of step: Transcript.Step, width: Int, at place: Int) -> [TextLine] {
    let parties = spelling.scenario.parties
    let room = room ?? Self.room(for: step.messages, in: spelling.scenario)
    return step.messages.flatMap { message in
      let text = texts(of: message, in: step).joined(separator: " ").visible
      let name = message.name.visible
      var start = place + room.names + max(room.messages, name.columns) + 4
      // If the names leave no room, the attributes go below them.
      let isTight = start > width - 24
      if isTight { start = min(place + 4, max(width - 24, 0)) }
      var head = TextLine(parties[message.to].name.visible, at: place)
      head.append(name, .bold, at: place + room.names + 2)
      let heads = isTight ? self.heads(message, width, at: place) : [head]
      let rest = text.isEmpty ? [] : text.wrapped(to: width - start).map { TextLine($0, at: start) }
      guard let first = rest.first, !isTight else { return heads + rest }
      head.append(first, at: 0)
      return [head] + rest.dropFirst()
    }
  }

  /// Recipient and message, on lines of their own if they are long.
  private func heads(_ message: Message, _ width: Int, at place: Int) -> [TextLine] {
    let recipient = spelling.scenario.parties[message.to].name.visible
    let name = message.name.visible
    var line = TextLine(recipient, at: place)
    line.append(name, .bold, at: line.width + 2)
    if line.width <= width { return [line] }
    return recipient.wrapped(to: width - place).map { TextLine($0, at: place) }
      + name.wrapped(to: width - place).map { TextLine($0, .bold, at: place) }
  }

  private func texts(of message: Message, in step: Transcript.Step) -> [String] {
    let carried = spelling.scenario.attributes(of: message)
    func text(_ attribute: Message.Attribute) -> String {
      inFull ? "\(attribute.name)=\(attribute.value.spelled())" : spelling.attribute(attribute, in: step)
    }
    let listed = inFull ? carried.filter(\.isListed).map(text) : spelling.attributes(of: message, in: step)
    return attributes == .all ? listed + carried.filter { !$0.isListed }.map { "[\(text($0))]" } : listed
  }
}

extension Message.Attribute {
  /// The status line of a step, for the place below its messages.
  func lines(width: Int, at place: Int) -> [TextLine] {
    "\(name)  \(value)".visible.wrapped(to: width - place).map { TextLine($0, .mark, at: place) }
  }
}
