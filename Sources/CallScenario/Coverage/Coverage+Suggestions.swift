import CallModel

extension Coverage {
  /// For each item, a scenario without expectations that exercises it; nil where the search has found none.
  ///
  /// The search explores what the parties of scenarios that exercise the same section can do, and then those of a few
  /// small scenarios. A search of one scenario visits at most `states` states; the scenario found is the shortest one
  /// there. With 0 nothing is explored.
  public func suggestions(for items: [Item], states: Int = 20_000) -> [String?] {
    var found: [Item: String] = [:]
    for tally in counted {
      let goals = tally.goals(items)
      // One search for all rules that need the same option.
      for condition in goals.map(\.condition).distinct {
        var search = SuggestionSearch(tally, goals.filter { $0.condition == condition }, condition, states)
        search.run()
        found.merge(search.suggestions) { one, _ in one }
      }
    }
    return items.map { found[$0] }
  }
}

/// An item that is to be exercised, by one of these rules.
struct SuggestionGoal {
  /// A value of an option.
  struct Condition: Hashable {
    let option: String
    let value: String
  }

  let item: Coverage.Item
  let place: CoverageCatalog.Place
  let rules: Set<Int>
  /// Under which profile the rules apply, or the item itself; nil if that does not matter.
  let condition: Condition?
  /// Whether any action will do under that profile.
  let isAboutProfile: Bool
}

extension Coverage.Tally {
  fileprivate func goals(_ items: [Coverage.Item]) -> [SuggestionGoal] {
    items.flatMap { item -> [SuggestionGoal] in
      guard let number = catalog.number(of: item) else { return [] }
      let place = catalog.place(ofItem: number)
      if let (option, value) = catalog.value(of: number) {
        let condition = SuggestionGoal.Condition(option: option.rawValue, value: value)
        return [
          SuggestionGoal(
            item: item, place: place, rules: catalog.rules(needing: condition), condition: condition,
            isAboutProfile: true)
        ]
      }
      // Of a point or a decision, the rules may need different options.
      let conditions = catalog.rules[number].map(catalog.condition)
      return conditions.distinct.map { condition in
        let rules = zip(catalog.rules[number], conditions).filter { $0.1 == condition }.map(\.0)
        return SuggestionGoal(
          item: item, place: place, rules: Set(rules), condition: condition, isAboutProfile: false)
      }
    }
  }
}

extension CoverageCatalog {
  fileprivate func number(of item: Coverage.Item) -> Int? {
    items.firstIndex { $0.kind == item.kind && $0.name == item.name && $0.source == item.source }
  }

  fileprivate func condition(of rule: Int) -> SuggestionGoal.Condition? {
    guard server == TServerWords.vocabulary.server else { return nil }
    let rule = TServer.rules[rule]
    if let condition = rule.condition, let value = condition.values.first {
      return SuggestionGoal.Condition(option: condition.option, value: value)
    }
    return nil
  }

  /// The rules that apply only under this value, or under few others.
  fileprivate func rules(needing condition: SuggestionGoal.Condition) -> Set<Int> {
    Set(TServer.rules.indices.filter { self.condition(of: $0) == condition })
  }
}

/// One search for several items, through one scenario after the other until all are found.
private struct SuggestionSearch {
  private let worlds: [Scenario]
  private let goals: [SuggestionGoal]
  private let server: String
  private let states: Int
  private var left: Set<Int>
  /// The states that may still be visited by all searches together.
  private var budget: Int
  private(set) var suggestions: [Coverage.Item: String] = [:]

  init(_ tally: Coverage.Tally, _ goals: [SuggestionGoal], _ condition: SuggestionGoal.Condition?, _ states: Int) {
    self.goals = goals
    self.states = states
    server = tally.catalog.server
    let known = goals.map(\.place).distinct.compactMap { tally.worlds[$0] }
    worlds = (known + SampleScenarios.of(server)).map { world in
      condition.map { world.with(option: $0.option, $0.value) } ?? world
    }
    left = goals.reduce(into: []) { $0.formUnion($1.rules) }
    budget = states * 20
  }

  mutating func run() {
    for settings in [false, true] {
      for world in worlds { search(world, [[]], settings) }
      for world in worlds { search(world, world.histories, settings) }
      // Messages of the other servers change no settings.
      if server != TServerWords.vocabulary.server { break }
    }
    for goal in goals where goal.isAboutProfile && suggestions[goal.item] == nil {
      suggestions[goal.item] = worlds.lazy.compactMap { $0.firstCall(goal.item.name) }.first
    }
  }

  private mutating func search(_ world: Scenario, _ histories: [[ActionStatement]], _ settings: Bool) {
    guard !left.isEmpty, !histories.isEmpty, budget > 0, states > 0 else { return }
    budget -= states
    let found = world.search(for: RuleWish(rules: left, histories: histories, settings: settings, states: states))
    for (rule, actions) in found.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
      for goal in goals where goal.rules.contains(rule) && suggestions[goal.item] == nil {
        suggestions[goal.item] = world.suggestion(
          actions, goal.item.name, firing: Servers.rules(of: server)[rule], keepsProfile: goal.isAboutProfile)
      }
    }
    for goal in goals where suggestions[goal.item] != nil { left.subtract(goal.rules) }
    for goal in goals where suggestions[goal.item] == nil { left.formUnion(goal.rules) }
  }
}

extension Scenario {
  /// The actions before each state of its flows, the shortest first.
  fileprivate var histories: [[ActionStatement]] {
    let longest = 40
    let whole = flows.compactMap { history(of: $0.name)?.actions.prefix(longest) }
    return whole.flatMap { actions in (1...max(actions.count, 1)).map { Array(actions.prefix($0)) } }
      .filter { !$0.isEmpty }.sorted { $0.count < $1.count }
  }

  /// A scenario that consists of its first call; nil if it has none.
  fileprivate func firstCall(_ title: String) -> String? {
    guard let verb = vocabulary.verbs.first(where: { $0.name == "\(Verb.makeCall.name)" }), parties.count > 1,
      parties[0].kinds.contains(where: \.makesRequests)
    else { return nil }
    return suggestion([ActionStatement(by: 0, verb, to: 1)], title, keepsProfile: true)
  }

  /// The actions as the text of a scenario without expectations, with no more parties than they need, and with no
  /// profile if it need not be kept.
  ///
  /// Returns nil if its replay does not end with the rule.
  fileprivate func suggestion(
    _ actions: [ActionStatement], _ title: String, firing rule: RuleReference? = nil, keepsProfile: Bool
  ) -> String? {
    var whole = self
    whole.properties = []
    let small = whole.reduced(to: actions)
    var usual = small
    if !keepsProfile { usual.scenario.profile = nil }
    for (scenario, actions) in [usual, small, (whole, actions)] {
      var writer = ScenarioWriter(scenario, title: title)
      for action in actions { writer.write(action) }
      guard let replayed = try? Scenario(parsing: writer.text, path: "").replay(.toRecord) else { continue }
      guard case .step(let last)? = replayed.flows.first?.entries.last else { continue }
      if last.rules.contains(where: { $0.name == rule?.name ?? $0.name }) { return writer.text }
    }
    return nil
  }

  /// Without the parties that no action and no remaining party mentions.
  private func reduced(to actions: [ActionStatement]) -> (scenario: Scenario, actions: [ActionStatement]) {
    var needed = Set(actions.flatMap { [$0.actor, $0.target].compactMap(\.self) })
    let words = Set(actions.flatMap { action in action.options.map(\.value) + [action.on].compactMap(\.self) })
    for number in parties.indices where words.contains(parties[number].name) { needed.insert(number) }
    for number in needed {
      let named = parties[number].options.map(\.value)
      for other in parties.indices where named.contains(parties[other].name) || named.contains(parties[other].dn) {
        needed.insert(other)
      }
    }
    let kept = needed.sorted()
    var scenario = self
    scenario.parties = kept.map { parties[$0] }
    let renumbered = actions.map { action in
      var action = action
      action.actor = kept.firstIndex(of: action.actor) ?? 0
      action.target = action.target.flatMap(kept.firstIndex)
      return action
    }
    return (scenario, renumbered)
  }
}
