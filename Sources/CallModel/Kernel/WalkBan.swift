/// What a walk must not send, apart from what breaks an invariant.
package struct WalkBan<M: Walkable>: Sendable {
  /// The signals that the events of a step raise, in the state after it. `calls` has the numbers of the calls that were
  /// open before the step or began in it, by age.
  package typealias Signals = @Sendable (_ events: [M.Event], _ after: borrowing M, _ calls: [UInt64]) -> UInt64

  /// A signal that must not be raised, unless an earlier step has raised the other one.
  package struct Claim: Sendable {
    let signal: UInt64
    let end: UInt64

    package init(never signal: UInt64, before end: UInt64 = 0) { (self.signal, self.end) = (signal, end) }
  }

  let signals: Signals
  let claims: [Claim]

  package init(_ claims: [Claim], _ signals: @escaping Signals) { (self.claims, self.signals) = (claims, signals) }
}

/// What a step of a walk breaks.
package enum WalkBreach: Equatable, Sendable {
  /// The invariant, as a sentence.
  case invariant(String)
  /// The claim of the ban, by its place there.
  case claim(Int)
}

/// Judges the steps of a walk one after the other.
struct WalkJudge<M: Walkable> {
  private let ban: WalkBan<M>?
  /// What the steps so far have raised.
  private var raised: UInt64 = 0

  init(_ ban: WalkBan<M>?) { self.ban = ban }

  mutating func broken(
    by action: M.Action, from before: borrowing M, to after: borrowing M, telling events: [M.Event]
  ) -> WalkBreach? {
    if let sentence = M.broken(by: action, from: before, to: after, telling: events) { return .invariant(sentence) }
    guard let ban else { return nil }
    let calls = before.openCalls + Array(before.nextCallNumber..<after.nextCallNumber)
    let signals = ban.signals(events, after, calls)
    defer { raised |= signals }
    let broken = ban.claims.firstIndex { signals & $0.signal != 0 && raised & $0.end == 0 }
    return broken.map { .claim($0) }
  }
}
