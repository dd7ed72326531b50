import CallModel

/// The requests of a log that nothing has answered yet.
///
/// It has at most ``limit`` of them: of more, the oldest is forgotten.
struct RequestTable: Sendable {
  /// Requests are numbered in the order of the log.
  private struct Number: NumberedKey, Comparable {
    var rawValue: UInt64
    var number: UInt64 { rawValue &* 0x9E37_79B9_7F4A_7C15 }
    static func < (one: Number, other: Number) -> Bool { one.rawValue < other.rawValue }
  }

  private struct Entry: Sendable {
    let request: Request
    /// When the wait for its answer ends, since its call has ended; nil as long as that goes on.
    var deadline: Int64?
    /// Whether its client has been told that it is carried out.
    var isAcknowledged = false
  }

  /// By number, in the order of the log.
  private var entries = KeyTable<Number, Entry>()
  private var byDN = KeyTable<Observation.DN, [Number]>()
  private var byCall = KeyTable<ConnID, [Number]>()
  /// Those by whose call and number nothing can be found.
  private var unnumbered: [Number] = []
  private var oldest = Number(rawValue: 0)
  private var next = Number(rawValue: 0)
  /// Whether events of the log say which request they answer.
  private var hasReferences = false
  /// Those whose calls have ended, the first one first.
  private var ending: [Number] = []

  static let limit = 4_096
  /// The most requests of a DN, and about a call.
  static let limitOfDN = 32
  /// For how many milliseconds after the end of its call an answer may come.
  static let patience: Int64 = 10_000

  var isEmpty: Bool { entries.count == 0 }
  var count: Int { entries.count }

  // MARK: Requests

  /// Waits for the answer to the request, unless that would be an event that is not judged.
  mutating func add(_ request: Request) {
    if request.verb == .queryAddress || request.verb == .queryCall { return }
    if let waiting = byDN[request.actor], waiting.count >= Self.limitOfDN { remove(waiting[0]) }
    for call in request.calls {
      if let waiting = byCall[call], waiting.count >= Self.limitOfDN { remove(waiting[0]) }
    }
    entries[next] = Entry(request: request)
    byDN[request.actor] = (byDN[request.actor] ?? []) + [next]
    for call in request.calls { byCall[call] = (byCall[call] ?? []) + [next] }
    if request.referenceID == 0, request.namesNoCall { unnumbered.append(next) }
    next.rawValue += 1
    while entries.count > Self.limit {
      remove(oldest)
      oldest.rawValue += 1
    }
  }

  private mutating func remove(_ number: Number) {
    guard let request = entries[number]?.request else { return }
    entries[number] = nil
    func removed(_ numbers: [Number]?) -> [Number]? {
      // Mostly, it is the only one.
      guard let numbers, numbers.count > 1 else { return nil }
      return numbers.filter { $0 != number }
    }
    byDN[request.actor] = removed(byDN[request.actor])
    for call in request.calls { byCall[call] = removed(byCall[call]) }
    if !unnumbered.isEmpty { unnumbered.removeAll { $0 == number } }
    if !ending.isEmpty { ending.removeAll { $0 == number } }
  }

  // MARK: Events

  /// The requests that may have to do with the event; nil if there are none. The one that it answers waits no longer.
  mutating func evidence(for observed: Observation, _ index: MessageIndex) -> Evidence? {
    if observed.referenceID != 0, observed.type != .error { hasReferences = true }
    var numbers: [Number] = []
    func note(_ further: [Number]?, where isMeant: (Request) -> Bool = { _ in true }) {
      guard let further, !further.isEmpty else { return }
      for number in further where !numbers.contains(number) {
        if let request = entries[number]?.request, isMeant(request) { numbers.append(number) }
      }
    }
    func note(_ dn: Observation.DN) {
      if dn != .none, dn != observed.thisDN { note(byDN[dn]) { $0.mayConcern(observed) } }
    }
    note(unnumbered)
    note(byCall[observed.connID])
    if observed.previousConnID != .none { note(byCall[observed.previousConnID]) }
    note(byDN[observed.thisDN])
    note(observed.otherDN)
    note(observed.thirdPartyDN)
    note(observed.thisQueue)
    note(observed.thirdPartyQueue)
    if numbers.isEmpty, observed.thisDN != .none { return nil }
    let answered = answered(by: observed, index)
    if let answered, !numbers.contains(answered.number) { numbers.append(answered.number) }
    if numbers.isEmpty { return nil }
    func item(_ number: Number) -> Evidence.Item? { entries[number].map { Evidence.Item(request: $0.request) } }
    var evidence = Evidence(items: numbers.sorted().suffix(Evidence.most).compactMap(item))
    if let answered {
      evidence.answered = item(answered.number)
      evidence.isCertain = answered.isCertain
      remove(answered.number)
    }
    return evidence
  }

  /// The event is not judged. If it answers a request, that waits no longer.
  mutating func pass(over observed: Observation, _ index: MessageIndex) {
    if observed.referenceID != 0, let answered = answered(by: observed, index) { remove(answered.number) }
  }

  /// The client of a request was told what has become of it. One that is refused waits no longer.
  mutating func note(_ reply: Reply) {
    let numbers = reply.dn == .none ? byCall[reply.connID] : byDN[reply.dn]
    guard let number = numbers?.first(where: { entries[$0]?.request.referenceID == reply.referenceID }) else { return }
    if reply.isRefusal { remove(number) } else { entries[number]?.isAcknowledged = true }
  }

  /// The request that has the ReferenceID of the event. Where there is none, it is the first one of the DN to which the
  /// event may be the answer.
  private func answered(by observed: Observation, _ index: MessageIndex) -> (number: Number, isCertain: Bool)? {
    // A client that changes the data of another's call is told so without a ThisDN.
    let actor = observed.thisDN == .none ? observed.thirdPartyDN : observed.thisDN
    guard let numbers = byDN[actor] else { return nil }
    let own = numbers.compactMap { number in entries[number].map { (number, $0.request) } }
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
    for call in calls {
      for number in byCall[call] ?? [] where entries[number]?.deadline == nil {
        entries[number]?.deadline = time + Self.patience
        ending.append(number)
      }
    }
  }

  /// Removes and returns the requests whose answers have not come in time.
  mutating func overdue(at time: Int64) -> [Request] {
    var overdue: [Request] = []
    while let first = ending.first, let entry = entries[first], let deadline = entry.deadline, deadline < time {
      if !entry.isAcknowledged { overdue.append(entry.request) }
      remove(first)
    }
    return overdue
  }

  /// Removes and returns all requests, but for those about calls that are not over.
  mutating func finish() -> [Request] {
    let left = (oldest.rawValue..<next.rawValue).compactMap { entries[Number(rawValue: $0)] }
      .filter { !$0.isAcknowledged }.map(\.request)
    let (hadReferences, number) = (hasReferences, next)
    self = RequestTable()
    (hasReferences, next, oldest) = (hadReferences, number, number)
    return left
  }
}

extension Request {
  /// The calls that it names, each once.
  fileprivate var calls: [ConnID] {
    if connID == .none { return otherConnID == .none ? [] : [otherConnID] }
    return otherConnID == .none || otherConnID == connID ? [connID] : [connID, otherConnID]
  }
}

extension Observation.DN: NumberedKey {
  var number: UInt64 { UInt64(rawValue) &* 0x9E37_79B9_7F4A_7C15 }
}
