// Describes in words what the rules of a T-Server change.

extension Rule<Exchange> {
  /// What changes, in the order of the clauses: `the called party is now talking`.
  package var changesInWords: [String] { clauses.compactMap { $0.change(in: self, where: $0.note.condition) } }
}

extension Clause {
  fileprivate func change(in rule: Rule<Exchange>, where condition: Condition?) -> String? {
    let values = condition.map { ", where \($0.option)=\($0.values.joined(by: "or"))" } ?? ""
    return change(in: rule).map { $0 + values }
  }

  private func change(in rule: Rule<Exchange>) -> String? {
    let isAboutOther = on == .other
    let who = recipients.words(in: rule, isAboutOther) ?? rule.words(self.who)
    let place = isAboutOther && recipients.set == .one ? " in the other call" : ""
    switch operation {
    case .opens(let hop): return "a call begins: \(hop.words)"
    case .travels(let hop): return "the last hop of the call is now: \(hop.words)"
    case .treats: return "the call stores the treatment type"
    case .asksForDigits: return "digits have been asked for in the call"
    case .bringsDigits: return "the digits have come that were asked for"
    case .enters(let part, let state, _, _): return "\(who) enters the call as \(part.words(in: rule)), \(state)"
    case .becomes(let state): return "\(who) is now \(state)\(place)"
    case .changesHold(.hold): return "\(who) puts the call on hold\(place)"
    case .changesHold(.retrieve): return "\(who) takes the call off hold\(place)"
    case .changesHold(.busy): return "\(who) hears busy\(place)"
    case .changesHold(.dial): return "\(who) waits for an answer again"
    case .connects: return "\(who) is connected"
    case .plays(let part): return "\(who) is now \(part.words(in: rule))\(place)"
    case .asks(let target): return "the call is to be routed to \(rule.words(target))"
    case .aims(.noParty): return "the call is to be routed to no party"
    case .aims(let target): return "\(who) waits for the answer of \(rule.words(target))"
    case .leaves, .handsOn: return "\(who) leaves\(place)"
    case .stays: return "\(who) observes another party from now on; those that ring leave"
    case .takesQueue: return "\(who) takes over the queue of the party that left"
    case .joins(let isAnnounced):
      return "the remaining parties move into the actor's other call" + (isAnnounced ? " as new parties" : "")
        + ", which has the user data that merged-user-data says"
    case .sets(let setting): return setting.words(of: who, rule.words(.target))
    case .keeps(let change): return change.words
    case .receives, .arrives, .hears, .begins: return nil
    }
  }
}

extension Clause.Part {
  fileprivate func words(in rule: Rule<Exchange>) -> String {
    switch self {
    case .role(let role): "\(role.name)"
    case .of(let leaver): "what \(rule.words(leaver)) was"
    }
  }
}

extension Clause.Setting {
  fileprivate func words(of who: String, _ target: String) -> String {
    switch self {
    case .loggedIn: "an agent is logged in at \(who), with the AgentID and the group that the request or the party says"
    case .loggedOut: "\(who) is now logged out"
    case .notReady: "\(who) is now an agent who is not ready"
    case .noLongerReady: "\(who) is no longer ready, if it was"
    case .ready: "\(who) is now an agent who is ready"
    case .afterCallWork: "\(who) is now an agent in after-call work"
    case .noAfterCallWork: "\(who) is again what it was before its after-call work"
    case .undisturbed: "\(who) has do-not-disturb on"
    case .disturbed: "\(who) has do-not-disturb off"
    case .forwarding: "\(who) forwards its calls to \(target)"
    case .outOfService: "\(who) is out of service"
    case .inService: "\(who) is in service again"
    case .messagesWait: "the message lamp of \(who) is on"
    case .noMessagesWait: "the message lamp of \(who) is off"
    case .notForwarding: "\(who) no longer forwards its calls"
    case .monitoring: "\(who) will observe the next calls of \(target)"
    case .intruding: "\(who) will observe the present call of \(target), or the next ones"
    case .notMonitoring: "\(who) will observe no more calls"
    case .registered: "\(who) is registered with the mode that the request says"
    case .unregistered: "\(who) is no longer registered"
    case .monitored: "this call uses up the request of \(who) to observe one call"
    case .queuedVirtually: "the call waits at \(who), too"
    case .divertedVirtually: "the call no longer waits at \(who)"
    case .muted: "\(who) is now muted"
    case .notMuted: "\(who) is no longer muted"
    case .notListening: "\(who) no longer hears the others"
    case .listening: "\(who) hears the others again"
    }
  }
}

extension Clause.DataChange {
  fileprivate var words: String {
    switch self {
    case .attach: "the pairs are added to the user data of the call"
    case .update: "the pairs replace those with the same keys, and the others are added"
    case .deletePair: "the pair is deleted from the call"
    case .deleteAll: "the call no longer has user data"
    case .merge: "the call has the user data that merged-user-data says, of its own and those of its consultation"
    }
  }
}
