/// A kind of place where a call can arrive, and what happens there at once, no matter how the call came.
struct Arrival {
  /// `a device`
  let name: String
  let kinds: Situation
  /// The last hop; none where the call goes on as it has travelled.
  var hop: Hop?
  let state: PartyState
  /// What a queue or a routing point is told: the cell of the section in which the caller calls it.
  var told: Clause?

  static let device = Arrival(name: "a device", kinds: .toExtension, state: .offered)
  static let remote = Arrival(name: "a monitored outside party", kinds: .toRemote, state: .offered)
  static let external = Arrival(name: "an outside party", kinds: .toExternal, state: .reached)
  static let group = Arrival(
    name: "an ACD group", kinds: .toGroup, hop: .group, state: .queued, told: Section.callToACD.arrival)
  static let routeQueue = Arrival(
    name: "a route queue", kinds: .toRouteQueue, hop: .routeQueue, state: .queued,
    told: Section.routeQueueCase.arrival)
  static let routingPoint = Arrival(
    name: "a routing point", kinds: .toRoutingPoint, hop: .routingPoint, state: .routing,
    told: Section.routing.arrival)

  static let all = [device, remote, external, group, routeQueue, routingPoint]
}

extension Arrival {
  /// The target comes into a call that `from` hands on; `hop` is the last one where the place itself is none.
  fileprivate func enters(from: Who, past: Who, hop: Hop?) -> [Clause] {
    let travels = (self.hop ?? hop).map { [ThisCall.travels($0)] } ?? []
    if self.hop != nil { return travels + [Who.target.enters(for: .actor, state, past: past)] }
    let arrives = travels + [Who.target.enters(for: .actor, state, from: from, past: past)]
    return hop == nil ? arrives : arrives + [Who.target.takesQueue()]
  }

  /// What the place is told of the caller who waits there; a queue also knows how the call came to it.
  fileprivate func hears(of caller: Who, _ state: CallState?) -> [Clause] {
    guard var told = told?.mapParties({ $0 == .via ? .target : $0 == .caller ? caller : $0 }) else { return [] }
    if let state, case .receives(.queued, let values) = told.operation {
      told.operation = .receives(.queued, values + [Value.callState(state).unlisted])
    }
    return [told]
  }
}

extension Rule<Exchange> {
  /// Adds a rule for each kind of place that is called, or where the target may arrive; the rule itself, where there is
  /// none.
  func addAtEachPlace(to rules: inout [Rule], toDevices devicesNote: Footnote? = nil) {
    if let begins = clauses.first(where: \.isBeginning) {
      for placement in Placement.all {
        let told = clauses.flatMap { $0.isBeginning ? placement.begins.on(begins.on) : [$0] }
        rules.append(rule(to: placement.place, placement.kinds, only: placement.note, told))
      }
      return
    }
    guard clauses.contains(where: \.isArrival) else { return rules.append(self) }
    for place in Arrival.all where !situation.isDisjoint(with: place.kinds) {
      let note = place.hop == nil ? devicesNote ?? self.note : self.note
      rules.append(rule(to: place.name, place.kinds, only: note, clauses(at: place)))
    }
  }

  private func rule(to place: String, _ kind: Situation, only note: Footnote?, _ told: [Clause]) -> Rule {
    Rule("\(name) to \(place)", origin, on: verbs, by: states, if: situation.replacing(kind), only: note, clauses: told)
  }

  private func clauses(at place: Arrival) -> [Clause] {
    var told: [Clause] = []
    told.reserveCapacity(clauses.count + 2)
    var saysWhen = false
    var state: CallState?
    for clause in clauses where clause.situation.isEmpty || place.kinds.allows(clause.situation) {
      switch clause.operation {
      case .arrives(let from, let past, let hop):
        told += place.enters(from: from, past: past, hop: hop)
        state = hop?.callState
      case .hears(let caller):
        // A consultation is queued as any call is.
        told += place.hears(of: caller, clause.on == .this ? state : nil).on(clause.on)
        saysWhen = true
      default: told.append(clause)
      }
    }
    return saysWhen ? told : told + place.hears(of: .caller, state)
  }
}

extension Hop {
  /// The CallState of a call that was handed on.
  fileprivate var callState: CallState? {
    switch self {
    case .transferred: .transferred
    case .redirected: .redirected
    case .forwarded: .forwarded
    case .direct, .outside, .group, .groups, .routeQueue, .routingPoint, .predictive: nil
    }
  }
}
