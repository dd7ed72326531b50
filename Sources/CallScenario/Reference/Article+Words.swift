import CallModel

// Articles on the words of a server: messages, attributes, values and states.

extension Reference {
  /// The article on a topic; with `all`, it names every rule, however many there are.
  public func article(on topic: Topic, all: Bool = false) -> Article {
    switch topic.kind {
    case .server: article(onServer: topic.name)
    case .statement: article(onStatement: topic.name)
    case .option: article(onOption: topic.name, all)
    case .profile: article(onProfile: topic.name)
    case .error: article(onError: topic.name)
    case .decision: article(onDecision: topic.name, all)
    case .partyKind, .partyOption, .verb, .message, .attribute, .value, .state, .section, .rule:
      server(topic).map { article(on: topic, of: $0, all) } ?? Article(title: topic.name, kind: "", summary: "")
    }
  }

  private func article(on topic: Topic, of server: ReferenceServer, _ all: Bool) -> Article {
    switch topic.kind {
    case .partyKind: article(onKind: topic.name, of: server)
    case .partyOption: article(onPartyOption: topic.name, of: server)
    case .verb: article(onVerb: topic.name, of: server, all)
    case .message: article(onMessage: topic.name, of: server, all)
    case .attribute: article(onAttribute: topic.name, of: server, all)
    case .value: article(onValue: topic.name, of: server)
    case .state: article(onState: topic.name, of: server)
    case .section: article(onSection: topic.name, of: server)
    default: article(onRule: topic.name, of: server)
    }
  }

  // MARK: Messages

  private func article(onMessage name: String, of server: ReferenceServer, _ all: Bool) -> Article {
    let message = server.isTServer ? EventType.allCases.first { TServerWords.name($0) == name } : nil
    let number = message.map { ", number \($0.rawValue)" } ?? ""
    var article = Article(
      title: name, kind: "message of \(server.name)\(number)", summary: server.summaries.messages.said(of: name))
    let sendings = server.sendings(of: name)
    let rules = server.rules.filter { rule in rule.messages.contains { $0.name == name } }
    article.add(
      "Who gets it, in \("rule".withCount(rules.count))",
      rules.bySection(all: all) { rules in
        rules.flatMap { rule in rule.messages.filter { $0.name == name }.map { Sending(rule: rule, message: $0) } }
          .recipients(all: all)
      })
    article.add(
      "Attributes, in \("cell".withCount(sendings.count))",
      sendings.attributes(of: server.vocabulary).map {
        Article.Row($0, sendings.text(of: $0, all: all))
      })
    if message == .error {
      let refusal = TServer.refusal
      article.add(
        "As the answer to a refused request, without a rule, to \(refusal.recipient)", rows(refusal.attributes))
    } else if let message {
      let told = sendings.alwaysCarried
      article.add(
        "Also known, but not in any table",
        message.alsoKnown.map(\.name).filter { !told.contains($0) }.joined(separator: ", "))
    }
    return article
  }

  func rows(_ attributes: [SentAttribute]) -> [Article.Row] {
    attributes.map { attribute in
      Article.Row(
        attribute.name,
        (attribute.isListed ? "" : "known, but not in any table: ") + (attribute.value ?? attribute.origin)
          + (attribute.condition.map { ", where \($0.text)" } ?? ""))
    }
  }

  // MARK: Attributes

  private func article(onAttribute name: String, of server: ReferenceServer, _ all: Bool) -> Article {
    let words = server.vocabulary
    let isParameter = words.parameters.contains { $0.name == name }
    let isTold = words.attributes.contains { $0.name == name }
    var article = Article(
      title: name, kind: "\(isParameter && !isTold ? "parameter" : "attribute") of \(server.name)",
      summary: server.summaries.attributes.said(of: name))
    if let attribute = (words.attributes + words.parameters).first(where: { $0.name == name }) {
      article.add("Values", attribute.valuesInWords)
    }
    article.add(
      "Messages that carry it",
      grouped(
        words.messages.compactMap { message in
          let sendings = server.sendings(of: message)
          let isThere = sendings.contains { $0.message.attributes.contains { $0.name == name } }
          return isThere ? (message, sendings.text(of: name, all: all)) : nil
        }))
    if server.isTServer { article.add("Known, but not in any table", knownInNoTable(name)) }
    let governing = server.rules.flatMap(\.messages).flatMap(\.attributes).filter { $0.name == name }
      .compactMap(\.condition)
    article.add("Options that govern it", governing.byOption.map(\.name).joined(separator: ", "))
    article.add(
      "Verbs that take it", words.verbs.filter { $0.options.contains(name) }.map(\.name).joined(separator: ", "))
    return article
  }

  /// A row for each message or, if most messages share their text, a row for each text and its messages.
  private func grouped(_ messages: [(name: String, text: String)]) -> [Article.Row] {
    let texts = messages.map(\.text).distinct
    guard texts.count * 2 <= messages.count else { return messages.map { Article.Row($0.name, $0.text) } }
    return texts.flatMap { text in
      let names = messages.filter { $0.text == text }.map(\.name)
      return [Article.Row(nil, text), Article.Row(nil, names.joined(separator: ", "), level: 1)]
    }
  }

  private func knownInNoTable(_ name: String) -> String {
    let about = EventType.allCases.filter { message in message.alsoKnown.contains { $0.name == name } }
    guard let first = about.first else { return "" }
    let origin = first.alsoKnown.first { $0.name == name }?.value ?? first.alsoKnown.first { $0.name == name }?.origin
    let all = EventType.allCases
    let aboutCalls = all.filter { message in message.alsoKnown.contains { $0.name == "CallID" } }
    let messages =
      about == all
      ? "every event"
      : about == aboutCalls ? "every event about a call" : about.map(TServerWords.name).joined(by: "and")
    return "to \(messages): \(origin ?? "")"
  }

  // MARK: Values

  private func article(onValue name: String, of server: ReferenceServer) -> Article {
    let attributes = (server.vocabulary.attributes + server.vocabulary.parameters).compactMap {
      attribute -> (name: String, number: Int?)? in
      guard case .names(let names) = attribute.values, let place = names.firstIndex(of: name) else { return nil }
      return (attribute.name, attribute.numbers.indices.contains(place) ? attribute.numbers[place] : nil)
    }
    var article = Article(
      title: name, kind: "value of \(server.name)", summary: LanguageSummaries.values.said(of: name))
    article.add(
      "A value of",
      attributes.map { Article.Row($0.name, $0.number.map { "number \($0)" } ?? "") })
    article.add(
      "Always the value of",
      attributes.compactMap { attribute in
        let places = server.vocabulary.messages.compactMap { message -> String? in
          let cells = server.sendings(of: message).count { sending in
            sending.message.attributes.contains { $0.name == attribute.name && $0.value == name }
          }
          return cells == 0 ? nil : "\(message) (\(cells))"
        }
        return places.isEmpty ? nil : Article.Row(attribute.name, "in cells of " + places.joined(separator: ", "))
      })
    return article
  }

  // MARK: States

  private func article(onState name: String, of server: ReferenceServer) -> Article {
    let rules = server.rules.filter { $0.states.contains(name) }
    let state = server.isTServer ? PartyState.allCases.first { $0.description == name } : nil
    var article = Article(
      title: name, kind: "state of \(server.name)",
      summary: "A state that the actor of an action can be in: \"it is \(name)\".")
    if let state {
      let possible = Possibilities.found
      article.add(
        "Kinds that can be in it",
        TServerWords.kinds.filter { possible.canBe($0.kind, state) }.map(\.name).joined(separator: ", "))
    }
    let verbs = Set(rules.flatMap(\.verbs))
    article.add(
      "Actions possible in it",
      server.vocabulary.verbs.map(\.name).filter(verbs.contains).map { verb in
        Article.Row(verb, "rule".withCount(rules.count { $0.verbs.contains(verb) }))
      })
    return article
  }
}

extension ReferenceServer {
  var isTServer: Bool { name == TServerWords.vocabulary.server }
}

extension Vocabulary.Attribute {
  /// `Origination=1, Destination=2`: without a blank, no line ends between a name and its number.
  var valuesInWords: String {
    switch values {
    case .text: "a text"
    case .dn: "the DN of a party, or its name"
    case .number: "a number"
    case .names(let names):
      numbers.count == names.count
        ? zip(names, numbers).map { "\($0)=\($1)" }.joined(separator: ", ") : names.joined(separator: ", ")
    }
  }

  /// The values in words or, if they are many, where to find them.
  var valuesInShort: String {
    guard case .names(let names) = values else { return valuesInWords }
    return names.count > 8 ? "one of \(names.count) names: callsim explain \(name)" : names.joined(by: "or")
  }
}
