/// The invariants of steps and their events; each check returns the first sentence that does not hold.
///
/// An exploration asks them of every step: they read calls in place, and allocate hardly anything.
extension Exchange {
  @inline(never)
  package static func brokenStep(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    brokenSentence(of: action, from: before, to: after, telling: events)
      ?? brokenSentence(by: action, from: before, to: after, telling: events)
  }

  @inline(__always)
  private static func brokenSentence(
    of action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    var isAboutAgents = false
    for number in events.indices {
      if let sentence = broken(events[number], from: before, to: after) { return sentence }
      if events[number].type.isAboutAgent { isAboutAgents = true }
    }
    let calls = after.slots.span
    for slot in calls.indices where calls[slot].connID != .none {
      let connID = calls[slot].connID
      if connID.rawValue < before.nextConnID, before.slot(of: connID, near: slot) == nil {
        return "ConnIDs are never reused"
      }
    }
    if after.hasVoiceChanges, unmutesObserver(from: before, to: after, telling: events) {
      return "an observer is muted until its TSetMuteOff"
    }
    for number in events.indices where isAboutAgents && events[number].type.isAboutAgent {
      let event = events[number]
      let last = events.last { $0.type.isAboutAgent && $0.thisDN == event.thisDN }
      if let last, !last.type.says(after.agentState(of: event.thisDN)) {
        return "an agent is as the last event about it says"
      }
    }
    return brokenSentenceOfParties(by: action, from: before, to: after, events)
  }

  /// What holds for each party that a call had before.
  @inline(__always)
  private static func brokenSentenceOfParties(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, _ events: [Event]
  ) -> String? {
    let calls = before.slots.span
    let found = after.slots.span
    for slot in calls.indices where calls[slot].connID != .none {
      let connID = calls[slot].connID
      let left = after.slot(of: connID, near: slot)
      let mayBeTold = isAnyTold(ofTheEndOf: connID, events)
      var (isHeirKnown, heir) = (false, ConnID?.none)
      for place in 0..<calls[slot].count {
        let party = calls[slot][place]
        // Most parties stand as before.
        if !mayBeTold, let left, place < found[left].count, found[left][place].dn == party.dn,
          found[left][place].state == party.state, found[left][place].role == party.role
        {
          continue
        }
        let isThere = left.flatMap { found[$0].index(of: party.dn) }
        let now = if let left, let isThere { found[left][isThere] } else { Call.Party() }
        if action.verb != .redirectCall, party.state.hasAnswered, now.state.isDialing {
          return "only a redirection makes a connected party wait for an answer as a caller does"
        }
        guard party.state.hasBeenTold else { continue }
        if !party.state.isPlace {
          if isThere == nil, !isHeirKnown, after.line(party.dn).callCount > 0 {
            (isHeirKnown, heir) = (true, self.heir(of: slot, from: before, to: after))
          }
          let role = isThere == nil ? heir.flatMap { after.role(of: party.dn, in: $0) } : now.role
          if let role, role != party.role, role != .conferenceMember {
            return "the role of a device changes only in a conference"
          }
        }
        guard before.kind(party.dn) != .external, after.isRegistered(party.dn) else { continue }
        if (now.state == .idle) != (mayBeTold && isTold(party.dn, ofTheEndOf: connID, events)) {
          return "a party told of a call is told when it ends for the party or becomes another call, and only then"
        }
      }
    }
    return nil
  }

  private static func isTold(_ dn: DN, ofTheEndOf connID: ConnID, _ events: [Event]) -> Bool {
    for number in events.indices where events[number].thisDN == dn && tells(events[number], ofTheEndOf: connID) {
      return true
    }
    return false
  }

  private static func isAnyTold(ofTheEndOf connID: ConnID, _ events: [Event]) -> Bool {
    for number in events.indices where tells(events[number], ofTheEndOf: connID) { return true }
    return false
  }

  @inline(__always)
  private static func tells(_ event: Event, ofTheEndOf connID: ConnID) -> Bool {
    event.connID == connID ? event.type.endsCall : event.type == .partyChanged && event.previousConnID == connID
  }

  private static func unmutesObserver(
    from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> Bool {
    func unmutedObservers(of exchange: borrowing Exchange) -> Set<DN> {
      var found: Set<DN> = []
      if !exchange.hasVoiceChanges { return found }
      for call in exchange.calls {
        for party in call.parties where party.state == .observing && !exchange.isMuted(party.dn, in: call.connID) {
          found.insert(party.dn)
        }
      }
      return found
    }
    let unmuted = unmutedObservers(of: after).subtracting(unmutedObservers(of: before))
    return !unmuted.isSubset(of: events.filter { $0.type == .muteOff }.map(\.thisDN))
  }

  @inline(__always)
  private static func broken(_ event: Event, from before: borrowing Exchange, to after: borrowing Exchange) -> String? {
    let kind = after.kind(event.thisDN)
    if kind == .external { return "an external party receives no events" }
    if event.type == .unregistered || !before.areAllRegistered || !after.areAllRegistered {
      if let sentence = brokenByRegistration(event, from: before, to: after) { return sentence }
    }
    if event.listed.contains(.otherDN), event.otherDN == event.thisDN { return "OtherDN is not ThisDN" }
    if event.listed.contains(.otherDN), event.otherDN == .none { return "OtherDN names a DN" }
    if event.otherDN != .none, event.otherDNRole == .unknown, !event.type.isAboutDN { return "OtherDN has a role" }
    if event.listed.contains(.thirdPartyDN), event.thirdPartyDN == .none { return "ThirdPartyDN names a DN" }
    if event.listed.contains(.previousConnID), event.previousConnID == .none { return "PreviousConnID names a call" }
    if event.listed.contains(.thisQueue), !after.kind(event.thisQueue).isQueue { return "ThisQueue is a queue" }
    if event.type == .offHook || event.type == .onHook {
      let (was, now) = (before.isOffHook(event.thisDN), after.isOffHook(event.thisDN))
      if was == now || now != (event.type == .offHook) { return "a phone goes off hook when it is on hook, and back" }
    }
    guard event.listed.contains(.connID) else { return nil }
    if event.connID == .none { return "events are about calls" }
    let found = before.slot(of: event.connID)
    let left = after.slot(of: event.connID, near: found ?? 0)
    let (had, has) = (before.party(event.thisDN, at: found), after.party(event.thisDN, at: left))
    let (was, now) = (had?.state ?? .idle, has?.state ?? .idle)
    if event.type == .retrieved, was.offHold == was { return "a retrieved party was held" }
    if event.type == .established, was.hasAnswered { return "a connected party gets no second EventEstablished" }
    // A slip in the manual (D3): when one of several groups diverts the call, it is called the origination.
    if event.type != .diverted || found.map({ before.slots.span[$0].hop != .groups }) ?? true {
      if plays(anotherPartThan: event.thisDNRole, had?.role, has?.role) { return "ThisDNRole is the role of the party" }
      // A virtual queue names the role that the party had when it began to wait.
      if kind != .virtualQueue, event.otherDNRole.isKept {
        let (had, has) = (before.party(event.otherDN, at: found), after.party(event.otherDN, at: left))
        if plays(anotherPartThan: event.otherDNRole, had?.role, has?.role) {
          return "OtherDNRole is the role of the other party"
        }
      }
    }
    if event.type == .queued, kind.isDevice || kind == .routingPoint, now != .parked {
      return "queue events occur only at queues and where a call is parked"
    }
    let isNew = event.connID.rawValue >= before.nextConnID
    // A client hears of what it has changed from outside, and of what it has asked.
    if event.type == .attachedDataChanged, !event.listed.contains(.thisDN) { return nil }
    if event.type == .partyInfo { return nil }
    if was == .idle, now == .idle, !isNew, kind != .virtualQueue { return "only parties of a call are told of it" }
    if event.connID.rawValue >= after.nextConnID { return "a ConnID belongs to a call that has begun" }
    return nil
  }

  /// EventUnregistered is the last event of a DN until it is registered again. Only an answer to what a client asks
  /// comes in between.
  private static func brokenByRegistration(
    _ event: Event, from before: borrowing Exchange, to after: borrowing Exchange
  ) -> String? {
    let (was, now) = (before.isRegistered(event.thisDN), after.isRegistered(event.thisDN))
    switch event.type {
    case .registered: return now ? nil : "a DN that is told that it is registered is so"
    case .unregistered: return was && !now ? nil : "a DN is told once that it is no longer registered"
    case .addressInfo, .error: return nil
    default: return was && now ? nil : "a DN that is not registered is told nothing"
    }
  }

  /// If the step changes the party's role, either role is accepted. Roles that a party has in an event alone, such as
  /// NewParty, are not those of the call.
  @inline(__always)
  private static func plays(anotherPartThan role: Role, _ was: Role?, _ now: Role?) -> Bool {
    role.isKept && was != role && now != role && (was != nil || now != nil)
  }

  private func role(of dn: DN, in connID: ConnID) -> Role? { party(dn, in: connID)?.role }

  // MARK: Invariants of joined calls and user data

  @inline(__always)
  private static func brokenSentence(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    if action.verb == .distribute, distributesToAfterCallWork(from: before, to: after) {
      return "an agent in after-call work is given no call by `distribute`"
    }
    if let sentence = brokenSentenceOfVirtualQueues(before, after, events) { return sentence }
    if action.verb.joins {
      guard let gone = onlyCallGone(from: before, to: after) else {
        return "joining leaves one of the actor's two calls"
      }
      let merged = before.slots.span[gone].connID
      let isMentioned = events.contains {
        $0.connID == merged && !($0.type == .released && $0.thisDN == action.actor) && $0.thisDNRole != .observer
          && after.kind($0.thisDN) != .virtualQueue
      }
      if isMentioned { return "a merged ConnID appears only as released, and then as PreviousConnID" }
      if hasConsultation(of: gone, from: before, to: after) { return "a merged call has no consultation" }
      if let heir = heir(of: gone, from: before, to: after), mayHaveData(before, after) {
        let (own, other, now) = (before.userData(of: heir), before.userData(of: merged), after.userData(of: heir))
        // The profile decides which.
        let isOneOfThem = SwitchProfile.MergedUserData.allCases.contains { now == own.joined(with: other, as: $0) }
        if !isOneOfThem { return "a joined call has the user data of one of the two calls, or of both" }
      }
    }
    if before.cold[0].data.isEmpty || action.verb.changesData || action.verb.joins || action.verb == .muteTransfer {
      return nil
    }
    let calls = before.slots.span
    for slot in calls.indices where calls[slot].connID != .none && calls[slot].hasData {
      let connID = calls[slot].connID
      guard after.slot(of: connID) != nil else { continue }
      let own = before.userData(of: connID)
      if !own.isEmpty, !after.userData(of: connID).contains(allOf: own) { return "user data is never lost" }
    }
    return nil
  }

  private static func distributesToAfterCallWork(from before: borrowing Exchange, to after: borrowing Exchange) -> Bool
  {
    let calls = after.slots.span
    for slot in calls.indices where calls[slot].connID != .none {
      for place in 0..<calls[slot].count {
        let dn = calls[slot][place].dn
        let isNew = before.state(of: dn, in: calls[slot].connID) == .idle
        if isNew, before.agentState(of: dn).isAfterCall { return true }
      }
    }
    return false
  }

  /// The slot of the call that the step has ended; nil if there is none, or more than one.
  private static func onlyCallGone(from before: borrowing Exchange, to after: borrowing Exchange) -> Int? {
    let calls = before.slots.span
    var gone: Int?
    for slot in calls.indices where calls[slot].connID != .none && after.slot(of: calls[slot].connID) == nil {
      if gone != nil { return nil }
      gone = slot
    }
    return gone
  }

  /// Whether a call is a consultation for the one that was in that slot, begun by one of its parties.
  private static func hasConsultation(
    of gone: Int, from before: borrowing Exchange, to after: borrowing Exchange
  ) -> Bool {
    let calls = after.slots.span
    let merged = before.slots.span[gone].connID
    for slot in calls.indices where calls[slot].connID != .none && calls[slot].main == merged {
      if before.state(of: calls[slot].origin, in: merged) != .idle { return true }
    }
    return false
  }

  private static func mayHaveData(_ before: borrowing Exchange, _ after: borrowing Exchange) -> Bool {
    !before.cold[0].data.isEmpty || !after.cold[0].data.isEmpty
  }

  /// The call that the parties of an ended one, in that slot before, have moved into.
  private static func heir(of slot: Int, from before: borrowing Exchange, to after: borrowing Exchange) -> ConnID? {
    var heir: ConnID?
    let calls = after.slots.span
    let found = before.slots.span
    for other in calls.indices where calls[other].connID != .none {
      let connID = calls[other].connID
      for place in 0..<found[slot].count {
        let dn = found[slot][place].dn
        guard calls[other].index(of: dn) != nil, before.state(of: dn, in: connID) == .idle else { continue }
        // Of several, the oldest.
        if heir.map({ connID < $0 }) ?? true { heir = connID }
      }
    }
    return heir
  }
}

extension Role {
  /// Whether parties keep it, and do not have it in an event alone.
  fileprivate var isKept: Bool {
    switch self {
    case .origination, .destination, .conferenceMember, .observer: true
    default: false
    }
  }
}

extension EventType {
  fileprivate var endsCall: Bool {
    switch self {
    case .released, .abandoned, .diverted, .routeUsed: true
    default: false
    }
  }

  fileprivate func says(_ state: AgentState) -> Bool {
    switch self {
    case .agentLogout: state == .loggedOut
    case .agentReady: state == .ready
    case .agentNotReady: state == .notReady || state.isAfterCall
    default: state != .loggedOut
    }
  }
}

extension Exchange {
  /// A virtual queue is told once of each call that waits there, and once that it no longer does.
  @inline(__always)
  static func brokenSentenceOfVirtualQueues(
    _ before: borrowing Exchange, _ after: borrowing Exchange, _ events: [Event]
  ) -> String? {
    for number in events.indices
    where after.kind(events[number].thisDN) == .virtualQueue && !events[number].type.isAboutDN {
      let event = events[number]
      let waited = before.virtualQueues(of: event.connID).contains(event.thisDN)
      let waits = after.virtualQueues(of: event.connID).contains(event.thisDN)
      switch event.type {
      case .queued where !waited && waits: break
      case .diverted where waited && !waits && after[event.connID] != nil:
        if event.otherDN == event.thirdPartyDN { return "a call is diverted to another party than the one that waits" }
      case .abandoned where waited && !waits && after[event.connID] == nil: break
      default: return "a virtual queue is told of a call when it begins or ends to wait there, and only then"
      }
    }
    if before.cold[0].virtualWaits.isEmpty { return nil }
    for call in before.calls where after.slot(of: call.connID) == nil {
      for queue in before.virtualQueues(of: call.connID)
      where events.count(where: { $0.connID == call.connID && $0.thisDN == queue && $0.type == .abandoned }) != 1 {
        return "a virtual queue is told of the end of a call that waits there"
      }
    }
    return nil
  }
}
