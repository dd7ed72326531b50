/// How a switch differs from others: one field for each option of the manual's notes, or of a T-Server.
public struct SwitchProfile: Hashable, Sendable {
  /// `*DIAL`: whether T-Server knows the dialed number.
  public var dialedNumber = DialedNumber.known
  /// `*OPT`: whether the attributes with this mark are reported.
  public var optional = Reporting.reported
  /// Outbound Call, note a: EventNetworkReached comes from the switch, or from T-Server right before EventEstablished.
  public var networkReached = NetworkReached.reported
  /// Call Parking: whether the caller gets EventDestinationBusy.
  public var parkingBusy = Reporting.reported
  /// Routing, note c: the CallState of EventRouteUsed.
  public var routeCallState = RouteCallState.ok
  /// Multiple ACDs, note a: whether agents are assigned directly to the group, or to secondary groups.
  public var acdAgents = ACDAgents.direct
  /// Whether the slips in the printed tables are repeated or corrected.
  public var errata = Errata.printed
  /// Whether the events of internal and outbound calls have an ANI.
  public var ani = ANI.inbound
  /// What becomes of the user data of two calls that are joined.
  public var mergedUserData = MergedUserData.mainOnly
  /// Which user data a consultation has.
  public var consultUserData = ConsultUserData.separate
  /// Whether EventOffHook and EventOnHook are sent.
  public var hookEvents = Reporting.omitted
  /// Whether a routed call leaves the routing point when its destination rings, or when it answers.
  public var divertOnRinging = DivertOnRinging.yes
  /// Whether an agent has after-call work, and whether it ends by itself.
  public var wrapUp = WrapUp.none
  /// What becomes of an agent who does not answer a call that a group diverted to it.
  public var agentNoAnswerAction = AgentNoAnswerAction.none
  /// What becomes of a call that an agent does not answer.
  public var agentNoAnswerOverflow = AgentNoAnswerOverflow.none
  /// Whether a call is observed that had begun before the request.
  public var monitoring = Monitoring.nextCall
  /// How long an observer stays in a call.
  public var monitorScope = MonitorScope.agent

  /// Whether T-Server knows the dialed number.
  public enum DialedNumber: String, CaseIterable, Sendable, Codable {
    /// T-Server reports the dialed number as OtherDN.
    case known
    /// T-Server does not know the number before the call is answered.
    case unknown
  }
  /// Whether something is reported.
  public enum Reporting: String, CaseIterable, Sendable, Codable {
    /// It is reported.
    case reported
    /// It is left out.
    case omitted
  }
  /// Where EventNetworkReached comes from.
  public enum NetworkReached: String, CaseIterable, Sendable, Codable {
    /// The switch reports it.
    case reported
    /// T-Server adds it right before EventEstablished.
    case simulated
  }
  /// How agents are assigned to an ACD group.
  public enum ACDAgents: String, CaseIterable, Sendable, Codable {
    /// To the group itself.
    case direct
    /// To secondary groups.
    case secondary
  }
  /// What becomes of the slips in the printed tables.
  public enum Errata: String, CaseIterable, Sendable, Codable {
    /// They are repeated.
    case printed
    /// They are corrected.
    case corrected
  }
  /// The CallState of EventRouteUsed.
  public enum RouteCallState: String, CaseIterable, Sendable, Codable {
    /// OK after a TRouteCall, Redirected if the switch routed by default.
    case ok
    /// Redirected in any case, or no CallState.
    case redirected, absent
    /// As `ok`, but absent if the destination is outside.
    case absentOutbound = "absent-outbound"
  }

  /// Which calls have an ANI.
  public enum ANI: String, CaseIterable, Sendable, Codable {
    /// Only inbound calls.
    case inbound
    /// All calls.
    case allCalls = "all-calls"
  }
  /// The user data of a joined call.
  public enum MergedUserData: String, CaseIterable, Sendable, Codable {
    /// Those of the main call, or of the one that was joined to it.
    case mainOnly = "main-only", mergedOnly = "merged-only"
    /// Those of both; of a key of both, the value in the main call.
    case mainOverMerged = "main-over-merged"
    /// Those of both; of a key of both, the value in the other call.
    case mergedOverMain = "merged-over-main"

    var takesBoth: Bool { self == .mainOverMerged || self == .mergedOverMain }
  }
  /// The user data of a consultation.
  public enum ConsultUserData: String, CaseIterable, Sendable, Codable {
    /// It begins without any.
    case separate
    /// It begins with a copy of those of the main call.
    case inherited
    /// It has those of the main call.
    case joint
  }
  /// When a routed call leaves the routing point.
  public enum DivertOnRinging: String, CaseIterable, Sendable, Codable {
    /// When the switch routes it, so that it rings.
    case yes = "true"
    /// When it is answered.
    case no = "false"
  }
  /// After-call work of agents.
  public enum WrapUp: String, CaseIterable, Sendable, Codable {
    /// There is none.
    case none
    /// The agent ends it.
    case untimed
    /// It ends after a time, or the agent ends it.
    case timed
  }
  /// What becomes of an agent who does not answer.
  public enum AgentNoAnswerAction: String, CaseIterable, Sendable, Codable {
    /// Nothing.
    case none
    /// The agent is no longer ready.
    case notReady = "notready"
    /// The agent is logged out.
    case logout
  }
  /// What becomes of a call that an agent does not answer.
  public enum AgentNoAnswerOverflow: String, CaseIterable, Sendable, Codable {
    /// It ends as any other that is not answered.
    case none
    /// It returns to the group.
    case recall
    /// It ends.
    case release
  }
  /// Which calls of an agent are observed.
  public enum Monitoring: String, CaseIterable, Sendable, Codable {
    /// Those that begin after the request.
    case nextCall = "next-call"
    /// The one in which the agent talks, too.
    case intrusion
  }
  /// How long an observer stays in a call.
  public enum MonitorScope: String, CaseIterable, Sendable, Codable {
    /// As long as the agent does.
    case agent
    /// As long as the conversation lasts.
    case call
  }

  /// Makes the generic profile.
  public init() {}

  /// The named profiles: the generic one, the switches that the notes name, and SIP Server.
  public static let named: [(name: String, profile: SwitchProfile)] = [
    ("generic", SwitchProfile()),
    ("aspect-acd", SwitchProfile(routeCallState: .absent)),
    ("rockwell-spectrum", SwitchProfile(routeCallState: .absent)),
    ("hicom-300e-cs", SwitchProfile(routeCallState: .absent)),
    ("nortel-cs1000-sccs-mls", SwitchProfile(routeCallState: .absentOutbound)),
    ("sip-server", sipServer),
  ]

  private init(routeCallState: RouteCallState) { self.routeCallState = routeCallState }

  private static var sipServer: SwitchProfile {
    var profile = SwitchProfile()
    (profile.errata, profile.monitoring, profile.monitorScope) = (.corrected, .intrusion, .call)
    return profile
  }

  /// The profile with this name; `nil` if there is none.
  public init?(named name: String) {
    guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
    self = found.profile
  }
}

extension SwitchProfile: CustomStringConvertible {
  /// The options that differ from the generic profile, as a scenario writes them: `route-call-state=absent`.
  public var description: String {
    let usual = SwitchProfile()
    let options = SwitchOption.allCases.filter { self[$0] != usual[$0] }.map { "\($0.rawValue)=\(self[$0])" }
    return options.isEmpty ? "generic" : options.joined(separator: " ")
  }
}

extension SwitchProfile: Codable {
  /// Encodes every option by its name.
  public func encode(to encoder: any Encoder) throws {
    let options = SwitchOption.allCases.map { ($0.rawValue, self[$0]) }
    try Dictionary(uniqueKeysWithValues: options).encode(to: encoder)
  }

  /// Decodes options by their names: what is missing has its default, what is unknown is an error.
  public init(from decoder: any Decoder) throws {
    self.init()
    // In order, so that of several mistakes the first one is named.
    for (name, value) in try [String: String](from: decoder).sorted(by: { $0.key < $1.key }) {
      guard let option = SwitchOption(rawValue: name), set(option, to: value) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "there is no option \(name)=\(value)"))
      }
    }
  }
}

/// One option of a profile, to be set by name.
public enum SwitchOption: String, CaseIterable, Sendable, Codable {
  /// `*DIAL`.
  case dialedNumber = "dialed-number"
  /// `*OPT`.
  case optional
  /// Outbound Call, note a.
  case networkReached = "network-reached"
  /// Call Parking.
  case parkingBusy = "parking-busy"
  /// Routing, note c.
  case routeCallState = "route-call-state"
  /// Multiple ACDs, note a.
  case acdAgents = "acd-agents"
  /// The slips.
  case errata
  /// Which calls have an ANI.
  case ani
  /// The user data of joined calls.
  case mergedUserData = "merged-user-data"
  /// The user data of consultations.
  case consultUserData = "consult-user-data"
  /// EventOffHook and EventOnHook.
  case hookEvents = "hook-events"
  /// When a routed call leaves the routing point.
  case divertOnRinging = "divert-on-ringing"
  /// After-call work.
  case wrapUp = "wrap-up"
  /// What becomes of an agent who does not answer.
  case agentNoAnswerAction = "agent-no-answer-action"
  /// What becomes of a call that an agent does not answer.
  case agentNoAnswerOverflow = "agent-no-answer-overflow"
  /// Which calls of an agent are observed.
  case monitoring
  /// How long an observer stays in a call.
  case monitorScope = "monitor-scope"

  /// The values, the default first.
  public var values: [String] {
    switch self {
    case .dialedNumber: SwitchProfile.DialedNumber.allCases.map(\.rawValue)
    case .optional, .parkingBusy: SwitchProfile.Reporting.allCases.map(\.rawValue)
    case .networkReached: SwitchProfile.NetworkReached.allCases.map(\.rawValue)
    case .routeCallState: SwitchProfile.RouteCallState.allCases.map(\.rawValue)
    case .acdAgents: SwitchProfile.ACDAgents.allCases.map(\.rawValue)
    case .errata: SwitchProfile.Errata.allCases.map(\.rawValue)
    case .ani: SwitchProfile.ANI.allCases.map(\.rawValue)
    case .mergedUserData: SwitchProfile.MergedUserData.allCases.map(\.rawValue)
    case .consultUserData: SwitchProfile.ConsultUserData.allCases.map(\.rawValue)
    case .hookEvents: SwitchProfile.Reporting.allCases.reversed().map(\.rawValue)
    case .divertOnRinging: SwitchProfile.DivertOnRinging.allCases.map(\.rawValue)
    case .wrapUp: SwitchProfile.WrapUp.allCases.map(\.rawValue)
    case .agentNoAnswerAction: SwitchProfile.AgentNoAnswerAction.allCases.map(\.rawValue)
    case .agentNoAnswerOverflow: SwitchProfile.AgentNoAnswerOverflow.allCases.map(\.rawValue)
    case .monitoring: SwitchProfile.Monitoring.allCases.map(\.rawValue)
    case .monitorScope: SwitchProfile.MonitorScope.allCases.map(\.rawValue)
    }
  }
}

extension SwitchProfile {
  /// The value of an option by name.
  public subscript(option: SwitchOption) -> String {
    switch option {
    case .dialedNumber: dialedNumber.rawValue
    case .optional: optional.rawValue
    case .networkReached: networkReached.rawValue
    case .parkingBusy: parkingBusy.rawValue
    case .routeCallState: routeCallState.rawValue
    case .acdAgents: acdAgents.rawValue
    case .errata: errata.rawValue
    case .ani: ani.rawValue
    case .mergedUserData: mergedUserData.rawValue
    case .consultUserData: consultUserData.rawValue
    case .hookEvents: hookEvents.rawValue
    case .divertOnRinging: divertOnRinging.rawValue
    case .wrapUp: wrapUp.rawValue
    case .agentNoAnswerAction: agentNoAnswerAction.rawValue
    case .agentNoAnswerOverflow: agentNoAnswerOverflow.rawValue
    case .monitoring: monitoring.rawValue
    case .monitorScope: monitorScope.rawValue
    }
  }

  /// Sets an option by name; returns false and changes nothing if it has no such value.
  public mutating func set(_ option: SwitchOption, to value: String) -> Bool {
    switch option {
    case .dialedNumber: assign(value, to: \.dialedNumber)
    case .optional: assign(value, to: \.optional)
    case .networkReached: assign(value, to: \.networkReached)
    case .parkingBusy: assign(value, to: \.parkingBusy)
    case .routeCallState: assign(value, to: \.routeCallState)
    case .acdAgents: assign(value, to: \.acdAgents)
    case .errata: assign(value, to: \.errata)
    case .ani: assign(value, to: \.ani)
    case .mergedUserData: assign(value, to: \.mergedUserData)
    case .consultUserData: assign(value, to: \.consultUserData)
    case .hookEvents: assign(value, to: \.hookEvents)
    case .divertOnRinging: assign(value, to: \.divertOnRinging)
    case .wrapUp: assign(value, to: \.wrapUp)
    case .agentNoAnswerAction: assign(value, to: \.agentNoAnswerAction)
    case .agentNoAnswerOverflow: assign(value, to: \.agentNoAnswerOverflow)
    case .monitoring: assign(value, to: \.monitoring)
    case .monitorScope: assign(value, to: \.monitorScope)
    }
  }

  private mutating func assign<Choice: RawRepresentable<String>>(
    _ value: String, to option: WritableKeyPath<Self, Choice>
  ) -> Bool {
    guard let choice = Choice(rawValue: value) else { return false }
    self[keyPath: option] = choice
    return true
  }
}

/// A footnote of the manual's tables: the profile decides whether what it marks is present.
package enum Footnote: Hashable, Sendable {
  case none
  /// `*OPT`
  case optional
  /// `*DIAL`
  case dialed
  /// Multiple ACDs, note a.
  case directAgents
  /// A slip in the manual, as printed and as corrected.
  case printed, corrected
  /// The event `*OPT` of Call Parking.
  case parkingBusy
  /// Outbound Call, note a.
  case networkReported, networkSimulated
  /// Routing, note c: OK or Redirected, if the switch lists a CallState; and the same for a destination outside.
  case routeOK, routeRedirected, routeListed, routeOutsideOK, routeOutsideListed
  /// The option `hook-events`.
  case hookEvents
  /// A routed call leaves the routing point when its destination rings, or when it answers.
  case divertsOnRinging, divertsOnAnswer
  /// The option `wrap-up`: any after-call work, and work that ends after a time.
  case wrapUp, timedWrapUp
  /// The option `agent-no-answer-action`.
  case notReadyUnanswered, loggedOutUnanswered
  /// The option `agent-no-answer-overflow`: the call returns to the group, or ends.
  case returnsUnanswered, endsUnanswered
  /// The option `monitoring`.
  case nextCall, intrusion
  /// The option `monitor-scope`: observers leave with their agent, or stay in the call.
  case scopeOfAgent, scopeOfCall

  package func applies(under profile: SwitchProfile) -> Bool {
    let listed = profile.routeCallState
    return switch self {
    case .none: true
    case .optional: profile.optional == .reported
    case .dialed: profile.dialedNumber == .known
    case .directAgents: profile.acdAgents == .direct
    case .printed: profile.errata == .printed
    case .corrected: profile.errata == .corrected
    case .parkingBusy: profile.parkingBusy == .reported
    case .networkReported: profile.networkReached == .reported
    case .networkSimulated: profile.networkReached == .simulated
    case .routeOK: listed == .ok || listed == .absentOutbound
    case .routeRedirected: listed == .redirected
    case .routeListed: listed != .absent
    case .routeOutsideOK: listed == .ok
    case .routeOutsideListed: listed == .ok || listed == .redirected
    case .hookEvents: profile.hookEvents == .reported
    case .divertsOnRinging: profile.divertOnRinging == .yes
    case .divertsOnAnswer: profile.divertOnRinging == .no
    case .wrapUp: profile.wrapUp != .none
    case .timedWrapUp: profile.wrapUp == .timed
    case .notReadyUnanswered: profile.agentNoAnswerAction == .notReady
    case .loggedOutUnanswered: profile.agentNoAnswerAction == .logout
    case .returnsUnanswered: profile.agentNoAnswerOverflow == .recall
    case .endsUnanswered: profile.agentNoAnswerOverflow != .recall
    case .nextCall: profile.monitoring == .nextCall
    case .intrusion: profile.monitoring == .intrusion
    case .scopeOfAgent: profile.monitorScope == .agent
    case .scopeOfCall: profile.monitorScope == .call
    }
  }
}
