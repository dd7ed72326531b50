/// The flows asked for with `--flow`, held against those that the files have: one that no file has is a mistake.
struct FlowNames {
  private let wanted: [String]
  private var found: [String] = []

  init(wanted: [String]) { self.wanted = wanted }

  mutating func add(_ names: [String]) {
    for name in names where !wanted.isEmpty && !found.contains(name) { found.append(name) }
  }

  /// Of files that could not be understood the flows are not known: their mistakes are said already.
  var failure: Failure? {
    guard !found.isEmpty, let missing = wanted.first(where: { !found.contains($0) }) else { return nil }
    return .unknown("flow", missing, of: found, see: "the scenario's marks")
  }
}
