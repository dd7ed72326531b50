// How a DN stands when a client asks or registers.

extension Exchange {
  /// How a DN stands: its calls and its settings.
  package struct Snapshot: Sendable {
    /// The most calls that are named.
    package static let limit = 100

    /// What a pair says: a number, a name or a DN.
    package enum Value: Sendable {
      case number(UInt64)
      case name(StaticString)
      case dn(DN)

      /// The value in words.
      package func text(_ spell: (DN) -> String) -> String {
        switch self {
        case .number(let number): "\(number)"
        case .name(let name): "\(name)"
        case .dn(let dn): spell(dn)
        }
      }
    }

    /// The DN.
    package let dn: DN
    /// What the event says that the snapshot is about.
    package let infoType: StaticString
    /// The pairs of Extensions, in order.
    package let pairs: [(key: String, value: Value)]
    /// The reasons of the agent.
    package let reasons: [UserData.Pair]
  }

  /// Keeps how the DN stands now, for the text of the event.
  mutating func takeSnapshot(for event: inout Event, of dn: DN) {
    let settings = cold[0].settings[Int(dn.rawValue)]
    if settings.agent != .loggedOut, settings.login.agentID != 0 {
      event.agentID = settings.login.agentID
      event.listed.insert(.agentID)
    }
    let reasons = reasons(of: dn)
    if !reasons.isEmpty { event.listed.insert(.reasons) }
    let status: StaticString = kind(dn).isDevice ? "DNStatus" : "QueueStatus"
    let snapshot = Snapshot(
      dn: dn, infoType: event.type == .registered ? "AddressType" : status, pairs: pairs(of: dn, settings),
      reasons: reasons)
    cold[0].snapshot = (event.sequenceNumber, snapshot)
  }

  /// How a DN stood when the event told of that; nil if it tells nothing of it, or is not of the last action.
  package func snapshot(in event: Event) -> Snapshot? {
    guard event.type == .registered || event.type == .addressInfo, let taken = cold[0].snapshot,
      taken.event == event.sequenceNumber
    else { return nil }
    return taken.snapshot
  }

  /// The calls that it has been told of or would have been, by age, and then what is set.
  private func pairs(of dn: DN, _ settings: DNSettings) -> [(key: String, value: Snapshot.Value)] {
    var calls: [ConnID] = []
    eachCall(of: dn) { slot in
      if let place = slots[slot].index(of: dn), slots[slot][place].state.hasBeenTold {
        calls.append(slots[slot].connID)
      }
      return true
    }
    if kind(dn) == .virtualQueue {
      eachCall { slot in
        if virtualQueues(of: slots[slot].connID).contains(dn) { calls.append(slots[slot].connID) }
        return true
      }
    }
    calls.sort()
    var pairs = [(key: "calls", value: Snapshot.Value.number(UInt64(calls.count)))]
    for (index, call) in calls.prefix(Snapshot.limit).enumerated() {
      pairs.append(("conn-\(index + 1)", .number(call.rawValue)))
    }
    if settings.isOfAgent { pairs.append(("status", .name(settings.status))) }
    if settings.forwardMode != .none { pairs.append(("fwd", .dn(settings.forwardsTo))) }
    if settings.isUndisturbed { pairs.append(("dnd", .name("on"))) }
    return pairs
  }
}

extension DNSettings {
  /// Whether an agent is logged in there, or the party is said to be one.
  fileprivate var isOfAgent: Bool { agent != .loggedOut || usual.agentID != 0 || usual.group != .none }

  /// What the agent is doing. It may have said itself that it is in after-call work.
  fileprivate var status: StaticString {
    if agent.isAfterCall { return "AfterCallWork" }
    return switch agent {
    case .loggedOut: "LoggedOut"
    case .ready: "Ready"
    default: workMode == Exchange.Mode(AgentWorkMode.afterCallWork) ? "AfterCallWork" : "NotReady"
    }
  }
}
