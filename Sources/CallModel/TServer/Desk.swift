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
  var first: ConnID
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

  /// How many events there have been since the agent was both ready and free; of two times the later one has fewer.
  func idleEvents(_ number: Int) -> UInt32 {
    let now = UInt32(truncatingIfNeeded: sequenceNumber)
    return min(now &- office[0].desks[number].readySince, now &- lines[number].freeSince)
  }
}
