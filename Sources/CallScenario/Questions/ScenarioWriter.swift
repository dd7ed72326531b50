import CallModel

/// Writes played steps as the text of a scenario that expects exactly what they did.
struct ScenarioWriter {
  private var lines = ""
  private let spelling: Spelling

  init(_ scenario: Scenario, title: String) {
    spelling = Spelling(scenario)
    writeHeader(title)
  }

  /// What has been written, in the layout of scenario files.
  var text: String { String(decoding: ScenarioLayout(Array(lines.utf8)).formatted(), as: UTF8.self) }

  private mutating func writeHeader(_ title: String) {
    let scenario = spelling.scenario
    write("scenario \(title)")
    let isOrdinary = scenario.servers.count == 1 && scenario.servers[0].server == Servers.vocabularies[0].server
    if !isOrdinary { write("server \(scenario.servers.map(\.server).joined(separator: " "))") }
    if let profile = scenario.profile {
      let options = profile.options.map(\.spelling)
      write((["profile"] + (profile.name.map { [$0] } ?? []) + options).joined(separator: " "))
    }
    for party in scenario.parties {
      write((["party", party.name, party.kindNames] + party.spelledOptions).joined(separator: " "))
    }
    for property in scenario.properties { write(property.text) }
  }

  private mutating func write(_ line: String) { lines += line + "\n" }

  mutating func write(comment: String) { write("# \(comment)") }

  mutating func write(mark: String) { write("mark \(mark)") }

  mutating func write(_ wait: WaitStatement) { write(wait.spelling) }

  mutating func write(flowAfter mark: String, as name: String? = nil) {
    write("after \(mark)" + (name.map { " as \($0)" } ?? ""))
  }

  /// Writes the action alone.
  mutating func write(_ action: ActionStatement) { write(spelling.scenario.spelling(of: action)) }

  /// Writes the action and its messages; for a refused request, `refused` stands for its error.
  mutating func write(_ step: Transcript.Step) {
    write(step.action)
    if step.refusal != nil { return write(" refused") }
    for message in step.messages { write(" " + spelling.words(of: message, in: step).joined(separator: " ")) }
  }

  /// Writes the action with the lines that expect its messages. It is of a scenario that may have other parties, too.
  mutating func write(_ action: ActionStatement, of scenario: Scenario) {
    let spelling = Spelling(scenario)
    write(scenario.spelling(of: action))
    switch action.expectation {
    case .refused(nil, _): write(" refused")
    case .refused(let text?, _):
      let isFree = !text.utf8.contains(.numberSign) && text.utf8.first != .quote
      write(" refused \(isFree ? text : text.spelled(inQuotes: true))")
    case .messages(let expected, let isOpen):
      for line in expected { write(" " + spelling.text(of: line, ExpectationColumns())) }
      if isOpen { write(" ...") }
    }
  }
}
