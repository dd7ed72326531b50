import CallModel

// Articles on servers, the language, the profile, errors, and the manual's sections and rules.

extension Reference {
  func article(onServer name: String) -> Article {
    guard let server = servers.first(where: { $0.name == name }) else {
      return Article(title: name, kind: "", summary: "")
    }
    let words = server.vocabulary
    var article = Article(title: name, kind: "server", summary: server.summaries.server)
    article.add("Chosen by", "server \(name)" + (server.isTServer ? ", or no server statement at all" : ""))
    article.add("Kinds of parties", words.kinds.map(\.name).joined(separator: ", "))
    article.add("Requests", words.verbs.filter(\.isRequest).map(\.name).joined(separator: ", "))
    article.add("Other verbs", words.verbs.filter { !$0.isRequest }.map(\.name).joined(separator: ", "))
    article.add("Messages", words.messages.joined(separator: ", "))
    article.add("Attributes", words.attributes.map(\.name).joined(separator: ", "))
    article.add("Rules", "\(server.rules.count): callsim rules --server \(name)")
    return article
  }

  func article(onStatement name: String) -> Article {
    let statement = StatementSummary.all.first { $0.name == name }
    var article = Article(title: name, kind: "keyword of the language", summary: statement?.summary ?? "")
    article.add("Written", statement?.form ?? "")
    return article
  }

  // MARK: The profile

  func article(onOption name: String, _ all: Bool) -> Article {
    let said = OptionSummary.all.first { $0.name == name }
    var article = Article(title: name, kind: "option of the profile, t-server", summary: said?.summary ?? "")
    let values = SwitchOption(rawValue: name)?.values ?? []
    article.add(
      "Values, the default first", values.map { Article.Row("\(name)=\($0)", said?.values.said(of: $0) ?? "") })
    article.add(
      "Profiles that set it",
      SwitchProfile.named.compactMap { named in
        let value = SwitchOption(rawValue: name).map { named.profile[$0] }
        return value == values.first ? nil : Article.Row(named.name, "\(name)=\(value ?? "")")
      })
    let rules = servers[0].rules
    let governed = rules.filter { $0.condition?.option == name }
    article.add(
      "Rules that apply only under some values",
      governed.compactMap { $0.condition?.text }.distinct.flatMap { condition in
        [Article.Row(nil, condition)]
          + governed.filter { $0.condition?.text == condition }.map { Article.Row(nil, $0.name, level: 1) }
      })
    article.add("What it decides in the cells", cells(under: name, rules, all))
    return article
  }

  /// The cells that depend on the option, by message and attribute.
  private func cells(under option: String, _ rules: [ReferenceRule], _ all: Bool) -> [Article.Row] {
    var places: [(what: String, text: String, rules: [ReferenceRule])] = []
    func add(_ what: String, _ condition: Condition?, _ value: String?, _ rule: ReferenceRule) {
      guard let condition, condition.option == option else { return }
      let text = (value.map { "\($0) " } ?? "") + "where \(condition.values.joined(separator: " or "))"
      guard let known = places.firstIndex(where: { $0.what == what && $0.text == text }) else {
        return places.append((what, text, [rule]))
      }
      places[known].rules.append(rule)
    }
    for rule in rules {
      for message in rule.messages {
        add(message.name, message.condition, nil, rule)
        for attribute in message.attributes {
          add("\(message.name) \(attribute.name)", attribute.condition, attribute.value, rule)
        }
      }
    }
    return places.map { place in
      let sections = place.rules.map(\.place.section).distinct
      return Article.Row(nil, "\(place.what): \(place.text), in \(sections.few(5, all: all))")
    }
  }

  func article(onProfile name: String) -> Article {
    var article = Article(
      title: name, kind: "profile, t-server", summary: LanguageSummaries.profiles.said(of: name))
    guard let profile = SwitchProfile.named.first(where: { $0.name == name })?.profile else { return article }
    article.add("Written", "profile \(name)")
    let changed = SwitchOption.allCases.filter { profile[$0] != $0.values.first }
    article.add(
      "What it sets",
      changed.map { option in
        let said = OptionSummary.all.first { $0.name == option.rawValue }
        return Article.Row("\(option.rawValue)=\(profile[option])", said?.values.said(of: profile[option]) ?? "")
      })
    if changed.isEmpty { article.add("What it sets", "nothing: every option has its default") }
    return article
  }

  // MARK: Errors

  func article(onError name: String) -> Article {
    let code = UInt16(name).flatMap(ErrorCode.init(rawValue:))
    var article = Article(
      title: name, kind: "error of t-server: \(code.map { "\($0.message)" } ?? "")",
      summary: LanguageSummaries.errors.said(of: name))
    let entries = RefusalCensus.taken.entries.filter { entry in
      entry.code == code && TServerWords.words(for: entry.verb).contains { $0.isRequest }
    }
    article.add(
      "Requests that get it, for instance",
      entries.map(\.briefReason).distinct.map { reason in
        let requests = entries.filter { $0.briefReason == reason }.compactMap { entry in
          TServerWords.words(for: entry.verb).first { $0.isRequest }?.name
        }
        return Article.Row(nil, "\(reason): \(requests.distinct.joined(separator: ", "))")
      })
    let rules = servers[0].rules.filter { rule in
      rule.messages.contains { $0.attributes.contains { $0.name == "ErrorCode" && $0.value == name } }
    }
    if entries.isEmpty, rules.isEmpty { article.add("Requests that get it", "none that callsim knows of") }
    article.add("Rules that send it", rules.map { Article.Row(nil, "\($0.name) (\($0.source))") })
    return article
  }

  // MARK: Decisions

  func article(onDecision number: String, _ all: Bool) -> Article {
    guard let decision = Decision.all.first(where: { $0.number == number }) else {
      return Article(title: number, kind: "", summary: "")
    }
    var article = Article(title: number, kind: decision.kind, summary: decision.text)
    article.add("Chapter of the decisions", decision.chapter)
    for server in servers {
      let rules = server.rules.filter { words($0.source).contains(number.lowercased()) }
      article.add("Rules of \(server.name) that cite it: \(rules.count)", rules.bySection(all: all) { _ in "" })
    }
    return article
  }

  // MARK: Sections and rules

  func article(onSection name: String, of server: ReferenceServer) -> Article {
    let rules = server.rules.filter { $0.place.section == name }
    var article = Article(
      title: name, kind: "section of \(server.name)",
      summary: rules.map(\.place.chapter).distinct.joined(separator: ", "))
    article.add(
      "rule".withCount(rules.count),
      rules.map { rule in
        let occasion = rule.occasion.map { "whenever \($0)" }
        return Article.Row(nil, "\(rule.name): \(occasion ?? rule.verbs.joined(by: "and"))")
      })
    return article
  }

  func article(onRule name: String, of server: ReferenceServer) -> Article {
    guard let rule = server.rules.first(where: { $0.name == name }) else {
      return Article(title: name, kind: "", summary: "")
    }
    var article = Article(title: name, kind: "rule of \(server.name)", summary: rule.source)
    let answered = [
      Article.Row("verbs", rule.verbs.joined(by: "or")), Article.Row("the actor is", rule.states.joined(by: "or")),
    ]
    article.add(
      "When",
      (rule.occasion.map { [Article.Row("whenever", $0)] } ?? answered) + rule.conditions.map { Article.Row("and", $0) }
        + (rule.condition.map { [Article.Row("only", "where \($0.text)")] } ?? []))
    article.add("What changes", rule.changes.map { Article.Row(nil, $0) })
    for message in rule.messages {
      let from = message.sender.map { ", from \($0)" } ?? ""
      let condition = message.condition.map { ", where \($0.text)" } ?? ""
      article.add(
        "\(message.name) to \(message.recipient)\(from)\(condition)",
        message.attributes.isEmpty ? [Article.Row(nil, "without attributes")] : rows(message.attributes))
    }
    return article
  }
}
