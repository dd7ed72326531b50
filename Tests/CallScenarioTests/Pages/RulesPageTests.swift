import Testing

@testable import CallScenario

@Suite struct RulesPageTests {
  /// In the manual's order; the documents of the other servers follow.
  private static let chapters = [
    "Basic Call Models", "Releasing Calls", "T-Server models", "IVR Server", "Interaction Server", "Recording",
  ]

  private struct Place: Hashable {
    let chapter: String
    let section: String
  }

  private static let rules = ReferenceServer.all.flatMap(\.rules)

  /// A rule that ends a call in another section's row does not open its own section there: `Clear Call` comes later.
  private static func isAtHome(_ rule: ReferenceRule) -> Bool {
    rule.source.split(separator: ";").dropFirst().allSatisfy {
      $0.hasPrefix(" D") && $0.dropFirst(2).first?.isNumber == true
    }
  }

  private static func place(_ rule: ReferenceRule) -> Place {
    Place(chapter: rule.place.chapter, section: rule.place.section)
  }

  /// What belongs to no section comes last.
  private static func sections(of chapter: String) -> [Place] {
    let places = (rules.filter(isAtHome) + rules).map(place).filter { $0.chapter == chapter }
    return (places.filter { !$0.section.isEmpty } + places).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The source without chapter and section: `**; D3`.
  private static func row(_ rule: ReferenceRule, _ place: Place) -> String {
    let beginning = place.section.isEmpty ? place.chapter : "\(place.chapter), \(place.section)"
    let rest = rule.source.dropFirst(beginning.count)
    return String(rest.drop { $0 == "," || $0 == ";" || $0 == " " })
  }

  private static func title(of place: Place) -> String {
    place.section.isEmpty ? "Other rules" : place.section.prefix(1).uppercased() + place.section.dropFirst()
  }

  private static var generated: String {
    chapters.map { chapter in
      "## \(chapter)\n\n"
        + sections(of: chapter).map { place in
          var table = MarkdownTable("rule", "verbs", "row and decisions")
          for rule in rules where Self.place(rule) == place {
            table.add(rule.name, rule.verbs.joined(separator: ", "), row(rule, place))
          }
          return "### \(title(of: place))\n\n" + table.text
        }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test func thePageListsEveryRule() {
    let page = Page("CallModel/CallModel.docc/Rules.md")
    page.expectEnd(from: "## \(Self.chapters[0])", Self.generated)
    #expect(page.rows.count { $0.first != "rule" } == Self.rules.count)
    #expect(Self.rules.allSatisfy { Self.chapters.contains($0.place.chapter) })
  }
}
