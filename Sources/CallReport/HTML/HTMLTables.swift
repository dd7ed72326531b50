import CallModel
import CallScenario

/// What the scenarios of a page share: its texts, the shapes of its messages, and its rules, each once.
struct HTMLTables {
  private var texts: [Text: Int] = [:]
  private var textList: [String] = []
  private var shapes: [[Int]: Int] = [:]
  private var shapeList: [[Int]] = []
  private var rules: [Text: Int] = [:]
  private var ruleList: [RuleReference] = []
  /// The sources of scenarios and rules, which cite decisions.
  private var sources: Set<Text> = []

  /// The number of a text.
  mutating func text(_ text: String) -> Int {
    let key = Text(text)
    if let known = texts[key] { return known }
    texts[key] = textList.count
    textList.append(text)
    return textList.count - 1
  }

  /// The number of a text; -1 if there is none.
  mutating func text(_ text: String?) -> Int { text.map { self.text($0) } ?? -1 }

  /// The number of a shape: the name of a message, its recipient's part, and for each attribute its name, whether it is
  /// listed, and its origin.
  mutating func shape(_ shape: [Int]) -> Int {
    if let known = shapes[shape] { return known }
    shapes[shape] = shapeList.count
    shapeList.append(shape)
    return shapeList.count - 1
  }

  /// The number of a rule; -1 if there is none.
  mutating func rule(_ rule: RuleReference?) -> Int {
    guard let rule else { return -1 }
    let key = Text("\(rule.name)\n\(rule.source)")
    if let known = rules[key] { return known }
    rules[key] = ruleList.count
    ruleList.append(rule)
    cite(rule.source)
    return ruleList.count - 1
  }

  /// The page shows the decisions that the source names.
  mutating func cite(_ source: String?) { if let source { sources.insert(Text(source)) } }

  /// All tables as JSON.
  var json: String {
    let cited = Set(sources.flatMap { $0.string.citations }.map { Text($0) })
    let decisions = Decision.all.filter { cited.contains(Text($0.number)) }
    return "{\"texts\":[" + textList.map(\.json).joined(separator: ",\n") + "],\n\"shapes\":["
      + shapeList.map(\.json).joined(separator: ",\n") + "],\n\"rules\":["
      + ruleList.map { "[\($0.name.json),\($0.source.json)]" }.joined(separator: ",\n") + "],\n\"decisions\":{"
      + decisions.map { "\($0.number.json):\($0.text.json)" }.joined(separator: ",\n") + "}}"
  }
}

extension [Int] {
  /// The numbers as an array of JSON.
  var json: String { "[" + map(String.init).joined(separator: ",") + "]" }
}

extension String {
  /// The numbers of decisions in a source: `D23` and `D66` in `Call to ACD; D23, D66`.
  fileprivate var citations: [String] {
    utf8.split { !($0.isLetterOrDigit) }.filter { word in
      guard let first = word.first, [UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "L")].contains(first) else {
        return false
      }
      return word.count > 1 && word.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }.map { String(decoding: $0, as: UTF8.self) }
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
