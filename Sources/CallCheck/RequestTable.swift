import CallModel

/// The requests of a log that nothing has answered yet.
///
/// It has at most ``limit`` of them: of more, the oldest is forgotten.
struct RequestTable: Sendable {
  private struct Entry: Sendable {
    var request = Request(.makeCall, by: .none)
    /// Requests are numbered in the order of the log.
    var number: UInt64 = 0
    /// When the wait for its answer ends, since its call has ended; nil as long as that goes on.
    var deadline: Int64?
    /// Whether its client has been told that it is carried out.
    var isAcknowledged = false
    /// The places of the requests before and behind it in the log. A free place has only the next one that is free.
    var before = 0
    var after = 0
    /// The places of the next requests of its DN, about its call, and about its other call; 0 for none.
    var ofDN = 0
    var ofCall = 0
    var ofOtherCall = 0

    /// The place of the next one that is about the call; with none, of the next one of its DN.
    func next(_ call: ConnID) -> Int {
      call == .none ? ofDN : request.connID == call ? ofCall : ofOtherCall
    }

    mutating func setNext(_ place: Int, _ call: ConnID) {
      if call == .none { ofDN = place } else if request.connID == call { ofCall = place } else { ofOtherCall = place }
    }
  }

  /// Which requests wait: those of a DN or those about a call, in the order of the log. Each names the next one.
  private struct Waiting: Sendable {
    var first = 0
    var last = 0
    var count = 0
    /// The call that they are about; none if they are those of a DN.
    let call: ConnID

    mutating func append(_ place: Int, _ entries: inout [Entry]) {
      if count == 0 { first = place } else { entries[last].setNext(place, call) }
      (last, count) = (place, count + 1)
    }

    mutating func remove(_ place: Int, _ entries: inout [Entry]) {
      let next = entries[place].next(call)
      count -= 1
      if first == place { return first = next }
      var before = first
      while entries[before].next(call) != place { before = entries[before].next(call) }
      entries[before].setNext(next, call)
      if last == place { last = before }
    }
  }

  /// The one at place 0 is none: it names the oldest request as the one behind it, and the latest as the one before.
  private var entries = [Entry()]
  /// The first free place; 0 if there is none.
  private var free = 0
  private(set) var count = 0
  /// How many requests there have been.
  private var numbered: UInt64 = 0
  private var byDN: [Waiting] = []
  private var byCall = KeyTable<ConnID, Waiting>()
  /// The places of those by whose call and number nothing can be found.
  private var unnumbered: [Int] = []
  /// Whether events of the log say which request they answer.
  private var hasReferences = false
  /// The places of those whose calls have ended, the first one first.
  private var ending: [Int] = []
  /// The places of what has been found for an event: their room is kept for the next one.
  private var found: [Int] = []

  static let limit = 4_096
  /// The most requests of a DN, and about a call.
  static let limitOfDN = 32
  /// For how many milliseconds after the end of its call an answer may come.
  static let patience: Int64 = 10_000

  var isEmpty: Bool { count == 0 }

  // MARK: Requests

  /// Waits for the answer to the request, unless that would be an event that is not judged.
  mutating func add(_ request: Request) {
    if request.verb == .queryAddress || request.verb == .queryCall { return }
    if let own = waiting(at: request.actor), own.count >= Self.limitOfDN { remove(own.first) }
    request.eachCall { call in
      if let others = byCall[call], others.count >= Self.limitOfDN { remove(others.first) }
    }
    let place = freePlace()
    let latest = entries[0].before
    entries[place] = Entry(request: request, number: numbered, before: latest)
    (entries[latest].after, entries[0].before) = (place, place)
    (numbered, count) = (numbered + 1, count + 1)
    let dn = Int(request.actor.rawValue)
    while byDN.count <= dn { byDN.append(Waiting(call: .none)) }
    byDN[dn].append(place, &entries)
    request.eachCall { call in
      var others = byCall[call] ?? Waiting(call: call)
      others.append(place, &entries)
      byCall[call] = others
    }
    if request.referenceID == 0, request.namesNoCall { unnumbered.append(place) }
    if count > Self.limit { remove(entries[0].after) }
  }

  private mutating func freePlace() -> Int {
    if free == 0 {
      entries.append(Entry())
      return entries.count - 1
    }
    defer { free = entries[free].after }
    return free
  }

  private mutating func remove(_ place: Int) {
    let entry = entries[place]
    let request = entry.request
    byDN[Int(request.actor.rawValue)].remove(place, &entries)
    request.eachCall { call in
      guard var others = byCall[call] else { return }
      others.remove(place, &entries)
      byCall[call] = others.count == 0 ? nil : others
    }
    if request.referenceID == 0, request.namesNoCall { unnumbered.removeAll { $0 == place } }
    if entry.deadline != nil { ending.removeAll { $0 == place } }
    (entries[entry.before].after, entries[entry.after].before) = (entry.after, entry.before)
    entries[place].after = free
    (free, count) = (place, count - 1)
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
    if !evidence.isEmpty { evidence.removeAll() }
    if observed.referenceID != 0, observed.type != .error { hasReferences = true }
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    for place in unnumbered { note(place) }
    note(byCall[observed.connID])
    if observed.previousConnID != .none { note(byCall[observed.previousConnID]) }
    note(waiting(at: observed.thisDN))
    note(observed.otherDN, observed)
    note(observed.thirdPartyDN, observed)
    note(observed.thisQueue, observed)
    note(observed.thirdPartyQueue, observed)
    if found.isEmpty, observed.thisDN != .none { return }
    let answered = answered(by: observed, index)
    if let answered { note(answered.place) }
    if found.isEmpty { return }
    if found.count > 1 { found.sort { entries[$0].number < entries[$1].number } }
    for number in max(0, found.count - Evidence.most)..<found.count {
      evidence.items.append(Evidence.Item(request: entries[found[number]].request))
    }
    if let answered {
      evidence.answered = Evidence.Item(request: entries[answered.place].request)
      evidence.isCertain = answered.isCertain
      remove(answered.place)
    }
  }

  /// Notes that the request has to do with the event.
  private mutating func note(_ place: Int) {
    if !found.contains(place) { found.append(place) }
  }

  @inline(__always)
  private mutating func note(_ waiting: Waiting?, where isMeant: (Request) -> Bool = { _ in true }) {
    guard let waiting else { return }
    var place = waiting.first
    while place != 0 {
      if isMeant(entries[place].request) { note(place) }
      place = entries[place].next(waiting.call)
    }
  }

  /// Requests of a DN that the event only names must be about its call.
  @inline(__always)
  private mutating func note(_ dn: Observation.DN, _ observed: Observation) {
    if dn != .none, dn != observed.thisDN { note(waiting(at: dn)) { $0.mayConcern(observed) } }
  }

  /// The event is not judged. If it answers a request, that waits no longer.
  mutating func pass(over observed: Observation, _ index: MessageIndex) {
    if observed.referenceID != 0, let answered = answered(by: observed, index) { remove(answered.place) }
  }

  /// The client of a request was told what has become of it. One that is refused waits no longer.
  mutating func note(_ reply: Reply) {
    guard let own = reply.dn == .none ? byCall[reply.connID] : waiting(at: reply.dn),
      let place = first(of: own, where: { $0.referenceID == reply.referenceID })
    else { return }
    if reply.isRefusal { remove(place) } else { entries[place].isAcknowledged = true }
  }

  /// The request that has the ReferenceID of the event. Where there is none, it is the first one of the DN to which the
  /// event may be the answer.
  private func answered(by observed: Observation, _ index: MessageIndex) -> (place: Int, isCertain: Bool)? {
    // A client that changes the data of another's call is told so without a ThisDN.
    let actor = observed.thisDN == .none ? observed.thirdPartyDN : observed.thisDN
    guard let own = waiting(at: actor) else { return nil }
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

  // MARK: Ends

  /// The request needs no answer any more.
  mutating func settle(_ request: Request) {
    guard let own = waiting(at: request.actor) else { return }
    if let place = first(of: own, where: { $0.position == request.position }) { remove(place) }
  }

  /// Waits no longer for answers to requests about these calls, which are not judged any more.
  mutating func forget(_ calls: [ConnID]) {
    for call in calls { while let waiting = byCall[call] { remove(waiting.first) } }
  }

  /// The calls have ended.
  mutating func end(_ calls: [ConnID], at time: Int64) {
    for call in calls {
      var place = byCall[call]?.first ?? 0
      while place != 0 {
        if entries[place].deadline == nil {
          entries[place].deadline = time + Self.patience
          ending.append(place)
        }
        place = entries[place].next(call)
      }
    }
  }

  /// Removes and returns the requests whose answers have not come in time.
  mutating func overdue(at time: Int64) -> [Request] {
    var overdue: [Request] = []
    while let first = ending.first, let deadline = entries[first].deadline, deadline < time {
      if !entries[first].isAcknowledged { overdue.append(entries[first].request) }
      remove(first)
    }
    return overdue
  }

  /// Removes all requests, and returns those without an acknowledgement. Those of open calls must be forgotten before.
  mutating func finish() -> [Request] {
    var left: [Request] = []
    var place = entries[0].after
    while place != 0 {
      if !entries[place].isAcknowledged { left.append(entries[place].request) }
      place = entries[place].after
    }
    let hadReferences = hasReferences
    self = RequestTable()
    hasReferences = hadReferences
    return left
  }
}

extension RequestTable {
  /// The requests of the DN; nil if it has none.
  private func waiting(at dn: Observation.DN) -> Waiting? {
    let place = Int(dn.rawValue)
    return place < byDN.count && byDN[place].count > 0 ? byDN[place] : nil
  }

  @inline(__always)
  private func first(of waiting: Waiting, where isMeant: (Request) -> Bool) -> Int? {
    var place = waiting.first
    while place != 0 {
      if isMeant(entries[place].request) { return place }
      place = entries[place].next(waiting.call)
    }
    return nil
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
