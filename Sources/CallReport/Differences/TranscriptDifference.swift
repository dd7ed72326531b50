/// One finding of a comparison of two transcripts: where it is, and what is different there.
package struct TranscriptDifference: Hashable, Sendable {
  package var place: Place
  package var change: Change
  /// The option of the profile that makes the difference, if one alone does.
  package var option: OptionDifference?

  /// The flow, and the step in either transcript.
  package struct Place: Hashable, Sendable {
    /// Nil if the transcripts are about one file.
    package var file: String?
    /// Nil for a whole file.
    package var flow: String?
    /// Nil if the finding is about nothing in that transcript, or about the whole flow.
    package var old: Step?, new: Step?
  }

  /// A step, as a finding names it.
  package struct Step: Hashable, Sendable {
    package var number: Int
    package var action: String?
    /// Whether it is a `wait`, which comes after the step with that number.
    package var isWait = false
    /// The line of the scenario, if it is known.
    package var line: Int?
  }

  /// What is different.
  package enum Change: Hashable, Sendable {
    /// A file that only one transcript has, with its flows and messages.
    case fileAdded(flows: Int, messages: Int)
    case fileRemoved(flows: Int, messages: Int)
    /// A flow that only one transcript has.
    case flowAdded(messages: Int)
    case flowRemoved(messages: Int)
    /// The flow begins at another mark.
    case markChanged(old: String, new: String)
    /// An action that sends nothing and that only one transcript has.
    case actionAdded(String)
    case actionRemoved(String)
    /// Another action in the same place.
    case actionChanged(old: String, new: String)
    /// The action is refused in one transcript, or for another reason; nil means that it is carried out.
    case outcomeChanged(old: String?, new: String?)
    /// So many actions without messages, which are only known because later steps have other numbers.
    case silentActionsAdded(Int)
    case silentActionsRemoved(Int)
    case messageAdded(WrittenMessage)
    case messageRemoved(WrittenMessage)
    case messageChanged(WrittenMessage, WrittenMessage, [AttributeChange])
    /// The same message in another step, at another place among its recipient's messages, or at another recipient.
    case messageMoved(WrittenMessage, WrittenMessage, Movement)
    /// What counts or names calls has other numbers in the whole flow, in so many messages.
    case renumbered(attribute: String, [Renumbering], messages: Int)
  }

  /// How a moved message stood, and how it stands now.
  package enum Movement: Hashable, Sendable {
    case toStep
    case toRecipient
    /// The messages before it at its recipient in that step; nil if it was or is the first.
    case order(after: String?, nowAfter: String?)
  }

  /// An attribute that has another value, or that only one of two messages has.
  package struct AttributeChange: Hashable, Sendable {
    package var name: String
    package var old: String?, new: String?
  }

  /// A number, and the one that takes its place.
  package struct Renumbering: Hashable, Sendable {
    package var old: String, new: String
  }

  /// An option of the profile, and its values on both sides.
  package struct OptionDifference: Hashable, Sendable {
    package var name: String
    package var old: String, new: String

    package init(name: String, old: String, new: String) { (self.name, self.old, self.new) = (name, old, new) }
  }

  /// The four kinds that a summary counts.
  package enum Kind: String, CaseIterable, Sendable {
    case added, removed, changed, moved
  }

  package var kind: Kind {
    switch change {
    case .fileAdded, .flowAdded, .actionAdded, .silentActionsAdded, .messageAdded: .added
    case .fileRemoved, .flowRemoved, .actionRemoved, .silentActionsRemoved, .messageRemoved: .removed
    case .markChanged, .actionChanged, .outcomeChanged, .messageChanged, .renumbered: .changed
    case .messageMoved: .moved
    }
  }

  /// The message in the old and in the new transcript.
  package var messages: (old: WrittenMessage?, new: WrittenMessage?) {
    switch change {
    case .messageAdded(let message): (nil, message)
    case .messageRemoved(let message): (message, nil)
    case .messageChanged(let old, let new, _), .messageMoved(let old, let new, _): (old, new)
    default: (nil, nil)
    }
  }
}

/// How many findings there are of each kind.
package struct DifferenceTally: Hashable, Sendable {
  package private(set) var counts: [TranscriptDifference.Kind: Int] = [:]
  /// Scenarios with mistakes, which are not compared.
  package var notUnderstood = 0

  package init() {}

  package mutating func add(_ difference: TranscriptDifference) { counts[difference.kind, default: 0] += 1 }

  package var isEmpty: Bool { counts.isEmpty }

  /// `1 added, 0 removed, 2 changed, 0 moved`, or `no difference`; then `, 1 not understood` if there are such files.
  package var text: String {
    let kinds = TranscriptDifference.Kind.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }
    let missing = notUnderstood > 0 ? ["\(notUnderstood) not understood"] : []
    return ((isEmpty ? ["no difference"] : kinds) + missing).joined(separator: ", ")
  }
}
