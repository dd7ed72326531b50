/// What a party is doing in a call or an interaction, or how it stands apart from any.
package struct Activity: Hashable, Sendable {
  /// How a drawing shows the party's lifeline.
  package enum Phase: UInt8, CaseIterable, Sendable {
    /// It dials, or the call waits at it.
    case waiting
    case ringing, talking, holding
    /// It is not in the call yet, or this is about no call.
    case other
  }

  /// The call or interaction, as `on` names it; empty if this is about none.
  package let call: String
  package let phase: Phase
  /// What it is doing, as the end of `it is …`.
  package let words: String

  package init(_ words: String, in call: String = "", _ phase: Phase = .other) {
    (self.call, self.phase, self.words) = (call, phase, words)
  }
}
