/// A DN's part in one call.
public struct Party: Hashable, Sendable {
  public internal(set) var dn = DN.none
  /// Who handed the call on to it, or invited it; of several groups the last that did not.
  var from = DN.none
  var past = DN.none
  /// The destination of its TRouteCall that is outstanding; who is busy.
  var asked = DN.none
  public internal(set) var role = Role.unknown
  public internal(set) var state = PartyState.idle

  /// Who talks or holds has arrived: how it came there decides nothing any more.
  @inline(__always)
  mutating func become(_ state: PartyState) {
    self.state = state
    if state.isMember { (from, past) = (.none, .none) }
  }
}

/// A call: its parties in the order in which they came into it, the caller first, and what of its past still matters.
public struct Call: Sendable {
  /// The most parties of a call.
  public static let limit = 8

  public internal(set) var connID = ConnID.none
  /// Of a consultation: the call that was held for it.
  public internal(set) var main = ConnID.none
  /// The ReferenceID of its last TRouteCall; in a free slot, the next free one.
  private(set) var reference: UInt32 = 0
  /// Who began it, and whom it was meant for.
  public internal(set) var origin = DN.none
  public internal(set) var dialed = DN.none
  public internal(set) var path = Path.direct
  public internal(set) var type = CallType.unknown
  /// What the last TRouteCall and the last TApplyTreatment said beside.
  private(set) var routeType = Mode.none
  var treatmentType = Mode.none
  /// It has had user data: there may be some to forget.
  var hasData = false
  private var size: UInt8 = 0
  private var places: InlineArray<8, Party> = [Party(), Party(), Party(), Party(), Party(), Party(), Party(), Party()]

  /// By place: the ordinal of the event before which the party came into the call, as far as it fits in here. They are
  /// kept apart from the parties, which are read at every action.
  private var arrivals: InlineArray<8, UInt32> = [0, 0, 0, 0, 0, 0, 0, 0]

  @inline(__always) init() {}

  public var parties: [Party] { (0..<count).map { self[$0] } }

  @inline(__always) var count: Int { Int(size) }
  @inline(__always) var isFull: Bool { count == Self.limit }

  @inline(__always) subscript(place: Int) -> Party { places[place] }

  @inline(__always)
  func index(of dn: DN) -> Int? {
    for place in 0..<count where places[place].dn == dn { return place }
    return nil
  }

  /// How many talk or hold, once anybody does.
  @inline(__always)
  var members: Int {
    var members = 0
    for place in 0..<count where isMember(place) { members &+= 1 }
    return members
  }

  @inline(__always) func isMember(_ place: Int) -> Bool { places[place].state.isMember }

  /// One look at each party, for an action by `actor` towards `target`.
  @inline(__always)
  func look(for actor: DN, and target: DN) -> Look {
    var look = Look()
    for place in 0..<count {
      let (dn, state) = (places[place].dn, places[place].state)
      if state.isMember { look.members &+= 1 }
      if !state.hasAnswered, !state.isObserver { look.isSettled = false }
      if state == .observing { look.isObserved = true }
      if dn == actor {
        look.actor = place
        continue
      }
      if dn == target { look.target = place }
      if state == .queued {
        if look.firstGroup == .none { look.firstGroup = dn }
        look.lastGroup = dn
      }
    }
    return look
  }

  /// What a look at each party finds.
  struct Look {
    /// How many talk or hold, or have been announced.
    var members = 0
    /// All parties have answered; observers do not matter.
    var isSettled = true
    /// An observer listens.
    var isObserved = false
    /// The places of the actor and of the target, where they are in the call.
    var actor: Int?
    var target: Int?
    /// The groups at which the call is queued, but for the actor.
    var firstGroup = DN.none
    var lastGroup = DN.none
  }

  /// The other one of two; of more the first other who is not merely invited or observing, nor the one whom an observer
  /// observes.
  @inline(__always)
  func opposite(of place: Int) -> Int? {
    if count == 2 { return 1 &- place }
    let watched = places[place].state.isObserver ? places[place].from : .none
    for other in 0..<count where other != place && !places[other].state.isGuest && places[other].dn != watched {
      return other
    }
    return nil
  }

  /// Everybody has answered; observers do not matter.
  var isSettled: Bool {
    for place in 0..<count where !places[place].state.hasAnswered && !places[place].state.isObserver { return false }
    return true
  }

  /// Who observes the party, or rings to do so; with nobody named: who observes anybody.
  func anyObserver(of dn: DN) -> DN? {
    for place in 0..<count where places[place].state.isObserver && (dn == .none || places[place].from == dn) {
      return places[place].dn
    }
    return nil
  }

  /// Who observes the party, listening already.
  func observer(of dn: DN) -> DN? {
    for place in 0..<count where places[place].state == .observing && places[place].from == dn {
      return places[place].dn
    }
    return nil
  }

  /// A slot is taken anew: what was in it is forgotten.
  @inline(__always)
  mutating func begin(_ connID: ConnID, from caller: DN, to called: DN, _ path: Path, _ type: CallType) {
    (self.connID, origin, dialed, self.path, self.type) = (connID, caller, called, path, type)
    (reference, size, main, hasData) = (0, 0, .none, false)
    (routeType, treatmentType) = (.none, .none)
  }

  /// The slot is free.
  @inline(__always)
  mutating func end(nextFree: Int) {
    connID = .none
    reference = UInt32(truncatingIfNeeded: nextFree)
  }
  @inline(__always) var nextFree: Int { Int(reference) }

  @inline(__always)
  mutating func append(_ party: Party, at now: UInt32 = 0) {
    places[count] = party
    arrivals[count] = now
    size &+= 1
  }

  /// The ordinal of the event before which the party at that place came into the call.
  func arrival(_ place: Int) -> UInt32 { arrivals[place] }

  // Most calls have two parties. What stands behind the last party is nobody's: to change it does no harm.
  @inline(__always)
  mutating func become(_ state: PartyState, _ dn: DN) {
    if places[0].dn == dn { return places[0].become(state) }
    if places[1].dn == dn { return places[1].become(state) }
    if count > 2 { becomeFurther(state, dn) }
  }

  /// Among more than two; apart, because in line the compiler makes a copy of the loop for each place.
  @inline(never)
  private mutating func becomeFurther(_ state: PartyState, _ dn: DN) {
    for place in 2..<count where places[place].dn == dn { return places[place].become(state) }
  }

  @inline(never)
  mutating func turn(_ turn: Clause.Turn, _ dn: DN) {
    for place in 0..<count where places[place].dn == dn {
      let state = places[place].state
      places[place].state =
        switch turn {
        case .hold: state.onHold
        case .retrieve: state.offHold
        case .busy: state.hearingBusyTone
        }
    }
  }

  /// A TRouteCall with its ReferenceID.
  @inline(never)
  mutating func ask(for target: DN, by dn: DN, as reference: UInt32, _ type: Mode = .none) {
    for place in 0..<count where places[place].dn == dn { places[place].asked = target }
    (self.reference, routeType) = (reference, type)
  }

  /// The part of all who talk or hold.
  @inline(never)
  mutating func play(_ role: Role) {
    for place in 0..<count where isMember(place) { places[place].role = role }
  }

  @inline(never)
  mutating func play(_ role: Role, _ dn: DN) {
    for place in 0..<count where places[place].dn == dn { places[place].role = role }
  }

  /// Whoever is in the other call comes in; the one who has asked for a route goes on waiting for it.
  mutating func join(_ other: Call, announced: Bool) {
    for place in 0..<other.count {
      var party = other[place]
      if announced { party.become(party.state.announced) }
      append(party, at: other.arrivals[place])
    }
    path = other.path
    reference = other.reference
  }

  @inline(__always)
  mutating func remove(_ dn: DN) {
    if count == 2, places[1].dn == dn { size = 1 } else { removeAny(dn) }
  }

  @inline(never)
  private mutating func removeAny(_ dn: DN) {
    for place in 0..<count where places[place].dn == dn { return remove(at: place) }
  }

  mutating func removeAll() { size = 0 }

  @inline(never)
  mutating func popQueue() -> DN? {
    for place in 0..<count where places[place].state == .queued {
      let queue = places[place].dn
      remove(at: place)
      return queue
    }
    return nil
  }

  @inline(__always)
  mutating func popLast() -> DN? {
    guard size > 0 else { return nil }
    size &-= 1
    return places[count].dn
  }

  @inline(__always)
  private mutating func remove(at place: Int) {
    size &-= 1
    var next = place
    while next < count {
      places[next] = places[next &+ 1]
      arrivals[next] = arrivals[next &+ 1]
      next &+= 1
    }
  }
}
