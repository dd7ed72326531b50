/// Every text that a scenario's options have, numbered: models know nothing of texts.
struct Texts {
  private var texts: [String] = []
  private var numbers: [String: UInt32] = [:]

  /// The number 0 is that of the text which is meant where none is said, if there is one.
  init(_ scenario: Scenario, usual: StaticString? = nil) {
    if let usual { add("\(usual)") }
    for party in scenario.parties { add(party.options) }
    for flow in scenario.flows {
      for case .action(let action) in flow.statements { add(action.options) }
    }
  }

  /// Also what stands behind a colon: the name of a place.
  private mutating func add(_ options: [Option]) {
    for text in options.flatMap({ [$0.key, $0.value, String($0.value.drop { $0 != ":" }.dropFirst())] }) { add(text) }
  }

  private mutating func add(_ text: String) {
    guard numbers[text] == nil else { return }
    numbers[text] = UInt32(texts.count)
    texts.append(text)
  }

  subscript(number: UInt32) -> String { texts[Int(number)] }
  subscript(text: String) -> UInt32 { numbers[text] ?? 0 }
}
