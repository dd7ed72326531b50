/// The parties of a scenario, found by name and by DN.
struct Parties {
  private(set) var list: [Participant] = []
  /// In the order of the file, for suggestions.
  private(set) var names: [String] = []
  /// Names and DNs together: a name is never another party's DN.
  private var indices: [Text: Int] = [:]
  /// What a mistake has already been reported about: using it is no second one.
  private var forgiven: Set<Text> = []
  /// What stands where a name or DN stands in the header, right or wrong.
  private var mentioned: Set<Text> = []

  func index(_ name: String) -> Int? { indices[Text(name)] }

  func isForgiven(_ name: String) -> Bool { forgiven.contains(Text(name)) }

  func isMentioned(_ name: String) -> Bool { mentioned.contains(Text(name)) }

  mutating func forgive(_ name: String) { forgiven.insert(Text(name)) }

  mutating func mention(_ name: String) { mentioned.insert(Text(name)) }

  mutating func append(_ party: Participant) {
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
    var line: SourceText.Line
  }

  mutating func declareParties(_ words: Words) {
    var references: [Reference] = []
    for partyLine in header.partyLines {
      line = partyLine
      partyStatement(words, &references)
    }
    for reference in references { judge(reference, words.vocabulary) }
    missParties(words.vocabulary)
  }

  /// `party NAME KIND [KIND] [key=value …]`
  private mutating func partyStatement(_ words: Words, _ references: inout [Reference]) {
    let word = source.firstWord(at: source.firstNonBlank(line, from: line.start), in: line)
    guard split(from: word.upperBound) else { return forgiveFirstWord(after: word) }
    guard let name = take() else {
      return report(word.upperBound..<word.upperBound, "the party's name is missing", .text("party NAME KIND"))
    }
    let text = source.text(name.range)
    guard let kindToken = take() else {
      parties.forgive(text)
      let hint = known(words.vocabulary.kinds.map(\.name)) ?? "party NAME KIND"
      return report(afterLast, "the kind of \(shown(name.range)) is missing", .text(hint))
    }
    let kinds = kinds(kindToken, words)
    var party = Participant(
      name: text, dn: text, kinds: kinds.isEmpty ? [source.text(kindToken.range)] : kinds.map(\.name), options: [],
      position: source.position(word.lowerBound..<(tokens.last ?? name).end, in: line))
    var dnRange = name.range
    var dn: Option?
    var referenced: [Reference] = []
    while let token = take() {
      guard var option = option(token, "behind the kind stand options: key=value") else { continue }
      if option.key == "dn" {
        guard isFirst(option, among: dn.map { [$0] } ?? [], token) else { continue }
        dn = option
        party.dn = option.value
        dnRange = token.value ?? token.range
      } else if !kinds.isEmpty {
        guard let known = kinds.flatMap(\.options).first(where: { $0.key == option.key }) else {
          let keys = kinds.flatMap(\.options).map(\.key) + ["dn"]
          let hint = Hint.near(option.key, keys, otherwise: self.known(keys))
          report(
            token.key, "unknown option \(shown(token.key)) of \(withArticle(party.kinds.joined(separator: " ")))", hint)
          continue
        }
        guard isFirst(option, among: party.options, token) else { continue }
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
          guard isPlace(option.value, words, range) else { continue }
        }
        party.options.append(option)
      }
    }
    guard isFree(party, name.range, dnRange) else {
      parties.forgive(party.name)
      parties.forgive(party.dn)
      return
    }
    for kind in kinds where number(of: kind) >= kind.number.upperBound {
      report(kindToken.range, "there can be no further \(kind.name)")
    }
    parties.append(party)
    references += referenced
  }

  private func number(of kind: Vocabulary.Kind) -> Int { parties.list.count { $0.kinds.contains(kind.name) } }

  /// `queue:Support`
  private mutating func isPlace(_ value: String, _ words: [String], _ range: Range<Int>) -> Bool {
    let name = Texts.place(value)
    if words.contains(where: { Text("\($0):\(name)") == Text(value) }), !name.isEmpty { return true }
    report(range, "\(shown(range)) is no place", .text(alternatives(words.map { $0 + ":NAME" })))
    return false
  }

  /// Whom a scenario of the server cannot do without.
  private mutating func missParties(_ vocabulary: Vocabulary) {
    // What could not be read may have been it.
    guard parties.list.count == header.partyLines.count else { return }
    guard parties.list.allSatisfy({ words?.kinds(of: $0).isEmpty == false }) else { return }
    for kind in vocabulary.kinds where number(of: kind) < kind.number.lowerBound {
      let server = words?.servers.first { $0.knows(kind) }?.server ?? vocabulary.server
      report(
        header.servers.last ?? 0..<0, in: header.serverLine,
        "there is no \(kind.name), without which \(server) can do nothing",
        .text("party NAME \(kind.name)"))
    }
  }

  /// What the party is: one thing, or at two servers two.
  private mutating func kinds(_ token: Token, _ words: Words) -> [Vocabulary.Kind] {
    guard let kind = kind(token, words.vocabulary) else { return [] }
    guard words.servers.count > 1, next < tokens.count, tokens[next].equals == nil, let token = take() else {
      return [kind]
    }
    guard let second = self.kind(token, words.vocabulary) else { return [] }
    if words.servers.contains(where: { $0.knows(kind) != $0.knows(second) }) { return [kind, second] }
    report(token.range, "\(withArticle(kind.name)) is no \(second.name) as well: at each server a party is one thing")
    return [kind]
  }

  private mutating func kind(_ token: Token, _ vocabulary: Vocabulary) -> Vocabulary.Kind? {
    let text = source.text(token.range)
    if let kind = vocabulary.kinds.first(where: { $0.name == text }) { return kind }
    let names = vocabulary.kinds.map(\.name)
    if token.equals != nil {
      report(token.range, "the party's kind stands before its options", .text("party NAME KIND \(shown(token.range))"))
    } else {
      report(token.range, "unknown kind \(shown(token.range))", .near(text, names, otherwise: known(names)))
    }
    return nil
  }

  /// Whether name and DN are a word that is not taken.
  private mutating func isFree(_ party: Participant, _ name: Range<Int>, _ dn: Range<Int>) -> Bool {
    guard isWord(name, "the party's name") else { return false }
    if reservedWords.contains(party.name) {
      report(name, "\(party.name) is a word of the language: no party is called so")
      return false
    }
    if let other = parties.index(party.name).map({ parties.list[$0] }) {
      let what =
        other.name == party.name
        ? "there is a party \(shown(name)) already" : "\(shown(name)) is the DN of \(other.name)"
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

  private mutating func judge(_ reference: Reference, _ vocabulary: Vocabulary) {
    let option = parties.list[reference.party].options[reference.option]
    guard let index = parties.index(option.value) else {
      guard !parties.isForgiven(option.value) else { return }
      let names = parties.list.filter { $0.kinds.contains(reference.kind) }.map(\.name)
      let hint = Hint.near(option.value, names, otherwise: "\(option.key) names \(withArticle(reference.kind))")
      return report(reference.range, in: reference.line, "unknown party \(shown(reference.range))", hint)
    }
    let named = parties.list[index]
    // What a party of an unknown kind is good for is unknown too.
    if !named.kinds.contains(reference.kind), vocabulary.kinds.contains(where: { named.kinds.contains($0.name) }) {
      let message =
        "\(named.name) is \(withArticle(named.kinds.joined(separator: " "))): "
        + "\(option.key) names \(withArticle(reference.kind))"
      report(reference.range, in: reference.line, message)
    }
    parties.setValue(named.name, ofOption: reference.option, party: reference.party)
  }

  /// A line that cannot be split declares its party all the same.
  private mutating func forgiveFirstWord(after word: Range<Int>) {
    let name = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
    parties.forgive(source.text(name))
  }
}
