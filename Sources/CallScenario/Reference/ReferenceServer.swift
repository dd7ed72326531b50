import CallModel

/// One server as the reference sees it: its words, and its rules in words.
struct ReferenceServer: Sendable {
  let vocabulary: Vocabulary
  let summaries: Summaries
  let rules: [ReferenceRule]
  /// Where a party, or the matter of an action, can stand.
  let states: [String]
  /// By the name of the message.
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

  static let all = [tServer, other(IVRPorts.self), other(Interactions.self), other(RecordedCalls.self)].compactMap(
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
            condition: rule.condition)
        },
        states: PartyState.allCases.map(\.words))
    }
  }

  private static func other<State: ServerWithoutProfiles>(_ server: State.Type) -> ReferenceServer? {
    let vocabulary = CorrespondenceStage<State>.vocabulary
    return Summaries.of(vocabulary.server).map { summaries in
      ReferenceServer(
        vocabulary, summaries,
        State.rules.map { rule in
          ReferenceRule(
            server: vocabulary.server, name: rule.name, source: rule.source, verbs: rule.verbs.map { "\($0.name)" },
            states: rule.stateWords, conditions: rule.conditions, changes: rule.changesInWords,
            messages: rule.sentMessages, condition: nil)
        },
        states: State.Words.State.allCases.map(\.words))
    }
  }
}

/// A rule in words.
struct ReferenceRule: Sendable {
  let server: String
  let name: String
  let source: String
  /// As scenarios spell them.
  let verbs: [String]
  let states: [String]
  let conditions: [String]
  let changes: [String]
  let messages: [SentMessage]
  /// The option under which the rule is there.
  let condition: Condition?

  /// Chapter and section: `Basic Call Models`, `Call to ACD`; without the row, and of several sources the first.
  var place: (chapter: String, section: String) { Self.place(of: source) }

  /// The sources of rows begin with the section, and these go on with another part of its name.
  private static let longSections = ["Conference Call Flow Diagrams", "Call Flows"]
  private static let longNames = ["RouteQueue Case"]

  private static func place(of source: String) -> (chapter: String, section: String) {
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
  /// Without blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
