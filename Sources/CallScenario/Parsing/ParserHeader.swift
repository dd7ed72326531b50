import CallModel

extension Parser {
  /// What the header has said so far. What depends on `server` is checked when the header ends.
  struct Header {
    /// Whether a first statement has been read, `scenario` or not.
    var isBegun = false
    /// Whether parties may follow that are not read yet, so that none of them is missing.
    var mayGoOn = false
    var isEnded = false
    var title: String?
    var source: String?
    var derived: String?
    var profile: ProfileStatement?
    /// The position of the scenario statement.
    var position = Position(line: 1, column: 1)
    var end = 0
    /// The first line of each header word, in the order of `Keywords.header`. Parties and properties may be repeated.
    var lines = [Int](repeating: 0, count: Keywords.header.count)
    var servers: [Range<Int>] = []
    /// Whether there is a `server` statement that names no known server.
    var hasUnknownServer = false
    var serverLine = SourceText.SourceLine(number: 1, start: 0, end: 0, isASCII: true)
    var profileLine: SourceText.SourceLine?
    var partyLines: [SourceText.SourceLine] = []
    var propertyLines: [SourceText.SourceLine] = []
    /// The parties that are called like a statement, which was allowed before 0.2.
    var partiesNamedAsStatements: [String] = []
    /// Whether there is a party that no `party` statement declares, which is reported.
    var hasUnreadParty = false
    /// Whether a colon after the first word of a statement has been reported: the others are the same mistake.
    var hasReportedColon = false
    /// Whether a statement of the header below its end has been reported: the others there are the same mistake.
    var hasReportedLateStatement = false
  }

  mutating func headerStatement(_ name: String, _ word: Range<Int>) {
    guard !header.isEnded else { return lateHeaderStatement(name, word) }
    above = .header
    let index = Keywords.header.firstIndex(of: name) ?? 0
    let mayRepeat = name == "party" || Keywords.properties.contains(name)
    if !mayRepeat, header.lines[index] > 0 {
      if name == "scenario" { return secondScenario(word) }
      return report(word, "`\(name)` may be written only once: there is one in line \(header.lines[index])")
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
    case "party": remember(party: word)
    default: remember(property: word)
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
    header.hasUnknownServer = true
    guard split(from: word.upperBound) else { return }
    guard let name = take() else {
      return report(
        word.upperBound..<word.upperBound, "the server's name is missing",
        .text(vocabularies.map(\.server).joined(by: "or")))
    }
    header.servers = [name.range]
    header.serverLine = line
    if let second = take() { header.servers.append(second.range) }
    header.hasUnknownServer = next < tokens.count
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
    if let word = Keywords.statementsSince02.first(where: { source.text(token) == $0 }) {
      header.partiesNamedAsStatements.append(word)
    }
    while !token.isEmpty {
      let (key, value) = (token.prefix(3), token.dropFirst(3))
      if source.equal(key, "dn=") { parties.mention(source.text(value)) }
      token = source.firstWord(at: source.firstNonBlank(line, from: token.upperBound), in: line)
    }
  }

  /// Reports a line that is neither a known statement nor an action, and returns true; then the header continues.
  mutating func reportUnknownHeader(_ text: String, _ word: Range<Int>) -> Bool {
    guard !header.isEnded, !mistakes.isFull, !isAction(text, word) else { return false }
    if let near = statement(near: text) {
      guard Keywords.header.contains(near) else { return false }
      report(word, "unknown statement \(shown(word))", .text("did you mean \(near)?"))
      headerStatement(near, word)
      return true
    }
    if reportPartyWithoutStatement(word) { return true }
    guard source.isWord(word), declaredNames.nearest(to: text) == nil, text != "refused" else { return false }
    reportUnknownStatement(word, text)
    above = .reported
    return true
  }

  /// Whether a line that begins with this word is the action of a party, perhaps one that is not declared.
  func isAction(_ text: String, _ word: Range<Int>) -> Bool {
    let second = source.text(source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line))
    return parties.isMentioned(text) || vocabularies.contains { $0.verbs.contains { $0.name == second } }
  }

  /// The statement that a word was probably meant to begin.
  func statement(near text: String) -> String? {
    let word = text.last == ":" ? String(text.dropLast()) : text
    return ForeignNames.ourName(for: word, in: Keywords.statement, as: .statement)
      ?? Keywords.statement.nearest(to: word)
  }

  /// Reports a line that begins with no statement and with no party.
  mutating func reportUnknownStatement(_ word: Range<Int>, _ text: String) {
    if vocabularies.contains(where: { $0.verbs.contains { $0.name == text } }) {
      report(word, "\(text) is a verb: the party that acts comes before it", .text("ACTOR \(text) [TARGET]"))
    } else if vocabularies.contains(where: { $0.messages.contains(text) }) {
      report(
        word, "\(text) is a message: the party that receives it comes before it, and the line is indented",
        .text("    RECIPIENT \(text)"))
    } else if !reportUnmodelled(word, text) {
      report(word, "unknown statement \(shown(word))", .text(Self.beginnings))
    }
  }

  /// The names in the `party` statements above.
  private var declaredNames: [String] {
    header.partyLines.map { line in
      let party = source.firstWord(at: source.firstNonBlank(line, from: line.start), in: line)
      return source.text(source.firstWord(at: source.firstNonBlank(line, from: party.upperBound), in: line))
    }
  }

  // MARK: The end of the header

  /// Checks the header once it is complete. After an unknown server, nothing else can be checked.
  mutating func endHeader() {
    guard !header.isEnded, !isOver else { return }
    header.isEnded = true
    header.end = line.number
    guard !header.hasUnknownServer else {
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
    readProperties()
  }

  /// The server of that name; if there is none, reports that.
  private mutating func server(_ range: Range<Int>) -> Vocabulary? {
    let name = source.text(range)
    if let server = vocabularies.first(where: { $0.server == name }) { return server }
    let names = vocabularies.map(\.server)
    let owners = vocabularies.filter { $0.kinds.contains { $0.name == name } }.map(\.server)
    if !owners.isEmpty, ForeignNames.ourName(for: name, in: names, as: .server) == nil {
      let meant = owners.count == 1 ? "did you mean \(owners[0])? " : ""
      report(
        range, in: header.serverLine,
        "unknown server \(shown(range)): it is a kind of party of \(owners.joined(by: "and"))",
        .text("\(meant)the servers are \(names.joined(by: "and"))"))
      return nil
    }
    let suggestion = Suggestion.near(name, names, as: .server, otherwise: "known: " + names.joined(by: "or"))
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
      if !vocabulary.profiles.contains(text) { reportUnknownProfile(name, text, vocabulary) }
    }
    while let token = take() {
      guard let value = option(token, "an option of the profile is written option=value") else { continue }
      guard let choice = vocabulary.profileOptions.first(where: { $0.key == value.key }) else {
        let names = vocabulary.profileOptions.map(\.key)
        report(
          token.key, "unknown option \(shown(token.key)) of the profile",
          .near(value.key, names, otherwise: known(names, or: "profile")))
        continue
      }
      guard checkFirst(value, among: profile.options, token) else { continue }
      if !choice.values.contains(value.value) {
        let suggestion = Suggestion.near(
          value.value, choice.values, otherwise: "write \(choice.values.joined(by: "or"))")
        report(
          token.value ?? token.range, "unknown value \(shown(token.value ?? token.range)) of \(value.key)", suggestion)
      }
      profile.options.append(value)
    }
    header.profile = profile
  }

  private mutating func reportUnknownProfile(_ token: Token, _ text: String, _ vocabulary: Vocabulary) {
    let range = token.range
    if let option = vocabulary.profileOptions.first(where: { $0.key == text }) {
      let value = next < tokens.count && tokens[next].equals == nil ? take().map { shown($0.range) } : nil
      return report(
        range, "\(text) is an option of the profile: it takes a value after =",
        .text("profile \(text)=\(value ?? option.values.last ?? "VALUE")"))
    }
    guard !vocabulary.profiles.isEmpty else {
      return report(range, "\(vocabulary.server) has no profiles")
    }
    report(
      range, "unknown profile \(shown(range))", .near(text, vocabulary.profiles, otherwise: known(vocabulary.profiles)))
  }

}
