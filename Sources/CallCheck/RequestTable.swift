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

  /// Requests in the order of the log, one at least. Mostly, it is one, and no array is needed for it.
  private struct Waiting: Sendable {
    private(set) var first: Number
    private var others: [Number] = []

    init(_ number: Number) { first = number }

    var count: Int { 1 + others.count }

    subscript(place: Int) -> Number { place == 0 ? first : others[place - 1] }

    mutating func append(_ number: Number) { others.append(number) }

    /// Removes one of several.
    mutating func remove(_ number: Number) {
      if number == first { first = others.removeFirst() } else { others.removeAll { $0 == number } }
    }
  }

  /// By number, in the order of the log.
  private var entries = KeyTable<Number, Entry>()
  private var byDN = KeyTable<Observation.DN, Waiting>()
  private var byCall = KeyTable<ConnID, Waiting>()
  /// Those by whose call and number nothing can be found.
  private var unnumbered: [Number] = []
  private var oldest = Number(rawValue: 0)
  private var next = Number(rawValue: 0)
  /// Whether events of the log say which request they answer.
  private var hasReferences = false
  /// Those whose calls have ended, the first one first.
  private var ending: [Number] = []
  /// What has been found for an event: its room is kept for the next one.
  private var found: [(number: Number, request: Request)] = []

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
    if let waiting = byDN[request.actor], waiting.count >= Self.limitOfDN { remove(waiting.first) }
    request.eachCall { call in
      if let waiting = byCall[call], waiting.count >= Self.limitOfDN { remove(waiting.first) }
    }
    entries[next] = Entry(request: request)
    Self.add(next, to: &byDN, request.actor)
    request.eachCall { Self.add(next, to: &byCall, $0) }
    if request.referenceID == 0, request.namesNoCall { unnumbered.append(next) }
    next.rawValue += 1
    while entries.count > Self.limit {
      remove(oldest)
      oldest.rawValue += 1
    }
  }

  private mutating func remove(_ number: Number) {
    guard let entry = entries[number] else { return }
    let request = entry.request
    entries[number] = nil
    Self.remove(number, from: &byDN, request.actor)
    request.eachCall { Self.remove(number, from: &byCall, $0) }
    if request.referenceID == 0, request.namesNoCall { unnumbered.removeAll { $0 == number } }
    if entry.deadline != nil { ending.removeAll { $0 == number } }
  }

  private static func add<Key>(_ number: Number, to table: inout KeyTable<Key, Waiting>, _ key: Key) {
    if !table.change(key, { $0.append(number) }) { table[key] = Waiting(number) }
  }

  private static func remove<Key>(_ number: Number, from table: inout KeyTable<Key, Waiting>, _ key: Key) {
    if table[key]?.count == 1 { table[key] = nil } else { _ = table.change(key) { $0.remove(number) } }
  }

  // MARK: Events

  /// The requests that may have to do with the event; nil if there are none. The one that it answers waits no longer.
  mutating func evidence(for observed: Observation, _ index: MessageIndex) -> Evidence? {
    var evidence = Evidence()
    find(for: observed, index, &evidence)
    return evidence.isEmpty ? nil : evidence
  }

  /// Puts the requests that may have to do with the event into evidence for an earlier one, whose room is used again.
  mutating func find(for observed: Observation, _ index: MessageIndex, _ evidence: inout Evidence) {
    evidence.removeAll()
    if observed.referenceID != 0, observed.type != .error { hasReferences = true }
    found.removeAll(keepingCapacity: true)
    for number in unnumbered { note(number) }
    note(byCall[observed.connID])
    if observed.previousConnID != .none { note(byCall[observed.previousConnID]) }
    note(byDN[observed.thisDN])
    note(observed.otherDN, observed)
    note(observed.thirdPartyDN, observed)
    note(observed.thisQueue, observed)
    note(observed.thirdPartyQueue, observed)
    if found.isEmpty, observed.thisDN != .none { return }
    let answered = answered(by: observed, index)
    if let answered { note(answered.number) }
    if found.isEmpty { return }
    found.sort { $0.number < $1.number }
    for (_, request) in found.suffix(Evidence.most) { evidence.items.append(Evidence.Item(request: request)) }
    if let answered {
      evidence.answered = entries[answered.number].map { Evidence.Item(request: $0.request) }
      evidence.isCertain = answered.isCertain
      remove(answered.number)
    }
  }

  /// Notes that the request has to do with the event, if it is meant.
  @inline(__always)
  private mutating func note(_ number: Number, where isMeant: (Request) -> Bool = { _ in true }) {
    if found.contains(where: { $0.number == number }) { return }
    if let request = entries[number]?.request, isMeant(request) { found.append((number, request)) }
  }

  @inline(__always)
  private mutating func note(_ waiting: Waiting?, where isMeant: (Request) -> Bool = { _ in true }) {
    guard let waiting else { return }
    for place in 0..<waiting.count { note(waiting[place], where: isMeant) }
  }

  /// Requests of a DN that the event only names must be about its call.
  @inline(__always)
  private mutating func note(_ dn: Observation.DN, _ observed: Observation) {
    if dn != .none, dn != observed.thisDN { note(byDN[dn]) { $0.mayConcern(observed) } }
  }

  /// The event is not judged. If it answers a request, that waits no longer.
  mutating func pass(over observed: Observation, _ index: MessageIndex) {
    if observed.referenceID != 0, let answered = answered(by: observed, index) { remove(answered.number) }
  }

  /// The client of a request was told what has become of it. One that is refused waits no longer.
  mutating func note(_ reply: Reply) {
    guard let waiting = reply.dn == .none ? byCall[reply.connID] : byDN[reply.dn],
      let number = first(of: waiting, where: { $0.referenceID == reply.referenceID })
    else { return }
    if reply.isRefusal { remove(number) } else { entries[number]?.isAcknowledged = true }
  }

  /// The request that has the ReferenceID of the event. Where there is none, it is the first one of the DN to which the
  /// event may be the answer.
  private func answered(by observed: Observation, _ index: MessageIndex) -> (number: Number, isCertain: Bool)? {
    // A client that changes the data of another's call is told so without a ThisDN.
    let actor = observed.thisDN == .none ? observed.thirdPartyDN : observed.thisDN
    guard let own = byDN[actor] else { return nil }
    let number = observed.referenceID
    if number != 0 {
      let meant = first(of: own) { $0.referenceID == number && $0.mayConcern(observed) }
      if let equal = meant ?? first(of: own, where: { $0.referenceID == number }) { return (equal, true) }
    }
    let isOpen = number == 0 && !hasReferences
    let possible = first(of: own) { request in
      (isOpen || request.referenceID == 0) && request.mayConcern(observed)
        && (observed.type == .error || index.mayTell(observed.type, by: request.verb))
    }
    return possible.map { ($0, false) }
  }

  @inline(__always)
  private func first(of waiting: Waiting, where isMeant: (Request) -> Bool) -> Number? {
    for place in 0..<waiting.count {
      if let request = entries[waiting[place]]?.request, isMeant(request) { return waiting[place] }
    }
    return nil
  }

  // MARK: Ends

  /// The request needs no answer any more.
  mutating func settle(_ request: Request) {
    guard let own = byDN[request.actor] else { return }
    if let number = first(of: own, where: { $0.position == request.position }) { remove(number) }
  }

  /// Waits no longer for answers to requests about these calls, which are not judged any more.
  mutating func forget(_ calls: [ConnID]) {
    for call in calls { while let waiting = byCall[call] { remove(waiting.first) } }
  }

  /// The calls have ended.
  mutating func end(_ calls: [ConnID], at time: Int64) {
    for call in calls {
      guard let waiting = byCall[call] else { continue }
      for place in 0..<waiting.count {
        let number = waiting[place]
        guard var entry = entries[number], entry.deadline == nil else { continue }
        entry.deadline = time + Self.patience
        entries[number] = entry
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
  /// Passes the calls that it names, each once.
  @inline(__always)
  fileprivate func eachCall(_ body: (ConnID) -> Void) {
    if connID != .none { body(connID) }
    if otherConnID != .none, otherConnID != connID { body(otherConnID) }
  }
}

extension Observation.DN: NumberedKey {
  var number: UInt64 { UInt64(rawValue) &* 0x9E37_79B9_7F4A_7C15 }
}
