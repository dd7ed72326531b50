/// Checks the flows given with `--flow` against those of the files; naming a flow that no file has is an error.
struct FlowNames {
  private let wanted: [String]
  /// In the order of the files.
  private var found: [String] = []
  private var known: Set<String> = []

  init(wanted: [String]) { self.wanted = wanted }

  mutating func add(_ names: [String]) {
    for name in names where !wanted.isEmpty && known.insert(name).inserted { found.append(name) }
  }

  /// Nil if no file could be parsed: its flows are unknown, and its mistakes have already been reported.
  var failure: Failure? {
    guard !found.isEmpty, let missing = wanted.first(where: { !known.contains($0) }) else { return nil }
    return .unknown("flow", missing, of: found, see: "the scenario's marks")
  }
}
