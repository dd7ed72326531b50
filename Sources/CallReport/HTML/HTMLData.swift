import CallModel
import CallScenario

/// What the script of a page knows of a scenario, as JSON: lists in which numbers stand for texts.
///
/// `HTMLScript+Data.swift` reads it, and says what the places of each list are.
struct HTMLData {
  private let scenario: Scenario
  private let diagram: SequenceDiagram
  private let story: HTMLStory
  /// What each party does, as it was shown last.
  private var shown: [[Activity]] = []

  init(_ scenario: Scenario, _ story: HTMLStory) {
    self.scenario = scenario
    self.story = story
    diagram = SequenceDiagram(scenario, attributes: .all)
  }

  /// The scenario up to its first flow.
  func opening(_ tables: inout HTMLTables) -> String {
    tables.cite(scenario.origin)
    let parties = scenario.parties.map { party in
      "["
        + [party.name, party.dn, party.kindNames, party.spelledOptions.joined(separator: " ")].map(\.json).joined(
          separator: ",") + "]"
    }
    let server = diagram.hasServer ? SequenceDiagram.serverName : ""
    return "{\"parties\":[\(parties.joined(separator: ","))],\"server\":\(server.json),\"flows\":["
  }

  /// A flow: its name, mark, story and opening activities, and its entries.
  mutating func json(_ flow: Transcript.Flow, _ tables: inout HTMLTables) -> String {
    shown = flow.opening.isEmpty ? scenario.parties.map { _ in [] } : flow.opening
    let opening = flow.opening.map { json($0, &tables) }.joined(separator: ",")
    let story = self.story.about(flow).joined(separator: "\n")
    let head = [tables.text(flow.name), tables.text(flow.mark), story.isEmpty ? -1 : tables.text(story)]
    var entries: [String] = []
    for entry in flow.entries {
      switch entry {
      case .mark(let name): entries.append("\(tables.text(name))")
      // Marks and waits are told apart by the sign.
      case .wait(let wait): entries.append("\(-1 - tables.text(wait.spelling))")
      case .step(let step): entries.append(json(step, &tables))
      }
    }
    let numbers = head.map(String.init).joined(separator: ",")
    return "[\(numbers),[\(opening)],[\(entries.joined(separator: ","))]]"
  }

  /// A step: its number, line and actor, whether it is a request, its action, comment and refusal, what has changed for
  /// the parties, and its messages.
  private mutating func json(_ step: Transcript.Step, _ tables: inout HTMLTables) -> String {
    let comment = story.about(step).joined(separator: "\n")
    let head = [
      step.number, step.action.position.line, step.action.actor, diagram.isRequest(step.action) ? 1 : 0,
      tables.text(diagram.request(step.action)), comment.isEmpty ? -1 : tables.text(comment),
      tables.text(step.explanation),
    ]
    var changes: [String] = []
    for (party, activities) in (step.view?.activities ?? []).enumerated() where activities != shown[party] {
      changes.append("\(party),\(json(activities, &tables))")
      shown[party] = activities
    }
    var optional = OptionalAttributes(step.action.expectation)
    let messages = step.messages.enumerated().map { number, message in
      let origins = step.view?.origins ?? []
      return json(
        message, step, origins.indices.contains(number) ? origins[number] : nil, optional.names(of: message), &tables)
    }
    let parts = [head.map(String.init).joined(separator: ","), "[\(changes.joined(separator: ","))]"] + messages
    return "[\(parts.joined(separator: ","))]"
  }

  /// A message: its sender, recipient, shape, rule and call, and the values of its attributes.
  private func json(
    _ message: Message, _ step: Transcript.Step, _ origin: MessageOrigin?, _ optional: Set<Text>,
    _ tables: inout HTMLTables
  ) -> String {
    var shape = [tables.text(message.name), tables.text(origin?.recipient ?? "")]
    var values: [Int] = []
    for attribute in message.attributes {
      let kind = !attribute.isListed ? 2 : optional.contains(Text(attribute.name)) ? 1 : 0
      let known = origin?.attribute(attribute.name, isListed: attribute.isListed)
      let words = [known?.origin, known?.option.map { "under \($0.text)" }].compactMap(\.self).joined(separator: ", ")
      shape += [tables.text(attribute.name), kind, tables.text(words)]
      values.append(tables.text(attribute.value))
    }
    let head = [
      message.from ?? -1, message.to, tables.shape(shape), tables.rule(step.rule(of: message)),
      tables.text(message.call),
    ]
    return (head + values).json
  }

  /// For each activity: its call, its phase, and its words.
  private func json(_ activities: [Activity], _ tables: inout HTMLTables) -> String {
    var numbers: [Int] = []
    for activity in activities {
      numbers += [tables.text(activity.call), Int(activity.phase.rawValue), tables.text(activity.words)]
    }
    return numbers.json
  }
}

/// The attributes that the lines of a step expect with `?`.
private struct OptionalAttributes {
  private var expected: [ExpectedMessage] = []

  init(_ expectation: Expectation) {
    if case .messages(let messages, _) = expectation { expected = messages }
  }

  /// Takes the first line for such a message.
  mutating func names(of message: Message) -> Set<Text> {
    guard let index = expected.firstIndex(where: { $0.recipient == message.to && $0.name == message.name }) else {
      return []
    }
    return Set(expected.remove(at: index).attributes.filter(\.isOptional).map { Text($0.name) })
  }
}

extension ExpectedAttribute {
  fileprivate var isOptional: Bool {
    switch pattern {
    case .absent: false
    case .any(let isOptional), .oneOf(_, let isOptional): isOptional
    }
  }
}
