import CallReport
import CallScenario

/// `callsim graph`: draws the life of a party or a call.
struct GraphCommand: Command {
  static let name = "graph"
  static let operands = "[OPTION…]"
  static let summary = "draw the life of a party or a call as a state diagram"
  static let options = [
    Arguments.Option(
      "--server", "NAME", completion: .words(Servers.vocabularies.map(\.server)),
      "the server: t-server (the default), ivr-server, interaction-server or recording"),
    Arguments.Option(
      "--of", words(LifeCycle.Subject.self), "a party of a call (the default), or a call"),
    Arguments.Option(
      "--format", words(StateDiagram.Language.self),
      "a stateDiagram-v2 for Mermaid (the default), or a digraph for Graphviz"),
  ]
  static let about = """
    Draws the stages of a party's life in a call, or of a call's, and the verbs that
    lead from one to another. They are found by exploring a few parties of every
    kind, so whatever is drawn can happen. TMakeCall and others with a capital
    letter are requests of clients, and stand for the same done by hand; the switch,
    the network or a person does the others. Below a party's own verbs come those of
    other parties. There are at most 40 ways; of more, the rarest are left out.
    """
  static let examples = [
    "callsim graph --server ivr-server --of call", "callsim graph --format dot | dot -Tsvg > party.svg",
  ]

  private let server: String
  private let subject: LifeCycle.Subject
  private let language: StateDiagram.Language

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
    let all = Servers.vocabularies.map { $0.server }
    server = arguments.text("--server") ?? all[0]
    if !all.contains(server) { throw .unknown("server", server, of: all, see: "callsim help graph") }
    subject = try arguments.choice("--of") ?? .party
    language = try arguments.choice("--format") ?? .mermaid
  }

  private static func words<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> String {
    Choice.allCases.map(\.rawValue).joined(separator: "|")
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let life = LifeCycle(of: subject, on: server) else {
      throw .internalError("there are no parties to explore of \(server)")
    }
    try console.print(StateDiagram(language).text(life))
  }
}
