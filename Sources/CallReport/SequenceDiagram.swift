import CallModel
import CallScenario

/// What sequence diagrams and ladders show of a transcript: who takes part, and the words on arrows and notes.
///
/// Parties are the participants, in the order of the file. Messages of a server without senders, the T-Server, come
/// from a participant of its own, which is the last. It is a class because all who draw share it.
final class SequenceDiagram: Sendable {
  let scenario: Scenario
  let attributes: AttributeChoice
  /// Whether there is a T-Server.
  let hasServer: Bool
  /// If there are several servers, the verbs that the T-Server is asked for.
  private let requests: Set<String>

  static let serverName = "T-Server"
  /// If there are more, those that do not take part are left out.
  static let mostParties = 8
  /// The most characters of a value.
  static let longestValue = 60

  init(_ scenario: Scenario, attributes: AttributeChoice) {
    self.scenario = scenario
    self.attributes = attributes
    let server = scenario.servers.first { !$0.hasSenders }
    hasServer = server != nil
    requests = scenario.servers.count == 1 ? [] : Set(server?.verbs.filter(\.isRequest).map(\.name) ?? [])
  }

  /// The index of the T-Server, behind the parties.
  var server: Int { scenario.parties.count }

  /// All parties, or of more than eight those that take part in the flows; and the T-Server.
  func participants(of flows: [Transcript.Flow]) -> [Int] {
    var parties = Array(scenario.parties.indices)
    if parties.count > Self.mostParties { parties = scenario.participants(of: flows) }
    return hasServer || parties.isEmpty ? parties + [server] : parties
  }

  /// The name of a participant.
  func name(of participant: Int) -> String {
    participant == server ? Self.serverName : scenario.parties[participant].name.quotedIfNeeded
  }

  /// Where a message comes from.
  func sender(of message: Message) -> Int { message.from ?? server }

  /// Whether the action of the step asks the T-Server for something; if not, a person, the switch or the network acts.
  func isRequest(_ step: borrowing Transcript.Step) -> Bool {
    // With one server, each verb is one of its own.
    if scenario.servers.count == 1 { return hasServer && step.action.verb.isRequest }
    return requests.contains(step.action.verb.name)
  }

  /// The action without its actor: `TMakeCall B`.
  func request(_ action: ActionStatement) -> String {
    let target = action.target.map { [scenario.parties[$0].name] } ?? []
    let options = action.options.map { $0.spelling.abbreviated(to: Self.longestValue) }
    return ([action.verb.name] + target + (action.on.map { ["on \($0)"] } ?? []) + options).joined(separator: " ")
  }

  /// The action: `A TMakeCall B`.
  func action(_ action: ActionStatement) -> String { "\(scenario.parties[action.actor].name) \(request(action))" }

  /// Why nothing happened.
  func refusal(of step: Transcript.Step) -> String? {
    step.messages.isEmpty ? step.explanation.map { "refused: \($0)" } : nil
  }

  /// Whether the messages of the flow are about several calls: only then does a message have to say which.
  func hasSeveralCalls(_ flow: Transcript.Flow) -> Bool {
    var first: String?
    for index in flow.entries.indices {
      guard let messages = flow.entries[index].numberedMessages?.messages else { continue }
      for place in messages.indices {
        guard let call = messages[place].connID else { continue }
        if let first, call != first { return true }
        first = call
      }
    }
    return false
  }

  /// Whether to show the attribute with this index: if it is listed and neither a role nor something that the arrow
  /// says; or any.
  func shows(_ index: Int, of message: borrowing Message, withConnID: Bool = false) -> Bool {
    shows(message.attributes[index], of: message, withConnID: withConnID)
  }

  /// Whether to show the attribute of the message.
  @inline(__always)
  func shows(
    _ attribute: borrowing Message.Attribute, of message: borrowing Message, withConnID: Bool = false
  ) -> Bool {
    if attributes == .all { return true }
    if !attribute.isListed { return false }
    if message.from != nil { return true }
    switch attribute.name.withBytes(Self.kind) {
    case .connID: return withConnID
    case .thisDN: return attribute.value != scenario.parties[message.to].dn
    case .role: return false
    case .other: return true
    }
  }

  /// What an attribute is called, as far as it matters.
  private enum Kind { case connID, thisDN, role, other }

  @inline(__always)
  private static func kind(_ name: UnsafeBufferPointer<UInt8>) -> Kind {
    if name.spell("ConnID") { return .connID }
    if name.spell("ThisDN") { return .thisDN }
    return UnsafeBufferPointer(rebasing: name.suffix(4)).spell("Role") ? .role : .other
  }

  /// `OtherDN=B`, in brackets if the manual does not list it.
  func text(of attribute: Message.Attribute) -> String {
    let value = attribute.value.abbreviated(to: Self.longestValue).quotedIfNeeded
    return attribute.isListed ? "\(attribute.name)=\(value)" : "[\(attribute.name)=\(value)]"
  }
}

extension SequenceDiagram {
  /// Adds an attribute: `OtherDN=B`, in brackets if the manual does not list it.
  func add(_ attribute: borrowing Message.Attribute, to text: inout TextBuffer) {
    if !attribute.isListed { text.add("[") }
    text.add(built: attribute.name)
    text.add("=")
    text.add(quotedIfNeeded: attribute.value, longest: Self.longestValue)
    if !attribute.isListed { text.add("]") }
  }

  /// Adds the action of a step as arrows and notes have it: a request without its actor, who sends it.
  func add(
    actionOf step: borrowing Transcript.Step, isRequest: Bool, longest: Int = SequenceDiagram.longestValue,
    to text: inout TextBuffer
  ) {
    text.add(actionOf: step, scenario.parties, withActor: !isRequest, longest: longest)
  }
}

extension Transcript.Step {
  /// The rules that sent the step's messages.
  var reasons: [String] {
    rules.indices.filter { rule in messages.contains { $0.rule == rule } }.map { rule in
      "why: \(rules[rule].name) (\(rules[rule].source))"
    }
  }
}

extension Message {
  /// The call that a T-Server's message is about.
  var connID: String? {
    for index in attributes.indices where attributes[index].name.withBytes({ $0.spell("ConnID") }) {
      return attributes[index].value
    }
    return nil
  }
}

extension String {
  /// The text, or its beginning and an ellipsis.
  func abbreviated(to width: Int) -> String {
    if utf8.count <= width || columns <= width { return self }
    return prefix(Swift.max(width - 1, 1)) + "…"
  }
}
