import CallModel

extension Parser {
  /// Reports an undeclared party; that is one mistake, however often the name is used.
  mutating func reportUnknownParty(_ range: Range<Int>, _ text: String) {
    guard !parties.isIgnored(text), !reportDeclaredBelow(text, range) else { return }
    if source.isWord(range), parties.isNameless(text) { return }
    parties.ignoreUses(of: text)
    guard source.isWord(range) else {
      let within = mistakes.isFull ? nil : wordWithin(range).flatMap { parties.index($0) == nil ? nil : $0 }
      _ = checkWord(range, "a party's name", .text(within.map { "did you mean \($0)?" }))
      return
    }
    if Keywords.reserved.contains(text) || Keywords.reservedForParties.contains(text) {
      return report(range, "\(text) is a reserved word, not a party")
    }
    if mistakes.isFull { return report(range, "unknown party \(shown(range))") }
    let near = parties.names.nearest(to: text)
    let isNumber = text.utf8.allSatisfy(\.isDigit)
    let declaration = isNumber ? "party NAME external dn=\(text)" : "party \(shown(range)) KIND"
    report(
      range, "unknown party \(shown(range))",
      .text(near.map { "did you mean \($0)?" } ?? "\(listOfParties)declare it in the header: \(declaration)"))
  }

  /// `the parties are A, B and C; `, with the first of them if there are many.
  private var listOfParties: String {
    let names = parties.names
    if names.isEmpty { return "" }
    let most = 8
    let list = names.count > most ? names.prefix(most).joined(separator: ", ") + " …" : names.joined(by: "and")
    return (names.count == 1 ? "the only party is " : "the parties are ") + list + "; "
  }

  /// The server that has the word, as such a thing or else as a message.
  private func owner(
    of word: String, _ noun: ForeignNames.Noun, in list: (Vocabulary) -> [String]
  ) -> (server: String, ForeignNames.Noun)? {
    if let other = vocabularies.first(where: { list($0).contains(word) }) { return (other.server, noun) }
    guard noun == .verb else { return nil }
    return vocabularies.first { $0.messages.contains(word) }.map { ($0.server, .message) }
  }

  /// Reports a name that a T-Server has and callsim does not; returns false for others.
  mutating func reportUnmodelled(_ range: Range<Int>, _ word: String) -> Bool {
    guard let subject = UnmodelledNames.subject(of: word) else { return false }
    report(range, "callsim does not model \(shown(range)) (\(subject))")
    return true
  }

  /// Lists the known words, if they are few enough to help; otherwise says what explains them.
  func known(_ words: [String], or topic: String? = nil) -> String? {
    if !words.isEmpty, words.count <= 12 { return "known: " + words.joined(by: "or") }
    return topic.map { "callsim explain \($0) lists them" }
  }

  /// Reports a word that the file's servers do not know, and suggests what callsim calls it, the server that it belongs
  /// to, the nearest word, or a list of the words.
  ///
  /// A file that uses several words of another server probably lacks its `server` statement, which is one mistake.
  mutating func reportUnknown(
    _ noun: ForeignNames.Noun, _ range: Range<Int>, _ word: String, among words: [String], otherwise: String? = nil,
    in list: (Vocabulary) -> [String]
  ) {
    let message = "unknown \(noun.rawValue) \(shown(range))"
    guard !mistakes.isFull, let servers = self.words?.servers else { return report(range, message) }
    let same = words.first { Text.areSameWord($0, word) } ?? words.completion(of: word)
    if let ours = same ?? ForeignNames.ourName(for: word, in: words, as: noun) {
      return report(range, message, .text("did you mean \(ours)?"))
    }
    let isOfTServer = servers.contains { $0.server == vocabularies[0].server }
    if isOfTServer, reportUnmodelled(range, word) { return }
    if let (other, noun) = owner(of: word, noun, in: list) {
      guard !reportedServers.contains(other) else { return }
      reportedServers.append(other)
      return report(
        range, message,
        .text("\(word) is \(noun.rawValue.withArticle) of \(other): a file for it has `server \(other)` in its header"))
    }
    if !isOfTServer, reportUnmodelled(range, word) { return }
    let explained = servers.map { "callsim explain \($0.server)" }.joined(by: "and")
    let verb = servers.count == 1 ? "lists" : "list"
    report(
      range, message,
      .near(
        word, words, as: noun, otherwise: otherwise ?? known(words) ?? "\(explained) \(verb) the \(noun.rawValue)s"))
  }
}
