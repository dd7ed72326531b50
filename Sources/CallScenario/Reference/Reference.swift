import CallModel

/// Everything that has a name, with an article on it, made from the tables that the program itself uses.
public struct Reference: Sendable {
  /// Everything that ``article(on:all:)`` can explain.
  public let topics: [Topic]
  let servers: [ReferenceServer]

  /// Collects the words and rules of all servers.
  public init() {
    let servers = ReferenceServer.all
    self.servers = servers
    topics =
      servers.map { Topic(.server, $0.name) } + StatementSummary.all.map { Topic(.statement, $0.name) }
      + servers.flatMap { Self.words(of: $0) } + SwitchOption.allCases.map { Topic(.option, $0.rawValue) }
      + SwitchProfile.named.map { Topic(.profile, $0.name) }
      + ErrorCode.allCases.filter { $0 != .none }.map { Topic(.error, "\($0.rawValue)") }
      + Decision.all.map { Topic(.decision, $0.number) }
      + servers.flatMap { Self.rules(of: $0) }
  }

  private static func words(of server: ReferenceServer) -> [Topic] {
    func topics(_ kind: Topic.Kind, _ names: [String]) -> [Topic] {
      names.reduce(into: [Topic]()) { topics, name in
        let topic = Topic(kind, name, of: server.name)
        if !topics.contains(topic) { topics.append(topic) }
      }
    }
    let words = server.vocabulary
    let values = (words.attributes + words.parameters).flatMap { attribute -> [String] in
      if case .names(let names) = attribute.values { names } else { [] }
    }
    return topics(.partyKind, words.kinds.map(\.name))
      + topics(.partyOption, words.kinds.flatMap { $0.options.map(\.key) }) + topics(.verb, words.verbs.map(\.name))
      + topics(.message, words.messages) + topics(.attribute, (words.attributes + words.parameters).map(\.name))
      + topics(.value, values) + topics(.state, server.states)
  }

  private static func rules(of server: ReferenceServer) -> [Topic] {
    var topics: [Topic] = []
    for rule in server.rules {
      let section = Topic(.section, rule.place.section, of: server.name)
      if !section.name.isEmpty, !topics.contains(section) { topics.append(section) }
    }
    return topics + server.rules.map { Topic(.rule, $0.name, of: server.name) }
  }

  func server(_ topic: Topic) -> ReferenceServer? { servers.first { $0.name == topic.server } }
}

extension Reference {
  /// What a name means.
  public struct Answer: Sendable {
    /// The topics with the name, spelled exactly so or, if there are none, in another case.
    public let topics: [Topic]
    /// What callsim calls the name, if it is a foreign one, or the message that it is the number of.
    public let note: String?
    /// Topics with nearly the same name.
    public let others: [Topic]
  }

  /// The topics with this name; nil if there are none.
  public func find(_ name: String) -> Answer? {
    let exact = topics.filter { Text($0.name) == Text(name) }
    let same = topics.filter { Text.areSameWord($0.name, name) }
    let numbered = self.numbered(name)
    if !exact.isEmpty || !same.isEmpty {
      let found = exact.isEmpty ? same : exact
      return Answer(
        topics: found + numbered, note: nil, others: same.filter { !found.contains($0) }.distinct)
    }
    if let message = numbered.first {
      return Answer(topics: numbered, note: "\(name) is the number of \(message.name).", others: [])
    }
    let words = topics.filter { $0.kind != .rule && $0.kind != .section }.map(\.name)
    if let ours = ForeignNames.ourName(for: name, in: words) {
      return Answer(
        topics: topics.filter { Text($0.name) == Text(ours) }, note: "callsim calls \(name) \(ours).", others: [])
    }
    return findByWords(name)
  }

  /// Finds topics without regard to blanks and hyphens, and rules by some words of their name or source.
  private func findByWords(_ name: String) -> Answer? {
    let wanted = bare(name)
    guard !wanted.isEmpty else { return nil }
    let spelled = topics.filter { bare($0.name) == wanted }
    if !spelled.isEmpty { return Answer(topics: spelled, note: nil, others: []) }
    if let ours = ForeignNames.ourName(for: name.filter { $0 != " " && $0 != "-" }, in: topics.map(\.name)) {
      return Answer(topics: topics.filter { Text($0.name) == Text(ours) }, note: nil, others: [])
    }
    let words = self.words(name)
    let named = topics.filter { $0.kind == .rule && self.words($0.name).contains(words) }
    if !named.isEmpty { return Answer(topics: named, note: nil, others: []) }
    let sources = servers.flatMap(\.rules).filter { self.words($0.source).contains(words) }
    let rules = sources.map { Topic(.rule, $0.name, of: $0.server) }.distinct
    return rules.isEmpty ? nil : Answer(topics: rules, note: nil, others: [])
  }

  /// The words of letters and digits, in lower case.
  func words(_ name: String) -> [String] {
    name.utf8.split { !$0.isWordByte }.map { String(decoding: $0.map(\.lowercased), as: UTF8.self) }
  }

  /// What a request or event of a T-Server is about that callsim does not model; nil for all other names.
  public static func unmodelled(_ name: String) -> String? { UnmodelledNames.subject(of: name) }

  /// Up to three similar names, the nearest first.
  public func near(_ name: String) -> [String] {
    var names = topics.filter { $0.kind != .rule }.map(\.name)
    var near: [String] = []
    while near.count < 3, let next = names.nearest(to: name) {
      near.append(next)
      names.removeAll { Text.areSameWord($0, next) }
    }
    return near
  }

  /// The messages of the T-Server that have this number.
  private func numbered(_ name: String) -> [Topic] {
    guard let number = UInt8(name), let message = EventType(rawValue: number) else { return [] }
    return topics.filter {
      $0.kind == .message && $0.name == TServerWords.name(message) && $0.server == servers[0].name
    }
  }

  /// The letters and digits of a name, in lower case.
  private func bare(_ name: String) -> String {
    String(decoding: name.utf8.filter { $0.isWordByte }.map(\.lowercased), as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80
  }
}

extension Reference {
  /// One line on the topic, for a list.
  public func line(on topic: Topic) -> String {
    let rule = topic.kind == .rule ? server(topic)?.rules.first { $0.name == topic.name } : nil
    return rule.map { "\($0.name) (\($0.source))" } ?? topic.text
  }
}

extension [String] {
  /// Whether the others occur in it as a consecutive run.
  fileprivate func contains(_ others: [String]) -> Bool {
    !others.isEmpty && indices.contains { start in self[start...].starts(with: others) }
  }
}
