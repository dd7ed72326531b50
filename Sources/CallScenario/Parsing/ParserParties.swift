import CallModel

/// The parties of a scenario, found by name and by DN.
struct Parties {
  private(set) var list: [Scenario.Party] = []
  /// In the order of the file, for suggestions.
  private(set) var names: [String] = []
  /// Names and DNs together: a name must not be another party's DN.
  private var indices: [Text: Int] = [:]
  /// Names in statements with mistakes: to use them is no further mistake.
  private var ignored: Set<Text> = []
  /// How many `party` statements have no name, so that the uses of as many other names are no further mistakes.
  var nameless = 0
  /// Everything in the header in the place of a name or DN, right or wrong.
  private var mentioned: Set<Text> = []
  /// The names and DNs of `party` statements below the header; nil until a mistake asks for them.
  var below: [(name: String, line: Int)]?

  func index(_ name: String) -> Int? { indices[Text(name)] }

  func isIgnored(_ name: String) -> Bool { ignored.contains(Text(name)) }

  func isMentioned(_ name: String) -> Bool { mentioned.contains(Text(name)) }

  mutating func ignoreUses(of name: String) { ignored.insert(Text(name)) }

  /// Whether the name may be that of a `party` statement without a name; all further uses of it are ignored.
  mutating func isNameless(_ name: String) -> Bool {
    guard nameless > 0 else { return false }
    nameless -= 1
    ignoreUses(of: name)
    return true
  }

  mutating func mention(_ name: String) { mentioned.insert(Text(name)) }

  mutating func append(_ party: Scenario.Party) {
    indices[Text(party.name)] = list.count
    indices[Text(party.dn)] = list.count
    names.append(party.name)
    list.append(party)
  }

  mutating func setValue(_ value: String, ofOption option: Int, party: Int) {
    list[party].options[option].value = value
  }
}

extension Parser {
  /// An option that names a party, which may be declared later.
  private struct Reference {
    var party: Int
    var option: Int
    var kind: String
    var range: Range<Int>
    var line: SourceText.SourceLine
  }

  mutating func declareParties(_ words: VocabularyIndex) {
    var references: [Reference] = []
    for partyLine in header.partyLines {
      line = partyLine
      partyStatement(words, &references)
    }
    if header.mayGoOn { return }
    for reference in references { check(reference) }
    reportMissingParties(words.vocabulary)
  }

  /// `party NAME KIND [KIND] [key=value …]`
  private mutating func partyStatement(_ words: VocabularyIndex, _ references: inout [Reference]) {
    let word = source.firstWord(at: source.firstNonBlank(line, from: line.start), in: line)
    guard split(from: word.upperBound) else { return ignoreUsesOfFirstWord(after: word) }
    guard let name = take() else {
      parties.nameless += 1
      return report(word.upperBound..<word.upperBound, "the party's name is missing", .text("party NAME KIND"))
    }
    let text = source.text(name.range)
    if let value = name.value, !value.isEmpty {
      let (key, kind) = (source.text(name.key), source.text(value))
      parties.ignoreUses(of: key)
      return report(name.range, "a blank stands between a party's name and its kind", .text("party \(key) \(kind)"))
    }
    guard let kindToken = take() else {
      parties.ignoreUses(of: text)
      let suggestion = known(words.vocabulary.kinds.map(\.name)) ?? "party NAME KIND"
      return report(afterLast, "the kind of \(shown(name.range)) is missing", .text(suggestion))
    }
    let kinds = kinds(kindToken, words)
    var party = Scenario.Party(
      name: text, dn: text,
      kinds: kinds.isEmpty ? words.vocabulary.kinds.filter { $0.name == source.text(kindToken.range) } : kinds,
      options: [],
      position: source.position(word.lowerBound..<(tokens.last ?? name).end, in: line))
    var dnRange = name.range
    var dn: Option?
    var referenced: [Reference] = []
    while let token = take() {
      if token.equals == nil, token.range.allSatisfy({ source.bytes[$0].isDigit }) {
        report(
          token.range, "unexpected \(shown(token.range)): after the kind come options: key=value",
          .text("a DN is written dn=\(shown(token.range))"))
        continue
      }
      guard var option = option(token, "after the kind come options: key=value") else { continue }
      if option.key == "dn" {
        guard checkFirst(option, among: dn.map { [$0] } ?? [], token) else { continue }
        dn = option
        party.dn = option.value
        dnRange = token.value ?? token.range
      } else if !kinds.isEmpty {
        guard let known = kinds.flatMap(\.options).first(where: { $0.key == option.key }) else {
          let keys = kinds.flatMap(\.options).map(\.key) + ["dn"]
          let suggestion = Suggestion.near(option.key, keys, as: .option, otherwise: self.known(keys))
          report(
            token.key, "unknown option \(shown(token.key)) of \(party.kindNames.withArticle)", suggestion)
          continue
        }
        guard checkFirst(option, among: party.options, token) else { continue }
        let range = token.value ?? token.range
        switch known.value {
        case .party(let kind):
          referenced.append(
            Reference(party: parties.list.count, option: party.options.count, kind: kind, range: range, line: line))
        case .attribute(let values):
          guard
            let value = value(
              .init(text: option.value, range: range, isQuoted: false), of: .init(name: option.key, values: values))
          else { continue }
          option.value = value
        case .place(let words):
          guard checkPlace(option.value, words, range) else { continue }
        }
        party.options.append(option)
      }
    }
    guard checkNames(of: party, name.range, dnRange) else {
      parties.ignoreUses(of: party.name)
      parties.ignoreUses(of: party.dn)
      return
    }
    for kind in kinds where number(of: kind) >= kind.number.upperBound {
      report(kindToken.range, "there cannot be another \(kind.name)")
    }
    parties.append(party)
    references += referenced
  }

  private func number(of kind: Vocabulary.Kind) -> Int { parties.list.count { $0.isOfKind(kind.name) } }

  /// Checks that a value is a place, `queue:Support`; if not, reports that.
  private mutating func checkPlace(_ value: String, _ words: [String], _ range: Range<Int>) -> Bool {
    let name = StringTable.place(value)
    if words.contains(where: { Text("\($0):\(name)") == Text(value) }), !name.isEmpty { return true }
    report(range, "\(shown(range)) is not a place", .text(words.map { $0 + ":NAME" }.joined(by: "or")))
    return false
  }

  /// Reports the kinds of parties that the server needs and the scenario lacks.
  private mutating func reportMissingParties(_ vocabulary: Vocabulary) {
    // A party that could not be read may have been the missing one.
    guard parties.list.count == header.partyLines.count, !header.hasUnreadParty else { return }
    guard parties.list.allSatisfy({ !$0.kinds.isEmpty }) else { return }
    for kind in vocabulary.kinds where number(of: kind) < kind.number.lowerBound {
      let server = words?.servers.first { $0.knows(kind) }?.server ?? vocabulary.server
      report(
        header.servers.last ?? 0..<0, in: header.serverLine,
        "there is no \(kind.name), and \(server) needs one",
        .text("party NAME \(kind.name)"))
    }
  }

  /// The party's kind; with two servers it may have one at each.
  private mutating func kinds(_ token: Token, _ words: VocabularyIndex) -> [Vocabulary.Kind] {
    guard let kind = kind(token, words.vocabulary) else { return [] }
    guard words.servers.count > 1, next < tokens.count, tokens[next].equals == nil, let token = take() else {
      return [kind]
    }
    guard let second = self.kind(token, words.vocabulary) else { return [] }
    if words.servers.contains(where: { $0.knows(kind) != $0.knows(second) }) { return [kind, second] }
    report(
      token.range,
      "\(kind.name.withArticle) cannot be \(second.name.withArticle) too: at each server a party has one kind")
    return [kind]
  }

  private mutating func kind(_ token: Token, _ vocabulary: Vocabulary) -> Vocabulary.Kind? {
    let text = source.text(token.range)
    if let kind = vocabulary.kinds.first(where: { $0.name == text }) { return kind }
    let names = vocabulary.kinds.map(\.name)
    if token.equals != nil {
      report(token.range, "the party's kind comes before its options", .text("party NAME KIND \(shown(token.range))"))
    } else {
      reportUnknownKind(token, text, names)
    }
    return nil
  }

  private mutating func reportUnknownKind(_ token: Token, _ text: String, _ names: [String]) {
    // The word before it should be the party's name.
    let name = next > 1 ? source.text(tokens[next - 2].range) : ""
    if next == 2, names.contains(name) {
      parties.ignoreUses(of: text)
      return report(
        tokens[0].start..<token.end, "the party's name comes before its kind",
        .text("party \(shown(token.range)) \(name)"))
    }
    if next == 2, next < tokens.count, names.contains(source.text(tokens[next].range)) {
      let kind = source.text(tokens[next].range)
      next += 1
      parties.ignoreUses(of: text)
      return report(
        tokens[0].start..<token.end, "a party's name is one word",
        .text("party \(name)-\(shown(token.range)) \(kind)"))
    }
    reportUnknown(.kind, token.range, text, among: names) { $0.kinds.map(\.name) }
  }

  /// Checks that name and DN are words and not taken; if not, reports that.
  private mutating func checkNames(of party: Scenario.Party, _ name: Range<Int>, _ dn: Range<Int>) -> Bool {
    guard source.isWord(name) else {
      let within = wordWithin(name)
      if let within { parties.ignoreUses(of: within) }
      for piece in wordsWithin(name) { parties.ignoreUses(of: piece) }
      if let latin = party.name.withoutLookAlikes { parties.ignoreUses(of: latin) }
      _ = checkWord(name, "the party's name", .text(within.map { "party \($0) \(party.kindNames)" }))
      return false
    }
    if Keywords.reserved.contains(party.name) {
      report(name, "\(party.name) is a reserved word: no party can have this name")
      return false
    }
    if Keywords.reservedForParties.contains(party.name) {
      report(
        name, "since 0.2 \(party.name) is a word of the language: no party can have this name",
        .text(
          "give it another name, and dn= keeps the number: party NAME "
            + "\(party.kinds.isEmpty ? "KIND" : party.kindNames) dn=\(party.dn)"))
      return false
    }
    if let other = parties.index(party.name).map({ parties.list[$0] }) {
      let what =
        other.name == party.name
        ? "there is already a party \(shown(name))" : "\(shown(name)) is the DN of \(other.name)"
      report(name, "\(what), in line \(other.position.line)")
      return false
    }
    if let other = parties.index(party.dn).map({ parties.list[$0] }) {
      let what =
        Text(other.name) == Text(party.dn)
        ? "\(shown(dn)) is the name of another party" : "\(shown(dn)) is the DN of \(other.name)"
      report(dn, "\(what), in line \(other.position.line)")
      return false
    }
    return true
  }

  private mutating func check(_ reference: Reference) {
    let option = parties.list[reference.party].options[reference.option]
    guard let index = parties.index(option.value) else {
      guard !parties.isIgnored(option.value), !parties.isNameless(option.value) else { return }
      let names = parties.list.filter { $0.isOfKind(reference.kind) }.map(\.name)
      let suggestion = Suggestion.near(
        option.value, names,
        otherwise:
          "\(option.key) names \(reference.kind.withArticle): party \(shown(reference.range)) \(reference.kind)")
      return report(reference.range, in: reference.line, "unknown party \(shown(reference.range))", suggestion)
    }
    let named = parties.list[index]
    // What a party of an unknown kind is good for is unknown too.
    if !named.kinds.isEmpty, !named.isOfKind(reference.kind) {
      let message =
        "\(named.name) is \(named.kindNames.withArticle): "
        + "\(option.key) names \(reference.kind.withArticle)"
      report(reference.range, in: reference.line, message)
    }
    parties.setValue(named.name, ofOption: reference.option, party: reference.party)
  }

  /// A line that cannot be split still declares its party.
  private mutating func ignoreUsesOfFirstWord(after word: Range<Int>) {
    let name = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
    parties.ignoreUses(of: source.text(name))
  }
}
