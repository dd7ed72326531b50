/// What is set on a DN, and stays so from call to call.
extension Action {
  @inlinable public static func agentLogin(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentLogin, by: agent, mode: mode.map { Mode($0) } ?? .none)
  }
  @inlinable public static func agentLogout(_ agent: DN) -> Action { Action(.agentLogout, by: agent) }
  @inlinable public static func agentReady(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentReady, by: agent, mode: mode.map { Mode($0) } ?? .none)
  }
  @inlinable public static func agentNotReady(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentNotReady, by: agent, mode: mode.map { Mode($0) } ?? .none)
  }

  /// Do-not-disturb.
  @inlinable public static func setDNDOn(_ device: DN) -> Action { Action(.setDNDOn, by: device) }
  @inlinable public static func setDNDOff(_ device: DN) -> Action { Action(.setDNDOff, by: device) }
  @inlinable public static func forward(_ device: DN, to target: DN, _ mode: ForwardMode = .unconditional) -> Action {
    Action(.setForward, by: device, to: target, mode: Mode(mode))
  }
  @inlinable public static func cancelForward(_ device: DN) -> Action { Action(.cancelForward, by: device) }

  /// TMonitorNextCall: the calls of the agent that begin after it.
  @inlinable public static func observe(_ agent: DN, by observer: DN, _ type: MonitorNextCallType = .oneCall) -> Action
  {
    Action(.monitorNextCall, by: observer, to: agent, mode: Mode(type))
  }
  @inlinable public static func cancelMonitoring(_ agent: DN, by observer: DN) -> Action {
    Action(.cancelMonitoring, by: observer, to: agent)
  }
}

/// The user data of a call, which need not be the actor's. The pairs go beside the action: `apply(_:with:)`.
extension Action {
  @inlinable public static func attachUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.attachUserData, by: party, on: call)
  }
  /// The same as to attach them.
  @inlinable public static func updateUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.updateUserData, by: party, on: call)
  }
  /// Of the pair that is to go the key alone matters.
  @inlinable public static func deletePair(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.deletePair, by: party, on: call)
  }
  @inlinable public static func deleteUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.deleteUserData, by: party, on: call)
  }
}
