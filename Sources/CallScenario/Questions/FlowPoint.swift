/// A point in a flow of a scenario: after `step` actions, counted from the start of the scenario.
public struct FlowPoint: Sendable, Hashable {
  /// The name of the flow.
  public var flow: String
  /// The number of actions before the point.
  public var step: Int

  /// The point after `step` actions of the history of `flow`; 0 is the start of the scenario.
  public init(flow: String, step: Int) { (self.flow, self.step) = (flow, step) }
}

/// The actions from the start of a scenario to the end of a flow.
struct FlowHistory {
  var actions: [ActionStatement] = []
  /// The number of actions before the flow begins.
  var start = 0
  /// The marks, each with the number of actions before it.
  var marks: [(name: String, step: Int)] = []
  var waits: [Wait] = []
  /// All of these, in order.
  var statements: [Statement] = []

  /// A wait, the number of actions before it, and whether a mark stands between these and the wait.
  struct Wait: Hashable, Sendable {
    let statement: WaitStatement
    let step: Int
    let isAfterMark: Bool
  }
}

extension Scenario {
  /// The history of a flow, through the flows that it continues; nil if no flow has that name.
  func history(of name: String) -> FlowHistory? {
    guard let flow = flows.first(where: { $0.name == name }) else { return nil }
    var lineage = [flow]
    while let mark = lineage[0].mark, let parent = flows.first(where: { $0.has(mark: mark) }) {
      lineage.insert(parent, at: 0)
    }
    var history = FlowHistory()
    for (flow, next) in zip(lineage, lineage.dropFirst().map(\.mark) + [nil]) {
      history.start = history.actions.count
      statements: for statement in flow.statements {
        history.statements.append(statement)
        switch statement {
        case .action(let action): history.actions.append(action)
        case .mark(let mark, _):
          history.marks.append((mark, history.actions.count))
          // The next flow continues from here.
          if mark == next { break statements }
        case .wait(let wait):
          let step = history.actions.count
          history.waits.append(.init(statement: wait, step: step, isAfterMark: history.marks.last?.step == step))
        }
      }
    }
    return history
  }

  /// The end of a flow; nil if no flow has that name.
  public func end(of flow: String) -> FlowPoint? {
    history(of: flow).map { FlowPoint(flow: flow, step: $0.actions.count) }
  }

  /// The point of a mark; nil if there is no such mark.
  public func point(after mark: String) -> FlowPoint? {
    guard let flow = flows.first(where: { $0.has(mark: mark) }), let history = history(of: flow.name) else {
      return nil
    }
    return history.marks.first { $0.name == mark }.map { FlowPoint(flow: flow.name, step: $0.step) }
  }

  /// The names of all marks, in the order of the file.
  public var markNames: [String] {
    flows.flatMap(\.statements).compactMap { if case .mark(let name, _) = $0 { name } else { nil } }
  }
}

extension Flow {
  fileprivate func has(mark: String) -> Bool {
    statements.contains { if case .mark(mark, _) = $0 { true } else { false } }
  }
}
