import CallModel

// Articles on kinds of parties and on verbs.

extension Reference {
  func article(onVerb name: String, of server: ReferenceServer, _ all: Bool) -> Article {
    let verb = server.vocabulary.verbs.first { $0.name == name }
    let rules = server.rules.filter { $0.verbs.contains(name) }
    var article = Article(
      title: name,
      kind: verb?.isRequest ?? false ? "request of \(server.name)" : "verb of \(server.name), not a request",
      summary: server.summaries.verbs.said(of: name))
    guard let verb else { return article }
    var rows = [Article.Row("written", form(of: verb))]
    if let byHand = verb.byHand { rows.append(Article.Row("by hand", byHand)) }
    let requests = server.vocabulary.verbs.filter { $0.byHand == name }.map(\.name)
    if !requests.isEmpty { rows.append(Article.Row("as a request", requests.joined(separator: ", "))) }
    rows += parts(of: verb, server)
    let states = rules.flatMap(\.states).distinct
    let allStates = server.rules.flatMap(\.states).distinct
    rows.append(
      Article.Row("done when it is", states.count == allStates.count ? "in any state" : states.joined(by: "or")))
    for option in verb.options {
      let attribute = (server.vocabulary.attributes + server.vocabulary.parameters).first { $0.name == option }
      rows.append(Article.Row("\(option)=", attribute?.valuesInShort ?? ""))
    }
    if verb.takesPairs { rows.append(Article.Row("KEY=VALUE", "a pair of user data; there may be several")) }
    if !verb.prefixes.isEmpty {
      rows.append(Article.Row("pairs", verb.prefixes.map { "\($0)KEY=VALUE" }.joined(separator: ", ")))
    }
    article.add("Form", rows)
    article.add("Rules that answer it: \(rules.count)", rules.bySection(all: all) { _ in "" })
    // If a rule answers several requests, each of them sends its own message.
    let sent = Set(
      rules.flatMap { rule in rule.messages.map(\.name).filter { $0 == name || !rule.verbs.contains($0) } })
    article.add("Messages", server.vocabulary.messages.filter(sent.contains).joined(separator: ", "))
    if server.isTServer, verb.isRequest { article.add("Errors, for instance", errors(of: name)) }
    return article
  }

  /// `ACTOR TRouteCall [TARGET] [on CONNID] [RouteType=X]`
  private func form(of verb: Vocabulary.Verb) -> String {
    let target =
      switch verb.target {
      case .none: ""
      case .optional: " [TARGET]"
      case .required: " TARGET"
      }
    let options = verb.options.map { " [\($0)=…]" }.joined() + (verb.takesPairs ? " KEY=VALUE …" : "")
    return "ACTOR \(verb.name)\(target) [on CALL]\(options)"
  }

  /// The kinds of parties that act and that can be the target.
  private func parts(of verb: Vocabulary.Verb, _ server: ReferenceServer) -> [Article.Row] {
    guard server.isTServer, let word = TServerWords.word(verb.name) else {
      let kinds = verb.kinds.isEmpty ? server.vocabulary.kinds.map(\.name) : verb.kinds
      return [Article.Row("done by", kinds.joined(separator: ", "))]
    }
    let possible = Possibilities.found
    let actors = TServerWords.kinds.filter { name, kind in
      possible.canDo(kind, word.verb) && (!word.isRequest || server.makesRequests(name))
    }
    let targets = TServerWords.kinds.filter { possible.canBeAimedAt($0.kind, word.verb) }
    return [Article.Row("done by", actors.map(\.name).joined(separator: ", "))]
      + (verb.target == .none ? [] : [Article.Row("target", targets.map(\.name).joined(separator: ", "))])
  }

  private func errors(of name: String) -> [Article.Row] {
    guard let verb = TServerWords.word(name)?.verb else { return [] }
    return RefusalCensus.taken.entries.filter { $0.verb == verb }.sorted { $0.code.rawValue < $1.code.rawValue }.map {
      entry in
      Article.Row("\(entry.code.rawValue)", "\(entry.code.message): \(entry.briefReason)")
    }
  }

  // MARK: Kinds

  func article(onKind name: String, of server: ReferenceServer) -> Article {
    let words = server.vocabulary
    let kind = words.kinds.first { $0.name == name }
    var article = Article(
      title: name, kind: "kind of party of \(server.name)", summary: server.summaries.kinds.said(of: name))
    let options = kind?.options.map { " [\($0.key)=\($0.valueInWords)]" } ?? []
    article.add("Declared", "party NAME \(name) [dn=NUMBER]" + options.joined())
    if let number = kind?.number, number != 0...Int.max, number.upperBound <= 1 {
      article.add("How many", number.lowerBound == 1 ? "exactly one" : "at most one")
    }
    if server.isTServer, let model = TServerWords.kinds.first(where: { $0.name == name })?.kind {
      let possible = Possibilities.found
      func verbs(_ isMeant: (TServerWords.Word) -> Bool) -> String {
        TServerWords.verbs.filter(isMeant).map(\.name).joined(separator: ", ")
      }
      article.add(
        "Actions it can do", verbs { possible.canDo(model, $0.verb) && (!$0.isRequest || server.makesRequests(name)) })
      article.add(
        "Actions it can be the target of", verbs { $0.verb.target != .none && possible.canBeAimedAt(model, $0.verb) })
      article.add(
        "Messages it can receive",
        EventType.allCases.filter { possible.canBeTold(model, $0) }.map(TServerWords.name).joined(
          separator: ", "))
      article.add(
        "States it can have in a call",
        PartyState.allCases.filter { $0 != .idle && possible.canBe(model, $0) }.map(\.description).joined(
          separator: ", "))
    } else {
      article.add(
        "Actions it can do",
        words.verbs.filter { $0.kinds.isEmpty || $0.kinds.contains(name) }.map(\.name).joined(separator: ", "))
      let told = Set(
        server.rules.flatMap(\.messages).filter { server.summaries.isMeant(name, by: $0.recipient) }.map(\.name))
      article.add("Messages it can receive", words.messages.filter(told.contains).joined(separator: ", "))
    }
    return article
  }

  func article(onPartyOption name: String, of server: ReferenceServer) -> Article {
    var article = Article(
      title: name, kind: "option of a party of \(server.name)", summary: server.summaries.partyOptions.said(of: name))
    article.add(
      "Declared",
      server.vocabulary.kinds.flatMap { kind in
        kind.options.filter { $0.key == name }.map {
          Article.Row(nil, "party NAME \(kind.name) \(name)=\($0.valueInWords)")
        }
      })
    return article
  }
}

extension RefusalCensus.Entry {
  /// The reason without the alternatives that would be needed.
  var briefReason: String { reason.components(before: ", and would have to be") }
}

extension String {
  fileprivate func components(before end: String) -> String {
    ranges(of: end).first.map { String(self[..<$0.lowerBound]) } ?? self
  }
}

extension Summaries {
  /// Whether the recipient of a message is of the kind.
  func isMeant(_ kind: String, by recipient: String) -> Bool {
    recipients.first { $0.value == recipient }.map { $0.key == kind } ?? !recipients.contains { $0.key == kind }
  }
}

extension ReferenceServer {
  func makesRequests(_ kind: String) -> Bool { vocabulary.kinds.first { $0.name == kind }?.makesRequests ?? false }
}

extension Vocabulary.Kind.Option {
  /// `NAME`, `true|false`, `queue:NAME|workbin:NAME`
  fileprivate var valueInWords: String {
    switch value {
    case .party: "NAME"
    case .attribute(.names(let names)): names.joined(separator: "|")
    case .attribute: "VALUE"
    case .place(let words): words.map { "\($0):NAME" }.joined(separator: "|")
    }
  }
}
