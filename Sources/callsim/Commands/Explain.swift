import CallModel
import CallReport
import CallScenario

/// `callsim explain`: a reference of everything that has a name.
struct ExplainCommand: Command {
  static let name = "explain"
  static let operands = "[OPTION…] [TOPIC]"
  static let summary = "say what a name means: a message, verb, option, rule …"
  static let options = [
    Arguments.Option("--all", "list every rule by name, however many there are"), .widthOfText,
  ]
  static let about = """
    Says what a name means, from the tables that callsim itself uses: a message
    (who gets it, in which rows of the manual, with which attributes), an attribute
    or its value, a verb, a kind of party, a state, an option of the profile or of a
    party, a profile, an error, a server, a rule, a section of the manual, or a
    decision such as D23.
    Several words make one TOPIC, and a few words of a rule's name find the rule.
    Names from the Platform SDK and the C library are recognized too. Without TOPIC,
    callsim lists all topics.
    """
  static let examples = ["callsim explain EventPartyChanged", "callsim explain call to acd"]
  /// The topics of one word; a shell would split the others.
  static var completion: Completion {
    .words(Reference().topics.filter { $0.kind != .rule }.map(\.name).filter(Completion.isPlain).distinct)
  }

  private let topic: String?
  private let all: Bool
  private let color: Color
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    topic = arguments.operands.isEmpty ? nil : arguments.operands.joined(separator: " ")
    all = arguments.has("--all")
    color = arguments.color
    width = try arguments.width()
  }

  func perform(_ console: inout Console) throws(Failure) {
    let reference = Reference()
    let layout = ReferenceText(width: console.width(width, ofText: true), color: console.usesColor(color))
    guard let topic else { return try list(reference, layout, &console) }
    guard let answer = reference.find(topic) else { throw unknown(topic, reference) }
    if let note = answer.note { try console.print("\(note.printable())\n\n") }
    if answer.topics.count > Self.mostArticles {
      var items = answer.topics.map { reference.line(on: $0) }
      if items.count > Self.mostItems, !all {
        items = items.prefix(Self.mostItems) + ["… and \(items.count - Self.mostItems) more: --all lists them"]
      }
      return try console.print(layout.text("Rules that match \(topic); explain one by its name", items))
    }
    let articles = answer.topics.map { layout.text(reference.article(on: $0, all: all)) }
    try console.print(articles.joined(separator: "\n"))
    if !answer.others.isEmpty { try console.print("\n" + layout.text("See also", answer.others.map(\.text))) }
  }

  /// If a topic means more than this, a list of the meanings is more useful than all the articles.
  private static let mostArticles = 6
  private static let mostItems = 20

  private func list(_ reference: Reference, _ layout: ReferenceText, _ console: inout Console) throws(Failure) {
    for kind in Topic.Kind.allCases {
      let topics = reference.topics.filter { $0.kind == kind }
      if kind == .rule {
        try console.print(layout.text(kind.heading, words: ["\(topics.count) rules: see callsim rules"]))
      } else {
        for server in Topic.servers(of: topics) {
          let names = topics.filter { $0.server == server }.map(\.name)
          let heading = server.map { "\(kind.heading), \($0)" } ?? kind.heading
          try console.print(layout.text(heading, words: names) + "\n")
        }
      }
    }
  }

  private func unknown(_ topic: String, _ reference: Reference) -> Failure {
    if let subject = Reference.unmodelled(topic) {
      return Failure(
        .badInput, "callsim does not model \(topic.shown) (\(subject))", suggestion: "see callsim explain t-server")
    }
    let near = reference.near(topic)
    let suggestion =
      near.isEmpty ? "see callsim explain" : "did you mean \(near.joined(by: "or"))? otherwise see callsim explain"
    return Failure(.badInput, "unknown topic \(topic.shown)", suggestion: suggestion)
  }
}
