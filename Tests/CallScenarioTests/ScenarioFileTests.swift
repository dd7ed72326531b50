import CallModel
import Testing

@testable import CallScenario

/// The project's own scenarios: what the manual prints, and what follows from it.
struct ScenarioFileTests {
  @Test func theFoldersAreTheManualsChapters() {
    #expect(
      ScenarioFile.folders.filter { $0 != "regression" } == ["basic-call-models", "compositions", "profile-options", "releasing-calls"])
    for folder in ScenarioFile.folders {
      #expect(ScenarioFile.all.contains { $0.folder == folder })
      #expect(Repository.paths("Scenarios/\(folder)/*").allSatisfy { $0.hasSuffix(".scenario") })
    }
  }

  @Test(arguments: ScenarioFile.all)
  func holds(_ file: ScenarioFile) throws {
    let transcript = try file.parsed().replay()
    #expect(transcript.report == [])
    #expect(transcript.flows.count == transcript.scenario.flows.count)
    #expect(Scenario.recorded(file.bytes, transcript) == file.bytes)
  }

  @Test(arguments: ScenarioFile.all)
  func tellsWhatItIs(_ file: ScenarioFile) throws {
    let scenario = try file.parsed()
    #expect(!scenario.title.isEmpty)
    #expect(scenario.source?.isEmpty == false)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("# ") || text.contains("\n# "), "a comment tells the story")
    #expect(text.hasSuffix("\n") && !text.contains("\t") && !text.contains(" \n"))
    #expect(scenario.source?.hasPrefix("derived: ") == ["compositions", "regression"].contains(file.folder))
  }

  @Test func titlesAreUnique() throws {
    let titles = try ScenarioFile.all.map { try $0.parsed().title.lowercased() }
    #expect(Set(titles).count == titles.count)
  }

  @Test func onlyProfileOptionsChangeTheProfile() throws {
    for file in ScenarioFile.all where ["basic-call-models", "releasing-calls"].contains(file.folder) {
      let hasProfile = try file.parsed().profile != nil
      #expect(!hasProfile, "\(file.path)")
    }
    let profiles = try ScenarioFile.all.filter { $0.folder == "profile-options" }.compactMap { try $0.parsed().profile }
    #expect(Set(profiles.compactMap(\.name)) == Set(SwitchProfile.named.map { "\($0.name)" }))
    let options = Set(profiles.flatMap(\.options).map { "\($0.key)=\($0.value)" })
    for option in SwitchOption.allCases {
      for value in option.values.dropFirst() {
        #expect(options.contains("\(option.rawValue)=\(value)"))
      }
    }
  }

  // MARK: Every rule

  /// What no table prints: hops from a place to a place that is no agent, and what is derived from the tables.
  private static let beyondTheTables: Set<String> = [
    "The group diverts the call to a monitored party outside", "The group diverts the call to a party outside",
    "The group diverts the call to an ACD group", "The group diverts the call to a route queue",
    "The group diverts the call to a routing point",
    "One of the groups diverts the call to a monitored party outside", "One of the groups diverts the call to a party outside",
    "One of the groups diverts the call to an ACD group", "One of the groups diverts the call to a route queue",
    "One of the groups diverts the call to a routing point",
    "The route queue routes to a monitored party outside", "The route queue routes to an ACD group",
    "The route queue routes to a route queue", "The route queue routes to a routing point",
    "The call is routed to an ACD group", "The call is routed to a route queue", "The call is routed to a routing point",
    "The switch routes by default to an ACD group", "The switch routes by default to a route queue",
    "The switch routes by default to a routing point",
    "The call from a queue is picked up",
    "The caller of a routed call holds before the answer", "The caller of a routed call holds before the answer, and retrieves",
    "The caller holds when a route has been given, and retrieves", "The caller retrieves a busy tone",
  ]

  @Test func everyRuleIsFired() throws {
    var fired: Set<Int> = []
    var firedByTables: Set<Int> = []
    for file in ScenarioFile.all {
      let rules = try file.parsed().firedRules()
      fired.formUnion(rules)
      if file.folder != "compositions" && file.folder != "regression" { firedByTables.formUnion(rules) }
    }
    let rules = Servers.rules
    #expect(rules.indices.filter { !fired.contains($0) }.map { "\($0) \(rules[$0].name)" } == [])
    let derived = rules.indices.filter { Self.beyondTheTables.contains(rules[$0].name) }
    #expect(derived.count == Self.beyondTheTables.count)
    let unfired = rules.indices.filter { !firedByTables.contains($0) && !derived.contains($0) }
    #expect(unfired.map { "\($0) \(rules[$0].name)" } == [])
  }
}

extension Scenario {
  private static let generic = TServer.rulebook()

  /// The numbers of the rules that answer, those too that tell nobody anything.
  ///
  /// A transcript names the rule of a message, and several rules may have one name: so the actions are taken to the model once more.
  fileprivate func firedRules() -> Set<Int> {
    if profile == nil { return firedRules(Self.generic) }
    var profile = SwitchProfile.named.first { $0.name == self.profile?.name }?.profile ?? SwitchProfile()
    for option in self.profile?.options ?? [] {
      if let known = SwitchOption(rawValue: option.key) { _ = profile.set(known, to: option.value) }
    }
    return firedRules(TServer.rulebook(under: profile))
  }

  private func firedRules(_ rulebook: borrowing Rulebook<Exchange>) -> Set<Int> {
    var opening = Exchange(calls: 16)
    for party in parties { _ = opening.add(TServerWords.kinds.first { $0.name == party.kind }!.kind) }
    let directory = Directory(self)
    var fired: Set<Int> = []
    var moments: [String: Exchange] = [:]
    for flow in flows {
      guard var exchange = flow.mark.map({ moments[$0] }) ?? opening else { continue }
      for statement in flow.statements {
        switch statement {
        case .mark(let name, _): moments[name] = exchange
        case .action(let statement):
          var action = Action(TServerWords.word(statement.verb.name)!.verb, by: directory.dn(statement.actor))
          action.target = statement.target.map(directory.dn) ?? .none
          action.on = ConnID(statement.on.flatMap(UInt64.init) ?? 0)
          var events: [Event] = []
          if let applied = try? exchange.apply(action, by: rulebook, into: &events) { fired.insert(applied.rule) }
        }
      }
    }
    return fired
  }
}
