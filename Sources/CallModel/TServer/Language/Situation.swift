/// What holds in the exchange when an action comes.
package struct Situation: Conditions {
  /// No dimension lies in both halves.
  private let low: UInt64
  private let high: UInt64

  @inline(__always) private init(_ low: UInt64, _ high: UInt64) { (self.low, self.high) = (low, high) }
  package init(rawValue: UInt128) {
    self.init(UInt64(truncatingIfNeeded: rawValue), UInt64(truncatingIfNeeded: rawValue >> 64))
  }
  package var rawValue: UInt128 { UInt128(high) << 64 | UInt128(low) }

  /// The answers to the questions, numbered in this order. `facing`, `hop`, `actor`, `target` and
  /// `delivery` each begin a block with an answer for each case of an enumeration: the number after them leaves room.
  private enum Place: UInt8 {
    case facing = 0, hop = 32, actor = 42, target = 49
    case toNoParty = 56, toItself, toMember, toParty, toAnnouncedRinging, toAnnounced
    case pair, conference
    // From here on in the other half.
    case delivery = 64
    case settled = 70, unsettled, asAsked, notAsked, free, engaged
    case exchangeHasRoom, exchangeIsFull, lineRoom, lineFull, targetRoom, targetFull, partyRoom, partiesFull
    case noOtherCall, holding, consulting, severalOtherCalls
    case otherPair, otherConference, otherUnanswered, otherSettled, otherUnsettled, otherHeld, otherActive
    case sharesNoParty, sharesParties, joinRoom, joinFull
    case unobserved, observed, beginnerObserved, othersObserved
    case valueFits, valueDoesNotFit
    case loggedOut, notReady, ready, afterCallNotReady, afterCallReady, forwardSet, forwardUnset
    case unawaited, pointAwaits, pointAwaitsByDefault, queueAwaits, queueAwaitsByDefault
    case plainLogin, readyLogin, notReadyLogin, otherAgentHere, agentElsewhere
    case unmonitored, monitorsAnother, monitoredByAnother
    case divertedToAgent, notDivertedToAgent
  }

  @inline(__always)
  private static func bit(_ place: Place) -> Self {
    place.rawValue < 64 ? Self(1 &<< UInt64(place.rawValue), 0) : Self(0, 1 &<< UInt64(place.rawValue &- 64))
  }
  @inline(__always)
  private static func bit<Answer: RawRepresentable<UInt8>>(_ first: Place, _ answer: Answer) -> Self {
    first.rawValue < 64
      ? Self(1 &<< UInt64(first.rawValue &+ answer.rawValue), 0)
      : Self(0, 1 &<< UInt64(first.rawValue &- 64 &+ answer.rawValue))
  }

  /// The state of the other party: in a conference, of one of its members.
  static func facing(_ states: PartyState...) -> Self { facing(states) }
  static func facing(_ states: [PartyState]) -> Self { states.reduce(into: []) { $0.formUnion(.facing(one: $1)) } }
  @inline(__always) static func facing(one state: PartyState) -> Self { bit(.facing, state) }
  static let facingCaller = facing(.caller)

  @inline(__always) static func hop(_ hop: Hop) -> Self { bit(.hop, hop) }
  static let direct = hop(.direct), outside = hop(.outside), group = hop(.group), groups = hop(.groups)
  static let routeQueue = hop(.routeQueue), routingPoint = hop(.routingPoint), predictive = hop(.predictive)
  static let transferred = hop(.transferred), redirected = hop(.redirected), forwarded = hop(.forwarded)
  static let anyHop: Self = Hop.allCases.reduce(into: []) { $0.formUnion(.hop($1)) }
  static let handedOn: Self = [transferred, redirected, forwarded]
  static let notOutside: Self = [direct, group, groups, routeQueue, routingPoint, predictive, handedOn]
  static let notPredictive: Self = [direct, outside, group, groups, routeQueue, routingPoint, handedOn]

  /// At most two in the call talk or hold, or more do; an announced one counts.
  static let pair = bit(.pair), conference = bit(.conference)
  /// Every party, observers aside, has answered, or some party has not.
  static let settled = bit(.settled), unsettled = bit(.unsettled)

  @inline(__always) static func by(_ kind: Kind) -> Self { bit(.actor, kind) }
  static let byExtension = by(.extension), byExternal = by(.external), byRemote = by(.remote)
  static let byDevice: Self = [byExtension, byRemote]
  static let byAnyone: Self = Kind.allCases.reduce(into: []) { $0.formUnion(.by($1)) }
  static let byDN: Self = [byDevice, by(.acdGroup), by(.routingPoint), by(.routeQueue)]
  static let byGroup = by(.acdGroup), byRoutingPoint = by(.routingPoint), byRouteQueue = by(.routeQueue)
  static let byVirtualQueue = by(.virtualQueue)

  /// The target: none, the actor, a party of this call, or another DN of a kind. A party talks or holds, or has been
  /// announced, and rings or does not yet, or is any other party.
  static let toNoParty = bit(.toNoParty), toItself = bit(.toItself), toMember = bit(.toMember), toParty = bit(.toParty)
  static let toAnnouncedRinging = bit(.toAnnouncedRinging), toAnnounced = bit(.toAnnounced)
  @inline(__always) static func to(_ kind: Kind) -> Self { bit(.target, kind) }
  @inline(__always)
  static func toParty(of state: PartyState) -> Self {
    !state.isMember
      ? toParty : state.hasAnswered ? toMember : state == .announcedRinging ? toAnnouncedRinging : toAnnounced
  }
  static let inThisCall: Self = [toMember, toAnnouncedRinging, toAnnounced, toParty]
  static let toExtension = to(.extension), toGroup = to(.acdGroup), toRoutingPoint = to(.routingPoint)
  static let toRouteQueue = to(.routeQueue), toExternal = to(.external), toRemote = to(.remote)
  static let toDevice: Self = [toExtension, toRemote], toOutside: Self = [toExternal, toRemote]
  static let toDN: Self = [toItself, toDevice, toGroup, toRoutingPoint, toRouteQueue]
  static let toAnyone: Self = [toExtension, toGroup, toRoutingPoint, toRouteQueue, toExternal, toRemote]

  /// The target is the destination that TRouteCall asked for, or none was asked for; or it is another.
  static let asAsked = bit(.asAsked), notAsked = bit(.notAsked)
  /// The actor has no other active call, or has one.
  static let free = bit(.free), engaged = bit(.engaged)
  /// Limits: calls in the exchange, calls on the actor's and on the target's line, parties in the call.
  static let exchangeHasRoom = bit(.exchangeHasRoom), exchangeIsFull = bit(.exchangeIsFull), lineRoom = bit(.lineRoom),
    lineFull = bit(.lineFull)
  static let targetRoom = bit(.targetRoom), targetFull = bit(.targetFull), partyRoom = bit(.partyRoom),
    partiesFull = bit(.partiesFull)

  /// How the actor's device takes calls.
  @inline(__always) static func taking(_ delivery: CallDelivery) -> Self { bit(.delivery, delivery) }
  static let open = taking(.open), undisturbed = taking(.undisturbed), forwardsAll = taking(.forwardsAll)
  static let forwardsBusy: Self = [taking(.forwardsBusy), taking(.forwardsBusyAndUnanswered)]
  static let forwardsUnanswered: Self = [taking(.forwardsUnanswered), taking(.forwardsBusyAndUnanswered)]
  static let anyDelivery: Self = [undisturbed, disturbable]
  static let disturbable: Self = [open, forwardsAll, forwardsBusy, forwardsUnanswered]
  static let takesCalls: Self = [open, forwardsBusy, forwardsUnanswered]
  static let staysBusy: Self = [open, undisturbed, forwardsAll, taking(.forwardsUnanswered)]
  static let staysUnanswered: Self = [open, undisturbed, forwardsAll, taking(.forwardsBusy)]

  /// The actor's other call, where an action is about two: none, one it holds or has left for this one, the one for
  /// which it consults, or one of several.
  static let noOtherCall = bit(.noOtherCall), holding = bit(.holding), consulting = bit(.consulting),
    severalOtherCalls = bit(.severalOtherCalls)
  static let paired: Self = [holding, consulting]
  /// That call is a conversation, a conference, or has not been answered.
  static let otherPair = bit(.otherPair), otherConference = bit(.otherConference),
    otherUnanswered = bit(.otherUnanswered)
  static let otherSettled = bit(.otherSettled), otherUnsettled = bit(.otherUnsettled)
  /// The actor holds it, or is active in it.
  static let otherHeld = bit(.otherHeld), otherActive = bit(.otherActive)
  /// Only the actor is in both, and they fit into one; or not.
  static let sharesNoParty = bit(.sharesNoParty), sharesParties = bit(.sharesParties), joinRoom = bit(.joinRoom),
    joinFull = bit(.joinFull)

  /// The call has no observers; the actor is observed, or only others are. Of an observer that may ring: the party that
  /// it is to observe was called, or began the call.
  static let unobserved = bit(.unobserved), observed = bit(.observed), othersObserved = bit(.othersObserved)
  static let beginnerObserved = bit(.beginnerObserved)
  /// What the action says fits the verb, or says otherwise.
  static let valueFits = bit(.valueFits), valueDoesNotFit = bit(.valueDoesNotFit)

  /// What is set on the actor's DN.
  static let loggedOut = bit(.loggedOut), notReady = bit(.notReady), ready = bit(.ready)
  static let afterCallNotReady = bit(.afterCallNotReady), afterCallReady = bit(.afterCallReady)
  static let afterCall: Self = [afterCallNotReady, afterCallReady]
  static let loggedIn: Self = [notReady, ready, afterCall]
  static let forwardSet = bit(.forwardSet), forwardUnset = bit(.forwardUnset)
  @inline(__always) static func agent(_ state: AgentState) -> Self { bit(.loggedOut, state) }

  /// What a login says of the agent's work; or that another agent is logged in there, or this one at another DN.
  static let plainLogin = bit(.plainLogin), readyLogin = bit(.readyLogin), notReadyLogin = bit(.notReadyLogin)
  static let otherAgentHere = bit(.otherAgentHere), agentElsewhere = bit(.agentElsewhere)
  static let agentFits: Self = [plainLogin, readyLogin, notReadyLogin]

  /// No other DN has asked to observe the target, and the actor has not asked to observe another agent, or has; or
  /// another DN has asked to observe the target.
  static let unmonitored = bit(.unmonitored), monitorsAnother = bit(.monitorsAnother),
    monitoredByAnother = bit(.monitoredByAnother)

  /// A group has diverted the call to the actor, who is logged in as an agent; or not.
  static let divertedToAgent = bit(.divertedToAgent), notDivertedToAgent = bit(.notDivertedToAgent)

  /// No routing point or route queue waits for the answer; or a routing point does, or a route queue, which has routed
  /// the call after a TRouteCall or by default.
  static let unawaited = bit(.unawaited), pointAwaits = bit(.pointAwaits),
    pointAwaitsByDefault = bit(.pointAwaitsByDefault), queueAwaits = bit(.queueAwaits),
    queueAwaitsByDefault = bit(.queueAwaitsByDefault)
  static let awaitedByRequest: Self = [pointAwaits, queueAwaits]
  static let awaitedByDefault: Self = [pointAwaitsByDefault, queueAwaitsByDefault]
  static let awaited: Self = [awaitedByRequest, awaitedByDefault]

  /// What is implied where the action is about no call, where the call has two parties, and where an action is plain.
  static let inNoCall = partyRoom.union(asAsked).union(unobserved).union(unawaited)
  static let amongTwo = pair.union(partyRoom).union(unobserved).union(unawaited)
  static let plain = lineRoom.union(targetRoom).union(open).union(valueFits)

  package static let columns = Hop.allCases.map { hop($0) }

  package static let dimensions: [Dimension<Self>] = [
    Dimension("the other party", PartyState.allCases.map { (facing(one: $0), $0.description) }),
    Dimension("the call", Hop.allCases.map { (hop($0), $0.words) }),
    Dimension("the call", [(pair, "one of at most two"), (conference, "a conference")]),
    Dimension(
      "the call", [(settled, "one in which all have answered"), (unsettled, "one in which a party has not answered")]),
    Dimension("the actor", Kind.allCases.map { (by($0), $0.words) }),
    Dimension(
      "the target",
      [
        (toNoParty, "not named"), (toItself, "the actor itself"),
        (toMember, "a party that is talking or holding in this call"),
        (toAnnouncedRinging, "an announced party that is ringing"),
        (toAnnounced, "an announced party that is not ringing"),
        (toParty, "already in this call"),
      ]
        + Kind.allCases.map { (to($0), $0.words) }),
    Dimension(
      "the target",
      [(asAsked, "the one that TRouteCall asked for"), (notAsked, "not the one that TRouteCall asked for")]),
    Dimension("the actor", [(free, "free"), (engaged, "active in another call")]),
    Dimension(
      "the exchange",
      [(exchangeHasRoom, "able to take another call"), (exchangeIsFull, "full: it has reached its limit of calls")]),
    Dimension("the actor's line", [(lineRoom, "able to take another call"), (lineFull, "full: \(Line.limit) calls")]),
    Dimension(
      "the target's line", [(targetRoom, "able to take another call"), (targetFull, "full: \(Line.limit) calls")]),
    Dimension(
      "the call", [(partyRoom, "able to take another party"), (partiesFull, "full: \(Exchange.Call.limit) parties")]),
    Dimension("the actor", CallDelivery.allCases.map { (taking($0), $0.words) }),
    Dimension(
      "the actor",
      [
        (noOtherCall, "in no other call"), (holding, "in one other call"), (consulting, "consulting"),
        (severalOtherCalls, "in more than two calls"),
      ]),
    Dimension(
      "the other call",
      [(otherPair, "a conversation"), (otherConference, "a conference"), (otherUnanswered, "not answered")]),
    Dimension(
      "the other call",
      [(otherSettled, "one in which all have answered"), (otherUnsettled, "one in which a party has not answered")]),
    Dimension("the other call", [(otherHeld, "held"), (otherActive, "not held")]),
    Dimension(
      "the other call",
      [(sharesNoParty, "one with other parties"), (sharesParties, "one with some of the same parties")]),
    Dimension(
      "the size of both calls together",
      [(joinRoom, "within the limit"), (joinFull, "above the limit of \(Exchange.Call.limit) parties")]),
    Dimension(
      "the call",
      [
        (unobserved, "not observed"), (observed, "observed at the actor"),
        (beginnerObserved, "observed at the party that began it"), (othersObserved, "observed elsewhere"),
      ]),
    Dimension(
      "the call",
      [
        (unawaited, "at no routing point or route queue that waits for the answer"),
        (pointAwaits, "at a routing point that waits for the answer after TRouteCall"),
        (pointAwaitsByDefault, "at a routing point that waits for the answer without TRouteCall"),
        (queueAwaits, "at a route queue that waits for the answer after TRouteCall"),
        (queueAwaitsByDefault, "at a route queue that waits for the answer without TRouteCall"),
      ]),
    Dimension("what the action says", [(valueFits, "possible"), (valueDoesNotFit, "not possible")]),
    Dimension(
      "the actor",
      [
        (loggedOut, "logged out"), (notReady, "not ready"), (ready, "ready"),
        (afterCallNotReady, "in after-call work, and was not ready before"),
        (afterCallReady, "in after-call work, and was ready before"),
      ]),
    Dimension("the actor", [(forwardSet, "forwarding its calls"), (forwardUnset, "not forwarding its calls")]),
    Dimension(
      "the login",
      [
        (plainLogin, "one without a work mode"), (readyLogin, "one to be ready"),
        (notReadyLogin, "one to be not ready"),
        (otherAgentHere, "of another agent than the one who is logged in"),
        (agentElsewhere, "of an agent who is logged in at another DN"),
      ]),
    Dimension(
      "the target",
      [
        (unmonitored, "one that the actor may monitor"),
        (monitorsAnother, "one that the actor may monitor in place of another agent"),
        (monitoredByAnother, "monitored by another DN"),
      ]),
    Dimension(
      "the call",
      [
        (divertedToAgent, "one that a group has diverted to the actor as an agent"),
        (notDivertedToAgent, "not one that a group has diverted to the actor as an agent"),
      ]),
  ]
}

// Half by half: a number of 128 bits would be made and taken apart each time, and a constant would be none.
extension Situation {
  @inline(__always) package init() { self.init(0, 0) }
  @inline(__always)
  package init(arrayLiteral members: Self...) {
    self.init()
    for member in members { formUnion(member) }
  }
  @inline(__always) package func union(_ other: Self) -> Self { Self(low | other.low, high | other.high) }
  @inline(__always) package func intersection(_ other: Self) -> Self { Self(low & other.low, high & other.high) }
  @inline(__always) package func subtracting(_ other: Self) -> Self { Self(low & ~other.low, high & ~other.high) }
  @inline(__always) package var isEmpty: Bool { low | high == 0 }
  @inline(__always) package func isDisjoint(with other: Self) -> Bool { low & other.low | high & other.high == 0 }
  @inline(__always) package mutating func formUnion(_ other: Self) { self = union(other) }
  @inline(__always) package mutating func subtract(_ other: Self) { self = subtracting(other) }
  @inline(__always) package func contains(_ member: Self) -> Bool { intersection(member) == member }
}

// A row says in which situation it applies, one dimension at a time: each of these is one dimension.
extension Situation {
  static func hop(_ hops: Hop...) -> Self { hops.reduce(into: []) { $0.formUnion(.hop($1)) } }
  static func by(_ kinds: Kind...) -> Self { kinds.reduce(into: []) { $0.formUnion(.by($1)) } }
  static func to(_ kinds: Kind...) -> Self { kinds.reduce(into: []) { $0.formUnion(.to($1)) } }
}

extension Hop {
  var words: String {
    switch self {
    case .direct: "direct"
    case .outside: "to an outside party"
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
  package var words: String {
    switch self {
    case .extension: "an extension"
    case .acdGroup: "an ACD group"
    case .routingPoint: "a routing point"
    case .routeQueue: "a route queue"
    case .virtualQueue: "a virtual queue"
    case .external: "an external party"
    case .remote: "a remote party"
    }
  }
}
