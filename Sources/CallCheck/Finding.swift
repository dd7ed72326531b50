public import CallModel

/// Something in a log that the call models do not allow, or that could not be judged.
public struct Finding: Sendable {
  /// How much it matters.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    /// Something that explains why a part of the log was not judged, or how, or a request without an answer.
    case note
    /// Something that real switches are known to do.
    case warning
    /// Something that the call models do not allow.
    case error

    /// A note is less than a warning, and that less than an error.
    public static func < (one: Level, other: Level) -> Bool {
      let order = Level.allCases
      return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: other) ?? 0)
    }
  }

  /// What is wrong.
  public enum Kind: String, CaseIterable, Sendable {
    /// The DN has been told already.
    case repeated
    /// The event is possible, but for some attributes.
    case differs
    /// Another message with the same attributes is possible.
    case otherMessage = "other-message"
    /// The event has attributes that no table lists for any such event, or a role without its DN.
    case neverListed = "never-listed"
    /// Events of an earlier step have not come.
    case missing
    /// An earlier step that DNs are told of has left no trace.
    case notLogged = "not-logged"
    /// The event does not belong here.
    case misplaced
    /// Events have come in another order.
    case outOfOrder = "out-of-order"
    /// The event cannot be explained, and the call is not judged from here on.
    case unexplained
    /// The call began before the log, or is not seen as a whole; it is not judged from here on.
    case unknownPast = "unknown-past"
    /// There were too many explanations, and some were dropped: the judgement of the call may be too strict.
    case tooMany = "too-many"
    /// The last step of the call is incomplete: an error if the log goes on for long.
    case incomplete
    /// Nothing was told about the call for so long that it is not judged any more.
    case idle
    /// The actions that were inferred do not lead to the event: a bug of the judge.
    case unverified
    /// An option of the switch has another value than was assumed so far.
    case learnedOption = "learned-option"
    /// The event needs a value of an option that contradicts other calls: the switch is not of one kind.
    case contradictedOption = "contradicted-option"
    /// Neither an event nor an EventError has answered the request.
    case unanswered
    /// The event answers a request, but the call models explain it only by something else.
    case otherAnswer = "other-answer"
  }

  /// An attribute in which an event differs from the nearest possible one.
  public struct Difference: Hashable, Sendable {
    /// The attribute.
    public let attribute: Attribute
    /// Whether the nearest possible event has it.
    public let isExpected: Bool
    /// Whether the event has it.
    public let isPresent: Bool
  }

  /// What a DN does in a call, or how it stands, according to the explanation.
  public struct Standing: Sendable {
    /// The DN; none for one that no event has named.
    public let dn: Observation.DN
    /// What it does: `ringing`, `talking`.
    public let activities: [String]
  }

  /// An action that explains events.
  public struct Inference: Hashable, Sendable {
    /// What was done.
    public let verb: Verb
    /// The DN that did it; none for one that no event has named.
    public let actor: Observation.DN
    /// The DN that it was done to; nil for an action without a target.
    public let target: Observation.DN?
    /// The call; none for an action that is about no call, and for a call that no event has named.
    public let call: ConnID
    /// Whether no DN was told of it.
    public let isSilent: Bool
  }

  /// How much it matters.
  public package(set) var level: Level
  /// What is wrong.
  public package(set) var kind: Kind
  /// The event at which it shows, or before which the missing ones belong. For a request without an answer, it is the
  /// EventError that should at least have come, at the place of the request.
  public let observation: Observation
  /// The attributes that are wrong, in the manual's order.
  public package(set) var differences: [Difference] = []
  /// The possible event that comes nearest.
  public package(set) var nearest: Observation?
  /// The events that are missing, or were missing when this one came.
  public package(set) var missing: [Observation] = []
  /// The rule that the nearest event, or the first missing one, comes from.
  public package(set) var rule: RuleReference?
  /// What the parties do before the event.
  public package(set) var parties: [Standing] = []
  /// The actions that explain the events before, the first one first.
  public package(set) var inferred: [Inference] = []
  /// The option of the switch that the finding is about, with the value that the event needs.
  public package(set) var option: LearnedOption?
  /// The request that the finding is about.
  public package(set) var request: Request?
  /// Other events that would have been possible instead.
  public package(set) var alternatives: [Observation] = []
}
