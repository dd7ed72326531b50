import CallModel
import CallScenario

/// What the scenarios of a page share: its texts, the shapes of its messages, and its rules, each once.
struct HTMLTables {
  private var texts = HTMLTexts()
  private var shapes = HTMLShapes()
  private var rules = HTMLRules()
  /// The sources of scenarios, which cite decisions, as those of rules do.
  private var sources: Set<Text> = []

  /// The number of a text.
  mutating func text(_ text: String) -> Int { texts.number(of: text) }

  /// The number of a text; -1 if there is none.
  mutating func text(_ text: String?) -> Int { text.map { texts.number(of: $0) } ?? -1 }

  /// The number of a text that has been added to a buffer.
  mutating func text(_ text: borrowing TextBuffer) -> Int { texts.number(of: text) }

  /// The number of a text; -1 if it has no paragraphs.
  mutating func text(_ paragraphs: [String]) -> Int {
    paragraphs.isEmpty ? -1 : texts.number(of: paragraphs.joined(separator: "\n"))
  }

  /// The number of a message's shape. `optional` are the indices of the attributes that the scenario expects with `?`.
  /// Its origin is at the place, if it is known. `last` is the shape of an earlier message with the same attributes.
  mutating func shape(
    of message: borrowing Message, rule: Int, _ optional: [Int], _ origins: [MessageOrigin], _ origin: Int, last: Int?
  ) -> Int {
    if let last, shapes.isShape(last, optional, origins, origin) { return last }
    return shapes.number(of: message, rule: rule, optional, origins, origin, &texts)
  }

  /// The number of one of these rules.
  mutating func rule(_ index: Int, of references: [RuleReference]) -> Int {
    rules.number(of: index, in: references)
  }

  /// The page shows the decisions that the source names.
  mutating func cite(_ source: String?) { if let source { sources.insert(Text(source)) } }

  /// Adds all tables as JSON.
  func add(to text: inout TextBuffer) {
    text.add("{\"texts\":[")
    add(texts.list, &text) { $1.add(json: $0) }
    text.add("],\n\"shapes\":[")
    add(shapes.list, &text) { $1.add(built: $0) }
    text.add("],\n\"rules\":[")
    add(rules.list, &text) { rule, text in
      text.add("[")
      text.add(json: rule.name)
      text.add(",")
      text.add(json: rule.source)
      text.add("]")
    }
    text.add("],\n\"decisions\":{")
    add(decisions, &text) { decision, text in
      text.add(json: decision.number)
      text.add(":")
      text.add(json: decision.text)
    }
    text.add("}}")
  }

  private func add<Element>(
    _ list: [Element], _ text: inout TextBuffer, _ body: (Element, inout TextBuffer) -> Void
  ) {
    for (index, element) in list.enumerated() {
      if index > 0 { text.add(",\n") }
      body(element, &text)
    }
  }

  /// The decisions that the scenarios and the rules cite.
  private var decisions: [Decision] {
    var cited: [String] = []
    for source in sources.map(\.string) + rules.list.map(\.source) {
      for number in source.citations where !cited.contains(number) { cited.append(number) }
    }
    return cited.isEmpty ? [] : cited.compactMap { Decision.places[$0] }.sorted().map { Decision.all[$0] }
  }
}

extension String {
  /// The numbers of decisions in a source: `D23` and `D66` in `Call to ACD; D23, D66`.
  fileprivate var citations: [String] {
    withBytes { bytes in
      var numbers: [String] = []
      var start = 0
      for end in 0...bytes.count where end == bytes.count || !bytes[end].isLetterOrDigit {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if word.isCitation { numbers.append(String(decoding: word, as: UTF8.self)) }
        start = end + 1
      }
      return numbers
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is the number of a decision.
  fileprivate var isCitation: Bool {
    guard count > 1, "DSL".utf8.contains(self[0]) else { return false }
    return dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
