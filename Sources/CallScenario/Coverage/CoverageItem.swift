extension Coverage {
  /// Something that scenarios may exercise.
  public struct Item: Hashable, Sendable {
    /// What an item is.
    public enum Kind: String, CaseIterable, Sendable {
      /// A rule of a server; it is exercised when it answers an action.
      case rule
      /// A marked place of a section, where a call is interrupted; exercised when one of the rules from there is.
      case point
      /// What callsim does where the manual is silent; exercised when a rule that cites it is.
      case decision
      /// A value of an option of the profile; exercised when a scenario is played under it.
      case option

      /// The word in reports; an `s` makes the plural.
      var noun: String { self == .option ? "option value" : rawValue }
    }

    /// What it is.
    public let kind: Kind
    /// The server that it belongs to.
    public let server: String
    /// The chapter of the manual. A decision is in the chapter and section of the first rule that cites it.
    public let chapter: String
    /// The section; empty if it is in none.
    public let section: String
    /// The rule's name, the point's mark, the decision's number, or `option=value`.
    public let name: String
    /// Where it is described: for a rule, its source.
    public let source: String
    /// Whether a scenario exercises it.
    public internal(set) var isExercised = false
  }

  /// How many items there are, and how many of them are exercised.
  public struct Count: Hashable, Sendable, CustomStringConvertible {
    /// How many are exercised.
    public internal(set) var exercised = 0
    /// How many there are.
    public internal(set) var all = 0

    /// Tenths of a percent, rounded down; 1000 if there is nothing to exercise.
    public var permille: Int { all == 0 ? 1000 : exercised * 1000 / all }

    /// `98.2`
    public var percentage: String { "\(permille / 10).\(permille % 10)" }

    /// `12 of 13`
    public var description: String { "\(exercised) of \(all)" }

    init() {}
    init(_ item: Item) { (exercised, all) = (item.isExercised ? 1 : 0, 1) }

    /// The sum of several counts.
    package init(summing counts: [Count]) { for count in counts { add(count) } }

    mutating func add(_ other: Count) {
      exercised += other.exercised
      all += other.all
    }
  }

  /// A section of a chapter, with its counts.
  public struct Section: Hashable, Sendable {
    /// The server that it belongs to.
    public let server: String
    /// Its chapter.
    public let chapter: String
    /// Its name; empty for what is in no section.
    public let name: String
    private var counts: [Item.Kind: Count] = [:]

    init(server: String, chapter: String, name: String) {
      (self.server, self.chapter, self.name) = (server, chapter, name)
    }

    /// The count of one kind, or of all kinds.
    public func count(of kind: Item.Kind? = nil) -> Count {
      if let kind { return counts[kind] ?? Count() }
      return Count(summing: Array(counts.values))
    }

    /// The server and the chapter.
    var heading: [String] { [server, chapter] }

    func contains(_ item: Item) -> Bool {
      item.section == name && item.chapter == chapter && item.server == server
    }

    mutating func add(_ item: Item) {
      counts[item.kind, default: Count()].add(Count(item))
    }
  }
}

extension Coverage.Item: CustomStringConvertible {
  /// `rule The group diverts the call (Basic Call Models, Call to ACD; D23, D66)`
  public var description: String { "\(kind.noun) \(name) (\(source))" }
}
