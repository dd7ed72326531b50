/// Writes played steps as the text of a scenario that expects exactly what they did.
struct ScenarioWriter {
  private(set) var text = ""
  private let spelling: Spelling
  private let layout: ExpectationLayout

  init(_ scenario: Scenario, title: String, for steps: [Transcript.Step]) {
    spelling = Spelling(scenario)
    layout = ExpectationLayout(fitting: steps.flatMap(\.messages), of: scenario)
    writeHeader(title)
  }

  private mutating func writeHeader(_ title: String) {
    let scenario = spelling.scenario
    write("scenario  \(title)")
    let isOrdinary = scenario.servers.count == 1 && scenario.servers[0].server == Servers.vocabularies[0].server
    if !isOrdinary { write("server    \(scenario.servers.map(\.server).joined(separator: " "))") }
    if let profile = scenario.profile {
      let options = profile.options.map(\.spelling)
      write("profile   " + ((profile.name.map { [$0] } ?? []) + options).joined(separator: " "))
    }
    write("")
    let width = scenario.parties.map(\.name.count).max() ?? 0
    for party in scenario.parties {
      let name = party.name + String(repeating: " ", count: width - party.name.count)
      write((["party     \(name) ", party.kindNames] + party.spelledOptions).joined(separator: " "))
    }
  }

  mutating func write(_ line: String) { text += line + "\n" }

  mutating func write(mark: String) { write("mark \(mark)") }

  mutating func write(flowAfter mark: String, as name: String? = nil) {
    write("")
    write("after \(mark)" + (name.map { " as \($0)" } ?? ""))
  }

  /// Writes the action and its messages; for a refused request, `refused` stands for its error.
  mutating func write(_ step: Transcript.Step) {
    write(spelling.scenario.spelling(of: step.action))
    if step.refusal != nil { return write("    refused") }
    for message in step.messages { write(spelling.line(of: message, in: step, layout).text) }
  }
}
