import CallModel

/// What the exploration of one server found; its paths are statements as the server knows them.
struct ServerExploration {
  let states: Int
  let transitions: Int
  let depth: Int
  let stored: Int
  let isSymmetric: Bool
  let isCutShort: Bool
  let fault: (sentence: String, path: [ActionStatement])?
  let results: [Result]
  let stuck: (states: Int, path: [ActionStatement])?

  /// What was found out about one property.
  struct Result {
    let verdict: PropertyResult.Verdict
    let path: [ActionStatement]?
    let isNeverAsked: Bool
  }

  /// `statements` spells a path of the model.
  init<Server: Explorable>(
    _ checked: CheckedExploration<Server>, _ statements: ([Server.Action]) -> [ActionStatement]
  ) {
    let found = checked.found
    (states, transitions, depth, isCutShort) = (found.states, found.transitions, found.depth, found.isCutShort)
    (stored, isSymmetric) = (found.stored, found.isSymmetric)
    fault = found.fault.map { ($0.sentence, statements($0.path)) }
    results = checked.results.map {
      Result(verdict: $0.verdict, path: $0.path.map(statements), isNeverAsked: $0.isNeverAsked)
    }
    stuck = found.firstStuck.map { (found.stuck, statements(found.path(to: $0))) }
  }
}
