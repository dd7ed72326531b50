import Testing

@testable import CallScenario

@Suite struct ScenarioLanguagePageTests {
  private static let page = Page("CallScenario/CallScenario.docc/ScenarioLanguage.md")
  private static let reference = Reference()

  private static func article(_ kind: Topic.Kind, _ name: String, _ server: String? = nil) -> Article {
    let topic = reference.topics.first { $0.kind == kind && $0.name == name && $0.server == server }
    return topic.map { reference.article(on: $0) } ?? Article(title: name, kind: "", summary: "")
  }

  // MARK: The words of a server

  private static func words(of words: Vocabulary) -> String {
    let server = words.server
    var text = "## Words of \(server)\n\n\(article(.server, server).summary)\n"
    func add(_ title: String, _ table: MarkdownTable) { text += "\n### \(title) of \(server)\n\n" + table.text }

    var kinds = MarkdownTable("kind", "meaning")
    for kind in words.kinds { kinds.add("`\(kind.name)`", article(.partyKind, kind.name, server).summary) }
    add("Kinds", kinds)
    let options = words.kinds.flatMap(\.options).map(\.key)
    if !options.isEmpty {
      var table = MarkdownTable("option", "written", "meaning")
      for option in options {
        let article = article(.partyOption, option, server)
        let forms = article.parts.first?.rows.map { "`\($0.text)`" } ?? []
        table.add("`\(option)`", forms.joined(separator: ", "), article.summary)
      }
      add("Options of parties", table)
    }
    add("Requests", verbs(of: words, areRequests: true))
    add("Other verbs", verbs(of: words, areRequests: false))
    var messages = MarkdownTable("message", "meaning")
    for message in words.messages { messages.add("`\(message)`", article(.message, message, server).summary) }
    add("Messages", messages)
    var attributes = MarkdownTable("attribute", "value", "meaning")
    for attribute in words.attributes + words.parameters {
      attributes.add(
        "`\(attribute.name)`", values(of: attribute, in: words), article(.attribute, attribute.name, server).summary)
    }
    add("Attributes and parameters", attributes)
    if !words.hasSenders { add("Values", names(of: words)) }
    return text
  }

  private static func values(of attribute: Vocabulary.Attribute, in words: Vocabulary) -> String {
    switch attribute.values {
    case .text: "text"
    case .dn: "a DN, or the name of a party"
    case .number: "a number"
    case .names(let names):
      words.hasSenders ? names.map { "`\($0)`" }.joined(separator: ", ") : "one of \(names.count) names, see below"
    }
  }

  private static func verbs(of words: Vocabulary, areRequests: Bool) -> MarkdownTable {
    var table = MarkdownTable("written", "meaning")
    for verb in words.verbs where verb.isRequest == areRequests {
      let article = article(.verb, verb.name, words.server)
      let written = article.parts.lazy.flatMap(\.rows).first { $0.name == "written" }?.text ?? verb.name
      let form = written.replacing("ACTOR ", with: "").replacing(" [on CALL]", with: "")
      table.add("`\(form)`", article.summary)
    }
    return table
  }

  private static var profiles: String {
    var options = MarkdownTable("option", "values, the default first", "meaning")
    for option in reference.topics where option.kind == .option {
      let article = reference.article(on: option)
      let values = article.parts.first?.rows.map { row in
        "`\((row.name ?? "").dropFirst(option.name.count + 1))`: \(row.text)"
      }
      options.add("`\(option.name)`", values?.joined(separator: "; ") ?? "", article.summary)
    }
    var profiles = MarkdownTable("profile", "what it sets", "meaning")
    for profile in reference.topics where profile.kind == .profile {
      let article = reference.article(on: profile)
      let set = article.parts.last?.rows.compactMap(\.name).map { "`\($0)`" } ?? []
      profiles.add("`\(profile.name)`", set.isEmpty ? "nothing" : set.joined(separator: ", "), article.summary)
    }
    return "## The profile of a T-Server\n\n" + options.text + "\n" + profiles.text
  }

  /// The named values with their numbers; a row for all attributes that have the same ones.
  private static func names(of words: Vocabulary) -> MarkdownTable {
    var rows: [(attributes: String, values: String)] = []
    for attribute in words.attributes + words.parameters {
      guard case .names(let names) = attribute.values else { continue }
      let values = zip(names, attribute.numbers).map { "\($0) \($1)" }.joined(separator: ", ")
      if let row = rows.firstIndex(where: { $0.values == values }) {
        rows[row].attributes += ", `\(attribute.name)`"
      } else {
        rows.append(("`\(attribute.name)`", values))
      }
    }
    return rows.reduce(into: MarkdownTable("attribute", "names and numbers")) { $0.add($1.attributes, $1.values) }
  }

  @Test func thePageHasEveryWordOfEveryServer() {
    let generated = [Self.profiles] + Servers.vocabularies.map(Self.words)
    Self.page.expectEnd(from: "## The profile of a T-Server", generated.joined(separator: "\n"))
  }

  // MARK: The language

  @Test func everyStatementIsOnThePage() {
    for topic in Self.reference.topics where topic.kind == .statement {
      #expect(Self.page.text.contains("`\(topic.name)"), "\(topic.name)")
    }
  }

  @Test func everyLimitIsOnThePage() {
    let limits = [
      Limits.line, Limits.parties, Limits.actions, Limits.calls, Limits.marks, Limits.flows, Limits.mistakes,
      Limits.warnings,
    ]
    for limit in limits { #expect(Self.page.rows.contains { $0.last == grouped(limit) }, "\(limit)") }
    #expect(Limits.waits == 1_000_000 * 3_600_000 && Self.page.rows.contains { $0.last == "1,000,000 hours" })
    #expect(Limits.file == 16 << 20 && Self.page.rows.contains { $0.last == "16 MiB" })
  }

  /// `65,536`
  private func grouped(_ number: Int) -> String {
    number < 1_000 ? "\(number)" : "\(number / 1_000)," + "\(1_000 + number % 1_000)".dropFirst()
  }
}
