/// One such server: its rules and its state. For those who want to keep or compare states, `state` is a plain value.
public struct MessageServer<State: Correspondence>: ~Copyable {
  public let rulebook = State.rulebook()
  public var state = State()

  public init() {}

  /// Adds somebody; `nil` where there are `State.limit` already, or where a setting has no such value.
  public mutating func add(_ kind: State.Words.Kind, _ settings: Values<State.Words.Setting> = .init())
    -> Correspondent?
  {
    state.add(kind, settings)
  }

  /// Carries the action out and returns its messages in order, or throws and leaves everything as it was.
  public mutating func apply(_ action: Deed<State.Words>) throws(Refusal<State>) -> [Letter<State.Words>] {
    var letters: [Letter<State.Words>] = []
    try state.apply(action, by: rulebook, into: &letters)
    return letters
  }

  /// The same, into the caller's buffer: for speed. Returns the number of the rule.
  @discardableResult
  public mutating func apply(_ action: Deed<State.Words>, into letters: inout [Letter<State.Words>]) throws(Refusal<
    State
  >) -> Int {
    try state.apply(action, by: rulebook, into: &letters)
  }

  /// Everything that a participant can do now, with the messages that each action would emit.
  public func possibleActions(of who: Correspondent) -> [Prediction<State>] {
    state.possibleActions(of: who, by: rulebook)
  }

  /// Why the action cannot be done now, a request too that would be answered with an error; `nil` where it can.
  public func refusal(of action: Deed<State.Words>) -> Refusal<State>? { state.refusal(of: action, by: rulebook) }

  /// Why it was refused, as the end of `sentence`; ask before anything else changes.
  public func reason(
    _ refusal: Refusal<State>, naming name: (Correspondent) -> String = { "party \($0.rawValue)" }
  ) -> String {
    state.reason(refusal, by: rulebook, naming: name)
  }

  /// Who cannot do what, and why: `Agent2 cannot accept: no invitation is open for Agent2`.
  public func sentence(
    _ refusal: Refusal<State>, naming name: (Correspondent) -> String = { "party \($0.rawValue)" }
  ) -> String {
    state.sentence(refusal, by: rulebook, naming: name)
  }
}
