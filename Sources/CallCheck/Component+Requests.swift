import CallModel

/// What requests have to do with the events of a component.
struct MetRequests: Sendable {
  /// An event that has met requests.
  private struct Meeting: Sendable {
    var position = Observation.Position(line: 0)
    /// The places of its items among all of them.
    var items: Range<Int>
    var answered: Evidence.Item?
    let isCertain: Bool
  }

  /// The requests that events have met, in that order: their numbers count from 1.
  private(set) var requests: [Request] = []
  /// In the order of the events, and the items of all.
  private var meetings: [Meeting] = []
  private var items: [Evidence.Item] = []
  /// For the next event.
  private var next: Meeting?
  /// The event that no effort has explained as long as the requests were trusted.
  fileprivate(set) var unexplained: Observation.Position?
}

extension Component {
  var requests: [Request] { asked.value?.requests ?? [] }
  /// By the places of the events.
  var evidence: [Observation.Position: Evidence] { asked.value?.evidence ?? [:] }

  /// The next event meets these requests.
  mutating func receive(_ evidence: Evidence) { asked.change(or: MetRequests()) { $0.receive(evidence) } }

  /// Passes the requests that its best explanation has carried out, although no event answers them.
  func eachUnansweredStep(_ memory: borrowing Memory, _ body: (Request) -> Void) {
    let claims = place.map { memory[$0].claims } ?? best?.claims.map(\.number) ?? []
    if claims.isEmpty { return }
    let requests = requests
    for number in claims { body(requests[number - 1]) }
  }

  /// The events that answer requests, but that something else explains.
  func doubts(_ memory: borrowing Memory) -> [(observed: Observation, request: Request)] {
    let numbers = place.map { memory[$0].doubts } ?? best?.doubts ?? []
    if numbers.isEmpty { return [] }
    let evidence = evidence
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
    if mayBeUnusual { asked.change { $0.unexplained = observed.position } }
    trustsRequests = false
    explainAgain(by: &explainer)
  }
}

extension Rare<MetRequests> {
  /// Numbers the requests that the event meets, and keeps them for it. Those of DNs, or about calls, that no event of
  /// the component has named are left out. Returns a number for all that decides how the event is explained.
  mutating func meet(
    at observed: Observation, _ participants: Participants, _ kinds: KindTable, _ memory: inout Memory
  ) -> UInt64 {
    change(or: MetRequests()) { $0.meet(at: observed, participants, kinds, &memory) }
  }
}

extension MetRequests {
  fileprivate var evidence: [Observation.Position: Evidence] {
    if meetings.isEmpty { return [:] }
    let known = meetings.map { meeting in
      (
        meeting.position,
        Evidence(items: Array(items[meeting.items]), answered: meeting.answered, isCertain: meeting.isCertain)
      )
    }
    return Dictionary(known) { _, last in last }
  }

  fileprivate mutating func receive(_ evidence: Evidence) {
    let start = items.count
    for item in evidence.items { items.append(item) }
    next = Meeting(items: start..<items.count, answered: evidence.answered, isCertain: evidence.isCertain)
  }

  fileprivate mutating func meet(
    at observed: Observation, _ participants: Participants, _ kinds: KindTable, _ memory: inout Memory
  ) -> UInt64 {
    guard var met = next else { return 0 }
    next = nil
    var end = met.items.lowerBound
    for place in met.items {
      items[place].number = number(items[place].request, participants)
      if items[place].number == 0 { continue }
      items[end] = items[place]
      end += 1
    }
    items.removeLast(items.count - end)
    met.items = met.items.lowerBound..<end
    if let answered = met.answered {
      met.answered?.number = number(answered.request, participants)
      if met.answered?.number == 0 { met.answered = nil }
    }
    if met.items.isEmpty { return 0 }
    met.position = observed.position
    meetings.append(met)
    var all: UInt64 = 0
    for place in met.items {
      all = memory.number(
        after: all, Evidence.word(items[place], met.answered, isCertain: met.isCertain, participants, kinds))
    }
    return all
  }

  /// Its number; 0 if it has nothing to do with the component.
  private mutating func number(_ request: Request, _ participants: Participants) -> Int {
    let isKnown =
      request.namesNoCall || request.connID != .none && participants.known(request.connID) != nil
      || request.otherConnID != .none && participants.known(request.otherConnID) != nil
    guard isKnown, participants.known(request.actor) != nil else { return 0 }
    if let place = requests.firstIndex(where: { $0.position == request.position }) { return place + 1 }
    if requests.count == Evidence.mostOfComponent { return 0 }
    requests.append(request)
    return requests.count
  }

  /// Forgets all, and keeps the room.
  mutating func removeAll() {
    requests.removeAll(keepingCapacity: true)
    meetings.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    (next, unexplained) = (nil, nil)
  }
}

extension [Hypothesis] {
  /// The one with the least unlikely faults. Of several, it is the first of those that go best with the requests. If
  /// nothing is wrong, one that expects nothing more is preferred.
  var best: Hypothesis? {
    if count < 2 { return first }
    func rank(_ hypothesis: Hypothesis) -> (Int, Int, Int) {
      (hypothesis.cost, hypothesis.discordance, hypothesis.cost > 0 || hypothesis.owed.isEmpty ? 0 : 1)
    }
    return self.min { rank($0) < rank($1) }
  }

  /// Those with the least unlikely faults, as many as that at the most.
  func likeliest(_ count: Int) -> [Hypothesis] { Array(sorted { $0.cost < $1.cost }.prefix(count)) }

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
