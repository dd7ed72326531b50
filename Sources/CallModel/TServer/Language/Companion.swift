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
  }

  /// Where the event stands among those of the step.
  struct Place: Sendable {
    enum Side: UInt8, Sendable { case before, after }
    let side: Side
    /// The DN's own event before which or after which it stands: one of these.
    let first: EventType
    let second: EventType

    /// Before the first of these.
    static func before(_ first: EventType, _ second: EventType) -> Place {
      Place(side: .before, first: first, second: second)
    }
    /// After the last of these.
    static func after(_ event: EventType) -> Place { Place(side: .after, first: event, second: event) }
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

  /// The DN is the actor.
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
