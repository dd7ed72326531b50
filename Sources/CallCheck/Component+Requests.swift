import CallModel

/// What requests have to do with the events of a component.
struct MetRequests: Sendable {
  /// The requests that events have met, in that order: their numbers count from 1.
  var requests: [Request] = []
  /// By the places of the events.
  var evidence: [Observation.Position: Evidence] = [:]
  /// For the next event.
  var next: Evidence?
}

extension Component {
  var requests: [Request] { asked.value?.requests ?? [] }
  var evidence: [Observation.Position: Evidence] { asked.value?.evidence ?? [:] }

  /// The next event meets these requests.
  mutating func receive(_ evidence: Evidence) { asked.change(or: MetRequests()) { $0.next = evidence } }

  /// Numbers the requests that the event meets, and keeps them for it. Those of DNs, or about calls, that no event of
  /// the component has named are left out. Returns all that decides how the event is explained.
  mutating func meetRequests(at observed: Observation, _ kinds: KindTable) -> [UInt64] {
    let known = participants
    return asked.change(or: MetRequests()) { $0.meet(at: observed, known)?.words(known, kinds) ?? [] }
  }

  /// The requests that its best explanation has carried out, although no event answers them.
  func unansweredSteps(_ memory: borrowing Memory) -> [Request] {
    requests.isEmpty ? [] : (best(memory)?.claims ?? []).map { requests[$0.number - 1] }
  }

  /// The events that answer requests, but that something else explains.
  func doubts(_ memory: borrowing Memory) -> [(observed: Observation, request: Request)] {
    if requests.isEmpty { return [] }
    let numbers = Set(best(memory)?.doubts ?? [])
    return history.compactMap { observed in
      guard let answered = evidence[observed.position]?.answered, numbers.contains(answered.number) else { return nil }
      return (observed, answered.request)
    }
  }

  /// Judges the events without asking what was requested, unless a greater effort is all that is needed: requests are
  /// never what is wrong.
  mutating func explainWithoutTrust(_ observed: Observation, _ explainer: inout Explainer) {
    let vain = explainer.vainEfforts
    explainer.terms.requests = [:]
    let isMisled = replay(&explainer, Effort.all[effort])
    explainer.terms.requests = evidence
    // A log that is often wrong is not worth it.
    let mayBeUnusual = !isMisled && vain < 3 && explainer.isEverTold(observed)
    if mayBeUnusual, explainWithGreaterEffort(observed, &explainer) { return }
    explainer.vainEfforts = vain
    trustsRequests = false
    explainAgain(by: &explainer)
  }

  private func best(_ memory: borrowing Memory) -> Hypothesis? { place.map { memory[$0].hypotheses.best } ?? best }
}

extension MetRequests {
  fileprivate mutating func meet(at observed: Observation, _ participants: Participants) -> Evidence? {
    guard var met = next else { return nil }
    next = nil
    met.items = met.items.compactMap { numbered($0, participants) }
    met.answered = met.answered.flatMap { numbered($0, participants) }
    if met.items.isEmpty { return nil }
    evidence[observed.position] = met
    return met
  }

  private mutating func numbered(_ item: Evidence.Item, _ participants: Participants) -> Evidence.Item? {
    let request = item.request
    let isKnown =
      request.namesNoCall
      || [request.connID, request.otherConnID].contains { $0 != .none && participants.known($0) != nil }
    guard isKnown, participants.known(request.actor) != nil else { return nil }
    if let place = requests.firstIndex(where: { $0.position == request.position }) {
      return Evidence.Item(request: request, number: place + 1)
    }
    if requests.count == Evidence.mostOfComponent { return nil }
    requests.append(request)
    return Evidence.Item(request: request, number: requests.count)
  }
}

extension [Hypothesis] {
  /// The one with the least unlikely faults. Of several, it is the first of those that go best with the requests.
  var best: Hypothesis? { self.min { ($0.cost, $0.discordance) < ($1.cost, $1.discordance) } }
}

extension [Hypothesis] {
  /// Whether all calls are over for those that assume the least. What DNs are to be told of no call is left to one that
  /// expects nothing more.
  var areAtRest: Bool {
    // What nothing but a request speaks for need not be waited for.
    let needed = allSatisfy(\.isAhead) ? self : filter { !$0.isAhead }
    let least = needed.map(\.strain).min()
    let likely = needed.filter { $0.strain == least }
    return likely.contains(where: \.isAtRest)
      && likely.allSatisfy { $0.exchange.isAtRest && $0.owed.allSatisfy { $0.event.connID == .none } }
  }
}
