// T-Server models, Service Observing on an Agent: what ends the request of the supervisor C to observe the agent B,
// other than its own request. It comes after the pages on agents, because an agent may be logged out there.

extension Section {
  static let endOfMonitoring = Section(.tServerModels, "Service Observing, Cancelled", columns: Who.actor) { dn in
    Companion(
      "An agent who is monitored logs out", when: .logsOutWhileMonitored, .after(.agentLogout), derived: 124
    ) {
      monitoringIsCancelled(of: dn, by: .observer)
    }
    Companion(
      "A supervisor who monitors logs out", when: .logsOutWhileMonitoring, .after(.agentLogout), derived: 124
    ) {
      monitoringIsCancelled(of: .far, by: dn)
    }
    Companion("The monitored call is over", when: .leavesMonitoredCall, .last, derived: 125) {
      monitoringIsCancelled(of: dn, by: .observer)
    }
    Companion("The call that is observed ends before the answer", when: .endsWhileObserved, .last, derived: 178) {
      dn.receives(.released, .thisDNRole(.observer), .otherDN(.opposite), .callState(.ok))
    }
  }

  /// The request ends, and both are told.
  static func monitoringIsCancelled(of agent: Who, by supervisor: Who) -> [Clause] {
    [
      supervisor.sets(.notMonitoring),
      supervisor.receives(
        .monitoringCancelled, .thisDNRole(.observer), .otherDN(agent), .otherDNRole(.destination)),
      agent.receives(.monitoringCancelled, .otherDN(supervisor), .otherDNRole(.observer)),
    ]
  }
}
