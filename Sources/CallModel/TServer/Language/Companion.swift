/// An event that goes with those of other rules: the phone of a party that dials goes off hook.
///
/// A page has it below its rows. It becomes a rule that answers no verb: whichever rule answers the action, what has
/// become of a DN decides.
struct Companion: Sendable {
  /// What has become of a DN in a step.
  enum Occasion: UInt8, Sendable {
    /// It dials or answers, and was in no call that it had dialed or answered.
    case goesOffHook
    /// It is in no call any more that it has dialed or answered.
    case goesOnHook
    /// The agent has left the last call that was queued or routed and in which it was established.
    case endsCalls
    /// The agent has not answered a call that a group diverted to it.
    case doesNotAnswer
    /// The agent logs out, and an observer has asked for its calls.
    case logsOutWhileMonitored
    /// The DN logs out, and has asked to observe an agent.
    case logsOutWhileMonitoring
    /// The agent leaves the one call that was to be observed.
    case leavesMonitoredCall
    /// The call of the DN, a virtual queue, has ended.
    case endsAtVirtualQueue
    /// The call that the DN observes has ended before the answer.
    case endsWhileObserved

    /// Whether it can come only while an agent is monitored, or while a call waits at a virtual queue.
    var isSeldom: Bool {
      switch self {
      case .logsOutWhileMonitored, .logsOutWhileMonitoring, .leavesMonitoredCall, .endsAtVirtualQueue,
        .endsWhileObserved:
        true
      case .goesOffHook, .goesOnHook, .endsCalls, .doesNotAnswer: false
      }
    }
  }

  /// Where the event stands among those of the step.
  enum Place: Sendable {
    /// Before the first of the DN's own events of these types.
    case before(EventType, EventType)
    /// Before, or after, the last of the DN's own events of that type in one of the calls that are the occasion.
    case beforeLast(EventType)
    case afterLast(EventType)
    /// After the last of the DN's own events of that type.
    case after(EventType)
    /// After all events of the step.
    case last
  }

  /// When the events of a rule go with those of another, and where they stand.
  struct Terms: Sendable {
    let occasion: Occasion
    let place: Place
  }

  let name: String
  private let terms: Terms
  private let note: Footnote
  private let citation: Citation
  private let clauses: [Clause]

  /// The DN is the actor. `observer` is the DN that has asked to observe its calls, `far` the agent that it observes.
  init(
    _ name: String, when occasion: Occasion, _ place: Place, only note: Footnote = .none, derived: Int...,
    decisions: Int..., @Clauses<Clause> cells clauses: () -> [Clause]
  ) {
    (self.name, self.note, terms) = (name, note, Terms(occasion: occasion, place: place))
    citation = Citation(derived: derived, decisions: decisions)
    self.clauses = clauses()
  }

  func add(to rules: inout [Rule<Exchange>], in section: Section) {
    let terms = terms
    rules.append(
      Rule(
        name, section.source.at(citation), on: [], by: [], if: [], only: note,
        clauses: clauses.map { $0.isCell ? $0.accompanying(on: terms) : $0 }))
  }
}

extension Companion.Occasion {
  /// As it follows `when`.
  var words: String {
    switch self {
    case .goesOffHook: "a device dials or answers while it is in no other call that it has dialed or answered"
    case .goesOnHook: "a device leaves the last call that it has dialed or answered"
    case .endsCalls: "an agent leaves the last call that was queued or routed and in which it was established"
    case .doesNotAnswer: "an agent does not answer a call that a group diverted to it"
    case .logsOutWhileMonitored: "an agent logs out whose calls are to be observed"
    case .logsOutWhileMonitoring: "a device logs out that has asked to observe calls"
    case .leavesMonitoredCall: "an agent leaves the one call that was to be observed"
    case .endsAtVirtualQueue: "a call ends that waits at a virtual queue"
    case .endsWhileObserved: "a call that was handed on ends before the answer while an observer listens"
    }
  }
}

extension Clause {
  fileprivate func accompanying(on terms: Companion.Terms) -> Clause {
    var clause = self
    clause.terms = terms
    return clause
  }
}
