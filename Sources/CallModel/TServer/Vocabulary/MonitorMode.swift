/// What an observer wants to do in the calls that it observes. It changes no event.
public enum MonitorMode: String, CaseIterable, Sendable, Codable {
  /// It listens.
  case normal = "Normal"
  /// It listens and cannot be heard.
  case mute = "Mute"
  /// Only the agent hears it.
  case coach = "Coach"
  /// All parties hear it.
  case connect = "Connect"
}

/// How long an observer wants to stay in a call. It changes no event: the option `monitor-scope` decides.
public enum MonitorScope: String, CaseIterable, Sendable, Codable {
  /// As long as the agent does.
  case agent = "Agent"
  /// As long as the call lasts.
  case call = "Call"
}
