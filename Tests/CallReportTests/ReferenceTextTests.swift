import CallScenario
import Testing

@testable import CallReport

@Suite struct ReferenceTextTests {
  private static let reference = Reference()

  /// No line needs wrapping on an 80-column terminal, and no line ends in a blank.
  @Test func everyArticleFits() {
    let layout = ReferenceText()
    for topic in Self.reference.topics where topic.kind != .rule || topic.server == "recording" {
      for line in layout.text(Self.reference.article(on: topic)).split(separator: "\n") {
        #expect(line.count <= 80, "\(topic.text): \(line)")
        #expect(line.last != " ", "\(topic.text): \(line)")
      }
    }
  }

  private func article(_ name: String, width: Int = 80, color: Bool = false) -> String {
    guard let topic = Self.reference.find(name)?.topics.first else { return "" }
    return ReferenceText(width: width, color: color).text(Self.reference.article(on: topic))
  }

  @Test func anArticleHasHeadings() {
    #expect(
      article("aspect-acd") == """
        aspect-acd: profile, t-server
          The switch Aspect ACD, as the manual's notes describe it.

        Written
          profile aspect-acd

        What it sets
          route-call-state=absent  EventRouteUsed has no CallState

        """)
  }

  @Test func withoutASummaryThereIsNoLine() {
    #expect(article("Busy").hasPrefix("Busy: value of t-server\n\nA value of\n"))
  }

  @Test func narrowTextIsWrappedWithinItsColumn() {
    let lines = article("network-reached", width: 50).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 50 })
    #expect(lines.contains { $0.hasPrefix(String(repeating: " ", count: 29)) })
  }

  @Test func headingsAreBoldInColor() {
    #expect(article("aspect-acd", color: true).contains("\u{1B}[1mWritten\u{1B}[0m\n"))
  }

  @Test func aListIsIndentedAndNamesShareLines() {
    #expect(
      ReferenceText(width: 20).text("Rules", ["one rule of many words"]) == "Rules\n  one rule of many\n    words\n")
    #expect(ReferenceText().text("Kinds", words: ["a", "b"]) == "Kinds\n  a, b\n")
    #expect(ReferenceText().text("States", words: ["a, or b", "c"]) == "States\n  a, or b; c\n")
  }
}
