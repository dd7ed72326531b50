/// What callsim does where the manual is silent or contradicts itself, or a limit, as the page Decisions says it.
package struct Decision: Sendable {
  /// `D23`, `S5` or `L1`
  package let number: String
  let chapter: String
  package let text: String

  /// In the order of the page. Its texts are read only if one is asked for.
  package static let all: [Decision] = [
    DecisionTexts.calls, DecisionTexts.specialCases, DecisionTexts.clients, DecisionTexts.servers, DecisionTexts.files,
  ].flatMap { decisions(in: "\($0)") }

  /// The place of each decision among all, by its number.
  package static let places = Dictionary(
    all.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })

  /// Reads paragraphs: `## CHAPTER`, or `NUMBER. TEXT` in lines.
  private static func decisions(in text: String) -> [Decision] {
    var decisions: [Decision] = []
    var chapter = ""
    var paragraph: [Substring] = []
    func finish() {
      let words = paragraph.joined(separator: " ").split(separator: " ", maxSplits: 1)
      paragraph = []
      guard words.count == 2 else { return }
      if words[0] == "##" {
        chapter = String(words[1])
      } else {
        decisions.append(Decision(number: String(words[0].dropLast()), chapter: chapter, text: String(words[1])))
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { finish() } else { paragraph.append(line) }
    }
    finish()
    return decisions
  }

  var isLimit: Bool { number.first == "L" }

  /// What it is about.
  var kind: String {
    switch number.first {
    case "D": "decision about rules"
    case "S": "decision about scenarios, the command line or files"
    default: "limit"
    }
  }
}

/// The texts of the page Decisions, which a test writes here: see the tests of that page.
enum DecisionTexts {}
