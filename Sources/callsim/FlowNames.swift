/// Checks the flows given with `--flow` against those of the files; naming a flow that no file has is an error.
struct FlowNames {
  private let wanted: [String]
  private var found: [String] = []

  init(wanted: [String]) { self.wanted = wanted }

  mutating func add(_ names: [String]) {
    for name in names where !wanted.isEmpty && !found.contains(name) { found.append(name) }
  }

  /// Nil if no file could be parsed: its flows are unknown, and its mistakes have already been reported.
  var failure: Failure? {
    guard !found.isEmpty, let missing = wanted.first(where: { !found.contains($0) }) else { return nil }
    return .unknown("flow", missing, of: found, see: "the scenario's marks")
  }
}
