/// The invariants of states; each check returns the first sentence that does not hold.
///
/// An exploration asks them of every state: they read calls in place and allocate nothing.
extension Exchange {
  package var brokenSentence: String? {
    var active = DNSet()
    var (parties, listed) = (0, 0)
    let calls = slots.span
    for slot in calls.indices where calls[slot].connID != .none {
      if let sentence = brokenSentence(inCallAt: slot) { return sentence }
      parties += calls[slot].count
      for place in 0..<calls[slot].count where kind(calls[slot][place].dn).isDevice {
        let party = calls[slot][place]
        if party.state.isActive, !active.insert(party.dn) {
          return "a device is active in at most one call: its others are held, parked or alerting"
        }
        if !isListed(slot, on: line(party.dn)) { return "a device's line lists all its calls" }
      }
    }
    if let sentence = brokenSentenceOfSettings { return sentence }
    for number in lines.indices { listed += lines[number].callCount }
    return parties == listed ? nil : "a line lists no other calls"
  }

  private func isListed(_ slot: Int, on line: Line) -> Bool {
    for number in 0..<line.count where line.slot(number) == slot { return true }
    return false
  }

  private var brokenSentenceOfSettings: String? {
    for monitor in cold[0].monitors
    where cold[0].monitors.contains(where: { ($0.observer == monitor.observer) != ($0.agent == monitor.agent) }) {
      return "an agent has one supervisor, and a supervisor one agent"
    }
    for number in lines.indices {
      let isOutOfService = cold[0].settings[number].isOutOfService
      if !isOutOfService, !cold[0].settings[number].hasMessages { continue }
      if !lines[number].kind.isDevice { return "only a device fails or has a message lamp" }
      if isOutOfService, lines[number].delivery != .undisturbed {
        return "a device that is out of service takes no calls"
      }
    }
    if cold[0].voices.isEmpty { return nil }
    for (connID, changes) in cold[0].voices {
      for change in changes {
        guard let call = self[connID], call.index(of: change.dn) != nil else {
          return "only parties of a call are muted or do not listen"
        }
        if change.way == .listening, call.members < 3 { return "only members of a conference do not listen" }
      }
    }
    return nil
  }

  @inline(__always)
  private func brokenSentence(inCallAt slot: Int) -> String? {
    let call = slots.span
    let found = Census(of: slot, in: call)
    if found.isTwiceThere { return "a DN is in a call only once" }
    if found.hasIdle { return "a party of a call has a state in it" }
    if found.others == 1, !found.lastHearsBusy { return "only a caller who hears busy is alone in a call" }
    if found.hearsBusy, !found.isAlone { return "a caller who hears busy is alone" }
    if found.answered == 0, found.hasInvited { return "a party is invited only into a conversation" }
    if found.isMixed, call[slot].members > 2 { return "all parties of a conference are its members" }
    if found.announced > 1 { return "only one party at a time is announced before it answers" }
    for place in 0..<call[slot].count {
      let party = call[slot][place]
      let kind = kind(party.dn)
      if party.state.waitsForAnswer, !call[slot][0].state.isCaller {
        return "a call that waits, rings or is routed has a caller"
      }
      if party.state == .queued, kind != .acdGroup, kind != .routeQueue { return "only queues have queued calls" }
      if party.state.isRouting, kind.isDevice { return "only queues and routing points route" }
      if party.state.isMember, !party.state.hasAnswered, found.answered == 0 {
        return "a party is announced only in a conversation"
      }
      if party.state.isObserver, !isObserved(party.from, in: slot) {
        return "an observer observes a party of the conversation"
      }
      if party.state.isObserver != (party.role == .observer) {
        return "only an observer has the role Observer, and it keeps it"
      }
    }
    return nil
  }

  private func isObserved(_ dn: DN, in slot: Int) -> Bool {
    let calls = slots.span
    guard let place = calls[slot].index(of: dn) else { return false }
    let state = calls[slot][place].state
    return !state.isUncounted && (state.isMember || state.isCalling)
  }
}

/// How many parties of a call are what, for the invariants.
private struct Census {
  /// Parties that are neither invited nor observe; and those that talk or hold.
  var others = 0
  var answered = 0
  /// Members that have not answered.
  var announced = 0
  var isTwiceThere = false
  var hasIdle = false
  var hasInvited = false
  /// Whether some party hears busy, the last one does, and all do that do not observe.
  var hearsBusy = false
  var lastHearsBusy = false
  var isAlone = true
  /// Whether a member has another role than that of a member of a conference.
  var isMixed = false

  @inline(__always)
  init(of slot: Int, in calls: Span<Exchange.Call>) {
    var seen = DNSet()
    for place in 0..<calls[slot].count {
      let (state, role) = (calls[slot][place].state, calls[slot][place].role)
      if !seen.insert(calls[slot][place].dn) { isTwiceThere = true }
      if state == .idle { hasIdle = true }
      if state.hasAnswered { answered += 1 }
      if !state.hearsBusy, !state.isObserver { isAlone = false }
      if state.isUncounted {
        if !state.isObserver { hasInvited = true }
        continue
      }
      others += 1
      lastHearsBusy = state.hearsBusy
      if lastHearsBusy { hearsBusy = true }
      guard state.isMember else { continue }
      if role != .conferenceMember, role != .unknown { isMixed = true }
      if !state.hasAnswered { announced += 1 }
    }
  }
}

/// Some DNs; the first of an exchange without allocating memory.
private struct DNSet {
  private var first: UInt64 = 0
  /// No set where there are none, because even an empty one takes time to keep.
  private var others: Set<Exchange.DN>?

  /// Returns whether it was not there yet.
  @inline(__always)
  mutating func insert(_ dn: Exchange.DN) -> Bool {
    guard dn.rawValue < 64 else { return insertAmongOthers(dn) }
    let bit: UInt64 = 1 << UInt64(dn.rawValue)
    defer { first |= bit }
    return first & bit == 0
  }

  @inline(never)
  private mutating func insertAmongOthers(_ dn: Exchange.DN) -> Bool {
    var known = others ?? []
    defer { others = known }
    return known.insert(dn).inserted
  }
}

extension PartyState {
  fileprivate var isCaller: Bool { isDialing || hasAnswered || self == .detecting }
  var isDialing: Bool { self == .dialing || self == .dialingHeld }
  var isRouting: Bool {
    switch self {
    case .routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault: true
    default: false
    }
  }
  fileprivate var waitsForAnswer: Bool {
    switch self {
    case .ringing, .offered, .reached, .unreached, .queued, .parked: true
    default: isRouting
    }
  }
}
