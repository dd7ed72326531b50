// What the rules of a T-Server change, in words.

extension Rule<Exchange> {
  /// What changes, in the order of the clauses: `the called party is now talking`.
  package var changesInWords: [String] { clauses.compactMap { $0.change(in: self) } }
}

extension Clause {
  fileprivate func change(in rule: Rule<Exchange>) -> String? {
    let isAboutOther = on == .other
    let who = several.words(in: rule, isAboutOther) ?? rule.words(self.who)
    let place = isAboutOther && several.set == .one ? " in the other call" : ""
    switch operation {
    case .opens(let path): return "a call begins: \(path.words)"
    case .travels(let path): return "the last hop of the call is now: \(path.words)"
    case .treats: return "the call keeps the type of the treatment"
    case .enters(let role, let state, _, _): return "\(who) comes into the call as \(role.name), \(state.words)"
    case .becomes(let state): return "\(who) is now \(state.words)\(place)"
    case .turns(.hold): return "\(who) puts the call on hold\(place)"
    case .turns(.retrieve): return "\(who) takes the call off hold\(place)"
    case .turns(.busy): return "\(who) hears busy\(place)"
    case .plays(let role): return "\(who) is now \(role.name)\(place)"
    case .asks(let target): return "the call is to be routed to \(rule.words(target))"
    case .leaves: return "\(who) leaves\(place)"
    case .joins(let isAnnounced):
      return "the parties that are left move into the actor's other call" + (isAnnounced ? " as new parties" : "")
    case .sets(let setting): return setting.words(of: who, rule.words(.target))
    case .keeps(let change): return change.words
    case .receives: return nil
    }
  }
}

extension Clause.Setting {
  fileprivate func words(of who: String, _ target: String) -> String {
    switch self {
    case .loggedOut: "\(who) is now logged out"
    case .notReady: "\(who) is now an agent who is not ready"
    case .ready: "\(who) is now an agent who is ready"
    case .undisturbed: "\(who) is not to be disturbed"
    case .disturbed: "\(who) may be disturbed again"
    case .forwarding: "\(who) forwards its calls to \(target)"
    case .notForwarding: "\(who) no longer forwards its calls"
    case .monitoring: "\(who) is to observe the next calls of \(target)"
    case .notMonitoring: "\(who) is no longer to observe the calls of \(target)"
    case .monitored: "this call uses up the request of \(who) to observe one call"
    }
  }
}

extension Clause.DataChange {
  fileprivate var words: String {
    switch self {
    case .attach: "the pairs are attached to the call"
    case .deletePair: "the pair is deleted from the call"
    case .deleteAll: "the call has no user data any more"
    }
  }
}
