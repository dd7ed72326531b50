/// The kind of a DN.
public enum Kind: UInt8, Named {
  /// A device of the switch: a phone.
  case `extension`
  /// An outside party that is monitored: it receives events and makes requests.
  case remote
  /// An outside party that is not monitored: it receives no events and makes no requests.
  case external
  /// A group of agents, at which calls wait.
  case acdGroup
  /// A point at which calls wait for a route.
  case routingPoint
  /// A queue at which calls wait for a route, one after the other.
  case routeQueue
  /// A queue that is not a party of calls: a router lets calls wait there while a routing point or a queue has them.
  case virtualQueue

  /// As scenarios spell it.
  public var name: StaticString {
    switch self {
    case .extension: "extension"
    case .remote: "remote"
    case .external: "external"
    case .acdGroup: "acd-group"
    case .routingPoint: "routing-point"
    case .routeQueue: "route-queue"
    case .virtualQueue: "virtual-queue"
    }
  }

  /// Whether it is not a DN of the switch.
  @inline(__always) public var isOutside: Bool {
    switch self {
    case .remote, .external: true
    case .extension, .acdGroup, .routingPoint, .routeQueue, .virtualQueue: false
    }
  }
  /// Whether it has a line for a few calls, of which at most one is active; other kinds may be in any number of calls.
  @inline(__always) var isDevice: Bool {
    switch self {
    case .extension, .remote: true
    case .external, .acdGroup, .routingPoint, .routeQueue, .virtualQueue: false
    }
  }
  /// Whether calls wait at it.
  var isQueue: Bool { !isDevice && !isOutside }
}
