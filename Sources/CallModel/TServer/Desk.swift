/// What is set on a DN beside its calls.
struct Desk: Sendable {
  /// The group whose agent it is.
  var group = DN.none
  var agent = AgentState.loggedOut
  var workMode = Mode.none
  /// The ordinal of the event after which the agent was ready, as far as it fits in here.
  var readySince: UInt32 = 0
  var isUndisturbed = false
  var forwardMode = ForwardMode.none
  var forwardsTo = DN.none

  /// How its device takes calls; do-not-disturb goes before forwarding.
  var manner: Manner {
    if isUndisturbed { return .undisturbed }
    return switch forwardMode {
    case .none: .open
    case .unconditional, .sendAllCalls: .forwardsAll
    case .onBusy: .forwardsBusy
    case .onNoAnswer: .forwardsUnanswered
    case .onBusyAndNoAnswer: .forwardsBusyAndUnanswered
    }
  }
}

extension Desk {
  /// What was said is what is told: of forwarding, nothing said is unconditional.
  mutating func set(_ setting: Clause.Setting, to target: DN, _ mode: inout Mode, now: UInt32) {
    switch setting {
    case .loggedOut: (agent, workMode) = (.loggedOut, .none)
    case .notReady: (agent, workMode) = (.notReady, mode)
    case .ready: (agent, workMode, readySince) = (.ready, mode, now)
    case .undisturbed: isUndisturbed = true
    case .disturbed: isUndisturbed = false
    case .forwarding:
      (forwardMode, forwardsTo) = (ForwardMode(rawValue: mode.rawValue) ?? .unconditional, target)
      mode = Mode(forwardMode)
    case .notForwarding: (forwardMode, forwardsTo) = (.none, .none)
    // Not of the desk alone: whom it observes.
    case .monitoring, .notMonitoring, .monitored: break
    }
  }
}

/// How a device takes calls.
public enum Manner: UInt8, CaseIterable, Sendable {
  case open, undisturbed, forwardsAll, forwardsBusy, forwardsUnanswered, forwardsBusyAndUnanswered

  @inline(__always) var forwards: Bool { rawValue >= Manner.forwardsAll.rawValue }

  var words: String {
    switch self {
    case .open: "open to calls"
    case .undisturbed: "not to be disturbed"
    case .forwardsAll: "forwarding all its calls"
    case .forwardsBusy: "forwarding its calls when busy"
    case .forwardsUnanswered: "forwarding its calls when it does not answer"
    case .forwardsBusyAndUnanswered: "forwarding its calls when busy or when it does not answer"
    }
  }
}

/// An agent, as its DN knows it.
public enum AgentState: UInt8, CaseIterable, Sendable { case loggedOut, notReady, ready }

/// Who observes whom: the calls that begin after that.
struct Monitor: Hashable, Sendable {
  let observer: DN
  let agent: DN
  let type: MonitorNextCallType
  /// The ConnID of the first call that is observed.
  let first: ConnID
  /// The calls in which the observer has rung, for this agent or another: once is enough.
  var rung: [ConnID] = []
}

extension Exchange {
  public func agentState(of dn: DN) -> AgentState { isKnown(dn) ? office[0].desks[Int(dn.rawValue)].agent : .loggedOut }

  /// The agent of the group who has been ready, and in no call, for longest; of several the one that was added first.
  func longestIdle(of group: DN) -> DN {
    var found = (dn: DN.none, since: UInt32(0))
    for number in office[0].desks.indices where office[0].desks[number].group == group && isIdle(number) {
      let events = idleEvents(number)
      if found.dn == .none || events > found.since { found = (DN(UInt16(number)), events) }
    }
    return found.dn
  }

  /// Ready, in no call, and taking calls at its own desk.
  func isIdle(_ number: Int) -> Bool {
    number > 0 && office[0].desks[number].agent == .ready && lines[number].count == 0 && lines[number].manner == .open
  }

  /// What the line repeats of its desk, and of whom it observes.
  mutating func refreshLine(_ number: Int) {
    lines[number].manner = office[0].desks[number].manner
    lines[number].isPlain =
      lines[number].manner == .open && !office[0].monitors.contains { Int($0.observer.rawValue) == number }
  }

  /// How many events there have been since the agent was both ready and free; of two times the later one has fewer.
  func idleEvents(_ number: Int) -> UInt32 {
    let now = UInt32(truncatingIfNeeded: sequenceNumber)
    return min(now &- office[0].desks[number].readySince, now &- lines[number].freeSince)
  }
}
