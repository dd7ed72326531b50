extension WhatIf {
  /// The answer as a scenario, with a flow for each point; nil if it would exceed the limit of flows or marks.
  public var scenarioText: String? {
    let flows = points.reduce(0) { $0 + $1.outcomes.count }
    guard flows <= Limits.flows, points.count <= Limits.marks, history.count + flows <= Limits.actions else {
      return nil
    }
    let title = "\(scenario.title): what if \(scenario.spelling(of: action))"
    var writer = ScenarioWriter(scenario, title: title)
    let names = markNames
    var waits = waits[...]
    for step in 0...history.count {
      if step > 0 { writer.write(history[step - 1]) }
      while let wait = waits.first, wait.step == step, !wait.isAfterMark {
        writer.write(wait.statement)
        waits.removeFirst()
      }
      if let name = names[step] { writer.write(mark: name) }
      while let wait = waits.first, wait.step == step {
        writer.write(wait.statement)
        waits.removeFirst()
      }
    }
    for point in points {
      guard let mark = names[point.step] else { continue }
      for (number, outcome) in point.outcomes.enumerated() {
        writer.write(flowAfter: mark, as: number == 0 ? nil : "step-\(point.step)-call-\(number + 1)")
        writer.write(outcome)
      }
    }
    return writer.text
  }

  /// The name of each point's mark, by step: the file's own, or `step-3`.
  private var markNames: [Int: String] {
    let own = Set(points.flatMap(\.marks))
    return Dictionary(
      uniqueKeysWithValues: points.map { point in
        if let mark = point.marks.first { return (point.step, mark) }
        var name = "step-\(point.step)"
        while own.contains(name) { name += "-" }
        return (point.step, name)
      })
  }
}
