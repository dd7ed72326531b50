extension Exchange {
  /// A call in numbers: its parties in the order in which they entered, and what still matters of its past.
  package struct Call: Sendable {
    /// The most parties of a call.
    package static let limit = 8

    package internal(set) var connID = ConnID.none
    /// For a consultation: the call that was put on hold for it.
    package internal(set) var main = ConnID.none
    /// The ReferenceID of the last TRouteCall or TApplyTreatment; in a free slot, the next free slot.
    private(set) var reference: UInt32 = 0
    /// The party that began the call, and the DN that it first called.
    package internal(set) var origin = DN.none
    package internal(set) var dialed = DN.none
    package internal(set) var hop = Hop.direct
    package internal(set) var type = CallType.unknown
    /// The parameters of the last TRouteCall and of the last TApplyTreatment.
    private(set) var routeType = Exchange.Mode.none
    private(set) var treatmentType = Exchange.Mode.none
    var past: Past = []
    /// Whether it is a consultation that has the user data of its main call.
    var sharesData = false
    /// The device to which a call from a queue was handed on, and that queue, until the call is queued again.
    var successor = DN.none
    var queue = DN.none
    /// In the action that hands the call on: the device that does so.
    var predecessor = DN.none
    /// The queue that the call came through to that device.
    var handedOnQueue = DN.none
    private var size: UInt8 = 0
    var places: InlineArray<8, Party> = [
      Party(), Party(), Party(), Party(), Party(), Party(), Party(), Party(),
    ]

    /// By place: the ordinal of the event before which the party entered the call, cut to 32 bits. Kept apart from the
    /// parties, which are read at every action.
    private var arrivals: InlineArray<8, UInt32> = [0, 0, 0, 0, 0, 0, 0, 0]
    /// By place: what handed the call on to the party, a queue or any other, even after the party has answered.
    var queues: InlineArray<8, DN> = [.none, .none, .none, .none, .none, .none, .none, .none]

    @inline(__always) init() {}

    package var parties: [Party] { (0..<count).map { self[$0] } }

    @inline(__always) var count: Int { Int(size) }
    @inline(__always) var isFull: Bool { count == Self.limit }

    @inline(__always) subscript(place: Int) -> Party { places[place] }

    @inline(__always)
    func index(of dn: DN) -> Int? {
      for place in 0..<count where places[place].dn == dn { return place }
      return nil
    }

    /// The number of parties that talk, hold or have been announced.
    @inline(__always)
    var members: Int {
      var members = 0
      for place in 0..<count where isMember(place) { members &+= 1 }
      return members
    }

    @inline(__always) func isMember(_ place: Int) -> Bool { places[place].state.isMember }

    /// Goes through the parties once, for an action by `actor` on `target`.
    @inline(__always)
    func find(_ actor: DN, and target: DN) -> Found {
      var found = Found()
      for place in 0..<count {
        let (dn, state) = (places[place].dn, places[place].state)
        if state.isMember { found.members &+= 1 }
        if !state.hasAnswered, !state.isObserver { found.isSettled = false }
        if state == .observing { found.isObserved = true }
        if dn == actor {
          found.actor = place
          continue
        }
        if dn == target { found.target = place }
        if state == .queued {
          if found.firstGroup == .none { found.firstGroup = dn }
          found.lastGroup = dn
        }
      }
      return found
    }

    /// What `find` found.
    struct Found {
      /// The number of parties that talk, hold or have been announced.
      var members = 0
      /// Whether all parties have answered; observers do not count.
      var isSettled = true
      /// Whether an observer is listening.
      var isObserved = false
      /// The places of the actor and of the target, if they are in the call.
      var actor: Int?
      var target: Int?
      /// The first and the last group at which the call is queued, apart from the actor.
      var firstGroup = DN.none
      var lastGroup = DN.none
    }

    /// The other party of two. Of more, the first other party that is neither invited, observing, nor observed by the
    /// actor.
    @inline(__always)
    func opposite(of place: Int) -> Int? {
      if count == 2 { return 1 &- place }
      let watched = places[place].state.isObserver ? places[place].from : .none
      for other in 0..<count where other != place && !places[other].state.isUncounted && places[other].dn != watched {
        return other
      }
      return nil
    }

    /// Whether all parties have answered; observers do not count.
    var isSettled: Bool {
      for place in 0..<count where !places[place].state.hasAnswered && !places[place].state.isObserver { return false }
      return true
    }

    /// The DN that observes the party, or rings to do so; without a party, the DN that observes any.
    func anyObserver(of dn: DN) -> DN? {
      for place in 0..<count where places[place].state.isObserver && (dn == .none || places[place].from == dn) {
        return places[place].dn
      }
      return nil
    }

    /// The DN that rings to observe the party, or any party if it is `none`.
    func ringingObserver(of dn: DN) -> DN? {
      for place in 0..<count where places[place].state.isObserver && places[place].state.rings {
        if dn == .none || places[place].from == dn { return places[place].dn }
      }
      return nil
    }

    /// The observers of a party that has left, or of any if it is `none`, observe the first of those that remain.
    mutating func passOnObservers(of dn: DN) {
      guard let heir = (0..<count).first(where: { places[$0].state.hasAnswered && places[$0].dn != dn }) else { return }
      for place in 0..<count where places[place].state.isObserver {
        let hasLeft = dn == .none ? index(of: places[place].from) == nil : places[place].from == dn
        if hasLeft { places[place].from = places[heir].dn }
      }
    }

    /// The DN that observes the party and is already listening.
    func observer(of dn: DN) -> DN? {
      for place in 0..<count where places[place].state == .observing && places[place].from == dn {
        return places[place].dn
      }
      return nil
    }

    /// Takes the slot for a new call; its old content is dropped.
    @inline(__always)
    mutating func begin(_ connID: ConnID, from caller: DN, to called: DN, _ hop: Hop, _ type: CallType) {
      (self.connID, origin, dialed, self.hop, self.type) = (connID, caller, called, hop, type)
      (reference, size, main, past) = (0, 0, .none, [])
      (routeType, treatmentType, sharesData) = (.none, .none, false)
      (successor, queue, predecessor, handedOnQueue) = (.none, .none, .none, .none)
    }

    /// Frees the slot.
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
      queues[count] = party.from
      size &+= 1
    }

    /// The ordinal of the event before which the party at that place entered the call.
    func arrival(_ place: Int) -> UInt32 { arrivals[place] }

    /// The caller is connected; returns false if it has been before.
    @inline(__always)
    mutating func connectCaller() -> Bool {
      let state = places[0].state
      guard state == .dialing || state == .dialingHeld else { return false }
      places[0].state = state == .dialing ? .talking : .held
      return true
    }

    // Most calls have two parties. Entries after the last party are unused, so changing them does no harm.
    @inline(__always)
    mutating func become(_ state: PartyState, _ dn: DN) {
      if places[0].dn == dn { return places[0].become(state) }
      if places[1].dn == dn { return places[1].become(state) }
      if count > 2 { becomeAmongMany(state, dn) }
    }

    /// Searches among more than two parties. A separate function: inlined, the compiler would copy the loop for each
    /// place.
    @inline(never)
    private mutating func becomeAmongMany(_ state: PartyState, _ dn: DN) {
      for place in 2..<count where places[place].dn == dn { return places[place].become(state) }
    }

    @inline(never)
    mutating func changeHold(_ change: Clause.HoldChange, _ dn: DN) {
      for place in 0..<count where places[place].dn == dn {
        let state = places[place].state
        if change == .busy, state.hasAnswered { past.insert(.hadAnswer) }
        places[place].state =
          switch change {
          case .hold: state.onHold
          case .retrieve: state.offHold
          case .busy: state.hearingBusyTone
          case .dial: state.dialingAgain
          }
      }
    }

    /// Stores a TRouteCall with its ReferenceID.
    @inline(never)
    mutating func ask(for target: DN, by dn: DN, as reference: UInt32, _ type: Exchange.Mode = .none) {
      for place in 0..<count where places[place].dn == dn { places[place].asked = target }
      (self.reference, routeType) = (reference, type)
    }

    /// Stores a TApplyTreatment with its ReferenceID.
    mutating func treat(as reference: UInt32, _ type: Exchange.Mode) {
      (self.reference, treatmentType) = (reference, type)
    }

    /// Whether the treatment goes on until the call leaves; so does one whose request has no TreatmentType.
    var treatmentGoesOn: Bool { TreatmentType(rawValue: treatmentType.rawValue)?.isContinuing ?? true }

    /// Names the party for whose answer a routing point waits; the TRouteCall is still outstanding.
    @inline(never)
    mutating func aim(at target: DN, by dn: DN) {
      for place in 0..<count where places[place].dn == dn { places[place].asked = target }
    }

    /// Sets the role of all parties that talk or hold.
    @inline(never)
    mutating func play(_ role: Role) {
      for place in 0..<count where isMember(place) { places[place].role = role }
    }

    @inline(never)
    mutating func play(_ role: Role, _ dn: DN) {
      for place in 0..<count where places[place].dn == dn { places[place].role = role }
    }

    /// The DN leaves, and the queue that the call came through to it is kept for the device that takes its place.
    mutating func handOn(by dn: DN) {
      for place in 0..<count where places[place].dn == dn { handedOnQueue = queues[place] }
      predecessor = handedOnQueue == .none ? .none : dn
      remove(dn)
    }

    mutating func takeQueue(_ dn: DN) {
      guard handedOnQueue != .none else { return }
      for place in 0..<count where places[place].dn == dn { queues[place] = handedOnQueue }
      (successor, queue) = (dn, handedOnQueue)
    }

    /// A device that has left knows the queue no longer.
    mutating func forgetThoseGone() {
      predecessor = .none
      if index(of: successor) == nil { successor = .none }
    }

    /// The call goes on in that way; where it is queued, it has come through no other queue.
    @inline(never)
    mutating func travel(_ hop: Hop) {
      self.hop = hop
      guard hop == .group || hop == .groups || hop == .routeQueue else { return }
      (successor, queue, predecessor, handedOnQueue) = (.none, .none, .none, .none)
      for place in 0..<count { queues[place] = .none }
    }

    /// Moves the parties of the other call into this one; a party that has asked for a route keeps waiting for it.
    mutating func join(_ other: Call, announced: Bool) {
      for place in 0..<other.count {
        var party = other[place]
        if announced { party.become(party.state.onceAnnounced) }
        append(party, at: other.arrivals[place])
        queues[count &- 1] = other.queues[place]
      }
      hop = other.hop
      (reference, routeType, treatmentType) = (other.reference, other.routeType, other.treatmentType)
      if successor == .none { (successor, queue) = (other.successor, other.queue) }
      past.formUnion(other.past.intersection(.wasQueued))
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
        queues[next] = queues[next &+ 1]
        next &+= 1
      }
    }
  }
}

extension Exchange.Call {
  /// What has happened in a call.
  struct Past: OptionSet, Sendable {
    let rawValue: UInt8

    /// The call has had user data, which must then be removed when it ends.
    static let hadData = Past(rawValue: 1 << 0)
    /// The call was queued or waited for a route. Noted only where after-call work depends on it.
    static let wasQueued = Past(rawValue: 1 << 1)
    /// The party that hears busy had been in a conversation before.
    static let hadAnswer = Past(rawValue: 1 << 2)
  }

  var hasData: Bool {
    @inline(__always) get { past.contains(.hadData) }
    set { if newValue { past.insert(.hadData) } else { past.remove(.hadData) } }
  }

  /// Whether the call waits at a queue or a routing point.
  var isQueued: Bool {
    for place in 0..<count where places[place].state.isPlace && places[place].state != .detecting { return true }
    return false
  }

  /// Whether the call is, or was at any time, queued or routed, and the DN has answered it or was answered in it.
  func wasEstablished(for dn: Exchange.DN) -> Bool {
    guard let state = index(of: dn).map({ places[$0].state }), past.contains(.wasQueued) || isQueued else {
      return false
    }
    return state.hasAnswered || state.hearsBusy && past.contains(.hadAnswer)
  }

  /// A DN's part in one call.
  package struct Party: Hashable, Sendable {
    package internal(set) var dn = Exchange.DN.none
    /// The party that handed the call on to this one, or invited it.
    var from = Exchange.DN.none
    /// Of several groups, the last one that did not divert the call.
    var past = Exchange.DN.none
    /// The destination of the pending TRouteCall; for a caller who hears busy, the busy party.
    package internal(set) var asked = Exchange.DN.none
    package internal(set) var role = Role.unknown
    package internal(set) var state = PartyState.idle

    /// Sets the state. Once a party talks or holds, how the call reached it no longer matters.
    @inline(__always)
    mutating func become(_ state: PartyState) {
      self.state = state
      if state.isMember { (from, past) = (.none, .none) }
    }
  }
}
