/// The settings of a DN, which do not depend on its calls.
struct DNSettings: Sendable {
  /// What a login takes where it says nothing.
  var usual = AgentLogin()
  /// Who is logged in and to which group. After the logout it is of no meaning, except in the step of the logout.
  var login = AgentLogin()
  var agent = AgentState.loggedOut
  var workMode = Exchange.Mode.none
  /// In after-call work: what the agent was doing before.
  var workModeBefore = Exchange.Mode.none
  /// The ordinal of the event after which the agent was ready, cut to 32 bits.
  var readySince: UInt32 = 0
  var isUndisturbed = false
  var isOutOfService = false
  /// Whether the lamp is on that says that messages wait.
  var hasMessages = false
  var forwardMode = ForwardMode.none
  var forwardsTo = Exchange.DN.none
  /// The mode in which the DN is registered; nil while it is not.
  var registration: RegisterMode? = .share

  /// How the device takes calls; do-not-disturb overrides forwarding, and a device that is out of service takes calls
  /// as if do-not-disturb were set.
  var delivery: CallDelivery {
    if isUndisturbed || isOutOfService { return .undisturbed }
    return switch forwardMode {
    case .none: .open
    case .unconditional, .sendAllCalls: .forwardsAll
    case .onBusy: .forwardsBusy
    case .onNoAnswer: .forwardsUnanswered
    case .onBusyAndNoAnswer: .forwardsBusyAndUnanswered
    }
  }
}

extension DNSettings {
  /// Changes a setting, and sets `mode` to what the event reports: forwarding without a ForwardMode is unconditional.
  mutating func set(_ setting: Clause.Setting, to target: Exchange.DN, _ mode: inout Exchange.Mode, now: UInt32) {
    switch setting {
    case .loggedOut: (agent, workMode) = (.loggedOut, .none)
    case .notReady: (agent, workMode) = (.notReady, mode)
    case .noLongerReady: if agent == .ready { (agent, workMode) = (.notReady, .none) }
    case .ready:
      // An agent who asks again has been ready all the time.
      if agent != .ready { readySince = now }
      (agent, workMode) = (.ready, mode)
    case .afterCallWork:
      if !agent.isAfterCall {
        (agent, workModeBefore) = (agent == .ready ? .afterCallReady : .afterCallNotReady, workMode)
      }
      workMode = Exchange.Mode(AgentWorkMode.afterCallWork)
    case .noAfterCallWork:
      if agent == .afterCallReady { readySince = now }
      (agent, workMode) = (agent == .afterCallReady ? .ready : .notReady, workModeBefore)
    case .undisturbed: isUndisturbed = true
    case .disturbed: isUndisturbed = false
    case .forwarding:
      (forwardMode, forwardsTo) = (ForwardMode(rawValue: mode.rawValue) ?? .unconditional, target)
      mode = Exchange.Mode(forwardMode)
    case .notForwarding: (forwardMode, forwardsTo) = (.none, .none)
    case .outOfService: isOutOfService = true
    case .inService: isOutOfService = false
    case .messagesWait: hasMessages = true
    case .noMessagesWait: hasMessages = false
    // Stored elsewhere, because they concern more than this DN.
    case .loggedIn, .monitoring, .intruding, .notMonitoring, .monitored, .muted, .notMuted, .notListening, .listening,
      .queuedVirtually, .divertedVirtually, .registered, .unregistered:
      break
    }
  }
}

/// How a device takes calls.
package enum CallDelivery: UInt8, CaseIterable, Sendable {
  case open, undisturbed, forwardsAll, forwardsBusy, forwardsUnanswered, forwardsBusyAndUnanswered

  @inline(__always) var forwards: Bool {
    switch self {
    case .forwardsAll, .forwardsBusy, .forwardsUnanswered, .forwardsBusyAndUnanswered: true
    case .open, .undisturbed: false
    }
  }

  var words: String {
    switch self {
    case .open: "accepting calls"
    case .undisturbed: "set to do-not-disturb"
    case .forwardsAll: "forwarding all its calls"
    case .forwardsBusy: "forwarding its calls when busy"
    case .forwardsUnanswered: "forwarding its calls when it does not answer"
    case .forwardsBusyAndUnanswered: "forwarding its calls when busy or when it does not answer"
    }
  }
}

/// The state of an agent on its DN; in after-call work, also what the agent was before.
package enum AgentState: UInt8, CaseIterable, Sendable {
  case loggedOut, notReady, ready, afterCallNotReady, afterCallReady

  /// Whether the agent is in after-call work.
  var isAfterCall: Bool { self == .afterCallNotReady || self == .afterCallReady }
}

/// An observer and the agent that it observes, in calls that begin after the request. A DN has one agent at most, and
/// an agent one observer.
struct Monitor: Hashable, Sendable {
  var observer: Exchange.DN
  var agent: Exchange.DN
  let type: MonitorNextCallType
  /// The ConnID of the first call that can be observed; none where any can.
  let first: ConnID
  /// Whether the observer may join a call that has begun before, while the agent talks in it.
  var intrudes: Bool { first == .none }
  /// For all calls: those in which the observer has already rung; it rings in each only once.
  var rung: [ConnID] = []
  /// For one call: the call that uses the request up, until the agent leaves it; none before the observer has rung.
  var used = ConnID.none
}

extension Exchange {
  package func agentState(of dn: DN) -> AgentState {
    isKnown(dn) ? cold[0].settings[Int(dn.rawValue)].agent : .loggedOut
  }

  /// The agent of the group who has been idle longest; of several, the one that was added first.
  func longestIdle(of group: DN) -> DN {
    var found = (dn: DN.none, since: UInt32(0))
    for number in cold[0].settings.indices where cold[0].settings[number].login.group == group && isIdle(number) {
      let events = idleEvents(number)
      if found.dn == .none || events > found.since { found = (DN(UInt16(number)), events) }
    }
    return found.dn
  }

  /// Whether the agent is ready, in no call, and takes calls at its own DN.
  func isIdle(_ number: Int) -> Bool {
    number > 0 && cold[0].settings[number].agent == .ready && lines[number].count == 0
      && lines[number].delivery == .open
  }

  /// Copies to the line what it repeats of the DN's settings, its registration and its monitoring.
  mutating func refreshLine(_ number: Int) {
    lines[number].delivery = cold[0].settings[number].delivery
    let registration = cold[0].settings[number].registration
    lines[number].isPlain =
      lines[number].delivery == .open && lines[number].kind != .virtualQueue && registration != nil
      && registration != .monitor
      && !cold[0].monitors.contains { Int($0.observer.rawValue) == number }
    if isUnusual(number) { mayHaveSettings = true }
  }

  /// The number of events since the agent became both ready and free. The later of the two times has had fewer events.
  func idleEvents(_ number: Int) -> UInt32 {
    let now = UInt32(truncatingIfNeeded: sequenceNumber)
    return min(now &- cold[0].settings[number].readySince, now &- lines[number].freeSince)
  }
}
