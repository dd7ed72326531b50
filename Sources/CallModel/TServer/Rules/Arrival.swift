// Where a call can arrive, and what happens there at once, however it came: made, diverted, routed, transferred or handed on.

private let b = Who.actor, c = Who.target

struct Arrival {
  let name: String
  let kinds: Situation
  /// The last hop; none where the call goes on as it has travelled.
  var path: Path?
  let state: PartyState
  /// What a queue or a routing point is told.
  var message: (Message, [Value])?

  /// The target comes into a call that `from` hands on; `hop` is the last one where the place itself is none.
  func enters(as role: Role = .destination, from: Who, past: Who = .nobody, hop: Path? = nil) -> [Clause] {
    let travels = (path ?? hop).map { [Here.travels($0)] } ?? []
    return travels + [c.enters(as: role, state, from: path == nil ? from : .nobody, past: past)]
  }

  /// What the place is told of the one who waits there.
  func queueing(_ a: Who = .caller) -> [Clause] {
    guard let (message, values) = message else { return [] }
    return [c.receives(message, values + [.thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination)])]
  }

  static let device = Arrival(name: "a device", kinds: .toExtension, state: .offered)
  static let remote = Arrival(name: "a monitored party outside", kinds: .toRemote, state: .offered)
  static let external = Arrival(name: "a party outside", kinds: .toExternal, state: .reached)

  /// Basic Call Models, Internal/Inbound Call to ACD: EventQueued.
  static let group = Arrival(name: "an ACD group", kinds: .toGroup, path: .group, state: .queued, message: (.queued, [.thisQueue(c)]))

  /// Basic Call Models, Routing, RouteQueue Case: EventQueued.
  static let routeQueue = Arrival(
    name: "a route queue", kinds: .toRouteQueue, path: .routeQueue, state: .queued, message: (.queued, [.thisQueue(c)]))

  /// Basic Call Models, Routing: EventRouteRequest.
  static let routingPoint = Arrival(
    name: "a routing point", kinds: .toRoutingPoint, path: .routingPoint, state: .routing, message: (.routeRequest, []))

  static let inside = [device, group, routeQueue, routingPoint]
  static let all = [device, remote, external, group, routeQueue, routingPoint]
}

/// Where a call goes that somebody places, and how it begins: made, or for a consultation.
struct Placement {
  let name: String
  let source: String
  let path: Path
  let arrival: Arrival
  var kinds: Situation
  var state: PartyState
  /// On OtherDN and its role in EventDialing.
  var dialed: Footnote
  /// The profiles under which it begins so.
  var note: Footnote

  init(
    _ name: String, _ source: String, _ path: Path, _ arrival: Arrival, kinds: Situation? = nil, state: PartyState? = nil,
    dialed: Footnote = .dialed, only note: Footnote = .none
  ) {
    (self.name, self.source, self.path, self.arrival, self.dialed, self.note) = (name, source, path, arrival, dialed, note)
    (self.kinds, self.state) = (kinds ?? arrival.kinds, state ?? arrival.state)
  }

  /// The actor dials, and the call arrives.
  var begins: [Clause] {
    [
      Here.opens(path), b.enters(as: .origination, .dialing), c.enters(as: .destination, state),
      b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, dialed), .otherDNRole(.destination, dialed)),
    ] + arrival.queueing(b)
  }

  var rule: Rule<Exchange> {
    Rule("A call is made to \(name)", source, on: .makeCall, by: .idle, if: [.byDevice, .byExternal, kinds, .free], only: note) { begins }
  }

  static let all = [toDevice] + outside + [toGroup, toRouteQueue, toRoutingPoint]
}

extension Placement {
  /// Who can be announced to a conference, and how it stands there.
  static let devicesAnnounced: [(name: String, kinds: Situation, state: PartyState)] = [
    ("a device", .toDevice, .joining), ("a party outside", .toExternal, .joiningReached),
  ]
}
