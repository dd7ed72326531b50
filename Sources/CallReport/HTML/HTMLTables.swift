import CallModel
import CallScenario

/// What the scenarios of a page share: its texts, the shapes of its messages, and its rules, each once.
struct HTMLTables {
  private var texts = HTMLTexts()
  private var shapes = HTMLShapes()
  /// The numbers of the names and sources of rules, among `ruleTexts`.
  private var rules: [[Int]: Int] = [:]
  private var ruleList: [RuleReference] = []
  /// For the name of each rule, its number and its source when it was looked up last.
  private var recentRules: [(source: Int, number: Int)] = []
  private var ruleTexts = HTMLTexts()
  /// The sources of scenarios and rules, which cite decisions.
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
  /// Its origin is at the place, if it is known.
  mutating func shape(
    of message: borrowing Message, rule: Int, _ optional: [Int], _ origins: [MessageOrigin], _ origin: Int
  ) -> Int {
    shapes.number(of: message, rule: rule, optional, origins, origin, &texts)
  }

  /// The number of one of these rules.
  mutating func rule(_ index: Int, of references: [RuleReference]) -> Int {
    let name = ruleTexts.number(of: references[index].name)
    let source = ruleTexts.number(of: references[index].source)
    if name < recentRules.count, recentRules[name].source == source { return recentRules[name].number }
    return number(of: references[index], name, source)
  }

  private mutating func number(of rule: RuleReference, _ name: Int, _ source: Int) -> Int {
    let number = rules[[name, source]] ?? ruleList.count
    if number == ruleList.count {
      rules[[name, source]] = number
      ruleList.append(rule)
      cite(rule.source)
    }
    while recentRules.count <= name { recentRules.append((-1, -1)) }
    recentRules[name] = (source, number)
    return number
  }

  /// The page shows the decisions that the source names.
  mutating func cite(_ source: String?) { if let source { sources.insert(Text(source)) } }

  /// All tables as JSON.
  var json: String {
    let cited = Set(sources.flatMap { $0.string.citations }.map { Text($0) })
    let decisions = Decision.all.filter { cited.contains(Text($0.number)) }
    return "{\"texts\":[" + texts.list.map(\.json).joined(separator: ",\n") + "],\n\"shapes\":["
      + shapes.list.map(\.json).joined(separator: ",\n") + "],\n\"rules\":["
      + ruleList.map { "[\($0.name.json),\($0.source.json)]" }.joined(separator: ",\n") + "],\n\"decisions\":{"
      + decisions.map { "\($0.number.json):\($0.text.json)" }.joined(separator: ",\n") + "}}"
  }
}

extension [Int] {
  /// The numbers as an array of JSON.
  fileprivate var json: String { "[" + map(String.init).joined(separator: ",") + "]" }
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
