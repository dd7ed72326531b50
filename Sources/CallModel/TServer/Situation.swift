/// Where a party stands in one call.
public enum PartyState: UInt8, Standing {
  case idle
  /// The caller before the answer, the same on hold; one who hears busy, and who will when it retrieves.
  case dialing, dialingHeld, hearingBusy, hearingBusyHeld
  /// In an ACD group or a route queue; on a device, to be picked up.
  case queued, parked
  /// At a routing point or a route queue that has asked for a route, and after the TRouteCall.
  case routing, routeAsked
  /// A destination that the network has not reached; one that has not rung; one outside that may answer without ringing.
  case unreached, offered, reached
  case ringing, talking, held
  /// Called into a conference: not yet rung, outside so that it may answer without ringing, and ringing.
  case invited, invitedReached, invitedRinging

  /// In the conversation, or in the conference.
  @inline(__always) var isMember: Bool { self == .talking || self == .held }
  /// Called into a conference, and not in it yet.
  @inline(__always) var isInvited: Bool { rawValue >= PartyState.invited.rawValue }
  /// Neither held, parked nor alerting: a device can be in one such call only.
  @inline(__always) var isActive: Bool { self == .talking || self == .dialing || self == .hearingBusy }
  /// Its device has been told of the call, and has to be told of its end.
  var hasBeenTold: Bool {
    switch self {
    case .idle, .unreached, .offered, .reached, .invited, .invitedReached: false
    default: true
    }
  }
}

/// How the call travelled to where it is: the last hop decides which attributes its events list.
public enum Path: UInt8, CaseIterable, Sendable { case direct, outside, group, groups, routeQueue, routingPoint }

/// What holds in the exchange when an action comes.
public struct Situation: Circumstances {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  @inline(__always) static func bit(_ number: UInt64) -> Self { Self(rawValue: 1 &<< number) }
  @inline(__always) static func bit<Place: RawRepresentable<UInt8>>(_ first: UInt64, _ place: Place) -> Self {
    bit(first &+ UInt64(place.rawValue))
  }

  /// The state of the other party: in a conference, of one of its members.
  static func facing(_ states: PartyState...) -> Self { states.reduce(into: []) { $0.formUnion(.facing(one: $1)) } }
  @inline(__always) static func facing(one state: PartyState) -> Self { bit(0, state) }

  @inline(__always) static func path(_ path: Path) -> Self { bit(20, path) }
  static let direct = path(.direct), outside = path(.outside), group = path(.group), groups = path(.groups)
  static let routeQueue = path(.routeQueue), routingPoint = path(.routingPoint)

  /// At most two in the call talk or hold, or more do.
  static let pair = bit(28), conference = bit(29)

  @inline(__always) static func by(_ kind: Kind) -> Self { bit(30, kind) }
  static let byExtension = by(.extension), byExternal = by(.external), byRemote = by(.remote)
  static let byDevice: Self = [byExtension, byRemote]
  static let byGroup = by(.acdGroup), byRoutingPoint = by(.routingPoint), byRouteQueue = by(.routeQueue)

  /// The target: nobody, a member of this conference or conversation, anybody else in this call, or somebody of a kind.
  static let toNobody = bit(36), toItself = bit(37), toMember = bit(38), toParty = bit(39)
  @inline(__always) static func to(_ kind: Kind) -> Self { bit(40, kind) }
  static let toExtension = to(.extension), toGroup = to(.acdGroup), toRoutingPoint = to(.routingPoint)
  static let toRouteQueue = to(.routeQueue), toExternal = to(.external), toRemote = to(.remote)
  static let toDevice: Self = [toExtension, toRemote], toOutside: Self = [toExternal, toRemote]
  static let toAnyone: Self = [toExtension, toGroup, toRoutingPoint, toRouteQueue, toExternal, toRemote]

  /// The target is the destination that TRouteCall asked for, or none was asked for; or it is another.
  static let asAsked = bit(48), notAsked = bit(49)
  /// The actor has no other active call, or has one.
  static let free = bit(50), engaged = bit(51)
  /// Limits: calls in the exchange, calls on the actor's and on the target's line, parties in the call.
  static let room = bit(52), noRoom = bit(53), lineRoom = bit(54), lineFull = bit(55)
  static let targetRoom = bit(56), targetFull = bit(57), partyRoom = bit(58), partiesFull = bit(59)

  static let notOutside: Self = [direct, group, groups, routeQueue, routingPoint]

  public static let columns = Path.allCases.map { path($0) }

  public static let dimensions: [Dimension<Self>] = [
    Dimension("the other party", PartyState.allCases.map { (facing(one: $0), $0.words) }),
    Dimension(
      "the call",
      [
        (direct, "direct"), (outside, "to a party outside"), (group, "through an ACD group"), (groups, "through several ACD groups"),
        (routeQueue, "through a route queue"), (routingPoint, "through a routing point"),
      ]),
    Dimension("the call", [(pair, "one of at most two"), (conference, "a conference")]),
    Dimension("the actor", Kind.allCases.map { (by($0), $0.words) }),
    Dimension(
      "the target",
      [
        (toNobody, "nobody"), (toItself, "the actor itself"), (toMember, "a party that talks in this call"),
        (toParty, "in this call already"),
      ]
        + Kind.allCases.map { (to($0), $0.words) }),
    Dimension("the target", [(asAsked, "the one that TRouteCall asked for"), (notAsked, "not the one that TRouteCall asked for")]),
    Dimension("the actor", [(free, "free"), (engaged, "active in another call")]),
    Dimension("the exchange", [(room, "able to take another call"), (noRoom, "full: it has as many calls as it can have")]),
    Dimension("the actor's line", [(lineRoom, "able to take another call"), (lineFull, "full: \(Line.limit) calls")]),
    Dimension("the target's line", [(targetRoom, "able to take another call"), (targetFull, "full: \(Line.limit) calls")]),
    Dimension("the call", [(partyRoom, "able to take another party"), (partiesFull, "full: \(Call.limit) parties")]),
  ]
}

extension PartyState {
  public var words: String {
    switch self {
    case .idle: "in no such call"
    case .dialing: "dialing"
    case .dialingHeld: "holding while dialing"
    case .hearingBusy: "hearing busy"
    case .hearingBusyHeld: "holding a busy tone"
    case .queued: "queued"
    case .parked: "where the call is parked"
    case .routing: "waiting for a route"
    case .routeAsked: "about to route"
    case .unreached: "not reached by the network yet"
    case .offered: "not ringing yet"
    case .reached: "called outside"
    case .ringing: "ringing"
    case .talking: "talking"
    case .held: "holding"
    case .invited: "invited but not ringing yet"
    case .invitedReached: "invited outside"
    case .invitedRinging: "ringing for a conference"
    }
  }
}

extension Kind {
  /// As a sentence ends that begins with `it is`.
  public var words: String {
    switch self {
    case .extension: "an extension"
    case .acdGroup: "an ACD group"
    case .routingPoint: "a routing point"
    case .routeQueue: "a route queue"
    case .external: "an external party"
    case .remote: "a remote party"
    }
  }
}
