/// A point of a scenario: on the way to the end of `flow`, after `step` actions from the start.
public struct FlowPoint: Sendable, Hashable {
  /// The name of the flow.
  public var flow: String
  /// The number of actions before the point, counted from the start of the scenario.
  public var step: Int

  /// The point after `step` actions on the way to the end of `flow`; 0 is the start.
  public init(flow: String, step: Int) { (self.flow, self.step) = (flow, step) }
}

/// The actions from the start of a scenario to the end of a flow.
struct Way {
  var actions: [ActionStatement] = []
  /// The number of actions before the flow begins.
  var start = 0
  /// The marks, each with the number of actions before it.
  var marks: [(name: String, step: Int)] = []
}

extension Scenario {
  /// The way to the end of a flow, through the flows that it continues; nil if no flow has that name.
  func way(to name: String) -> Way? {
    guard let flow = flows.first(where: { $0.name == name }) else { return nil }
    var lineage = [flow]
    while let mark = lineage[0].mark, let parent = flows.first(where: { $0.has(mark: mark) }) {
      lineage.insert(parent, at: 0)
    }
    var way = Way()
    for (flow, next) in zip(lineage, lineage.dropFirst().map(\.mark) + [nil]) {
      way.start = way.actions.count
      statements: for statement in flow.statements {
        switch statement {
        case .action(let action): way.actions.append(action)
        case .mark(let mark, _):
          way.marks.append((mark, way.actions.count))
          // The next flow continues from here.
          if mark == next { break statements }
        }
      }
    }
    return way
  }

  /// The end of a flow; nil if no flow has that name.
  public func end(of flow: String) -> FlowPoint? {
    way(to: flow).map { FlowPoint(flow: flow, step: $0.actions.count) }
  }

  /// The point of a mark; nil if there is no such mark.
  public func point(after mark: String) -> FlowPoint? {
    guard let flow = flows.first(where: { $0.has(mark: mark) }), let way = way(to: flow.name) else { return nil }
    return way.marks.first { $0.name == mark }.map { FlowPoint(flow: flow.name, step: $0.step) }
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
