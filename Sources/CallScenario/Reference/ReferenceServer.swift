import CallModel

/// A server in the reference: its vocabulary and its rules, in words.
struct ReferenceServer: Sendable {
  let vocabulary: Vocabulary
  let summaries: Summaries
  let rules: [ReferenceRule]
  /// The possible states of a party, or of what an action is about.
  let states: [String]
  /// For each message, by name, the rules that send it.
  private let sent: [String: [Sending]]

  private init(_ vocabulary: Vocabulary, _ summaries: Summaries, _ rules: [ReferenceRule], states: [String]) {
    (self.vocabulary, self.summaries, self.rules, self.states) = (vocabulary, summaries, rules, states)
    sent = rules.reduce(into: [:]) { sent, rule in
      for message in rule.messages { sent[message.name, default: []].append(Sending(rule: rule, message: message)) }
    }
  }

  var name: String { vocabulary.server }

  /// The message as each rule sends it, in the order of the rules.
  func sendings(of message: String) -> [Sending] { sent[message] ?? [] }

  static let all = [tServer, other(IVRServer.self), other(InteractionServer.self), other(Recording.self)].compactMap(
    \.self)

  private static var tServer: ReferenceServer? {
    let vocabulary = TServerWords.vocabulary
    return Summaries.of(vocabulary.server).map { summaries in
      ReferenceServer(
        vocabulary, summaries,
        TServer.rules.map { rule in
          ReferenceRule(
            server: vocabulary.server, name: rule.name, source: rule.source,
            verbs: rule.verbs.flatMap { verb in TServerWords.words(for: verb).map(\.name) }, states: rule.stateWords,
            conditions: rule.conditions, changes: rule.changesInWords, messages: rule.sentMessages,
            condition: rule.condition, occasion: rule.occasion)
        },
        states: PartyState.allCases.map(\.description))
    }
  }

  private static func other<State: MessageEngine>(_ server: State.Type) -> ReferenceServer? {
    let vocabulary = MessageServerReplay<State>.vocabulary
    return Summaries.of(vocabulary.server).map { summaries in
      ReferenceServer(
        vocabulary, summaries,
        State.rules.map { rule in
          ReferenceRule(
            server: vocabulary.server, name: rule.name, source: rule.source, verbs: rule.verbs.map { "\($0.name)" },
            states: rule.stateWords, conditions: rule.conditions, changes: rule.changesInWords,
            messages: rule.sentMessages, condition: nil)
        },
        states: State.State.allCases.map(\.description))
    }
  }
}

/// A rule in words.
struct ReferenceRule: Sendable {
  let server: String
  let name: String
  let source: String
  /// The verbs as scenarios spell them.
  let verbs: [String]
  let states: [String]
  let conditions: [String]
  let changes: [String]
  let messages: [SentMessage]
  /// The option under which the rule applies.
  let condition: Condition?
  /// When its events go with those of other rules; nil for a rule that answers a verb.
  var occasion: String?

  /// The chapter and section of the first source, without the row: `Basic Call Models`, `Call to ACD`.
  var place: (chapter: String, section: String) { Self.place(of: source) }

  /// Sections whose rows add another part to the section's name.
  private static let longSections = ["Conference Call Flow Diagrams", "Call Flows"]
  private static let longNames = ["RouteQueue Case"]

  static func place(of source: String) -> (chapter: String, section: String) {
    let first = source.split(separator: ";").first.map(String.init) ?? source
    let parts = first.split(separator: "(").first.map { $0.split(separator: ",") } ?? []
    let words = parts.map { part in String(part.drop { $0 == " " }).trimmed }
    guard words.count > 1, words[1] != "derived" else { return (words.first ?? first, "") }
    guard words.count > 2, longSections.contains(words[1]) || longNames.contains(words[2]) else {
      return (words[0], words[1])
    }
    return (words[0], words[1] + ", " + words[2])
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
