import CallModel

/// The requests of a log that nothing has answered yet.
///
/// It has at most ``limit`` of them: of more, the oldest is forgotten.
struct RequestTable: Sendable {
  private struct Entry: Sendable {
    let request: Request
    /// When the wait for its answer ends, since its call has ended; nil as long as that goes on.
    var deadline: Int64?
  }

  /// By number, in the order of the log.
  private var entries: [Int: Entry] = [:]
  private var byDN: [Observation.DN: [Int]] = [:]
  private var byCall: [ConnID: [Int]] = [:]
  /// Those by whose call and number nothing can be found.
  private var unnumbered: [Int] = []
  private var oldest = 0
  private var next = 0
  /// Whether events of the log say which request they answer.
  private var hasReferences = false
  /// Those whose calls have ended, the first one first.
  private var ending: [Int] = []

  static let limit = 4_096
  /// For how many milliseconds after the end of its call an answer may come.
  static let patience: Int64 = 10_000

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  // MARK: Requests

  /// Waits for the answer to the request, unless that would be an event that is not judged.
  mutating func add(_ request: Request) {
    if request.verb == .queryAddress || request.verb == .queryCall { return }
    entries[next] = Entry(request: request)
    byDN[request.actor, default: []].append(next)
    for call in Set([request.connID, request.otherConnID]) where call != .none {
      byCall[call, default: []].append(next)
    }
    if request.referenceID == 0, request.namesNoCall { unnumbered.append(next) }
    next += 1
    while entries.count > Self.limit {
      remove(oldest)
      oldest += 1
    }
  }

  private mutating func remove(_ number: Int) {
    guard let request = entries.removeValue(forKey: number)?.request else { return }
    func removed(_ numbers: [Int]?) -> [Int]? {
      let left = numbers?.filter { $0 != number } ?? []
      return left.isEmpty ? nil : left
    }
    byDN[request.actor] = removed(byDN[request.actor])
    for call in [request.connID, request.otherConnID] where call != .none { byCall[call] = removed(byCall[call]) }
    unnumbered.removeAll { $0 == number }
    ending.removeAll { $0 == number }
  }

  // MARK: Events

  /// The requests that may have to do with the event; nil if there are none. The one that it answers waits no longer.
  mutating func evidence(for observed: Observation, _ index: MessageIndex) -> Evidence? {
    if observed.referenceID != 0, observed.type != .error { hasReferences = true }
    var numbers = (byCall[observed.connID] ?? []) + (byCall[observed.previousConnID] ?? []) + unnumbered
    for dn in observed.dns {
      numbers += (byDN[dn] ?? []).filter { number in
        guard let request = entries[number]?.request else { return false }
        return dn == observed.thisDN || request.mayConcern(observed)
      }
    }
    let answered = answered(by: observed, index)
    if let answered { numbers.append(answered.number) }
    if numbers.isEmpty { return nil }
    func item(_ number: Int) -> Evidence.Item? { entries[number].map { Evidence.Item(request: $0.request) } }
    var evidence = Evidence(items: Set(numbers).sorted().suffix(Evidence.most).compactMap(item))
    if let answered {
      evidence.answered = item(answered.number)
      evidence.isCertain = answered.isCertain
      remove(answered.number)
    }
    return evidence
  }

  /// The request that has the ReferenceID of the event. Where there is none, it is the first one of the DN to which the
  /// event may be the answer.
  private func answered(by observed: Observation, _ index: MessageIndex) -> (number: Int, isCertain: Bool)? {
    // A client that changes the data of another's call is told so without a ThisDN.
    let actor = observed.thisDN == .none ? observed.thirdPartyDN : observed.thisDN
    let own = (byDN[actor] ?? []).compactMap { number in entries[number].map { (number, $0.request) } }
    if observed.referenceID != 0 {
      let equal = own.filter { $0.1.referenceID == observed.referenceID }
      if let found = equal.first(where: { $0.1.mayConcern(observed) }) ?? equal.first { return (found.0, true) }
    }
    let isOpen = observed.referenceID == 0 && !hasReferences
    let found = own.first { _, request in
      (isOpen || request.referenceID == 0) && request.mayConcern(observed)
        && (observed.type == .error || index.mayTell(observed.type, by: request.verb))
    }
    return found.map { ($0.0, false) }
  }

  // MARK: Ends

  /// The request needs no answer any more.
  mutating func settle(_ request: Request) {
    if let number = byDN[request.actor]?.first(where: { entries[$0]?.request.position == request.position }) {
      remove(number)
    }
  }

  /// Waits no longer for answers to requests about these calls, which are not judged any more.
  mutating func forget(_ calls: [ConnID]) {
    for number in calls.flatMap({ byCall[$0] ?? [] }) { remove(number) }
  }

  /// The calls have ended.
  mutating func end(_ calls: [ConnID], at time: Int64) {
    for number in calls.flatMap({ byCall[$0] ?? [] }) where entries[number]?.deadline == nil {
      entries[number]?.deadline = time + Self.patience
      ending.append(number)
    }
  }

  /// Removes and returns the requests whose answers have not come in time.
  mutating func overdue(at time: Int64) -> [Request] {
    var overdue: [Request] = []
    while let first = ending.first, let entry = entries[first], let deadline = entry.deadline, deadline < time {
      overdue.append(entry.request)
      remove(first)
    }
    return overdue
  }

  /// Removes and returns all requests, but for those about calls that are not over.
  mutating func finish() -> [Request] {
    let left = entries.keys.sorted().compactMap { entries[$0]?.request }
    let (hadReferences, number) = (hasReferences, next)
    self = RequestTable()
    (hasReferences, next, oldest) = (hadReferences, number, number)
    return left
  }
}
