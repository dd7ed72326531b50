import CallModel

/// The requests that may have to do with an event: those that are without an answer when it comes.
struct Evidence: Sendable {
  struct Item: Sendable {
    let request: Request
    /// Its number in the component, from 1 in the order in which events of the component were met by requests.
    var number = 0
  }

  /// In the order of the log.
  var items: [Item] = []
  /// The one that the event answers; nil if it answers none.
  var answered: Item?
  /// Whether the event says so, by its ReferenceID.
  var isCertain = false

  var isEmpty: Bool { items.isEmpty }

  /// Forgets all, and keeps the room.
  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    (answered, isCertain) = (nil, false)
  }
}

extension Evidence {
  /// All that one of its items says, for a component with these participants.
  static func word(
    _ item: Item, _ answered: Item?, isCertain: Bool, _ participants: Participants, _ kinds: KindTable
  ) -> UInt64 {
    let request = item.request
    let target = participants.known(request.target) ?? Self.unknown
    let (call, other) = (participants.known(request.connID), participants.known(request.otherConnID))
    let isAnswered = item.number == answered?.number
    let what = UInt64(request.verb.rawValue) | (isAnswered ? 1 << 8 : 0) | (isAnswered && isCertain ? 1 << 9 : 0)
    // Of what kind the DN may be decides, too, whether it can be asked for.
    let parties = (participants.known(request.actor) ?? 0) << 10 | target << 19
    let kinds = UInt64(kinds[request.target].rawValue) << 28
    let calls = (call ?? Self.unknown) << 36 | (other ?? Self.unknown) << 45
    return what | parties | kinds | calls | UInt64(item.number) << 54
  }

  /// Stands for a DN or a call that no event of the component has named.
  private static let unknown: UInt64 = 0x100

  /// The most requests that have to do with an event, and of a component.
  static let most = 8
  static let mostOfComponent = 1_000
}

/// A request that a hypothesis has carried out, although nothing has answered it yet.
struct Claim: Sendable {
  /// The number of the request in the component.
  let number: Int
  /// The number in the cast of the DN that it was done to.
  let target: UInt16
  /// Whether it was done because it was requested, and not because an event needed it.
  let isFork: Bool
  /// Whether the DN has another name than the request says: numbers outside are dialed in several ways.
  var isSpelledOtherwise = false
}

extension Hypothesis {
  /// How well the DN that something was done to goes with the one that the request names.
  private enum Fit { case good, spelledOtherwise, none }

  private func fit(_ target: UInt16, _ request: Request) -> Fit {
    let name = cast[Int(target)].name
    if target == 0 || request.target == .none || name == request.target { return .good }
    if name == .none { return dn(request.target) == .none ? .good : .none }
    return dn(request.target) == .none ? .spelledOtherwise : .none
  }

  /// Notes which request the last step carries out. If requests only give names, that decides nothing else.
  mutating func claim(_ evidence: Evidence?, _ terms: Terms, isFork: Bool = false) {
    guard let evidence, let action = last?.action else { return }
    let actor = cast[Int(action.actor.rawValue)].name
    let open = evidence.items.filter { item in
      let request = item.request
      return request.actor == actor && !hasClaimed(item) && !named.contains(item.number)
        && fit(action.target.rawValue, request) != .none
        && (action.on == .none || isMeant(action.on, request))
    }
    let exact = open.first { $0.request.verb == action.verb }
    guard let item = exact ?? open.first(where: { $0.request.verb.mayLookLike(action.verb) }) else { return }
    if terms.requestsGiveNamesOnly {
      if exact != nil { named.append(item.number) }
      return
    }
    if exact == nil { discord += 1 }
    let place = claims.firstIndex { $0.number > item.number } ?? claims.count
    claims.insert(Claim(number: item.number, target: action.target.rawValue, isFork: isFork), at: place)
  }

  /// Whether the request may be about the call: about its own, or about what that has become when it was joined.
  fileprivate func isMeant(_ call: ConnID, _ request: Request) -> Bool {
    request.namesNoCall || request.isAbout(name(call))
      || !exchange.calls.contains { request.isAbout(name($0.connID)) }
  }

  func hasClaimed(_ item: Evidence.Item) -> Bool { claims.contains { $0.number == item.number } }

  /// Whether a request is taken to have been carried out for no other reason than that.
  var isAhead: Bool { claims.contains(where: \.isFork) }

  /// Drops the claims that turn out to be to another DN than was requested.
  mutating func reviewClaims(_ evidence: Evidence) {
    for place in claims.indices.reversed() {
      guard let item = evidence.items.first(where: { $0.number == claims[place].number }) else { continue }
      switch fit(claims[place].target, item.request) {
      case .good: break
      case .spelledOtherwise:
        if !claims[place].isSpelledOtherwise { discord += 1 }
        claims[place].isSpelledOtherwise = true
      case .none:
        claims.remove(at: place)
        discord += 1
      }
    }
  }

  /// Notes that the event answers the request. Returns whether that is what the request has led to, or an equal one: of
  /// several, only the last one is answered.
  mutating func settle(_ item: Evidence.Item, _ evidence: Evidence? = nil) -> Bool {
    let equal = (evidence?.items ?? []).filter { $0.request.isEqual(to: item.request) }.map(\.number)
    let place = claims.firstIndex { $0.number == item.number } ?? claims.firstIndex { equal.contains($0.number) }
    guard let place else { return false }
    claims.remove(at: place)
    return true
  }
}

extension Verb {
  /// Whether the events that answer a request of this verb may be those of the other one.
  fileprivate func mayLookLike(_ other: Verb) -> Bool {
    switch self {
    // The target may ring before the transfer is completed.
    case .muteTransfer: other == .initiateTransfer
    // Switches differ in the CallState of what they route at a request, and by themselves.
    case .routeCall: other == .route
    // A request need not say for what calls are merged.
    case .mergeForConference: other == .mergeForTransfer
    // Only data that is known to be there can be deleted.
    default: changesData && other.changesData
    }
  }
}

extension Explainer {
  /// The verbs of requests that tell no DN anything until something else happens.
  private static let quietRequests: Set<Verb> = [.routeCall, .singleStepConference, .applyTreatment]

  /// The hypotheses, and before them what they become if a request has been carried out that no DN is told of.
  func withQuietRequests(_ hypotheses: [Hypothesis], before observed: Observation) -> [Hypothesis] {
    guard let evidence = terms.evidence, !terms.requestsGiveNamesOnly, observed.connID != .none else {
      return hypotheses
    }
    var all = hypotheses
    for item in evidence.items where Self.quietRequests.contains(item.request.verb) {
      // What was carried out earlier comes first.
      let others = all.filter { !$0.hasClaimed(item) }
      var ahead = all.filter { $0.hasClaimed(item) }
      for hypothesis in others where ahead.count < terms.effort.limit {
        carryOut(item.request, in: hypothesis, evidence, &ahead)
      }
      all = ahead + others
    }
    return all
  }

  private func carryOut(
    _ request: Request, in hypothesis: Hypothesis, _ evidence: Evidence, _ ahead: inout [Hypothesis]
  ) {
    let (actor, known) = (hypothesis.dn(request.actor), hypothesis.dn(request.target))
    if actor == .none { return }
    func isMeant(_ target: Exchange.DN) -> Bool {
      if request.target == .none || target == .none { return request.target == .none && target == .none }
      if known != .none { return target == known }
      return hypothesis.name(target) == .none && target != Spare.secondExtension
        && hypothesis.mayTry(target, terms.effort)
        && hypothesis.exchange.kind(of: target).map { terms.kinds.allows($0, for: request.target) } ?? false
    }
    for call in hypothesis.exchange.calls where hypothesis.isMeant(call.connID, request) {
      hypothesis.exchange.eachAttempt(by: actor, on: call.connID, silent) { action in
        guard action.verb == request.verb, isMeant(action.target),
          hypothesis.exchange.rule(for: action, by: book) != nil,
          !hypothesis.isBlocked(Hypothesis.CallPair(first: action.on), slack: terms.slack),
          var (next, events) = hypothesis.taking(action, by: book, isSilent: true), events.isEmpty
        else { return }
        events = []
        next.claim(evidence, terms, isFork: true)
        next.normalize()
        ahead.append(next)
      }
    }
  }

  /// Puts the hypotheses first that go with the requests. Those that explain the answer to a request by something else
  /// remain, but have a doubt.
  func heedRequests(_ found: inout [Hypothesis], at observed: Observation) {
    guard let evidence = terms.evidence, !terms.requestsGiveNamesOnly, !found.isEmpty else { return }
    for place in found.indices { found[place].reviewClaims(evidence) }
    // Stable, so that the outcome is the same each time.
    let claims = found[0].claims.count
    if found.contains(where: { $0.claims.count != claims }) {
      let order = found.indices.map { (unclaimed: -found[$0].claims.count, place: $0) }
      found = order.sorted(by: <).map { found[$0.place] }
    }
    guard let answered = evidence.answered, observed.type != .error else { return }
    for place in found.indices where !found[place].settle(answered, evidence) {
      if evidence.isCertain { found[place].doubts.append(answered.number) } else { found[place].discord += 1 }
    }
  }

  /// The hypotheses after the request that the EventError answers: it has changed nothing.
  func refuse(_ hypotheses: [Hypothesis]) -> [Hypothesis] {
    guard let refused = terms.evidence?.answered, !terms.requestsGiveNamesOnly else { return hypotheses }
    let others = hypotheses.filter { hypothesis in
      !hypothesis.claims.contains { $0.number == refused.number && $0.isFork }
    }
    var left = others.isEmpty ? hypotheses : others
    for place in left.indices where left[place].settle(refused) { left[place].discord += 1 }
    return left
  }
}
