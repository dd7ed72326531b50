/// What an exploration found.
public struct ExplorationReport: Sendable {
  /// How many different states the parties can reach.
  public let states: Int
  /// How many actions were tried and carried out in these states.
  public let transitions: Int
  /// The length of the longest of the shortest paths to a state, in actions.
  public let depth: Int
  /// With symmetry, how many states were stored: the others differ from these only in names; nil without.
  public package(set) var stored: Int?
  /// Whether any parties are alike, so that states can stand for others.
  public package(set) var isSymmetric = false
  /// Whether a limit was reached before every state was visited.
  public let isCutShort: Bool
  /// The invariant that was broken, and the shortest path there; nil if all invariants held.
  public let fault: (sentence: String, path: ExploredPath)?
  /// What was found out about each property, in the order in which they were given.
  public let properties: [PropertyResult]
  /// How many states are stuck, and the shortest path to one; nil if there are none.
  ///
  /// In a stuck state a call, a port or an interaction is open, and no action is possible.
  public package(set) var stuck: (states: Int, path: ExploredPath)?
}

/// What an exploration found out about a property.
public struct PropertyResult: Sendable {
  /// Whether a property holds.
  public enum Verdict: String, Sendable, Hashable {
    /// It holds, and every state was visited; or, for `sometimes`, the message can be sent.
    case holds
    /// It does not hold.
    case broken
    /// It holds as far as the exploration went, but not every state was visited.
    case undecided
  }

  /// The property.
  public let property: Property
  /// Whether it holds.
  public let verdict: Verdict
  /// A shortest path: to what breaks the property, or to the message of a `sometimes` that holds; nil otherwise.
  public let path: ExploredPath?
  /// Whether nothing was asked: the message of `always after` or before `before` was never sent.
  public let isNeverAsked: Bool
}

extension ExplorationReport: CustomStringConvertible {
  /// `43 states, 120 transitions, depth 7`. Below it come what is broken, with the actions of the shortest path, and
  /// the number of properties that hold.
  public var description: String {
    var lines = [counts + (isCutShort ? ", cut short" : "")]
    func add(_ line: String, _ path: ExploredPath?) {
      lines.append(line.printable())
      lines += path?.actions.map { "    \($0.printable())" } ?? []
    }
    if let fault { add("broken: \(fault.sentence)", fault.path) }
    for result in properties where result.verdict == .broken { add("broken: \(result.property.text)", result.path) }
    for result in properties where result.verdict == .undecided { add("undecided: \(result.property.text)", nil) }
    let holding = properties.count { $0.verdict == .holds }
    if holding > 0 { lines.append(holding == 1 ? "1 property holds" : "\(holding) properties hold") }
    if let stuck { add("stuck: \(stuck.states)", stuck.path) }
    return lines.joined(separator: "\n")
  }

  /// `43 states, 120 transitions, depth 7`
  package var counts: String { "\(states) states, \(transitions) transitions, depth \(depth)" }
}
