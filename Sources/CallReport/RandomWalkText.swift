public import CallScenario

/// A random walk as text: a line with its seed and counts, and the fewest actions that break an invariant.
public struct RandomWalkText: Sendable {
  /// Makes the text of walks; there is nothing to choose.
  public init() {}

  /// `seed 42: 1000 steps, 2310 messages, 87 rules, nothing broken`, or what is broken and the way there.
  public func text(_ walk: RandomWalkReport) -> String {
    let counts = [
      "step".withCount(walk.steps), "message".withCount(walk.messages), "rule".withCount(walk.rules),
    ]
    let head = "seed \(walk.seed): \(counts.joined(separator: ", "))"
    guard let fault = walk.fault else {
      return head + ", nothing broken" + (walk.isStuck ? "; it ends where no action is possible" : "") + "\n"
    }
    let path = fault.path.actions.map { "    \($0.printable())\n" }.joined()
    let limit = fault.isCutShort ? " (shrinking stopped at a limit: fewer actions may be enough)" : ""
    return "\(head)\nbroken: \(fault.sentence.printable())\(limit)\n\(path)"
  }
}
