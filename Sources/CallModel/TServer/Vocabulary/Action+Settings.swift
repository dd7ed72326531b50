/// Actions that change a setting of a DN, which outlasts its calls.
extension Action {
  /// TAgentLogin: an agent logs in at the device, with its AgentID and to a group; `mode` says what it does next.
  public static func agentLogin(
    _ device: DN, agent: String? = nil, queue: DN? = nil, mode: AgentWorkMode? = nil
  ) -> Action {
    Action(.agentLogin, by: device, mode: mode.map(RequestMode.agentWorkMode), agent: agent, queue: queue)
  }
  /// TAgentLogout.
  public static func agentLogout(_ agent: DN) -> Action { Action(.agentLogout, by: agent) }
  /// TAgentSetReady.
  public static func agentReady(_ agent: DN, mode: AgentWorkMode? = nil) -> Action {
    Action(.agentReady, by: agent, mode: mode.map(RequestMode.agentWorkMode))
  }
  /// TAgentSetNotReady.
  public static func agentNotReady(_ agent: DN, mode: AgentWorkMode? = nil) -> Action {
    Action(.agentNotReady, by: agent, mode: mode.map(RequestMode.agentWorkMode))
  }
  /// The switch ends the agent's after-call work.
  public static func endWrapUp(_ agent: DN) -> Action { Action(.endWrapUp, by: agent) }

  /// TSetDNDOn: sets do-not-disturb.
  public static func setDNDOn(_ device: DN) -> Action { Action(.setDNDOn, by: device) }
  /// TSetDNDOff: ends do-not-disturb.
  public static func setDNDOff(_ device: DN) -> Action { Action(.setDNDOff, by: device) }
  /// TCallSetForward: forwards calls of the device to the target.
  public static func forward(_ device: DN, to target: DN, mode: ForwardMode = .unconditional) -> Action {
    Action(.setForward, by: device, to: target, mode: .forwardMode(mode))
  }
  /// TCallCancelForward: ends forwarding.
  public static func cancelForward(_ device: DN) -> Action { Action(.cancelForward, by: device) }

  /// TRegisterAddress: asks to be told of the DN, and how it stands.
  public static func registerAddress(_ dn: DN, mode: RegisterMode? = nil) -> Action {
    Action(.registerAddress, by: dn, mode: mode.map(RequestMode.registerMode))
  }
  /// TUnregisterAddress: asks to be told of the DN no longer.
  public static func unregisterAddress(_ dn: DN) -> Action { Action(.unregisterAddress, by: dn) }
  /// TQueryAddress: asks how another DN stands, or the DN itself.
  public static func queryAddress(_ dn: DN, by asker: DN) -> Action { Action(.queryAddress, by: asker, to: dn) }

  /// TMonitorNextCall: observes calls of the agent that begin after the request.
  ///
  /// `mode` and `scope` are told to both, and change nothing else.
  public static func observe(
    _ agent: DN, by observer: DN, type: MonitorNextCallType = .oneCall, mode: MonitorMode? = nil,
    scope: MonitorScope? = nil
  ) -> Action {
    Action(
      .monitorNextCall, by: observer, to: agent, mode: .monitorNextCallType(type), monitorMode: mode,
      monitorScope: scope)
  }
  /// TCancelMonitoring: ends the observation.
  public static func cancelMonitoring(_ agent: DN, by observer: DN) -> Action {
    Action(.cancelMonitoring, by: observer, to: agent)
  }
}
