import CallModel
import CallScenario

/// The story of a scenario: what the comments of its file say.
struct HTMLStory {
  private let comments: FileComments?
  /// The line in which each flow begins.
  private var lines: [Text: Int] = [:]
  /// The line of the first statement.
  private let first: Int

  init(_ scenario: Scenario) {
    comments = scenario.comments
    first = scenario.flows.first?.firstLine ?? 1
    if comments == nil { return }
    for flow in scenario.flows { lines[Text(flow.name)] = flow.position.line }
  }

  /// What the file says about a flow: for `main`, the comments down to its first statement.
  func about(_ flow: borrowing Transcript.Flow) -> [String] {
    guard let comments else { return [] }
    if flow.mark == nil { return comments.about(lines: 1...first) }
    return lines[Text(flow.name)].map { comments.about(line: $0) } ?? []
  }

  /// What the file says about the action in this line; the story of its flow has what is above the first one.
  func about(line: Int) -> [String] { line == first ? [] : comments?.about(line: line) ?? [] }

  /// What the file says below its last statement.
  var atEnd: [String] { comments?.atEnd ?? [] }
}

extension Flow {
  /// The line of its first statement.
  fileprivate var firstLine: Int? {
    switch statements.first {
    case .action(let action): max(action.position.line, 1)
    case .mark(_, let position): max(position.line, 1)
    case .wait(let wait): max(wait.position.line, 1)
    case nil: nil
    }
  }
}
