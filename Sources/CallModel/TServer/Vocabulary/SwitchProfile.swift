/// How a switch differs from others: one field for each option that the manual's notes describe.
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

  /// Makes the generic profile.
  public init() {}

  /// The named profiles; all but the first are switches that the notes name.
  public static let named: [(name: String, profile: SwitchProfile)] = [
    ("generic", SwitchProfile()),
    ("aspect-acd", SwitchProfile(routeCallState: .absent)),
    ("rockwell-spectrum", SwitchProfile(routeCallState: .absent)),
    ("hicom-300e-cs", SwitchProfile(routeCallState: .absent)),
    ("nortel-cs1000-sccs-mls", SwitchProfile(routeCallState: .absentOutbound)),
  ]

  private init(routeCallState: RouteCallState) { self.routeCallState = routeCallState }

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

  /// The values, the default first.
  public var values: [String] {
    switch self {
    case .dialedNumber: SwitchProfile.DialedNumber.allCases.map(\.rawValue)
    case .optional, .parkingBusy: SwitchProfile.Reporting.allCases.map(\.rawValue)
    case .networkReached: SwitchProfile.NetworkReached.allCases.map(\.rawValue)
    case .routeCallState: SwitchProfile.RouteCallState.allCases.map(\.rawValue)
    case .acdAgents: SwitchProfile.ACDAgents.allCases.map(\.rawValue)
    case .errata: SwitchProfile.Errata.allCases.map(\.rawValue)
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
    }
  }
}
