/// A call at a virtual queue: it waits there while a routing point or a queue has it, and until it is diverted.
struct VirtualWait: Hashable, Sendable {
  /// The virtual queue, which is not a party of the call.
  let queue: Exchange.DN
  /// The routing point or queue that had the call when it was queued.
  let holder: Exchange.DN
  /// The party that waits: the one that did so then or, where that has handed its part on, its successor.
  var waiting: Exchange.DN
  /// The role that it had then.
  let role: Role
  /// The parties that the call had then.
  let parties: [Exchange.DN]

  var party: Exchange.Call.Party { Exchange.Call.Party(dn: waiting, role: role) }
}

extension Exchange {
  /// The most virtual queues at which a call waits at a time.
  package static let virtualQueueLimit = 8

  /// The virtual queues at which the call waits, in the order in which it was queued.
  package func virtualQueues(of call: ConnID) -> [DN] { virtualWaits(of: call).map(\.queue) }

  func virtualWaits(of call: ConnID) -> [VirtualWait] { cold[0].virtualWaits[call] ?? [] }

  /// The call waits at the virtual queue from now on.
  mutating func beginVirtualWait(in slot: Int, at queue: DN) {
    guard let holder = holder(of: slot) else { return }
    let waiting = waitingParty(in: slot)
    add(
      VirtualWait(
        queue: queue, holder: holder, waiting: waiting.dn, role: waiting.role, parties: slots[slot].parties.map(\.dn)),
      of: slots[slot].connID)
  }

  mutating func add(_ wait: VirtualWait, of call: ConnID) {
    cold[0].virtualWaits[call, default: []].append(wait)
    reasonsToTellMore.insert(.virtualQueues)
  }

  mutating func endVirtualWait(in slot: Int, at queue: DN) {
    let call = slots[slot].connID
    let rest = virtualWaits(of: call).filter { $0.queue != queue }
    setVirtualWaits(rest, of: call)
  }

  /// Forgets the virtual queues of a call that has ended.
  mutating func endVirtualWaits(of call: ConnID) { setVirtualWaits([], of: call) }

  private mutating func setVirtualWaits(_ waits: [VirtualWait], of call: ConnID) {
    cold[0].virtualWaits[call] = waits.isEmpty ? nil : waits
    if cold[0].virtualWaits.isEmpty { reasonsToTellMore.remove(.virtualQueues) }
  }

  /// The first party that is no queue.
  func waitingParty(in slot: Int) -> Call.Party {
    slots[slot].parties.first { !kind($0.dn).isQueue } ?? slots[slot][0]
  }

  /// A party that has left the call hands its part on to the one that has come with that.
  mutating func handOnVirtualWaits(in slot: Int, before: [DN]) {
    let call = slots[slot].connID
    guard let newcomer = slots[slot].parties.first(where: { !kind($0.dn).isQueue && !before.contains($0.dn) })?.dn,
      var waits = cold[0].virtualWaits[call]
    else { return }
    for number in waits.indices where slots[slot].index(of: waits[number].waiting) == nil {
      waits[number].waiting = newcomer
    }
    cold[0].virtualWaits[call] = waits
  }

  /// The routing point or queue that has the call; of several, the first.
  func holder(of slot: Int) -> DN? {
    slots[slot].parties.first { $0.state.isPlace && $0.state != .detecting }?.dn
  }
}
