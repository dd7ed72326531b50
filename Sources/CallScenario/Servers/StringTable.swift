import CallModel

/// The texts of a scenario's options, with a number for each: models know only the numbers.
struct StringTable {
  private var texts = TextTable()

  /// `usual` is the text that is meant if none is written; its number is 0.
  init(_ scenario: Scenario, usual: StaticString? = nil) {
    if let usual { _ = texts.add("\(usual)") }
    for party in scenario.parties { add(party.options) }
    for flow in scenario.flows {
      for case .action(let action) in flow.statements { add(action.options) }
    }
  }

  /// The text after the first colon: `Support` of `queue:Support`.
  static func place(_ text: String) -> String {
    String(decoding: text.utf8.drop { $0 != .colon }.dropFirst(), as: UTF8.self)
  }

  /// Adds the names of places too.
  private mutating func add(_ options: [Option]) {
    for text in options.flatMap({ [$0.key, TServerWords.pairKey($0.key), $0.value, Self.place($0.value)] }) {
      _ = texts.add(text)
    }
  }

  subscript(number: UInt32) -> String { texts[Int(number)] }
  subscript(text: String) -> UInt32 { UInt32(texts.number(of: text) ?? 0) }
}
