// The user data of the calls. A consultation may share those of its main call.

extension Exchange {
  /// The user data of the calls that have some of their own.
  package var data: [ConnID: UserData] {
    var found: [ConnID: UserData] = [:]
    for (slot, data) in cold[0].data.enumerated() where !data.isEmpty { found[slots[slot].connID] = data }
    return found
  }

  package func userData(of call: ConnID) -> UserData { slot(of: call).map { userData(at: $0) } ?? UserData() }

  func userData(at slot: Int) -> UserData {
    let holder = slotOfData(of: slot)
    return holder < cold[0].data.count ? cold[0].data[holder] : UserData()
  }

  /// Whether the call has any user data.
  @inline(__always)
  func hasPairs(_ slot: Int) -> Bool {
    let holder = slotOfData(of: slot)
    return holder < cold[0].data.count && !cold[0].data[holder].isEmpty
  }

  /// The user data of the call or, if the last action has ended it, its last user data.
  package func lastUserData(of call: ConnID) -> UserData? {
    let data = userData(of: call)
    return data.isEmpty ? cold[0].ended.last { $0.call == call }?.data : data
  }

  /// The digits that the event reports, as the number of a text; nil if it reports none, or is not of the last action.
  package func digits(in event: Event) -> UInt32? {
    guard let collected = cold[0].collected, collected.event == event.sequenceNumber else { return nil }
    return event.type == .treatmentEnd || event.type == .digitsCollected ? collected.digits : nil
  }

  /// The slot of the call whose user data these are: this one or, where it shares them, its main call.
  @inline(__always)
  private func slotOfData(of slot: Int) -> Int {
    var slot = slot
    while slots[slot].sharesData, let main = self.slot(of: slots[slot].main) { slot = main }
    return slot
  }

  mutating func attach(_ pairs: [UserData.Pair], to slot: Int) { changeData(of: slot) { $0.attach(pairs) } }

  mutating func changeData(of slot: Int, _ change: (inout UserData) -> Void) {
    let holder = slotOfData(of: slot)
    noteData(slot)
    noteData(holder)
    while cold[0].data.count <= holder { cold[0].data.append(UserData()) }
    change(&cold[0].data[holder])
  }

  /// The user data that a new consultation begins with.
  mutating func beginData(of consultation: Int, for main: Int, as usual: SwitchProfile.ConsultUserData) {
    switch cold[0].brought.consultUserData ?? usual {
    case .separate: break
    case .inherited: attach(userData(at: main).pairs, to: consultation)
    case .joint: shareData(of: main, with: consultation)
    }
    if slots[consultation].sharesData || !cold[0].brought.data.isEmpty {
      attach(cold[0].brought.data, to: consultation)
    }
  }

  /// From now on the consultation has the user data of its main call.
  mutating func shareData(of main: Int, with consultation: Int) {
    slots[consultation].sharesData = true
    noteData(consultation)
    noteData(main)
    cold[0].sharing[slots[main].connID, default: []].append(slots[consultation].connID)
  }

  /// The user data of the call that remains, once the other has been joined to it.
  mutating func joinData(of ending: Int, to remaining: Int, as merged: SwitchProfile.MergedUserData) {
    guard slots[ending].hasData || slots[remaining].hasData else { return }
    let (gone, left) = (slots[ending].connID, slots[remaining].connID)
    let isOneList = slotOfData(of: ending) == slotOfData(of: remaining)
    let own = userData(at: remaining)
    let joined = isOneList ? own : own.joined(with: userData(at: ending), as: merged)
    // A consultation may remain whose main call ends.
    if slots[remaining].main == gone { slots[remaining].sharesData = false }
    changeData(of: remaining) { $0 = joined }
    if let pending = cold[0].pending[gone] { cold[0].pending[left] = pending }
    if let asked = cold[0].digitRequests[gone] { cold[0].digitRequests[left] = asked }
    let others = (cold[0].sharing.removeValue(forKey: gone) ?? []).filter { $0 != left }
    if !others.isEmpty { cold[0].sharing[left, default: []] += others }
  }

  /// Whether the call that remains has room for the user data of both.
  func hasRoomForData(of ending: Int, in remaining: Int, as merged: SwitchProfile.MergedUserData) -> Bool {
    guard slots[ending].hasData, slots[remaining].hasData else { return true }
    guard slotOfData(of: ending) != slotOfData(of: remaining) else { return true }
    let joined = userData(at: remaining).joined(with: userData(at: ending), as: merged)
    return joined.count <= UserData.limit
  }

  /// The other calls that share the user data of the call in that slot.
  func callsSharingData(with slot: Int) -> [Int] {
    var found = [slotOfData(of: slot)]
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
    if cold[0].sharing.isEmpty { return [] }
    return (cold[0].sharing[main] ?? []).compactMap { self.slot(of: $0) }
      .filter { slots[$0].sharesData && slots[$0].main == main }
  }

  /// Forgets the user data of a call that ends, except for the events of the step. A consultation that shares them
  /// keeps a copy.
  @inline(never)
  mutating func forgetData(_ slot: Int) {
    let call = slots[slot].connID
    let data = userData(at: slot)
    for consultation in consultations(sharingDataOf: call) {
      slots[consultation].sharesData = false
      changeData(of: consultation) { $0 = data }
    }
    if !cold[0].sharing.isEmpty {
      cold[0].sharing[call] = nil
      if slots[slot].sharesData { cold[0].sharing[slots[slot].main]?.removeAll { $0 == call } }
    }
    if slot < cold[0].data.count { cold[0].data[slot].removeAll() }
    if !cold[0].digitRequests.isEmpty { cold[0].digitRequests[call] = nil }
    let pending = cold[0].pending.isEmpty ? nil : cold[0].pending.removeValue(forKey: call)
    if data.isEmpty, pending == nil { return }
    // An action ends at most two calls.
    if cold[0].ended.count == 2 { cold[0].ended.removeFirst() }
    cold[0].ended.append((call, data, pending))
  }
}
