// Where a call can arrive, and what happens there at once, however it came: made, diverted or routed.

private let a = Who.caller, c = Who.target

struct Arrival {
  let name: String
  let kinds: Situation
  /// The last hop; none where the call goes on as it has travelled.
  var path: Path?
  let state: PartyState
  var queueing: [Clause] = []

  /// The target comes into a call that `from` hands on.
  func enters(from: Who, past: Who = .nobody) -> [Clause] {
    let hop = path.map { [Here.travels($0)] } ?? []
    return hop + [c.enters(as: .destination, state, from: path == nil ? from : .nobody, past: past)]
  }

  static let device = Arrival(name: "a device", kinds: .toExtension, state: .offered)
  static let remote = Arrival(name: "a monitored party outside", kinds: .toRemote, state: .offered)
  static let external = Arrival(name: "a party outside", kinds: .toExternal, state: .reached)

  /// Basic Call Models, Internal/Inbound Call to ACD: EventQueued.
  static let group = Arrival(
    name: "an ACD group", kinds: .toGroup, path: .group, state: .queued,
    queueing: [c.receives(.queued, .thisQueue(c), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))])

  /// Basic Call Models, Routing, RouteQueue Case: EventQueued.
  static let routeQueue = Arrival(
    name: "a route queue", kinds: .toRouteQueue, path: .routeQueue, state: .queued,
    queueing: [c.receives(.queued, .thisQueue(c), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))])

  /// Basic Call Models, Routing: EventRouteRequest.
  static let routingPoint = Arrival(
    name: "a routing point", kinds: .toRoutingPoint, path: .routingPoint, state: .routing,
    queueing: [c.receives(.routeRequest, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))])

  static let inside = [device, group, routeQueue, routingPoint]
  static let all = [device, remote, external, group, routeQueue, routingPoint]
}
