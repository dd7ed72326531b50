import CallModel

extension Parser {
  /// What the header has said so far. What depends on `server` is checked when the header ends.
  struct Header {
    /// Whether a first statement has been read, `scenario` or not.
    var isBegun = false
    var isEnded = false
    var title: String?
    var source: String?
    var derived: String?
    var profile: ProfileStatement?
    /// The position of the scenario statement.
    var position = Position(line: 1, column: 1)
    var end = 0
    /// The first line of each header word, in the order of `Keywords.header`; only `party` may be repeated.
    var lines = [Int](repeating: 0, count: Keywords.header.count)
    var servers: [Range<Int>] = []
    /// Whether there is a `server` statement that names no known server.
    var hasLostServer = false
    var serverLine = SourceText.SourceLine(number: 1, start: 0, end: 0, isASCII: true)
    var profileLine: SourceText.SourceLine?
    var partyLines: [SourceText.SourceLine] = []
  }

  mutating func headerStatement(_ name: String, _ word: Range<Int>) {
    guard !header.isEnded else {
      // A party that is declared too late is probably used later, which is no further mistake.
      if name == "party", split(from: word.upperBound), let party = take() { parties.forgive(source.text(party.range)) }
      above = .header
      return report(word, "`\(name)` belongs to the header, which ends at line \(header.end)")
    }
    above = .header
    let index = Keywords.header.firstIndex(of: name) ?? 0
    if name != "party", header.lines[index] > 0 {
      let reason =
        name == "scenario"
        ? "a file has one scenario: the first begins in" : "`\(name)` may be written only once: there is one in"
      return report(word, "\(reason) line \(header.lines[index])")
    }
    if let other = rival(of: name), let rival = Keywords.header.firstIndex(of: other), header.lines[rival] > 0 {
      return report(
        word, "`\(other)` is already written, in line \(header.lines[rival]): a file has a `source` or a `derived`")
    }
    if header.lines[index] == 0 { header.lines[index] = line.number }
    switch name {
    case "scenario": scenarioStatement(word)
    case "source": header.source = text(after: word, "source")
    case "derived": header.derived = text(after: word, "derived")
    case "server": serverStatement(word)
    case "profile": header.profileLine = line
    default: remember(party: word)
    }
  }

  /// The statement that cannot be in the header together with this one.
  private func rival(of name: String) -> String? {
    switch name {
    case "source": "derived"
    case "derived": "source"
    default: nil
    }
  }

  /// Whether a `party` statement above gives a party this name, which is then reported when the header ends.
  func isDeclaredName(_ name: String) -> Bool {
    parties.isForgiven(name)
      || header.partyLines.contains { line in
        let party = source.firstWord(at: source.firstNonBlank(line, from: line.start), in: line)
        return source.text(source.firstWord(at: source.firstNonBlank(line, from: party.upperBound), in: line)) == name
      }
  }

  private mutating func scenarioStatement(_ word: Range<Int>) {
    header.isBegun = true
    header.title = text(after: word, "scenario")
    header.position = source.position(
      word.lowerBound..<source.freeText(from: word.upperBound, in: line).upperBound, in: line)
  }

  /// The free text of a statement, which must not be empty.
  private mutating func text(after word: Range<Int>, _ name: String) -> String? {
    let range = source.freeText(from: word.upperBound, in: line)
    guard !range.isEmpty else {
      report(word.upperBound..<word.upperBound, "`\(name)` needs a text after it")
      return nil
    }
    return source.text(range)
  }

  private mutating func serverStatement(_ word: Range<Int>) {
    header.hasLostServer = true
    guard split(from: word.upperBound) else { return }
    guard let name = take() else {
      return report(
        word.upperBound..<word.upperBound, "the server's name is missing",
        .text(vocabularies.map(\.server).joined(by: "or")))
    }
    header.hasLostServer = false
    header.servers = [name.range]
    header.serverLine = line
    if let second = take() { header.servers.append(second.range) }
    expectEnd("`server` takes at most two names")
  }

  private mutating func remember(party word: Range<Int>) {
    guard header.partyLines.count < Limits.parties else {
      isOver = true
      return report(word, "more than \(Limits.parties) parties")
    }
    header.partyLines.append(line)
    // Until the header ends, the names only help to tell a first action from a misspelled statement.
    var token = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
    parties.mention(source.text(token))
    while !token.isEmpty {
      let (key, value) = (token.prefix(3), token.dropFirst(3))
      if source.equal(key, "dn=") { parties.mention(source.text(value)) }
      token = source.firstWord(at: source.firstNonBlank(line, from: token.upperBound), in: line)
    }
  }

  /// Whether the line is a misspelled header statement and not an action; then the header continues.
  mutating func isMisspelledHeader(_ text: String, _ word: Range<Int>) -> Bool {
    guard !header.isEnded, !mistakes.isFull, !parties.isMentioned(text) else { return false }
    guard let near = Keywords.statement.nearest(to: text), Keywords.header.contains(near) else { return false }
    // It may also be an undeclared party and its verb.
    let second = source.text(source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line))
    if vocabularies.contains(where: { $0.verbs.contains { $0.name == second } }) { return false }
    report(word, "unknown statement \(shown(word))", .text("did you mean \(near)?"))
    headerStatement(near, word)
    return true
  }

  // MARK: The end of the header

  /// Checks the header once it is complete. After an unknown server, nothing else can be checked.
  mutating func endHeader() {
    guard !header.isEnded, !isOver else { return }
    header.isEnded = true
    header.end = line.number
    guard !header.hasLostServer else {
      isOver = true
      return
    }
    var servers: [Vocabulary] = []
    for range in header.servers {
      guard let server = server(range) else {
        isOver = true
        return
      }
      servers.append(server)
    }
    if servers.isEmpty, let first = vocabularies.first { servers = [first] }
    // The server without senders comes first: later messages that have `from` belong to the other one.
    servers.sort { !$0.hasSenders && $1.hasSenders }
    guard servers.count < 2 || servers[0].hasSenders != servers[1].hasSenders else {
      isOver = true
      let alone = vocabularies.filter { !$0.hasSenders }.map(\.server)
      return report(
        header.servers[1], in: header.serverLine, "two servers must be \(alone.joined(by: "or")) and one of the others")
    }
    let words = VocabularyIndex(servers)
    self.words = words
    flows = [Flow(name: "main", mark: nil, statements: [], position: header.position)]
    if let profileLine = header.profileLine {
      line = profileLine
      profileStatement(words.vocabulary)
    }
    declareParties(words)
  }

  /// The server of that name; if there is none, reports that.
  private mutating func server(_ range: Range<Int>) -> Vocabulary? {
    let name = source.text(range)
    if let server = vocabularies.first(where: { $0.server == name }) { return server }
    let names = vocabularies.map(\.server)
    let suggestion = Suggestion.near(name, names, otherwise: "known: " + names.joined(by: "or"))
    report(range, in: header.serverLine, "unknown server \(shown(range))", suggestion)
    return nil
  }

  /// `profile [NAME] [option=value …]`
  private mutating func profileStatement(_ vocabulary: Vocabulary) {
    guard split(from: source.firstWord(at: source.firstNonBlank(line, from: line.start), in: line).upperBound) else {
      return
    }
    let end = tokens.last?.end ?? line.end
    let start = source.firstNonBlank(line, from: line.start)
    var profile = ProfileStatement(name: nil, options: [], position: source.position(start..<end, in: line))
    if let first = tokens.first, first.equals == nil, let name = take() {
      let text = source.text(name.range)
      profile.name = text
      if !vocabulary.profiles.contains(text) { reportUnknownProfile(name.range, text, vocabulary) }
    }
    while let token = take() {
      guard let value = option(token, "an option of the profile is written option=value") else { continue }
      guard let choice = vocabulary.profileOptions.first(where: { $0.key == value.key }) else {
        let names = vocabulary.profileOptions.map(\.key)
        report(
          token.key, "unknown option \(shown(token.key)) of the profile",
          .near(value.key, names, otherwise: known(names)))
        continue
      }
      guard isFirst(value, among: profile.options, token) else { continue }
      if !choice.values.contains(value.value) {
        let suggestion = Suggestion.near(value.value, choice.values, otherwise: known(choice.values))
        report(
          token.value ?? token.range, "unknown value \(shown(token.value ?? token.range)) of \(value.key)", suggestion)
      }
      profile.options.append(value)
    }
    header.profile = profile
  }

  private mutating func reportUnknownProfile(_ range: Range<Int>, _ text: String, _ vocabulary: Vocabulary) {
    guard !vocabulary.profiles.isEmpty else {
      return report(range, "\(vocabulary.server) has no profiles")
    }
    report(
      range, "unknown profile \(shown(range))", .near(text, vocabulary.profiles, otherwise: known(vocabulary.profiles)))
  }

  /// Lists the known words, if they are few enough to help.
  func known(_ words: [String]) -> String? {
    words.isEmpty || words.count > 12 ? nil : "known: " + words.joined(by: "or")
  }
}
