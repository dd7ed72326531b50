@testable import CallScenario

/// A scenario to ask about, and its answers as lines.
struct Asked {
  let scenario: Scenario

  init(_ text: String) throws {
    scenario = try Scenario(parsing: text, path: "x")
  }
  init(_ scenario: Scenario) { self.scenario = scenario }

  /// A call waits in a group and goes on to an agent: the manual's Call to ACD, with its marks.
  static let callToACD = """
    scenario  Call to ACD
    party A extension
    party B acd-group
    party C extension
    A TMakeCall B
    mark *
    B divert C
    mark **
    C ring
    mark ***
    C TAnswerCall
    after ** as busy
    C busy
    """

  /// `A TReleaseCall: A EventReleased, B EventAbandoned`, or `A TRetrieveCall refused`.
  func text(_ step: Transcript.Step) -> String {
    let action = scenario.spelling(of: step.action)
    if step.refusal != nil { return "\(action) refused" }
    let told = step.messages.map { "\(scenario.parties[$0.to].name) \($0.name)" }
    return "\(action): \(told.isEmpty ? "silence" : told.joined(separator: ", "))"
  }

  /// The possible actions of every party, or of one.
  func possible(at point: FlowPoint? = nil, for party: String? = nil) throws -> [String] {
    try next(at: point, for: party).possible.map(text)
  }

  func refused(at point: FlowPoint? = nil, for party: String? = nil) throws -> [String] {
    try next(at: point, for: party, refused: true).refused.map(text)
  }

  func next(at point: FlowPoint? = nil, for party: String? = nil, refused: Bool = false) throws -> NextActions {
    try scenario.next(
      at: point ?? scenario.end(of: "main")!,
      for: party.map { name in scenario.parties.firstIndex { $0.name == name }! },
      refused: refused)
  }

  /// `0: A TReleaseCall refused`, one for each outcome.
  func whatIf(_ action: String, flow: String = "main") throws -> [String] {
    let answer = try scenario.whatIf(try scenario.action(action, path: "ACTION"), path: "ACTION", flow: flow)
    return answer.points.flatMap { point in point.outcomes.map { "\(point.step): \(text($0))" } }
  }
}
