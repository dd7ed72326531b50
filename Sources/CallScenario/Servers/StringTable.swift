import CallModel
import Synchronization

/// The texts of a scenario's options, with a number for each: models know only the numbers.
struct StringTable {
  private var texts = TextTable()
  /// The texts of actions that the scenario does not have; nil if there are none.
  private let later: LaterTexts?

  /// `usual` is the text that is meant if none is written; its number is 0. If the table `grows`, it takes every text
  /// that it is asked for, for itself and its copies.
  init(_ scenario: Scenario, usual: StaticString? = nil, grows: Bool = false) {
    later = grows ? LaterTexts() : nil
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

  subscript(number: UInt32) -> String {
    let number = Int(number)
    guard number >= texts.count, let later else { return texts[number] }
    return later.text(number - texts.count)
  }

  subscript(text: String) -> UInt32 {
    UInt32(texts.number(of: text) ?? later.map { texts.count + $0.number(of: text) } ?? 0)
  }
}

/// Texts with numbers from 0. They are never forgotten, because an earlier state may return that has them.
private final class LaterTexts: Sendable {
  private let texts = Mutex(TextTable())

  func number(of text: String) -> Int { texts.withLock { $0.add(text) } }
  func text(_ number: Int) -> String { texts.withLock { $0[number] } }
}
