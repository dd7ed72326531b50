import CallModel

/// Everything of one server that scenarios may exercise, and which rule exercises what.
struct CoverageCatalog: Sendable {
  struct Place: Hashable, Sendable {
    let chapter: String
    let section: String
  }

  let server: String
  private(set) var items: [Coverage.Item] = []
  /// For each item, the rules that exercise it, by number; none for an option.
  private(set) var rules: [[Int]] = []
  /// For each rule, its items; the first is the rule itself.
  private var itemsOfRules: [[Int]] = []
  private var numbers: [String: Int] = [:]
  /// The items of the values of options.
  private var values: [(option: SwitchOption, value: String, item: Int)] = []

  private static let all = Servers.vocabularies.map(CoverageCatalog.init)

  static func of(_ server: String) -> CoverageCatalog? { all.first { $0.server == server } }

  /// The decisions that rules cite.
  static let cited = Set(all.flatMap(\.items).filter { $0.kind == .decision }.map(\.name))

  func number(of rule: RuleReference) -> Int? {
    // Another server may have a rule with this name.
    numbers[rule.name].flatMap { items[itemsOfRules[$0][0]].source == rule.source ? $0 : nil }
  }

  func exercised(by rule: Int) -> [Int] { itemsOfRules[rule] }

  func place(of rule: Int) -> Place { place(ofItem: itemsOfRules[rule][0]) }

  func place(ofItem item: Int) -> Place { Place(chapter: items[item].chapter, section: items[item].section) }

  func options(under profile: SwitchProfile) -> [Int] {
    values.filter { profile[$0.option] == $0.value }.map(\.item)
  }

  /// The option and its value, if the item is one.
  func value(of item: Int) -> (option: SwitchOption, value: String)? {
    values.first { $0.item == item }.map { ($0.option, $0.value) }
  }

  private init(_ vocabulary: Vocabulary) {
    server = vocabulary.server
    let rules = Servers.rules(of: server)
    for (number, rule) in rules.enumerated() {
      let place = ReferenceRule.place(of: rule.source)
      numbers[rule.name] = number
      itemsOfRules.append([add(.rule, place, rule.name, rule.source, exercisedBy: number)])
    }
    add(.point, of: rules) { rule in
      rule.places.compactMap { place in
        place.mark.map { (place.place, $0, "\(place.place.chapter), \(place.place.section), \($0)") }
      }
    }
    let decisions = Decision.all
    add(.decision, of: rules) { rule in
      rule.citedDecisions.map { number in
        let chapter = decisions.first { $0.number == number }?.chapter ?? ""
        return (ReferenceRule.place(of: rule.source), number, "Decisions, \(chapter)")
      }
    }
    if vocabulary.profiles.isEmpty { return }
    for option in SwitchOption.allCases {
      for value in option.values {
        let name = "\(option.rawValue)=\(value)"
        values.append(
          (option, value, add(.option, ("Options of the profile", option.rawValue), name, "profile \(name)")))
      }
    }
  }

  /// Adds what the rules have in their sources: an item for each name in each place.
  private mutating func add(
    _ kind: Coverage.Item.Kind, of rules: [RuleReference],
    _ found: (RuleReference) -> [(place: (chapter: String, section: String), name: String, source: String)]
  ) {
    var known: [String: Int] = [:]
    for (number, rule) in rules.enumerated() {
      for (place, name, source) in found(rule) {
        // A decision is one item, wherever it is cited.
        let key = kind == .decision ? name : source
        let item = known[key] ?? add(kind, place, name, source)
        known[key] = item
        if self.rules[item].last != number {
          self.rules[item].append(number)
          itemsOfRules[number].append(item)
        }
      }
    }
  }

  @discardableResult
  private mutating func add(
    _ kind: Coverage.Item.Kind, _ place: (chapter: String, section: String), _ name: String, _ source: String,
    exercisedBy rule: Int? = nil
  ) -> Int {
    items.append(
      Coverage.Item(
        kind: kind, server: server, chapter: place.chapter, section: place.section, name: name, source: source))
    rules.append([rule].compactMap(\.self))
    return items.count - 1
  }
}

extension RuleReference {
  /// The places that the source names, each with its mark if it is a point of interruption: `*`, `after **`.
  fileprivate var places: [(place: (chapter: String, section: String), mark: String?)] {
    source.parts(at: ";").filter { !$0.isDecision }.map { piece in
      let mark = piece.parts(at: ",").first { $0.hasPrefix("*") || $0.hasPrefix("after *") }
      return (ReferenceRule.place(of: piece), mark)
    }
  }

  /// `D23`, `D66`
  fileprivate var citedDecisions: [String] {
    source.parts(at: ";").flatMap { $0.parts(at: ",") }.filter(\.isDecision)
  }
}

extension String {
  fileprivate func parts(at separator: Character) -> [String] {
    split(separator: separator).map { String($0.drop { $0 == " " }) }
  }

  /// Whether it begins with the number of a decision.
  fileprivate var isDecision: Bool {
    let digits = utf8.dropFirst().prefix { $0 != UInt8(ascii: ",") }
    return utf8.first == UInt8(ascii: "D") && !digits.isEmpty
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
