import CallModel

/// The DNs, calls and agents of a component, numbered from 1 in the order in which its events name them.
///
/// In these numbers, the events of calls that went alike are equal.
struct Participants: Sendable {
  private(set) var dns: [Observation.DN] = []
  private(set) var calls: [ConnID] = []
  private var agents: [UInt32] = []
  /// DNs that no event names: one of the DNs forwards its calls there, or its agent is logged in there.
  private var references: [Observation.DN] = []

  /// Whether the numbers fit into bytes, also after the next event, which names at most five DNs.
  var areFew: Bool { dns.count + references.count < 250 && calls.count < 250 && agents.count < 250 }

  /// Forgets all, but keeps the room.
  mutating func removeAll() {
    dns.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    if !agents.isEmpty { agents.removeAll() }
    if !references.isEmpty { references.removeAll() }
  }

  /// Numbers what the event names.
  mutating func meet(_ observed: Observation) {
    for dn in [
      observed.thisDN, observed.otherDN, observed.thirdPartyDN, observed.thisQueue, observed.thirdPartyQueue,
    ] { _ = number(dn) }
    for call in [observed.connID, observed.previousConnID] { _ = number(call) }
  }

  /// The number of the DN, which may be a new one; 0 for none.
  mutating func number(_ dn: Observation.DN) -> UInt64 { dn == .none ? 0 : Self.number(dn, in: &dns) }

  /// The number of the call, which may be a new one; 0 for none.
  mutating func number(_ call: ConnID) -> UInt64 { call == .none ? 0 : Self.number(call, in: &calls) }

  /// The number of the agent, which may be a new one; 0 for none.
  mutating func number(agent: UInt32) -> UInt64 { agent == 0 ? 0 : Self.number(agent, in: &agents) }

  private static func number<Name: Equatable>(_ name: Name, in names: inout [Name]) -> UInt64 {
    if let place = names.firstIndex(of: name) { return UInt64(place + 1) }
    names.append(name)
    return UInt64(names.count)
  }

  /// The number of the DN; 0 for none, and nil if it has no number.
  func known(_ dn: Observation.DN) -> UInt64? {
    if dn == .none { return 0 }
    if let place = dns.firstIndex(of: dn) { return UInt64(place + 1) }
    return references.firstIndex(of: dn).map { UInt64(255 - $0) }
  }

  /// The number of the call; 0 for none, and nil if it has no number.
  func known(_ call: ConnID) -> UInt64? {
    call == .none ? 0 : calls.firstIndex(of: call).map { UInt64($0 + 1) }
  }

  // MARK: References

  /// The number of a DN to which another one refers: of one that no event has named, counted down from 255.
  mutating func number(reference dn: Observation.DN) -> UInt64 {
    if dn == .none { return 0 }
    if let place = dns.firstIndex(of: dn) { return UInt64(place + 1) }
    return 256 - Self.number(dn, in: &references)
  }

  /// Whether another DN has referred to the DN before an event named it.
  func isReference(_ dn: Observation.DN) -> Bool { references.contains(dn) }

  // MARK: Hypotheses

  /// The DN with that number.
  func dn(_ number: Observation.DN) -> Observation.DN {
    let number = Int(number.rawValue)
    return number > dns.count ? references[255 - number] : dns[number - 1]
  }

  /// The call with that number.
  func call(_ number: ConnID) -> ConnID { calls[Int(number.rawValue) - 1] }

  /// The hypothesis with the names of the log, which had the numbers instead of names.
  func named(_ numbered: Hypothesis) -> Hypothesis {
    numbered.renamed(dn: dn, call: call, agent: { agents[Int($0) - 1] })
  }

  /// The hypothesis with the numbers instead of the names of the log; nil if it names something without a number.
  func numbered(_ named: Hypothesis) -> Hypothesis? {
    var isComplete = true
    func number<Name: Equatable>(_ name: Name, in names: [Name]) -> Int {
      if let place = names.firstIndex(of: name) { return place + 1 }
      isComplete = false
      return 0
    }
    let numbered = named.renamed(
      dn: { dn in
        let isReference = references.contains(dn) && !dns.contains(dn)
        return Observation.DN(UInt32(isReference ? 256 - number(dn, in: references) : number(dn, in: dns)))
      }, call: { ConnID(UInt64(number($0, in: calls))) }, agent: { UInt32(number($0, in: agents)) })
    return isComplete ? numbered : nil
  }
}
