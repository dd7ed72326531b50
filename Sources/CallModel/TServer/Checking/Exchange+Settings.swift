// How a DN stands apart from its calls: to begin an exchange with DNs that have been in use.

extension Exchange {
  /// The settings of a DN: its agent, how it takes calls, and whether it is registered.
  package struct Settings: Sendable {
    fileprivate var values: DNSettings
    package let kind: Kind
    /// The group that its agent is logged in to.
    package var group: DN {
      get { values.login.group }
      set { values.login.group = newValue }
    }
    /// Which calls it forwards.
    package var forwardMode: ForwardMode { values.forwardMode }
    /// The DN to which it forwards its calls.
    package var forwardsTo: DN {
      get { values.forwardsTo }
      set { values.forwardsTo = newValue }
    }
    /// The number of the text of its agent's AgentID; 0 if it is not known.
    package var agentID: UInt32 {
      get { values.login.agentID }
      set { values.login.agentID = newValue }
    }

    /// Its agent has named these when logging in, as far as they are not 0 and none: tables list them.
    package mutating func nameLogin(_ agentID: UInt32, at group: DN) { values.login.name(agentID, at: group) }

    /// All that is set as a number, apart from the DNs and the agent that it names, and since when the agent is ready.
    package var word: UInt64 {
      var word = UInt64(values.workMode.rawValue) | UInt64(values.workModeBefore.rawValue) << 8
      word |= UInt64(values.agent.rawValue) << 16 | UInt64(values.forwardMode.rawValue) << 24
      word |= UInt64(kind.rawValue) << 32 | (values.registration.map { UInt64($0.rawValue) } ?? 15) << 40
      if values.isUndisturbed { word |= 1 << 48 }
      if values.isOutOfService { word |= 1 << 49 }
      if values.hasMessages { word |= 1 << 50 }
      if values.login.listed.contains(.agentID) { word |= 1 << 51 }
      if values.login.listed.contains(.thisQueue) { word |= 1 << 52 }
      return word
    }
    /// Whether a client has registered the DN.
    package var isRegistered: Bool { values.registration != nil }

    /// The actions that set all this on a DN on which nothing is set.
    package func actions(of dn: DN) -> [Action] {
      var actions: [Action] = []
      if let mode = values.registration, mode != .share {
        actions.append(Action(.registerAddress, by: dn, mode: Mode(mode)))
      }
      if values.agent != .loggedOut {
        let login = values.login
        actions.append(Action(.agentLogin, by: dn, to: login.group, agentID: login.agentID))
        let isReady = values.agent == .ready || values.agent == .afterCallReady
        let usual = values.agent.isAfterCall ? values.workModeBefore : values.workMode
        if isReady { actions.append(Action(.agentReady, by: dn, mode: usual)) }
        if values.agent != .ready, values.workMode != .none {
          actions.append(Action(.agentNotReady, by: dn, mode: values.workMode))
        }
      }
      if values.forwardMode != .none {
        actions.append(Action(.setForward, by: dn, to: values.forwardsTo, mode: Mode(values.forwardMode)))
      }
      if values.isUndisturbed { actions.append(Action(.setDNDOn, by: dn)) }
      if values.hasMessages { actions.append(Action(.setMessageWaitingOn, by: dn)) }
      if values.isOutOfService { actions.append(Action(.fail, by: dn)) }
      return actions
    }
  }

  /// The settings of the DN; nil if nothing is set on it.
  package func settings(of dn: DN) -> Settings? {
    guard isKnown(dn), isUnusual(Int(dn.rawValue)) else { return nil }
    return Settings(values: cold[0].settings[Int(dn.rawValue)], kind: kind(dn))
  }

  /// Sets them on the DN, which is in no call. The DNs that they name must be those of this exchange.
  package mutating func set(_ settings: Settings, of dn: DN) {
    let number = Int(dn.rawValue)
    let registration = settings.values.registration
    cold[0].settings[number] = settings.values
    cold[0].settings[number].registration = .share
    cold[0].settings[number].usual.group = .none
    if settings.values.agent != .loggedOut { cold[0].agents.add(settings.values.login.agentID, at: dn) }
    if registration != .share { register(dn, as: registration) }
    noteStaff()
    refreshLine(number)
  }

  /// A DN that observes the calls of an agent.
  package struct Observation: Sendable {
    package let observer: DN
    package let agent: DN
    package let type: MonitorNextCallType
    /// Whether it may join the call in which the agent talks already.
    package let intrudes: Bool

    package init(observer: DN, agent: DN, type: MonitorNextCallType, intrudes: Bool) {
      (self.observer, self.agent, self.type, self.intrudes) = (observer, agent, type, intrudes)
    }
  }

  /// Which DNs observe which agents, in the order of the requests.
  package var observations: [Observation] {
    cold[0].monitors.map { Observation(observer: $0.observer, agent: $0.agent, type: $0.type, intrudes: $0.intrudes) }
  }

  /// The DN observes the agent, as if it had asked for that before any call began.
  package mutating func add(_ observation: Observation) {
    cold[0].monitors.append(
      Monitor(
        observer: observation.observer, agent: observation.agent, type: observation.type,
        first: observation.intrudes ? .none : ConnID(1)))
    noteStaff()
    refreshLine(Int(observation.observer.rawValue))
  }
}
