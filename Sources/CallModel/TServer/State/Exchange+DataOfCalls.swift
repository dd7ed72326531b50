// The user data of the calls. A consultation may share those of its main call.

extension Exchange {
  /// The user data of the calls that have some of their own.
  package var data: [ConnID: UserData] { cold[0].data }

  package func userData(of call: ConnID) -> UserData { cold[0].data[holder(of: call)] ?? UserData() }

  /// The user data of the call or, if the last action has ended it, its last user data.
  package func lastUserData(of call: ConnID) -> UserData? {
    cold[0].data[holder(of: call)] ?? cold[0].ended.last { $0.call == call }?.data
  }

  /// The digits that the event reports, as the number of a text; nil if it reports none, or is not of the last action.
  package func digits(in event: Event) -> UInt32? {
    guard let collected = cold[0].collected, collected.event == event.sequenceNumber else { return nil }
    return event.type == .treatmentEnd || event.type == .digitsCollected ? collected.digits : nil
  }

  /// The call whose user data these are: this one or, where it shares them, its main call.
  private func holder(of call: ConnID) -> ConnID {
    var call = call
    while let slot = slot(of: call), slots[slot].sharesData { call = slots[slot].main }
    return call
  }

  mutating func attach(_ pairs: [UserData.Pair], to slot: Int) { changeData(of: slot) { $0.attach(pairs) } }

  mutating func changeData(of slot: Int, _ change: (inout UserData) -> Void) {
    let holder = holder(of: slots[slot].connID)
    slots[slot].hasData = true
    if let slot = self.slot(of: holder) { slots[slot].hasData = true }
    guard let place = cold[0].data.index(forKey: holder) else {
      var data = UserData()
      change(&data)
      if !data.isEmpty { cold[0].data[holder] = data }
      return
    }
    change(&cold[0].data.values[place])
    if cold[0].data.values[place].isEmpty { cold[0].data.remove(at: place) }
  }

  /// The user data that a new consultation begins with.
  mutating func beginData(of consultation: Int, for main: Int, as usual: SwitchProfile.ConsultUserData) {
    switch cold[0].brought.consultUserData ?? usual {
    case .separate: break
    case .inherited: attach(userData(of: slots[main].connID).pairs, to: consultation)
    case .joint: shareData(of: main, with: consultation)
    }
    if slots[consultation].sharesData || !cold[0].brought.data.isEmpty {
      attach(cold[0].brought.data, to: consultation)
    }
  }

  /// From now on the consultation has the user data of its main call.
  mutating func shareData(of main: Int, with consultation: Int) {
    (slots[consultation].sharesData, slots[consultation].hasData, slots[main].hasData) = (true, true, true)
    cold[0].sharing[slots[main].connID, default: []].append(slots[consultation].connID)
  }

  /// The user data of the call that remains, once the other has been joined to it.
  mutating func joinData(of ending: Int, to remaining: Int, as merged: SwitchProfile.MergedUserData) {
    guard slots[ending].hasData || slots[remaining].hasData else { return }
    let (gone, left) = (slots[ending].connID, slots[remaining].connID)
    let isOneList = holder(of: gone) == holder(of: left)
    let own = userData(of: left)
    let joined = isOneList ? own : own.joined(with: userData(of: gone), as: merged)
    // A consultation may remain whose main call ends.
    if slots[remaining].main == gone { slots[remaining].sharesData = false }
    changeData(of: remaining) { $0 = joined }
    cold[0].pending[left] = cold[0].pending[gone] ?? cold[0].pending[left]
    cold[0].digitRequests[left] = cold[0].digitRequests[gone] ?? cold[0].digitRequests[left]
    let others = (cold[0].sharing.removeValue(forKey: gone) ?? []).filter { $0 != left }
    if !others.isEmpty { cold[0].sharing[left, default: []] += others }
  }

  /// Whether the call that remains has room for the user data of both.
  func hasRoomForData(of ending: Int, in remaining: Int, as merged: SwitchProfile.MergedUserData) -> Bool {
    guard slots[ending].hasData, slots[remaining].hasData else { return true }
    let (gone, left) = (slots[ending].connID, slots[remaining].connID)
    guard holder(of: gone) != holder(of: left) else { return true }
    let joined = userData(of: left).joined(with: userData(of: gone), as: merged)
    return joined.count <= UserData.limit
  }

  /// The other calls that share the user data of the call in that slot.
  func callsSharingData(with slot: Int) -> [Int] {
    guard let first = self.slot(of: holder(of: slots[slot].connID)) else { return [] }
    var found = [first]
    var next = 0
    while next < found.count {
      found += consultations(sharingDataOf: slots[found[next]].connID)
      next += 1
    }
    return found.filter { $0 != slot }
  }

  /// Whether the actor is in a call that shares the user data of the call in question.
  func isInCallSharingData(_ scene: borrowing Scene) -> Bool {
    let actor = scene.cast[Who.actor.index]
    return callsSharingData(with: scene.slot).contains { slots[$0].index(of: actor) != nil }
  }

  private func consultations(sharingDataOf main: ConnID) -> [Int] {
    (cold[0].sharing[main] ?? []).compactMap { self.slot(of: $0) }
      .filter { slots[$0].sharesData && slots[$0].main == main }
  }

  /// Forgets the user data of a call that ends, except for the events of the step. A consultation that shares them
  /// keeps a copy.
  @inline(never)
  mutating func forgetData(_ slot: Int) {
    let call = slots[slot].connID
    let data = userData(of: call)
    for consultation in consultations(sharingDataOf: call) {
      slots[consultation].sharesData = false
      changeData(of: consultation) { $0 = data }
    }
    cold[0].sharing[call] = nil
    if slots[slot].sharesData { cold[0].sharing[slots[slot].main]?.removeAll { $0 == call } }
    cold[0].data[call] = nil
    cold[0].digitRequests[call] = nil
    let pending = cold[0].pending.removeValue(forKey: call)
    if data.isEmpty, pending == nil { return }
    // An action ends at most two calls.
    if cold[0].ended.count == 2 { cold[0].ended.removeFirst() }
    cold[0].ended.append((call, data, pending))
  }
}
