// Where a call can arrive, and what happens there at once, however it came: made, diverted, routed, transferred or
// handed on.

private let c = Who.target

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
  static let group = Arrival(
    name: "an ACD group", kinds: .toGroup, path: .group, state: .queued, message: (.queued, [.thisQueue(c)]))

  /// Basic Call Models, Routing, RouteQueue Case: EventQueued.
  static let routeQueue = Arrival(
    name: "a route queue", kinds: .toRouteQueue, path: .routeQueue, state: .queued, message: (.queued, [.thisQueue(c)]))

  /// Basic Call Models, Routing: EventRouteRequest.
  static let routingPoint = Arrival(
    name: "a routing point", kinds: .toRoutingPoint, path: .routingPoint, state: .routing, message: (.routeRequest, []))

  static let inside = [device, group, routeQueue, routingPoint]
  static let all = [device, remote, external, group, routeQueue, routingPoint]
}
