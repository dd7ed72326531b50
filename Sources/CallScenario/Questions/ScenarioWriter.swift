/// Writes steps that have been played as the text of a scenario that expects exactly them.
struct ScenarioWriter {
  private(set) var text = ""
  private let spelling: Spelling
  private let layout: ExpectationLayout

  init(_ scenario: Scenario, title: String, for steps: [Transcript.Step]) {
    spelling = Spelling(scenario)
    let messages = steps.flatMap(\.messages)
    layout = ExpectationLayout(
      indent: "    ", recipient: (messages.map { scenario.parties[$0.to].name.count }.max() ?? 0) + 2,
      message: (messages.map(\.name.count).max() ?? 0) + 2, gap: 2)
    writeHeader(title)
  }

  private mutating func writeHeader(_ title: String) {
    let scenario = spelling.scenario
    write("scenario  \(title)")
    let isOrdinary = scenario.servers.count == 1 && scenario.servers[0].server == Servers.vocabularies[0].server
    if !isOrdinary { write("server    \(scenario.servers.map(\.server).joined(separator: " "))") }
    if let profile = scenario.profile {
      let options = profile.options.map { "\($0.key)=\(spelled($0.value))" }
      write("profile   " + ((profile.name.map { [$0] } ?? []) + options).joined(separator: " "))
    }
    write("")
    let width = scenario.parties.map(\.name.count).max() ?? 0
    for party in scenario.parties {
      let name = party.name + String(repeating: " ", count: width - party.name.count)
      write((["party     \(name) ", party.kinds.joined(separator: " ")] + options(of: party)).joined(separator: " "))
    }
  }

  /// `dn=… group=…`: the values of references are written as names.
  private func options(of party: Participant) -> [String] {
    let dn = Text(party.dn) == Text(party.name) ? [] : ["dn=\(spelled(party.dn))"]
    return dn + party.options.filter { $0.key != "dn" }.map { "\($0.key)=\(spelled($0.value))" }
  }

  mutating func write(_ line: String) { text += line + "\n" }

  mutating func write(mark: String) { write("mark \(mark)") }

  mutating func write(flowAfter mark: String, as name: String? = nil) {
    write("")
    write("after \(mark)" + (name.map { " as \($0)" } ?? ""))
  }

  /// The action, and what it tells. Where a request is refused, `refused` stands for its error.
  mutating func write(_ step: Transcript.Step) {
    let scenario = spelling.scenario
    write(scenario.spelling(of: step.action))
    if step.refusal != nil { return write("    refused") }
    for message in step.messages {
      let attributes = spelling.attributes(of: message, in: step)
      write(layout.line(scenario.parties[message.to].name, message.name, attributes).text)
    }
  }
}
