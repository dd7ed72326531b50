/// What holds in every state, and of every step: the first sentence that does not.
extension Exchange {
  static func broken(
    by action: Action, from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    after.brokenSentence ?? brokenSentence(from: before, to: after, telling: events)
  }

  /// Of the state alone.
  var brokenSentence: String? {
    var active: Set<DN> = []
    for call in calls {
      let parties = call.parties
      if Set(parties.map(\.dn)).count != parties.count { return "a DN is in a call once" }
      if parties.count == 1, ![.hearingBusy, .hearingBusyHeld].contains(parties[0].state) {
        return "nobody is alone in a call but a caller who hears busy"
      }
      if call.members == 1, !parties.contains(where: { $0.state == .dialing || $0.state == .dialingHeld }) {
        return "nobody talks alone"
      }
      for party in parties {
        let kind = kind(party.dn)
        if [.ringing, .offered, .reached, .queued, .routing, .routeAsked, .parked].contains(party.state),
          parties[0].state != .dialing, parties[0].state != .dialingHeld
        {
          return "what waits, rings or is routed has a caller"
        }
        if party.state == .queued, kind != .acdGroup, kind != .routeQueue { return "only queues queue" }
        if party.state.isActive, kind.isDevice, !active.insert(party.dn).inserted {
          return "a device is in one call at most that is neither held, parked nor alerting"
        }
        let line = line(party.dn)
        if kind.isDevice, !(0..<line.count).contains(where: { slots[line.slot($0)].connID == call.connID }) {
          return "a device's line knows its calls"
        }
      }
    }
    let devices = calls.flatMap(\.parties).count { kind($0.dn).isDevice }
    return devices == lines.reduce(0) { $0 + $1.count } ? nil : "a device's line knows no other calls"
  }

  /// Of a step and what was told.
  private static func brokenSentence(
    from before: borrowing Exchange, to after: borrowing Exchange, telling events: [Event]
  ) -> String? {
    for event in events {
      let was = before.state(of: event.thisDN, in: event.connID)
      let kind = after.kind(event.thisDN)
      if kind == .external { return "nobody outside is told anything" }
      if event.listed.contains(.otherDN), event.otherDN == event.thisDN { return "OtherDN is not ThisDN" }
      if event.listed.contains(.otherDN), event.otherDN == .none { return "OtherDN is somebody" }
      if event.listed.contains(.thirdPartyDN), event.thirdPartyDN == .none { return "ThirdPartyDN is somebody" }
      if event.listed.contains(.thisQueue), ![.acdGroup, .routeQueue].contains(after.kind(event.thisQueue)) {
        return "ThisQueue is a queue"
      }
      if event.message == .retrieved, ![.held, .dialingHeld, .hearingBusyHeld].contains(was) { return "a retrieved party was held" }
      if event.message == .queued, ![.acdGroup, .routeQueue].contains(kind), after.state(of: event.thisDN, in: event.connID) != .parked {
        return "queue events come only at queues and where a call is parked"
      }
      if was == .idle, after.state(of: event.thisDN, in: event.connID) == .idle { return "only parties are told of a call" }
      if event.connID.rawValue >= after.nextConnID { return "a ConnID belongs to a call that has begun" }
    }
    for call in after.calls where before[call.connID] == nil && call.connID.rawValue < before.nextConnID {
      return "ConnIDs are never used again"
    }
    let ends: Set<Message> = [.released, .abandoned, .diverted, .routeUsed]
    for call in before.calls {
      for party in call.parties where party.state.hasBeenTold && before.kind(party.dn) != .external {
        let isGone = after.state(of: party.dn, in: call.connID) == .idle
        let isTold = events.contains { $0.thisDN == party.dn && $0.connID == call.connID && ends.contains($0.message) }
        if isGone != isTold { return "whoever was told of a call is told when it is over for it, and only then" }
      }
    }
    return nil
  }
}
