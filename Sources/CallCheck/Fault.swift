import CallModel

/// Something that a hypothesis takes to be wrong in the log.
struct Fault: Sendable {
  var kind: Finding.Kind
  /// The event at which it shows.
  let observed: Observation
  /// Where the event stands before which those that are missing belong, if it is an earlier one.
  var due: Observation.Position?
  /// The attributes that differ.
  var attributes: AttributeSet = []
  /// The event that would have been right, or those that are missing. Their DNs are numbers in the cast.
  var events: [Exchange.Event] = []
  /// The event that came in another order, or as it would have been right.
  var other: Observation?
  /// Whether events of one step came to one DN in another order.
  var isOfOneDN = false
  /// What was known before.
  var situation: Situation?

  init(
    _ kind: Finding.Kind, at observed: Observation, attributes: AttributeSet = [], events: [Exchange.Event] = []
  ) {
    (self.kind, self.observed, self.attributes, self.events) = (kind, observed, attributes, events)
  }

  /// How unlikely it is: of several possible faults, the one that costs least is reported.
  var cost: Int { kind.cost + max(0, attributes.count - 1) }

  /// Whether it is a fault whatever the other DNs are told.
  var showsInOneEvent: Bool { kind == .repeated || kind == .differs && attributes.isDisjoint(with: Self.ofOthers) }

  /// The attributes that the event has with another value than it should have; nil if it lacks one, or if that is not
  /// what is wrong.
  var wrongValues: AttributeSet? { kind == .differs && attributes.isSubset(of: observed.present) ? attributes : nil }

  /// What depends on what the other DNs do.
  private static let ofOthers: AttributeSet = [
    .otherDN, .thirdPartyDN, .thirdPartyQueue, .previousConnID,
  ].reduce(into: []) { $0.insert($1) }
}

/// The hypothesis before a fault.
final class Situation: Sendable {
  let hypothesis: Hypothesis

  init(_ hypothesis: Hypothesis) { self.hypothesis = hypothesis }
}

extension Finding.Kind {
  /// How unlikely it is: of several possible faults, the one that costs least is reported.
  var cost: Int {
    switch self {
    case .repeated, .outOfOrder: 1
    case .differs, .missing: 2
    case .notLogged, .misplaced: 3
    case .otherMessage, .unexplained, .contradictedOption: 4
    case .unknownPast, .tooMany, .incomplete, .neverListed, .idle, .unverified, .learnedOption, .unanswered,
      .otherAnswer:
      0
    }
  }
}
