/// One such server: its rules and its state. For those who want to keep or compare states, `state` is a plain value.
public struct MessageServer<State: Correspondence>: ~Copyable {
  public let rulebook = State.rulebook()
  public var state = State()

  public init() {}

  /// Adds somebody; `nil` where there are as many as there can be.
  public mutating func add(_ kind: State.Words.Kind, _ settings: Values<State.Words.Setting> = .init()) -> Correspondent? {
    state.add(kind, settings)
  }

  /// Carries the action out and returns its messages in order, or throws and leaves everything as it was.
  public mutating func apply(_ action: Deed<State.Words>) throws(Refusal<State>) -> [Letter<State.Words>] {
    var letters: [Letter<State.Words>] = []
    try state.apply(action, by: rulebook, into: &letters)
    return letters
  }

  /// Why it was refused, as the end of a sentence that begins with who cannot do what.
  public func reason(_ refusal: Refusal<State>) -> String { rulebook.reason(refusal) }
}
