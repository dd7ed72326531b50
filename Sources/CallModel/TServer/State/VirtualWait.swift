/// A call at a virtual queue: it waits there while a routing point or a queue has it, and until it is diverted.
struct VirtualWait: Hashable, Sendable {
  /// The virtual queue, which is not a party of the call.
  let queue: Exchange.DN
  /// The routing point or queue that had the call when it was queued.
  let place: Exchange.DN
  /// The parties that the call had then.
  let parties: [Exchange.DN]
}

extension Exchange {
  /// The most virtual queues at which a call waits at a time.
  package static let virtualQueueLimit = 8

  /// The virtual queues at which the call waits, in the order in which it was queued.
  package func virtualQueues(of call: ConnID) -> [DN] { virtualWaits(of: call).map(\.queue) }

  func virtualWaits(of call: ConnID) -> [VirtualWait] { cold[0].virtualWaits[call] ?? [] }

  /// The call waits at the virtual queue from now on.
  mutating func beginVirtualWait(in slot: Int, at queue: DN) {
    guard let place = place(of: slot) else { return }
    add(
      VirtualWait(queue: queue, place: place, parties: slots[slot].parties.map(\.dn)), of: slots[slot].connID)
  }

  mutating func add(_ wait: VirtualWait, of call: ConnID) {
    cold[0].virtualWaits[call, default: []].append(wait)
    reasonsToTellMore.insert(.virtualQueues)
  }

  mutating func endVirtualWait(in slot: Int, at queue: DN) {
    let call = slots[slot].connID
    let rest = virtualWaits(of: call).filter { $0.queue != queue }
    cold[0].virtualWaits[call] = rest.isEmpty ? nil : rest
    noteVirtualQueues()
  }

  /// Forgets the virtual queues of a call that has ended.
  mutating func endVirtualWaits(of call: ConnID) {
    cold[0].virtualWaits[call] = nil
    noteVirtualQueues()
  }

  private mutating func noteVirtualQueues() {
    if cold[0].virtualWaits.isEmpty { reasonsToTellMore.remove(.virtualQueues) }
  }

  /// The party that waits: the first one that was there when the call was queued, and still is.
  func waitingParty(of wait: VirtualWait, in slot: Int) -> Call.Party {
    waitingParty(among: wait.parties, in: slot)
  }

  func waitingParty(among parties: [DN], in slot: Int) -> Call.Party {
    let waiting = parties.lazy.filter { !kind($0).isQueue }.compactMap { slots[slot].index(of: $0) }.first
    return slots[slot][waiting ?? 0]
  }

  /// The routing point or queue that has the call; of several, the first.
  func place(of slot: Int) -> DN? {
    slots[slot].parties.first { $0.state.isPlace && $0.state != .detecting }?.dn
  }
}
