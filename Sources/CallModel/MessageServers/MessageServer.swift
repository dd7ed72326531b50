/// A server with senders: its rules and its state. `state` is a plain value that you can keep and compare.
public struct MessageServer<Model: MessageModel>: ~Copyable {
  public let rulebook = Model.rulebook()
  public var state = Model()

  public init() {}

  /// Adds a party; `nil` if there are `Model.limit` parties already, or if a setting has no such value.
  public mutating func add(_ kind: Model.Kind, _ settings: AttributeValues<Model.Setting> = .init())
    -> Model.Party?
  {
    state.add(kind, settings)
  }

  /// Carries the action out and returns its messages in order, or throws and leaves everything as it was.
  public mutating func apply(_ action: Model.Action) throws(Refusal<Model>) -> [Model.Event] {
    var events: [Model.Event] = []
    try state.apply(action, by: rulebook, into: &events)
    return events
  }

  /// Carries the action out and appends its messages to `events`, which is faster. Returns the number of the rule.
  @discardableResult
  public mutating func apply(_ action: Model.Action, into events: inout [Model.Event]) throws(Refusal<
    Model
  >) -> Int {
    try state.apply(action, by: rulebook, into: &events)
  }

  /// Everything that a party can do now, with the messages that each action would emit.
  public func possibleActions(of who: Model.Party) -> [Prediction<Model>] {
    state.possibleActions(of: who, by: rulebook)
  }

  /// Why the action cannot be done now, a request too that would be answered with an error; `nil` where it can.
  public func refusal(of action: Model.Action) -> Refusal<Model>? { state.refusal(of: action, by: rulebook) }

  /// Why it was refused, as the end of `sentence`; ask before anything else changes.
  public func reason(
    _ refusal: Refusal<Model>, naming name: (Model.Party) -> String = { "party \($0.rawValue)" }
  ) -> String {
    state.reason(refusal, by: rulebook, naming: name)
  }

  /// Who cannot do what, and why: `Agent2 cannot accept: no invitation is open for Agent2`.
  public func sentence(
    _ refusal: Refusal<Model>, naming name: (Model.Party) -> String = { "party \($0.rawValue)" }
  ) -> String {
    state.sentence(refusal, by: rulebook, naming: name)
  }
}
