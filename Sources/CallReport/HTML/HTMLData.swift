import CallModel
import CallScenario

/// What the script of a page knows of a scenario, as JSON: lists in which numbers stand for texts.
///
/// `HTMLScript+Data.swift` reads it, and says what the places of each list are.
struct HTMLData: ~Copyable {
  private let scenario: Scenario
  private let diagram: SequenceDiagram
  private let story: HTMLStory
  /// What each party does, as it was shown last.
  private var shown: [[Activity]] = []
  private var action = TextBuffer(capacity: 0)
  /// The numbers of the values of messages. A text keeps its number.
  private var rows = HTMLRows(.all)

  init(_ story: HTMLStory, _ diagram: SequenceDiagram) {
    scenario = diagram.scenario
    self.story = story
    self.diagram = diagram
  }

  /// Adds the scenario up to its first flow.
  func begin(_ text: inout TextBuffer, _ tables: inout HTMLTables) {
    tables.cite(scenario.origin)
    text.add("{\"parties\":[")
    for (index, party) in scenario.parties.enumerated() {
      text.add(index == 0 ? "[" : ",[")
      text.add(json: party.name)
      text.add(",")
      text.add(json: party.dn)
      text.add(",")
      text.add(json: party.kindNames)
      text.add(",")
      text.add(json: party.spelledOptions.joined(separator: " "))
      text.add("]")
    }
    text.add("],\"server\":")
    text.add(json: diagram.hasServer ? SequenceDiagram.serverName : "")
    text.add(",\"ending\":")
    text.add(tables.text(story.atEnd))
    text.add(",\"flows\":[")
  }

  /// Ends the scenario.
  func end(_ text: inout TextBuffer) { text.add("]}") }

  /// Adds a flow up to its first entry: its name, mark, story and opening activities.
  mutating func begin(
    _ flow: borrowing Transcript.Flow, isFirst: Bool, _ text: inout TextBuffer, _ tables: inout HTMLTables
  ) {
    shown = flow.opening.isEmpty ? scenario.parties.map { _ in [] } : flow.opening
    text.add(isFirst ? "[" : ",\n[")
    text.add(tables.text(flow.name))
    text.add(",")
    text.add(tables.text(flow.mark))
    text.add(",")
    text.add(tables.text(story.about(flow)))
    text.add(",[")
    for (index, activities) in flow.opening.enumerated() {
      if index > 0 { text.add(",") }
      add(activities, &text, &tables)
    }
    text.add("],[")
  }

  /// Ends the flow.
  func endFlow(_ text: inout TextBuffer) { text.add("]]") }

  /// Adds an entry of a flow.
  @inline(__always)
  mutating func add(
    _ entry: borrowing Transcript.Entry, isFirst: Bool, _ text: inout TextBuffer, _ tables: inout HTMLTables
  ) {
    if !isFirst { text.add(",") }
    switch entry {
    case .mark(let name): text.add(tables.text(name))
    // Marks and waits are told apart by the sign.
    case .wait(let wait): text.add(-1 - tables.text(wait.spelling))
    case .step(let step): add(step, &text, &tables)
    }
  }

  /// Adds a step: its number, line and actor, whether it is a request, its action, comment and refusal, what has
  /// changed for the parties, and its messages.
  @inline(never)
  private mutating func add(
    _ step: Transcript.Step, _ text: inout TextBuffer, _ tables: inout HTMLTables
  ) {
    let isRequest = diagram.isRequest(step)
    text.add("[")
    text.add(step.number)
    text.add(",")
    text.add(step.action.position.line)
    text.add(",")
    text.add(step.action.actor)
    text.add(isRequest ? ",1," : ",0,")
    action.add(actionOf: step, scenario.parties, withActor: false, longest: SequenceDiagram.longestValue)
    text.add(tables.text(action))
    action.remove(from: 0)
    text.add(",")
    text.add(tables.text(story.about(line: step.action.position.line)))
    text.add(",")
    text.add(step.refusal == nil ? -1 : tables.text(step.explanation))
    text.add(",[")
    if let activities = step.view?.activities {
      addChanges(activities, &text, &tables)
      shown = activities
    }
    text.add("]")
    var optional = OptionalAttributes(step)
    let origins = step.view?.origins ?? []
    var number = 0
    var last: (index: Int?, rule: Int) = (nil, -1)
    step.messages.span.visit { message in
      if message.rule != last.index {
        last = (message.rule, message.rule.map { tables.rule($0, of: step.rules) } ?? -1)
      }
      let match = rows.match(message, last.rule &* scenario.parties.count &+ message.to)
      let shape = tables.shape(
        of: message, rule: last.rule, optional.indices(of: message), origins, number, last: match.shape)
      add(message, match, shape: shape, rule: last.rule, &text, &tables)
      number += 1
    }
    text.add("]")
  }

  /// Adds a message: its sender and recipient, its shape, its rule and its call, and the values of its attributes.
  @inline(never)
  private mutating func add(
    _ message: borrowing Message, _ match: HTMLRows.Match, shape: Int, rule: Int, _ text: inout TextBuffer,
    _ tables: inout HTMLTables
  ) {
    _ = rows.add(message, match, shape: shape, to: &text) { text in
      text.add(",[")
      text.add(message.from ?? -1)
      text.add(",")
      text.add(message.to)
      text.add(",")
      text.add(shape)
      text.add(",")
      text.add(rule)
      text.add(",")
      text.add(tables.text(message.call))
    } piece: { index, text in
      text.add(",")
      text.add(tables.text(message.attributes[index].value))
    }
    text.add("]")
  }

  /// Adds the number of each party that does something else than before, and what it does.
  private func addChanges(
    _ activities: [[Activity]], _ text: inout TextBuffer, _ tables: inout HTMLTables
  ) {
    var isFirst = true
    let (now, before) = (activities.span, shown.span)
    for party in now.indices where now[party] != before[party] {
      if !isFirst { text.add(",") }
      isFirst = false
      text.add(party)
      text.add(",")
      add(now[party], &text, &tables)
    }
  }

  /// Adds for each activity its call, its phase, and its words.
  private func add(_ activities: [Activity], _ text: inout TextBuffer, _ tables: inout HTMLTables) {
    text.add("[")
    let activities = activities.span
    for index in activities.indices {
      if index > 0 { text.add(",") }
      text.add(tables.text(activities[index].call))
      text.add(",")
      text.add(Int(activities[index].phase.rawValue))
      text.add(",")
      text.add(tables.text(activities[index].words))
    }
    text.add("]")
  }
}

/// The attributes that the lines of a step expect with `?`.
private struct OptionalAttributes {
  private var expected: [ExpectedMessage] = []
  /// The lines that no message has taken yet.
  private var free: [Int] = []

  init(_ step: borrowing Transcript.Step) {
    guard case .messages(let messages, _) = step.action.expectation,
      messages.contains(where: { $0.attributes.contains(where: \.isOptional) })
    else { return }
    expected = messages
    free = Array(messages.indices)
  }

  /// The indices of the message's attributes that its line expects with `?`. It takes the first line for such a
  /// message.
  mutating func indices(of message: borrowing Message) -> [Int] {
    var line: Int?
    for (place, index) in free.enumerated()
    where expected[index].recipient == message.to && expected[index].name == message.name {
      line = index
      free.remove(at: place)
      break
    }
    guard let line else { return [] }
    var indices: [Int] = []
    for attribute in expected[line].attributes where attribute.isOptional {
      for index in message.attributes.indices where message.attributes[index].name == attribute.name {
        indices.append(index)
      }
    }
    return indices
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
