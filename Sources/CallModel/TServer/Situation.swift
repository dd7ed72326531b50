/// What holds in the exchange when an action comes.
public struct Situation: Circumstances {
  /// No dimension lies in both halves.
  private let low: UInt64
  private let high: UInt64

  @inline(__always) private init(_ low: UInt64, _ high: UInt64) { (self.low, self.high) = (low, high) }
  public init(rawValue: UInt128) {
    self.init(UInt64(truncatingIfNeeded: rawValue), UInt64(truncatingIfNeeded: rawValue >> 64))
  }
  public var rawValue: UInt128 { UInt128(high) << 64 | UInt128(low) }

  @inline(__always)
  static func bit(_ number: UInt8) -> Self {
    number < 64 ? Self(1 &<< UInt64(number), 0) : Self(0, 1 &<< UInt64(number &- 64))
  }
  @inline(__always)
  static func bit<Place: RawRepresentable<UInt8>>(_ first: UInt8, _ place: Place) -> Self {
    first < 64 ? Self(1 &<< UInt64(first &+ place.rawValue), 0) : Self(0, 1 &<< UInt64(first &- 64 &+ place.rawValue))
  }

  /// The state of the other party: in a conference, of one of its members.
  static func facing(_ states: PartyState...) -> Self { facing(states) }
  static func facing(_ states: [PartyState]) -> Self { states.reduce(into: []) { $0.formUnion(.facing(one: $1)) } }
  @inline(__always) static func facing(one state: PartyState) -> Self { bit(0, state) }
  static let facingCaller = facing(.caller)

  @inline(__always) static func path(_ path: Path) -> Self { bit(32, path) }
  static let direct = path(.direct), outside = path(.outside), group = path(.group), groups = path(.groups)
  static let routeQueue = path(.routeQueue), routingPoint = path(.routingPoint), predictive = path(.predictive)
  static let transferred = path(.transferred), redirected = path(.redirected), forwarded = path(.forwarded)
  static let anyPath: Self = Path.allCases.reduce(into: []) { $0.formUnion(.path($1)) }
  static let handedOn: Self = [transferred, redirected, forwarded]
  static let notOutside: Self = [direct, group, groups, routeQueue, routingPoint, predictive, handedOn]
  static let notPredictive: Self = [direct, outside, group, groups, routeQueue, routingPoint, handedOn]

  /// At most two in the call talk or hold, or more do; an announced one counts.
  static let pair = bit(44), conference = bit(45)
  /// Everybody in the call, observers apart, has answered, or somebody has not.
  static let settled = bit(46), unsettled = bit(47)

  @inline(__always) static func by(_ kind: Kind) -> Self { bit(48, kind) }
  static let byExtension = by(.extension), byExternal = by(.external), byRemote = by(.remote)
  static let byDevice: Self = [byExtension, byRemote]
  static let byAnyone: Self = Kind.allCases.reduce(into: []) { $0.formUnion(.by($1)) }
  static let byGroup = by(.acdGroup), byRoutingPoint = by(.routingPoint), byRouteQueue = by(.routeQueue)

  /// The target: nobody, the actor, a party of this call, or somebody of a kind. A party talks or holds, or has been
  /// announced, and rings or does not yet, or is anybody else.
  static let toNobody = bit(54), toItself = bit(55), toMember = bit(56), toParty = bit(57)
  static let toAnnouncedRinging = bit(42), toAnnounced = bit(43)
  @inline(__always) static func to(_ kind: Kind) -> Self { bit(58, kind) }
  @inline(__always)
  static func toParty(of state: PartyState) -> Self {
    !state.isMember
      ? toParty : state.hasAnswered ? toMember : state == .joiningRinging ? toAnnouncedRinging : toAnnounced
  }
  static let inThisCall: Self = [toMember, toAnnouncedRinging, toAnnounced, toParty]
  static let toExtension = to(.extension), toGroup = to(.acdGroup), toRoutingPoint = to(.routingPoint)
  static let toRouteQueue = to(.routeQueue), toExternal = to(.external), toRemote = to(.remote)
  static let toDevice: Self = [toExtension, toRemote], toOutside: Self = [toExternal, toRemote]
  static let toAnyone: Self = [toExtension, toGroup, toRoutingPoint, toRouteQueue, toExternal, toRemote]

  /// The target is the destination that TRouteCall asked for, or none was asked for; or it is another.
  static let asAsked = bit(64), notAsked = bit(65)
  /// The actor has no other active call, or has one.
  static let free = bit(66), engaged = bit(67)
  /// Limits: calls in the exchange, calls on the actor's and on the target's line, parties in the call.
  static let room = bit(68), noRoom = bit(69), lineRoom = bit(70), lineFull = bit(71)
  static let targetRoom = bit(72), targetFull = bit(73), partyRoom = bit(74), partiesFull = bit(75)

  /// How the actor's device takes calls.
  @inline(__always) static func taking(_ manner: Manner) -> Self { bit(76, manner) }
  static let open = taking(.open), undisturbed = taking(.undisturbed), forwardsAll = taking(.forwardsAll)
  static let forwardsBusy: Self = [taking(.forwardsBusy), taking(.forwardsBusyAndUnanswered)]
  static let forwardsUnanswered: Self = [taking(.forwardsUnanswered), taking(.forwardsBusyAndUnanswered)]
  static let anyManner: Self = [undisturbed, disturbable]
  static let disturbable: Self = [open, forwardsAll, forwardsBusy, forwardsUnanswered]
  static let takesCalls: Self = [open, forwardsBusy, forwardsUnanswered]
  static let staysBusy: Self = [open, undisturbed, forwardsAll, taking(.forwardsUnanswered)]
  static let staysUnanswered: Self = [open, undisturbed, forwardsAll, taking(.forwardsBusy)]

  /// The actor's other call, where an action is about two: none, one it holds or has left for this one, the one for
  /// which it consults, or one of several.
  static let alone = bit(82), holding = bit(83), consulting = bit(84), torn = bit(85)
  static let paired: Self = [holding, consulting]
  /// That call is a conversation, a conference, or has not been answered.
  static let otherPair = bit(86), otherConference = bit(87), otherUnanswered = bit(88)
  static let otherSettled = bit(89), otherUnsettled = bit(90)
  /// The actor holds it, or is active in it.
  static let otherHeld = bit(91), otherActive = bit(92)
  /// Nobody but the actor is in both, and they fit into one; or not.
  static let apart = bit(93), acquainted = bit(94), joinRoom = bit(95), joinFull = bit(96)

  /// Nobody observes the call; the actor is observed, or only others are.
  static let unobserved = bit(97), observed = bit(98), othersObserved = bit(99)
  /// What the action says fits the verb, or says otherwise.
  static let asUsual = bit(100), otherwise = bit(101)

  /// What is set on the actor's DN.
  static let loggedOut = bit(102), notReady = bit(103), ready = bit(104), forwardSet = bit(105), forwardUnset = bit(106)

  /// On some call, or on none.
  static let someCall = bit(107), noCall = bit(108)

  /// What is implied where the action is about no call, where the call has two parties, and where an action is plain.
  static let inNoCall = partyRoom.union(asAsked).union(unobserved)
  static let amongTwo = pair.union(partyRoom).union(unobserved)
  static let plain = lineRoom.union(targetRoom).union(open).union(asUsual)

  public static let columns = Path.allCases.map { path($0) }

  public static let dimensions: [Dimension<Self>] = [
    Dimension("the other party", PartyState.allCases.map { (facing(one: $0), $0.words) }),
    Dimension("the call", Path.allCases.map { (path($0), $0.words) }),
    Dimension("the call", [(pair, "one of at most two"), (conference, "a conference")]),
    Dimension(
      "the call", [(settled, "one in which all have answered"), (unsettled, "one in which somebody has not answered")]),
    Dimension("the actor", Kind.allCases.map { (by($0), $0.words) }),
    Dimension(
      "the target",
      [
        (toNobody, "nobody"), (toItself, "the actor itself"), (toMember, "a party that talks or holds in this call"),
        (toAnnouncedRinging, "one that was announced and rings"), (toAnnounced, "one that was announced"),
        (toParty, "in this call already"),
      ]
        + Kind.allCases.map { (to($0), $0.words) }),
    Dimension(
      "the target",
      [(asAsked, "the one that TRouteCall asked for"), (notAsked, "not the one that TRouteCall asked for")]),
    Dimension("the actor", [(free, "free"), (engaged, "active in another call")]),
    Dimension(
      "the exchange", [(room, "able to take another call"), (noRoom, "full: it has as many calls as it can have")]),
    Dimension("the actor's line", [(lineRoom, "able to take another call"), (lineFull, "full: \(Line.limit) calls")]),
    Dimension(
      "the target's line", [(targetRoom, "able to take another call"), (targetFull, "full: \(Line.limit) calls")]),
    Dimension("the call", [(partyRoom, "able to take another party"), (partiesFull, "full: \(Call.limit) parties")]),
    Dimension("the actor", Manner.allCases.map { (taking($0), $0.words) }),
    Dimension(
      "the actor",
      [
        (alone, "in no second call"), (holding, "in a second call"), (consulting, "consulting"),
        (torn, "in more calls than two"),
      ]),
    Dimension(
      "the other call",
      [(otherPair, "a conversation"), (otherConference, "a conference"), (otherUnanswered, "not answered")]),
    Dimension(
      "the other call",
      [(otherSettled, "one in which all have answered"), (otherUnsettled, "one in which somebody has not answered")]),
    Dimension("the other call", [(otherHeld, "held"), (otherActive, "not held")]),
    Dimension(
      "the other call", [(apart, "one with other parties"), (acquainted, "one with some of the same parties")]),
    Dimension(
      "both calls together",
      [(joinRoom, "small enough"), (joinFull, "too many for one: at most \(Call.limit) parties")]),
    Dimension(
      "the call",
      [(unobserved, "not observed"), (observed, "observed at the actor"), (othersObserved, "observed elsewhere")]),
    Dimension("what the action says", [(asUsual, "possible"), (otherwise, "not possible")]),
    Dimension("the request", [(someCall, "about a call"), (noCall, "about no call")]),
    Dimension("the actor", [(loggedOut, "logged out"), (notReady, "not ready"), (ready, "ready")]),
    Dimension("the actor", [(forwardSet, "forwarding its calls"), (forwardUnset, "not forwarding its calls")]),
  ]
}

// Half by half: a number of 128 bits would be made and taken apart each time, and a constant would be none.
extension Situation {
  @inline(__always) public init() { self.init(0, 0) }
  @inline(__always)
  public init(arrayLiteral members: Self...) {
    self.init()
    for member in members { formUnion(member) }
  }
  @inline(__always) public func union(_ other: Self) -> Self { Self(low | other.low, high | other.high) }
  @inline(__always) public func intersection(_ other: Self) -> Self { Self(low & other.low, high & other.high) }
  @inline(__always) public func subtracting(_ other: Self) -> Self { Self(low & ~other.low, high & ~other.high) }
  @inline(__always) public func isDisjoint(with other: Self) -> Bool { low & other.low | high & other.high == 0 }
  @inline(__always) public mutating func formUnion(_ other: Self) { self = union(other) }
  @inline(__always) public mutating func subtract(_ other: Self) { self = subtracting(other) }
  @inline(__always) public func contains(_ member: Self) -> Bool { intersection(member) == member }
}

extension Path {
  var words: String {
    switch self {
    case .direct: "direct"
    case .outside: "to a party outside"
    case .group: "through an ACD group"
    case .groups: "through several ACD groups"
    case .routeQueue: "through a route queue"
    case .routingPoint: "through a routing point"
    case .transferred: "transferred"
    case .redirected: "redirected"
    case .forwarded: "forwarded"
    case .predictive: "predictive"
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
