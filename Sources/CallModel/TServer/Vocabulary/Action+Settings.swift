/// Actions that change a setting of a DN, which outlasts its calls.
extension Action {
  @inlinable public static func agentLogin(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentLogin, by: agent, mode: mode.map { RequestMode($0) } ?? .none)
  }
  @inlinable public static func agentLogout(_ agent: DN) -> Action { Action(.agentLogout, by: agent) }
  @inlinable public static func agentReady(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentReady, by: agent, mode: mode.map { RequestMode($0) } ?? .none)
  }
  @inlinable public static func agentNotReady(_ agent: DN, _ mode: AgentWorkMode? = nil) -> Action {
    Action(.agentNotReady, by: agent, mode: mode.map { RequestMode($0) } ?? .none)
  }

  /// TSetDNDOn: sets do-not-disturb.
  @inlinable public static func setDNDOn(_ device: DN) -> Action { Action(.setDNDOn, by: device) }
  @inlinable public static func setDNDOff(_ device: DN) -> Action { Action(.setDNDOff, by: device) }
  @inlinable public static func forward(_ device: DN, to target: DN, _ mode: ForwardMode = .unconditional) -> Action {
    Action(.setForward, by: device, to: target, mode: RequestMode(mode))
  }
  @inlinable public static func cancelForward(_ device: DN) -> Action { Action(.cancelForward, by: device) }

  /// TMonitorNextCall: observes calls of the agent that begin after the request.
  @inlinable public static func observe(_ agent: DN, by observer: DN, _ type: MonitorNextCallType = .oneCall) -> Action
  {
    Action(.monitorNextCall, by: observer, to: agent, mode: RequestMode(type))
  }
  @inlinable public static func cancelMonitoring(_ agent: DN, by observer: DN) -> Action {
    Action(.cancelMonitoring, by: observer, to: agent)
  }
}

/// Actions on the user data of a call, which the actor need not be in. The pairs are a separate argument:
/// `apply(_:with:)`.
extension Action {
  @inlinable public static func attachUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.attachUserData, by: party, on: call)
  }
  /// TUpdateUserData, which does what TAttachUserData does.
  @inlinable public static func updateUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.updateUserData, by: party, on: call)
  }
  /// TDeletePair: deletes the pair with the key of the given pair; its value does not matter.
  @inlinable public static func deletePair(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.deletePair, by: party, on: call)
  }
  @inlinable public static func deleteUserData(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.deleteUserData, by: party, on: call)
  }
}
