/// The T-Server's call models.
public enum TServer {
  /// Every rule, in the order of the manual.
  public static let rules: [Rule<Exchange>] = {
    var rules: [Rule<Exchange>] = []
    rules.reserveCapacity(512)
    for section in Contents.sections { section.add(to: &rules) }
    return rules
  }()

  /// Where the event comes from; the answer to a refused request comes from no rule.
  public static func rule(of event: Event) -> Rule<Exchange>? {
    event.rule == Event.noRule ? nil : rules[Int(event.rule)]
  }

  /// The rules made ready for a switch.
  public static func rulebook(under profile: SwitchProfile = SwitchProfile()) -> Rulebook<Exchange> {
    Rulebook(rules, under: profile)
  }
}

/// One switch: its rules and its state. For those who want to keep a state, `exchange` is a plain value.
public struct Switch: ~Copyable {
  public let rulebook: Rulebook<Exchange>
  public var exchange: Exchange

  public init(_ profile: SwitchProfile = SwitchProfile(), calls capacity: Int = 1_024) {
    rulebook = TServer.rulebook(under: profile)
    exchange = Exchange(calls: capacity)
  }

  /// Adds a DN, an agent of the group where one is named; `nil` where there are `Exchange.dnLimit` already.
  public mutating func add(_ kind: Kind, agentOf group: DN = .none) -> DN? { exchange.add(kind, agentOf: group) }

  /// Carries the action out and returns its events in the manual's order, or throws and leaves everything as it was.
  ///
  /// A request about user data brings pairs; of one that is to be deleted the key alone matters.
  public mutating func apply(_ action: Action, with pairs: [UserData.Pair] = []) throws(Refusal<Exchange>) -> [Event] {
    var events: [Event] = []
    try exchange.apply(action, with: pairs, by: rulebook, into: &events)
    // Copied, to be no larger than they are.
    return events.map(\.self)
  }

  /// The same, appended to the caller's.
  @discardableResult
  public mutating func apply(
    _ action: Action, with pairs: [UserData.Pair] = [], into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Applied {
    try exchange.apply(action, with: pairs, by: rulebook, into: &events)
  }

  /// The same into memory of the caller's, which has room for `Exchange.eventLimit` more: for speed. User data need an
  /// array.
  @discardableResult
  public mutating func apply(_ action: Action, into events: inout OutputSpan<Event>) throws(Refusal<Exchange>)
    -> Applied
  {
    try exchange.apply(action, by: rulebook, into: &events)
  }

  /// What the T-Server sends to the requester of what it refused: EventError.
  public mutating func error(for refusal: Refusal<Exchange>) -> Event { exchange.error(for: refusal, by: rulebook) }

  /// Why it was refused, as the end of `sentence`; ask before anything else changes.
  public func reason(
    _ refusal: Refusal<Exchange>, naming name: (DN) -> String = { "DN \($0.rawValue)" }
  ) -> String {
    exchange.reason(refusal, by: rulebook, naming: name)
  }

  /// Who cannot do what, and why: `B cannot answer: it is not ringing (it is talking to A)`.
  public func sentence(
    _ refusal: Refusal<Exchange>, naming name: (DN) -> String = { "DN \($0.rawValue)" }
  ) -> String {
    exchange.sentence(refusal, by: rulebook, naming: name)
  }

  /// The calls in which the action would be possible, by age: the answer to a refusal because there are several.
  public func callsPossible(for action: Action) -> [ConnID] { exchange.callsPossible(for: action, by: rulebook) }

  /// Everything that the DN can do now, with the events that each action would emit.
  public func possibleActions(of dn: DN) -> [Prediction<Exchange>] { exchange.possibleActions(of: dn, by: rulebook) }
}
