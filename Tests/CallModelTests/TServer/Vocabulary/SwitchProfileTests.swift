import Testing

@testable import CallModel

/// Each option changes what its footnote says, and nothing else.
@Suite struct SwitchProfileTests {
  /// By hand from the manual's footnotes: option, value, and all that it changes in all flows.
  static let changes: [(option: SwitchOption, value: String, changes: [String])] = [
    (
      .dialedNumber, "unknown",
      Flow.all.filter { !$0.name.hasPrefix("queue") && !$0.name.hasPrefix("predictive") && $0.name != "conference" }.map
      {
        "\($0.name): A EventDialing -OtherDN -OtherDNRole"
      }
        + [
          "direct ***: A EventReleased -OtherDN -OtherDNRole",
          "parked: A EventDestinationBusy -OtherDN -OtherDNRole",
          "parked *: A EventDestinationBusy -OtherDN -OtherDNRole",
          "parked *: A EventReleased -OtherDN -OtherDNRole",
          "queue, outside: A EventNetworkReached -OtherDN -OtherDNRole",
          "outside: A EventNetworkReached -OtherDN -OtherDNRole",
          "outside by default: A EventNetworkReached -OtherDN -OtherDNRole",
          "outside, monitored: A EventNetworkReached -OtherDN -OtherDNRole",
          "outbound: A EventNetworkReached -OtherDN -OtherDNRole",
          "outbound, held: A EventNetworkReached -OtherDN -OtherDNRole",
          "outbound, busy: A EventNetworkReached -OtherDN -OtherDNRole",
          "outbound, busy: A EventDestinationBusy -OtherDN -OtherDNRole",
          "monitored: A EventNetworkReached -OtherDN -OtherDNRole",
          "monitored ***: A EventNetworkReached -OtherDN -OtherDNRole",
          "consultation: B EventDialing -OtherDN -OtherDNRole",
          "mute: B EventDialing -OtherDN -OtherDNRole",
          "predictive: G EventDialing -OtherDN -OtherDNRole",
          "predictive, routed: Q EventDialing -OtherDN -OtherDNRole",
        ]
    ),
    (
      .optional, "omitted",
      [
        "direct: A EventReleased -OtherDN",
        "direct: B EventReleased -OtherDN",
        "group: G EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "group ***: G EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "queue: Q EventRouteUsed -ThirdPartyDN -ThirdPartyDNRole",
        "queue: Q EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "queue, outside: Q EventRouteUsed -ThirdPartyDN -ThirdPartyDNRole",
        "predictive, routed: Q EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "queue, outside: Q EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "routed: P EventRouteUsed -ThirdPartyDNRole",
        "by default: P EventRouteUsed -ThirdPartyDN -ThirdPartyDNRole",
        "outside: P EventRouteUsed -ThirdPartyDNRole",
        "outside by default: P EventRouteUsed -ThirdPartyDN -ThirdPartyDNRole",
        "outside, monitored: P EventRouteUsed -ThirdPartyDNRole",
        "outbound: A EventEstablished -OtherDN -OtherDNRole",
        "monitored: A EventEstablished -OtherDN -OtherDNRole",
        "predictive: G EventDiverted -ThirdPartyDN -ThirdPartyDNRole",
        "predictive, routed: Q EventRouteUsed -ThirdPartyDN -ThirdPartyDNRole",
      ]
    ),
    (
      .networkReached, "simulated",
      [
        "queue, outside: A EventNetworkReached gone",
        "queue, outside: A EventNetworkReached new",
        "outside: A EventNetworkReached gone",
        "outside: A EventNetworkReached new",
        "outside by default: A EventNetworkReached gone",
        "outside by default: A EventNetworkReached new",
        "outside, monitored: A EventNetworkReached gone",
        "outside, monitored: A EventNetworkReached new",
        "outbound: X reachNetwork refused",
        "outbound: A EventNetworkReached new",
        "outbound, held: X reachNetwork refused",
        "outbound, held: A EventNetworkReached new",
        "outbound, busy: X reachNetwork refused",
        "outbound, busy: A EventDestinationBusy -ThisDNRole -OtherDNRole +CallState=Busy",
        "monitored: R reachNetwork refused",
        "monitored: A EventNetworkReached new",
        "monitored ***: R reachNetwork refused",
      ]
    ),
    (.parkingBusy, "omitted", ["parked: A EventDestinationBusy gone", "parked *: A EventDestinationBusy gone"]),
    (
      .routeCallState, "redirected",
      ["routed", "outside", "outside, monitored", "rejected"].map { "\($0): P EventRouteUsed CallState=Redirected" }
    ),
    (
      .routeCallState, "absent",
      ["routed", "by default", "outside", "outside by default", "outside, monitored", "rejected"].map {
        "\($0): P EventRouteUsed -CallState"
      }
    ),
    (
      .routeCallState, "absent-outbound",
      ["outside", "outside by default", "outside, monitored"].map { "\($0): P EventRouteUsed -CallState" }
    ),
    (.acdAgents, "secondary", ["groups: H EventDiverted -CallState", "groups *****: H EventDiverted -CallState"]),
    (
      .divertOnRinging, "false",
      ["queue", "queue, outside"].flatMap { flow in
        ["gone", "new"].flatMap { ["\(flow): Q EventRouteUsed \($0)", "\(flow): Q EventDiverted \($0)"] }
      }
        + ["routed", "by default", "outside", "outside by default", "outside, monitored"].flatMap { flow in
          ["\(flow): P EventRouteUsed gone", "\(flow): P EventRouteUsed new"]
        }
        + ["queue, outside", "outside", "outside by default", "outside, monitored"].flatMap { flow in
          ["\(flow): A EventNetworkReached gone", "\(flow): A EventNetworkReached new"]
        }
    ),
    (
      .errata, "corrected",
      [
        "group *: G EventAbandoned +ThisQueue=G",
        "groups: G EventDiverted " + correctedDiversion,
        "groups *****: G EventDiverted " + correctedDiversion,
        "groups *****: B EventAbandoned ThisQueue=G",
      ]
    ),
    (.ani, "all-calls", withANI),
  ]

  /// The options that are about agents, in flows of agents.
  static let changesOfAgents: [(option: SwitchOption, value: String, changes: [String])] = [
    (.wrapUp, "untimed", ["wrapped up: D EventAgentNotReady new"]),
    (.wrapUp, "timed", ["wrapped up: D EventAgentNotReady new", "wrapped up: D endWrapUp possible"]),
    (.agentNoAnswerAction, "notready", ["not answered: D EventAgentNotReady new"]),
    (.agentNoAnswerAction, "logout", ["not answered: D EventAgentLogout new"]),
    (.agentNoAnswerOverflow, "recall", ["not answered: A EventReleased gone", "not answered: G EventQueued new"]),
    (.agentNoAnswerOverflow, "release", []),
  ]

  /// All but those of the inbound call, which has an ANI anyway.
  private static let withANI = Flow.all.filter { $0.name != "conference" }.flatMap { flow in
    flow.events(Dialogue()).compactMap(\.self).flatMap(\.self).map { event in
      let caller =
        flow.name == "predictive" ? "G" : flow.name.hasPrefix("predictive") ? "Q" : event.connID == 2 ? "B" : "A"
      return "\(flow.name): \(Cast.letter(event.thisDN)) \(event.type.name) +ANI=\(caller)"
    }
  }

  private static let correctedDiversion =
    "+ThisQueue=G ThisDNRole=Destination OtherDN=A OtherDNRole=Origination +ThirdPartyDN=B +ThirdPartyDNRole=Destination"

  /// The options that are about observers, in flows that are observed.
  static let changesOfObservers: [(option: SwitchOption, value: String, changes: [String])] = [
    (
      .monitoring, "intrusion",
      ["intruded: D ring possible", "intruded: D TAnswerCall possible"]
    ),
    (
      .monitorScope, "call",
      [
        "left behind: D EventPartyDeleted +ThirdPartyDN=B +ThirdPartyDNRole=DeletedBy",
        "left behind: D EventReleased gone", "left behind: D TSetMuteOff possible",
      ]
    ),
  ]

  @Test(arguments: changes.indices)
  func anOptionChangesWhatItsFootnoteSays(_ index: Int) {
    let (option, value, changes) = Self.changes[index]
    let found = Flow.differences(from: SwitchProfile(), to: SwitchProfile(option, value))
    #expect(found.sorted() == changes.sorted(), "\(option.rawValue)=\(value)")
  }

  @Test(arguments: changesOfAgents.indices)
  func anOptionOfAgentsChangesWhatBecomesOfThem(_ index: Int) {
    let (option, value, changes) = Self.changesOfAgents[index]
    let profile = SwitchProfile(option, value)
    #expect(
      Flow.differences(from: SwitchProfile(), to: profile, in: Flow.ofAgents).sorted() == changes.sorted(),
      "\(option.rawValue)=\(value)")
    // Where no agent is logged in, they change nothing.
    #expect(Flow.differences(from: SwitchProfile(), to: profile) == [], "\(option.rawValue)=\(value)")
  }

  @Test(arguments: changesOfObservers.indices)
  func anOptionOfObserversChangesWhatBecomesOfThem(_ index: Int) {
    let (option, value, changes) = Self.changesOfObservers[index]
    let profile = SwitchProfile(option, value)
    let found = Flow.differences(from: SwitchProfile(), to: profile, in: Flow.ofObservers)
    #expect(found.sorted() == changes.sorted(), "\(option.rawValue)=\(value)")
    // Where no agent is observed, they change nothing.
    #expect(Flow.differences(from: SwitchProfile(), to: profile) == [], "\(option.rawValue)=\(value)")
  }

  /// `hook-events` is left to `ExchangeCompanionsTests`.
  @Test func everyValueButTheDefaultIsAmongThem() {
    let changed = (Self.changes + Self.changesOfAgents + Self.changesOfObservers).map {
      "\($0.option.rawValue)=\($0.value)"
    }
    #expect(
      Set(changed)
        == Set(
          (SwitchOption.allCases.prefix { $0 != .mergedUserData }
            + [
              .divertOnRinging, .wrapUp, .agentNoAnswerAction, .agentNoAnswerOverflow, .monitoring, .monitorScope,
            ])
            .flatMap { option in option.values.dropFirst().map { "\(option.rawValue)=\($0)" } })
    )
    for option in SwitchOption.allCases { #expect(SwitchProfile(option, option.values[0]) == SwitchProfile()) }
  }

  @Test func optionsAndValuesAreSpelledAsTheLanguageSpellsThem() {
    let spelled = SwitchOption.allCases.map { "\($0.rawValue)=\($0.values.joined(separator: "|"))" }
    #expect(
      spelled == [
        "dialed-number=known|unknown", "optional=reported|omitted", "network-reached=reported|simulated",
        "parking-busy=reported|omitted",
        "route-call-state=ok|redirected|absent|absent-outbound", "acd-agents=direct|secondary",
        "errata=printed|corrected", "ani=inbound|all-calls",
        "merged-user-data=main-only|merged-only|main-over-merged|merged-over-main",
        "consult-user-data=separate|inherited|joint", "hook-events=omitted|reported", "divert-on-ringing=true|false",
        "wrap-up=none|untimed|timed", "agent-no-answer-action=none|notready|logout",
        "agent-no-answer-overflow=none|recall|release", "monitoring=next-call|intrusion",
        "monitor-scope=agent|call",
      ])
  }

  @Test func anUnknownValueChangesNothing() {
    var profile = SwitchProfile(.errata, "corrected")
    for option in SwitchOption.allCases { #expect(profile.set(option, to: "nonsense") == false) }
    #expect(profile == SwitchProfile(.errata, "corrected"))
  }

  @Test func namedProfilesAreTheirOptions() {
    var sipServer = SwitchProfile(.errata, "corrected")
    (sipServer.monitoring, sipServer.monitorScope) = (.intrusion, .call)
    let expected = [
      ("generic", SwitchProfile()),
      ("aspect-acd", SwitchProfile(.routeCallState, "absent")),
      ("rockwell-spectrum", SwitchProfile(.routeCallState, "absent")),
      ("hicom-300e-cs", SwitchProfile(.routeCallState, "absent")),
      ("nortel-cs1000-sccs-mls", SwitchProfile(.routeCallState, "absent-outbound")),
      ("sip-server", sipServer),
    ]
    #expect(SwitchProfile.named.map(\.name) == expected.map(\.0))
    #expect(SwitchProfile.named.map(\.profile) == expected.map(\.1))
  }
}

extension SwitchProfile {
  /// The default but for one option.
  init(_ option: SwitchOption, _ value: String) {
    self.init()
    #expect(set(option, to: value))
  }

  /// The default, every value of every option, one at a time, all of them at once, and the named ones.
  static var many: [SwitchProfile] {
    var last = SwitchProfile()
    for option in SwitchOption.allCases { _ = last.set(option, to: option.values[option.values.count - 1]) }
    return SwitchOption.allCases.flatMap { option in option.values.map { SwitchProfile(option, $0) } } + [last]
      + named.map(\.profile)
  }
}
