import CallModel

/// Parties to explore for the lives of parties and calls. Those of a server come into all states that there are.
struct LifeWorld {
  let server: String
  /// The parties, and actions after which the exploration begins.
  let text: String
  /// The most calls at a time.
  var calls = 1
  /// The most actions in a row; nil for no limit.
  var depth: Int?
  /// The only verbs to use; nil for all.
  var verbs: [String]?

  static func of(_ server: String) -> [LifeWorld] { all.filter { $0.server == server } }

  private static let all = [
    LifeWorld(
      server: "t-server",
      text: """
        party A extension
        party B extension
        party C external
        party D acd-group
        party E routing-point
        """),
    // A routed call stays where it is until it is answered.
    LifeWorld(
      server: "t-server",
      text: """
        profile divert-on-ringing=false
        party A extension
        party B remote
        party C routing-point
        """),
    // A talks to B, and may consult another party.
    LifeWorld(
      server: "t-server",
      text: """
        party A extension
        party B extension
        party C extension
        party D external
        A TMakeCall B
        B ring
        B TAnswerCall
        """, calls: 2, depth: 5,
      verbs: [
        "ring", "reachNetwork", "TAnswerCall", "TReleaseCall", "THoldCall", "TRetrieveCall", "TInitiateTransfer",
        "TInitiateConference", "TMuteTransfer", "TCompleteTransfer", "TCompleteConference", "TMergeCalls",
        "TAlternateCall", "TReconnectCall",
      ]),
    // C observes A.
    LifeWorld(
      server: "t-server",
      text: """
        party A extension
        party B extension
        party C extension
        C TMonitorNextCall A MonitorNextCallType=AllCalls
        """, verbs: ["TMakeCall", "ring", "TAnswerCall", "TReleaseCall"]),
    LifeWorld(
      server: "ivr-server",
      text: """
        party A ivr
        party B ivr-driver
        party C ivr-server
        party D external
        party E external
        """),
    LifeWorld(
      server: "interaction-server",
      text: """
        party A agent
        party B agent
        party C agent
        party D interaction-server
        party E interaction
        """),
    // A device is in only one call, so there is one call at a time.
    LifeWorld(
      server: "recording",
      text: """
        party A device record=true
        party B device
        party C device
        party D sip-server
        party E media-server
        """, depth: 4),
  ]

  var scenario: Scenario {
    do throws(Mistakes) {
      return try Scenario(parsing: "scenario Life\nserver \(server)\n\(text)\n", path: "")
    } catch {
      preconditionFailure("the parties to explore have mistakes: \(error)")
    }
  }

  var limits: ExplorationLimits {
    ExplorationLimits(
      calls: calls, depth: depth, states: 5_000_000, verbs: verbs, settings: false, threads: .one,
      history: scenario.flows[0].actions, properties: [], isStopped: { false }, usesSymmetry: true)
  }

  /// Adds what the steps of an exploration do.
  func follow(_ life: inout Life) {
    let scenario = scenario
    Server.named(scenario.vocabulary).follow(scenario, limits, &life)
  }
}

extension TServerReplay {
  func follow(_ limits: ExplorationLimits, _ life: inout Life) {
    guard let start = start(of: limits) else { return }
    life.add(start.exchange.explore(by: rulebook, limits.search { TServerWords.word($0)?.verb }))
  }
}

extension MessageServerReplay {
  func follow(_ limits: ExplorationLimits, _ life: inout Life) {
    life.add(start(of: limits).explore(by: rulebook, limits.search { Verb(named: $0) }))
  }
}
