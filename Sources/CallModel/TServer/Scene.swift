/// What one action finds: who is who, the calls as they are being changed, and what holds.
public struct Scene: Finding {
  public internal(set) var state = PartyState.idle
  public internal(set) var situation: Situation = []
  public internal(set) var column = 0
  /// By `Who`, and the parts that they play.
  // Written out: what is repeated is filled in by a call for each action.
  var cast: InlineArray<16, DN> = [
    .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none,
  ]
  var roles: InlineArray<16, Role> = [
    .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown,
    .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown,
  ]
  /// The slot of the call in question; -1 where there is none, or not yet.
  var slot = -1
  public var matter: Int { slot }
  var connID = ConnID.none
  /// The actor's other call, where the action is about two.
  var otherSlot = -1
  var otherConnID = ConnID.none
  /// The part that the actor plays there.
  var otherRole = Role.unknown
  /// Those of the calls who are many may have to be told as the action found them: the calls are remembered as they
  /// were.
  var isCrowd = false
  /// Somebody observes in one of the calls, or rings to: looked at only where they are many.
  var isObserved = false
  /// All that changes is one call.
  var isSimple = true
  var callState = CallState.ok
  var mode = Mode.none
  var referenceID: UInt32 = 0

  @inline(__always) public init() {}

  // Unchecked, for there are not more than 16 `Who`s; `mutating`, though it changes nothing: a plain getter works on a
  // copy of the whole scene, and costs half the speed.
  @inline(__always)
  subscript(who: Who) -> DN {
    mutating get { cast[unchecked: who.index] }
    set { cast[unchecked: who.index] = newValue }
  }

  /// Who does what to whom, as the action says.
  @inline(__always)
  mutating func take(_ action: Action) {
    self[.actor] = action.actor
    self[.target] = action.target
    referenceID = action.referenceID
    callState = action.callState
    mode = action.mode
  }

  @inline(__always)
  mutating func cast(_ who: Who, as party: Party) {
    self[who] = party.dn
    roles[unchecked: who.index] = party.role
  }

  /// The parts are played otherwise now.
  mutating func recast(in call: borrowing Call) {
    for who in Who.allCases { if let place = call.index(of: self[who]) { roles[who.index] = call[place].role } }
  }

  /// Looks at the other call, and back.
  mutating func turnAround() {
    swap(&slot, &otherSlot)
    swap(&connID, &otherConnID)
    swap(&roles[Who.actor.index], &otherRole)
  }
}
