/// Every text that a scenario's options have, numbered: models know nothing of texts.
struct Texts {
  private var texts: [String] = []
  private var numbers: [Text: UInt32] = [:]

  /// The number 0 is that of the text which is meant where none is said, if there is one.
  init(_ scenario: Scenario, usual: StaticString? = nil) {
    if let usual { add("\(usual)") }
    for party in scenario.parties { add(party.options) }
    for flow in scenario.flows {
      for case .action(let action) in flow.statements { add(action.options) }
    }
  }

  /// What stands behind the first colon of a text: of `queue:Support` the name of the place.
  static func place(_ text: String) -> String {
    String(decoding: text.utf8.drop { $0 != .colon }.dropFirst(), as: UTF8.self)
  }

  /// Places by their names too.
  private mutating func add(_ options: [Option]) {
    for text in options.flatMap({ [$0.key, TServerWords.dataKey($0.key), $0.value, Self.place($0.value)] }) {
      add(text)
    }
  }

  private mutating func add(_ text: String) {
    let key = Text(text)
    guard numbers[key] == nil else { return }
    numbers[key] = UInt32(texts.count)
    texts.append(text)
  }

  subscript(number: UInt32) -> String { texts[Int(number)] }
  subscript(text: String) -> UInt32 { numbers[Text(text)] ?? 0 }
}
