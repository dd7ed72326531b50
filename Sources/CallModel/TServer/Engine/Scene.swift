/// What one action finds: its parties, the calls as they change, and the conditions that hold.
package struct Scene: SceneProtocol {
  package internal(set) var state = PartyState.idle
  package internal(set) var situation: Situation = []
  package internal(set) var column = 0
  /// The DN and the role of each `Who`.
  // Written out, because a repeated value would be filled in by a function call for every action.
  var cast: InlineArray<16, Exchange.DN> = [
    .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none,
  ]
  var roles: InlineArray<16, Role> = [
    .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown,
    .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown, .unknown,
  ]
  /// The slot of the call in question; -1 if there is none, or not yet.
  var slot = -1
  package var subject: Int { slot }
  var connID = ConnID.none
  /// The actor's other call, if the action is about two.
  var otherSlot = -1
  var otherConnID = ConnID.none
  /// The actor's role in the other call, and the target's.
  var otherRole = Role.unknown
  var otherTargetRole = Role.unknown
  /// Whether an event may go to several parties, so that the calls must be copied before they change.
  var mayHaveManyRecipients = false
  /// Whether an observer listens or rings in one of the calls; only set if `mayHaveManyRecipients` is.
  var isObserved = false
  /// Whether more is to be done once the events of the rule are sent: a call may have ended, a device may have to be
  /// told of its queue, or events of other rules may go with those of the action.
  var isUnfinished = false
  /// Whether events of other rules may go with those of the action.
  var isAccompanied = false
  /// Whether the action changes user data that several calls share.
  var changesSharedData = false
  /// Whether only one call changes.
  var isSimple = true
  var callState = CallState.ok
  var mode = Exchange.Mode.none
  var referenceID: UInt32 = 0
  /// Who logs in; only set for a login.
  var agentID: UInt32 = 0

  @inline(__always) package init() {}

  // Unchecked, because there are at most 16 `Who`s. It is `mutating` although it changes nothing: a plain getter would
  // copy the whole scene, and halve the speed.
  @inline(__always)
  subscript(who: Who) -> Exchange.DN {
    mutating get { cast[unchecked: who.index] }
    set { cast[unchecked: who.index] = newValue }
  }

  /// Sets the actor and the target of the action.
  @inline(__always)
  mutating func take(_ action: Exchange.Action) {
    self[.actor] = action.actor
    self[.target] = action.target
    referenceID = action.referenceID
    callState = action.callState
    mode = action.mode
  }

  @inline(__always)
  mutating func cast(_ who: Who, as party: Exchange.Call.Party) {
    self[who] = party.dn
    roles[unchecked: who.index] = party.role
  }

  /// Updates the roles after a change.
  mutating func recast(in call: borrowing Exchange.Call) {
    for who in Who.allCases { if let place = call.index(of: self[who]) { roles[who.index] = call[place].role } }
  }

  /// Makes the other call the current one; a second call undoes it.
  mutating func swapCalls() {
    swap(&slot, &otherSlot)
    swap(&connID, &otherConnID)
    swap(&roles[Who.actor.index], &otherRole)
    swap(&roles[Who.target.index], &otherTargetRole)
  }
}
