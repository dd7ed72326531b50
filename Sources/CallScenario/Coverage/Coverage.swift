import CallModel

/// How much of the servers' rules, interruption points, decisions and options some scenarios exercise.
///
///     var coverage = Coverage()
///     for scenario in scenarios { coverage.add(try scenario.replay(.toRecord)) }
///     print(coverage)  // coverage 3.4 %: 12 of 568 rules, 5 of 27 points, …
///     for item in coverage.missing { print(item) }
///
/// It keeps no transcripts. Only the servers of the scenarios are counted, unless others are named.
public struct Coverage: Sendable {
  /// The servers to count; nil for those of the scenarios.
  private let chosen: [String]?
  private var tallies: [String: Tally] = [:]

  /// Counts only these servers, such as `t-server`; without them, every server that a scenario uses.
  public init(of servers: [String]? = nil) {
    chosen = servers
    for server in servers ?? [] { tallies[server] = CoverageCatalog.of(server).map(Tally.init) }
  }

  /// What one server's scenarios exercise.
  struct Tally: Sendable {
    let catalog: CoverageCatalog
    /// For each item of the catalog.
    fileprivate(set) var isExercised: [Bool]
    /// For each section, the scenario with the fewest parties that exercises one of its rules.
    fileprivate(set) var worlds: [CoverageCatalog.Place: Scenario] = [:]

    fileprivate init(_ catalog: CoverageCatalog) {
      self.catalog = catalog
      isExercised = Array(repeating: false, count: catalog.items.count)
    }
  }

  /// Adds what a scenario exercises: the rules that answered its actions, and the profile that it was played under.
  ///
  /// Whether its expectations hold does not matter.
  public mutating func add(_ transcript: Transcript) {
    let scenario = transcript.scenario
    var rules: [RuleReference] = []
    for flow in transcript.flows { for case .step(let step) in flow.entries { rules += step.rules } }
    for server in scenario.servers.map(\.server) where chosen?.contains(server) ?? true {
      guard var tally = tallies[server] ?? CoverageCatalog.of(server).map(Tally.init) else { continue }
      // Emptied, so that the tally is not copied.
      tallies[server] = nil
      tally.add(rules, of: scenario)
      tallies[server] = tally
    }
  }

  /// The servers that are counted, in their order.
  public var servers: [String] { Servers.vocabularies.map(\.server).filter { tallies[$0] != nil } }

  /// Everything that is counted: for each server its rules, points, decisions and values of options.
  public var items: [Item] {
    counted.flatMap { tally in
      zip(tally.catalog.items, tally.isExercised).map { item, isExercised in
        var item = item
        item.isExercised = isExercised
        return item
      }
    }
  }

  /// What no scenario exercises, by server and section.
  public var missing: [Item] {
    let missing = items.filter { !$0.isExercised }
    return sections.flatMap { section in missing.filter(section.contains) }
  }

  /// The sections in the order of the manual, each with its counts; the options of the profile come last.
  public var sections: [Section] {
    let sections = items.reduce(into: [Section]()) { sections, item in
      if let known = sections.firstIndex(where: { $0.contains(item) }) {
        sections[known].add(item)
      } else {
        var section = Section(server: item.server, chapter: item.chapter, name: item.section)
        section.add(item)
        sections.append(section)
      }
    }
    // A rule of another chapter may stand between the rules of one.
    return sections.map(\.heading).distinct.flatMap { heading in sections.filter { $0.heading == heading } }
  }

  /// How many items there are of that kind, or of all kinds, and how many are exercised.
  public func count(of kind: Item.Kind? = nil) -> Count {
    items.reduce(into: Count()) { count, item in
      if kind == nil || item.kind == kind { count.add(Count(item)) }
    }
  }

  /// The number of decisions that no rule cites: those about files and the command line, for instance.
  ///
  /// They are not counted.
  public static let uncitedDecisions = Decision.all.count { !$0.isLimit && !CoverageCatalog.cited.contains($0.number) }

  var counted: [Tally] { servers.compactMap { tallies[$0] } }
}

extension Coverage.Tally {
  fileprivate mutating func add(_ rules: [RuleReference], of scenario: Scenario) {
    var places: Set<CoverageCatalog.Place> = []
    for rule in rules {
      guard let number = catalog.number(of: rule) else { continue }
      for item in catalog.exercised(by: number) { isExercised[item] = true }
      places.insert(catalog.place(of: number))
    }
    // Scenarios without actions exercise no profile, and those of two servers are no examples for one.
    if !rules.isEmpty { for item in catalog.options(under: scenario.switchProfile) { isExercised[item] = true } }
    guard scenario.servers.count == 1 else { return }
    for place in places where scenario.parties.count < worlds[place]?.parties.count ?? .max { worlds[place] = scenario }
  }
}

extension Coverage: CustomStringConvertible {
  /// One line: `coverage 98.2 %: 560 of 568 rules, 27 of 27 points, 110 of 111 decisions, 44 of 44 option values`.
  ///
  /// The percentage is of all items together, and rounded down: only what is complete has 100.0 %.
  public var description: String {
    let counts = Item.Kind.allCases.map { kind in
      let count = count(of: kind)
      return "\(count) \(kind.noun)\(count.all == 1 ? "" : "s")"
    }
    return "coverage \(count().percentage) %: " + counts.joined(separator: ", ")
  }
}
