import CallModel

extension TServerReplay {
  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ServerExploration? {
    guard let state = start(of: limits) else { return nil }
    var search: Search<Exchange> = limits.search { TServerWords.word($0)?.verb }
    // A DN whose name occurs in a property is like no other.
    let named = scenario.parties.indices.filter { party in
      limits.properties.contains { $0.text.contains(scenario.parties[party].name) }
    }
    search.named = Set(named.map { Int(directory.dn($0).rawValue) })
    let check = PropertyCheck(
      start: state.exchange, book: rulebook, search: search,
      properties: limits.properties, reader: TServerEvents(scenario, limits.properties),
      comparison: Comparison(scenario)
    )
    return ServerExploration(check.run(progress: progress)) { statements(of: $0, from: check.start) }
  }

  /// Where the exploration begins; nil if there are more calls at a time before that than it allows.
  func start(of limits: ExplorationLimits) -> State? {
    // The room for calls is the limit of the exploration.
    var (state, roomy) = (State(exchange: Self.exchange(scenario, calls: limits.calls)), opening)
    for (number, action) in limits.history.enumerated() {
      let outcome = play(action, step: number + 1, on: &state)
      if outcome.isCarriedOut != play(action, step: number + 1, on: &roomy).isCarriedOut { return nil }
    }
    return state
  }
}

extension Outcome {
  fileprivate var isCarriedOut: Bool { if case .events = self { true } else { false } }
}

/// The events of a T-Server.
struct TServerEvents: EventReader {
  private let directory: Directory

  init(_ scenario: Scenario, _ properties: [Property]) {
    directory = Directory(scenario, unlisted: TServerWords.attributes(namedBy: properties.flatMap(\.events)))
  }

  func key(of event: Exchange.Event) -> UInt32 { UInt32(event.thisDN.rawValue) << 8 | UInt32(event.type.rawValue) }

  func key(of expected: ExpectedMessage) -> UInt32? {
    let dn = directory.dn(expected.recipient)
    guard dn != .none, let type = EventType.allCases.first(where: { TServerWords.name($0) == expected.name }) else {
      return nil
    }
    return UInt32(dn.rawValue) << 8 | UInt32(type.rawValue)
  }

  /// A snapshot of a DN may be about another one than its recipient.
  func hasNoOwnAttributes(_ expected: ExpectedMessage) -> Bool { expected.name != TServerWords.name(.addressInfo) }

  func message(_ event: Exchange.Event, after: borrowing Exchange) -> Message {
    var userData: UserDataText?
    return directory.messages([event], by: 0, rule: 0, in: after, &userData)[0]
  }
}
