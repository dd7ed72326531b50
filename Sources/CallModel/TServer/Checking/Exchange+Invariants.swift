/// The invariants of states and steps; each check returns the first sentence that does not hold.
extension Exchange {
  package static func broken(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    after.brokenSentence ?? brokenSentence(from: before, to: after, telling: events)
      ?? brokenSentence(by: action, from: before, to: after, telling: events)
  }

  // MARK: Invariants of a state

  var brokenSentence: String? {
    var active: Set<DN> = []
    for call in calls {
      if let sentence = brokenSentence(in: call) { return sentence }
      for party in call.parties where kind(party.dn).isDevice {
        if party.state.isActive, !active.insert(party.dn).inserted {
          return "a device is active in at most one call: its others are held, parked or alerting"
        }
        let line = line(party.dn)
        if !(0..<line.count).contains(where: { slots[line.slot($0)].connID == call.connID }) {
          return "a device's line lists all its calls"
        }
      }
    }
    for monitor in cold[0].monitors
    where cold[0].monitors.contains(where: { ($0.observer == monitor.observer) != ($0.agent == monitor.agent) }) {
      return "an agent has one supervisor, and a supervisor one agent"
    }
    for (number, settings) in cold[0].settings.enumerated() where settings.isOutOfService || settings.hasMessages {
      if !lines[number].kind.isDevice { return "only a device fails or has a message lamp" }
      if settings.isOutOfService, lines[number].delivery != .undisturbed {
        return "a device that is out of service takes no calls"
      }
    }
    for (connID, changes) in cold[0].voices {
      for change in changes {
        guard let call = self[connID], call.index(of: change.dn) != nil else {
          return "only parties of a call are muted or do not listen"
        }
        if change.way == .listening, call.members < 3 { return "only members of a conference do not listen" }
      }
    }
    let parties = calls.reduce(0) { $0 + $1.count }
    return parties == lines.reduce(0) { $0 + $1.callCount } ? nil : "a line lists no other calls"
  }

  private func brokenSentence(in call: Call) -> String? {
    let parties = call.parties
    let others = parties.filter { !$0.state.isUncounted }
    let answered = parties.filter(\.state.hasAnswered)
    if Set(parties.map(\.dn)).count != parties.count { return "a DN is in a call only once" }
    if parties.contains(where: { $0.state == .idle }) { return "a party of a call has a state in it" }
    if others.count == 1, !others[0].state.hearsBusy { return "only a caller who hears busy is alone in a call" }
    let isAlone = parties.allSatisfy { $0.state.hearsBusy || $0.state.isObserver }
    if others.contains(where: \.state.hearsBusy), !isAlone { return "a caller who hears busy is alone" }
    if answered.isEmpty, parties.contains(where: { $0.state.isUncounted && !$0.state.isObserver }) {
      return "a party is invited only into a conversation"
    }
    if call.members > 2,
      others.contains(where: { $0.state.isMember && $0.role != .conferenceMember && $0.role != .unknown })
    {
      return "all parties of a conference are its members"
    }
    if others.count(where: { $0.state.isMember && !$0.state.hasAnswered }) > 1 {
      return "only one party at a time is announced before it answers"
    }
    for party in parties {
      let kind = kind(party.dn)
      if party.state.waitsForAnswer, !parties[0].state.isCaller {
        return "a call that waits, rings or is routed has a caller"
      }
      if party.state == .queued, kind != .acdGroup, kind != .routeQueue { return "only queues have queued calls" }
      if party.state.isRouting, kind.isDevice { return "only queues and routing points route" }
      if party.state.isMember, !party.state.hasAnswered, answered.isEmpty {
        return "a party is announced only in a conversation"
      }
      let isObserved = { (other: Call.Party) in
        other.dn == party.from && (other.state.isMember || other.state.isCalling)
      }
      if party.state.isObserver, !others.contains(where: isObserved) {
        return "an observer observes a party of the conversation"
      }
      if (party.state.isObserver) != (party.role == .observer) {
        return "only an observer has the role Observer, and it keeps it"
      }
    }
    return nil
  }

  // MARK: Invariants of a step and its events

  private static func brokenSentence(
    from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    for event in events {
      if let sentence = broken(event, from: before, to: after) { return sentence }
    }
    for call in after.calls where before[call.connID] == nil && call.connID.rawValue < before.nextConnID {
      return "ConnIDs are never reused"
    }
    if changesRole(from: before, to: after) { return "the role of a device changes only in a conference" }
    if unmutesObserver(from: before, to: after, telling: events) { return "an observer is muted until its TSetMuteOff" }
    for event in events where event.type.isAboutAgent {
      let last = events.last { $0.type.isAboutAgent && $0.thisDN == event.thisDN }
      if let last, !last.type.says(after.agentState(of: event.thisDN)) {
        return "an agent is as the last event about it says"
      }
    }
    let ends: Set<EventType> = [.released, .abandoned, .diverted, .routeUsed]
    for call in before.calls {
      for party in call.parties
      where party.state.hasBeenTold && before.kind(party.dn) != .external && after.isRegistered(party.dn) {
        let isGone = after.state(of: party.dn, in: call.connID) == .idle
        let isTold = events.contains {
          guard $0.thisDN == party.dn else { return false }
          if $0.type == .partyChanged, $0.previousConnID == call.connID, $0.connID != call.connID { return true }
          return $0.connID == call.connID && ends.contains($0.type)
        }
        if isGone != isTold {
          return "a party told of a call is told when it ends for the party or becomes another call, and only then"
        }
      }
    }
    return nil
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

  private static func broken(_ event: Event, from before: borrowing Exchange, to after: borrowing Exchange) -> String? {
    let kind = after.kind(event.thisDN)
    if kind == .external { return "an external party receives no events" }
    if let sentence = brokenByRegistration(event, from: before, to: after) { return sentence }
    if event.listed.contains(.otherDN), event.otherDN == event.thisDN { return "OtherDN is not ThisDN" }
    if event.listed.contains(.otherDN), event.otherDN == .none { return "OtherDN names a DN" }
    if event.otherDN != .none, event.otherDNRole == .unknown, !event.type.isAboutDN { return "OtherDN has a role" }
    if event.listed.contains(.thirdPartyDN), event.thirdPartyDN == .none { return "ThirdPartyDN names a DN" }
    if event.listed.contains(.previousConnID), event.previousConnID == .none { return "PreviousConnID names a call" }
    if event.listed.contains(.thisQueue),
      ![.acdGroup, .routeQueue, .routingPoint, .virtualQueue].contains(after.kind(event.thisQueue))
    {
      return "ThisQueue is a queue"
    }
    if event.type == .offHook || event.type == .onHook {
      let (was, now) = (before.isOffHook(event.thisDN), after.isOffHook(event.thisDN))
      if was == now || now != (event.type == .offHook) { return "a phone goes off hook when it is on hook, and back" }
    }
    guard event.listed.contains(.connID) else {
      return event.type.isAboutDN || event.type == .error ? nil : "events are about calls"
    }
    let was = before.state(of: event.thisDN, in: event.connID)
    let now = after.state(of: event.thisDN, in: event.connID)
    if event.type == .retrieved, was.offHold == was { return "a retrieved party was held" }
    if event.type == .established, was.hasAnswered { return "a connected party gets no second EventEstablished" }
    if plays(event.thisDN, anotherPartThan: event.thisDNRole, in: event, from: before, to: after) {
      return "ThisDNRole is the role of the party"
    }
    // A virtual queue names the role that the party had when it began to wait.
    if kind != .virtualQueue,
      plays(event.otherDN, anotherPartThan: event.otherDNRole, in: event, from: before, to: after)
    {
      return "OtherDNRole is the role of the other party"
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
  private static func plays(
    _ dn: DN, anotherPartThan role: Role, in event: Event, from before: borrowing Exchange, to after: borrowing Exchange
  ) -> Bool {
    guard [.origination, .destination, .conferenceMember, .observer].contains(role) else { return false }
    // A slip in the manual (D3): when one of several groups diverts the call, it is called the origination.
    if event.type == .diverted, before[event.connID]?.hop == .groups { return false }
    let parts = [before.role(of: dn, in: event.connID), after.role(of: dn, in: event.connID)].compactMap(\.self)
    return !parts.isEmpty && !parts.contains(role)
  }

  /// Roles that a step changes though the party has been told of its role, and no conference makes it a member.
  private static func changesRole(from before: borrowing Exchange, to after: borrowing Exchange) -> Bool {
    for call in before.calls {
      for party in call.parties where party.state.hasBeenTold && !party.state.isPlace {
        let role =
          after.role(of: party.dn, in: call.connID)
          ?? heir(of: call, from: before, to: after).flatMap { after.role(of: party.dn, in: $0) }
        if let role, role != party.role, role != .conferenceMember { return true }
      }
    }
    return false
  }

  private func role(of dn: DN, in connID: ConnID) -> Role? {
    guard let call = self[connID], let place = call.index(of: dn) else { return nil }
    return call[place].role
  }

  // MARK: Invariants of joined calls and user data

  private static func brokenSentence(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    for call in before.calls where action.verb != .redirectCall {
      if call.parties.contains(where: { $0.state.hasAnswered && after.state(of: $0.dn, in: call.connID).isDialing }) {
        return "only a redirection makes a connected party wait for an answer as a caller does"
      }
    }
    if action.verb == .distribute {
      for call in after.calls {
        for party in call.parties
        where before.state(of: party.dn, in: call.connID) == .idle && before.agentState(of: party.dn).isAfterCall {
          return "an agent in after-call work is given no call by `distribute`"
        }
      }
    }
    let gone = before.calls.filter { after[$0.connID] == nil }
    if let sentence = brokenSentenceOfVirtualQueues(before, after, gone, events) { return sentence }
    if action.verb.joins {
      guard gone.count == 1, let merged = gone.first?.connID else {
        return "joining leaves one of the actor's two calls"
      }
      let isMentioned = events.contains {
        $0.connID == merged && !($0.type == .released && $0.thisDN == action.actor) && $0.thisDNRole != .observer
          && after.kind($0.thisDN) != .virtualQueue
      }
      if isMentioned { return "a merged ConnID appears only as released, and then as PreviousConnID" }
      if after.calls.contains(where: { $0.main == merged && before.state(of: $0.origin, in: merged) != .idle }) {
        return "a merged call has no consultation"
      }
      if let heir = heir(of: gone[0], from: before, to: after) {
        let (own, other, now) = (before.userData(of: heir), before.userData(of: merged), after.userData(of: heir))
        // The profile decides which.
        let isOneOfThem = SwitchProfile.MergedUserData.allCases.contains { now == own.joined(with: other, as: $0) }
        if !isOneOfThem { return "a joined call has the user data of one of the two calls, or of both" }
      }
    }
    let mayLoseData = action.verb.changesData || action.verb.joins || action.verb == .muteTransfer
    for call in before.calls where !mayLoseData && after[call.connID] != nil {
      let own = before.userData(of: call.connID).pairs
      if !own.isEmpty, !Set(own).isSubset(of: after.userData(of: call.connID).pairs) {
        return "user data is never lost"
      }
    }
    return nil
  }

  /// The call that the parties of an ended one have moved into.
  private static func heir(of call: Call, from before: borrowing Exchange, to after: borrowing Exchange) -> ConnID? {
    for other in after.calls {
      for party in call.parties
      where other.index(of: party.dn) != nil && before.state(of: party.dn, in: other.connID) == .idle {
        return other.connID
      }
    }
    return nil
  }
}

extension EventType {
  fileprivate func says(_ state: AgentState) -> Bool {
    switch self {
    case .agentLogout: state == .loggedOut
    case .agentReady: state == .ready
    case .agentNotReady: state == .notReady || state.isAfterCall
    default: state != .loggedOut
    }
  }
}

extension PartyState {
  fileprivate var isDialing: Bool { self == .dialing || self == .dialingHeld }
  fileprivate var isCaller: Bool { isDialing || hasAnswered || self == .detecting }
  var isRouting: Bool {
    [.routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault].contains(self)
  }
  fileprivate var waitsForAnswer: Bool {
    isRouting || [.ringing, .offered, .reached, .unreached, .queued, .parked].contains(self)
  }
}

// MARK: Virtual queues

extension Exchange {
  /// A virtual queue is told once of each call that waits there, and once that it no longer does.
  private static func brokenSentenceOfVirtualQueues(
    _ before: borrowing Exchange, _ after: borrowing Exchange, _ gone: [Call], _ events: [Event]
  ) -> String? {
    for event in events where after.kind(event.thisDN) == .virtualQueue {
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
    for call in gone {
      for queue in before.virtualQueues(of: call.connID)
      where events.count(where: { $0.connID == call.connID && $0.thisDN == queue && $0.type == .abandoned }) != 1 {
        return "a virtual queue is told of the end of a call that waits there"
      }
    }
    return nil
  }
}
