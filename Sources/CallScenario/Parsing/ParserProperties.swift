import CallModel

/// Properties: statements of the header that are read once its parties are known.
extension Parser {
  /// A word of a property and what stands between it and the next one.
  private struct PropertyPart {
    let word: Token
    let event: ArraySlice<Token>
  }

  /// Keeps a property's line for the end of the header.
  mutating func remember(property word: Range<Int>) {
    guard header.propertyLines.count < Limits.properties else {
      isOver = true
      return report(word, "more than \(Limits.properties) properties")
    }
    header.propertyLines.append(line)
  }

  /// Reads the properties of the header.
  mutating func readProperties() {
    for propertyLine in header.propertyLines {
      line = propertyLine
      if let property = property() { properties.append(property) }
    }
  }

  /// `never P [before Q]`, `always after P eventually Q [or Q …]` or `sometimes P`; nil, with a report, for a mistake.
  mutating func property() -> Property? {
    let before = mistakes.total
    guard split(from: source.firstNonBlank(line, from: line.start)), !tokens.isEmpty else { return nil }
    isProperty = true
    let merged = words
    // Only the first of two servers is explored.
    if let servers = merged?.servers, servers.count > 1 { words = VocabularyIndex([servers[0]]) }
    defer {
      isProperty = false
      words = merged
    }
    let words = tokens
    var events: [ExpectedMessage] = []
    for part in parts(of: words) {
      guard part.event.isEmpty else {
        if let event = event(of: part, nextTo: merged?.servers.dropFirst().first) { events.append(event) }
        continue
      }
      if !source.equal(part.word.range, "always") { reportMissingEvent(after: part.word) }
    }
    tokens = words
    guard mistakes.total == before, let claim = claim(source.text(words[0].range), events) else { return nil }
    return Property(
      claim: claim, text: words.map { source.text($0.range) }.joined(separator: " "),
      position: source.position(wholeStatement, in: line))
  }

  private func claim(_ word: String, _ events: [ExpectedMessage]) -> Property.Claim? {
    guard let first = events.first else { return nil }
    return switch word {
    case "never": .never(first, before: events.dropFirst().first)
    case "always": .always(after: first, eventually: Array(events.dropFirst()))
    default: .sometimes(first)
    }
  }

  // MARK: Parts

  /// How the statements are written, with the words that may follow each other.
  private static let forms = [
    "never": "never RECIPIENT MESSAGE [before RECIPIENT MESSAGE]",
    "always": "always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]",
    "sometimes": "sometimes RECIPIENT MESSAGE",
  ]

  /// The words that may follow the event of a word.
  private static func followers(of word: String) -> [String] {
    switch word {
    case "never": ["before"]
    case "always": ["after"]
    case "after": ["eventually"]
    case "eventually", "or": ["or"]
    default: []
    }
  }

  /// The parts of a statement up to the first that is out of place; that, or a missing part, is reported.
  private mutating func parts(of words: [Token]) -> [PropertyPart] {
    let form = Parser.forms[source.text(words[0].range)] ?? ""
    var parts: [PropertyPart] = []
    var (word, name, start) = (words[0], source.text(words[0].range), 1)
    for (index, token) in words.enumerated().dropFirst() {
      guard let next = propertyWord(token, afterEventOf: index - start) else { continue }
      if name == "always", index > start || next.name != "after" { break }
      guard Parser.followers(of: name).contains(next.name) else {
        report(token.range, "unexpected `\(next.name)`", .text(form))
        return parts
      }
      if next.isMisspelled {
        report(token.range, "unknown word \(shown(token.range))", .text("did you mean \(next.name)?"))
      }
      parts.append(PropertyPart(word: word, event: words[start..<index]))
      (word, name, start) = (token, next.name, index + 1)
      if name == "or", parts.count > Limits.alternatives + 1 {
        report(token.range, "more than \(Limits.alternatives) messages after `eventually`")
        return parts
      }
    }
    let rest = words[start...]
    if name == "always" {
      let range = rest.first?.range ?? word.end..<word.end
      report(range, "`after` is missing after `always`", .text(form))
    } else {
      parts.append(PropertyPart(word: word, event: rest))
      if name == "after", !rest.isEmpty {
        let end = rest.last?.end ?? word.end
        report(end..<end, "`eventually` is missing", .text(form))
      }
    }
    return parts
  }

  /// The word of the language that a token is, or, behind a recipient and a message, the one that was probably meant.
  private func propertyWord(_ token: Token, afterEventOf count: Int) -> (name: String, isMisspelled: Bool)? {
    guard token.equals == nil else { return nil }
    let text = source.text(token.range)
    let words = ["before", "after", "eventually", "or"]
    if words.contains(text) { return (text, false) }
    guard count >= 2, source.isWord(token.range) else { return nil }
    let near = words.first { Text.areSameWord($0, text) } ?? ["before", "eventually"].nearest(to: text)
    return near.map { ($0, true) }
  }

  // MARK: Events

  private mutating func reportMissingEvent(after word: Token) {
    report(
      word.end..<word.end, "the message after `\(source.text(word.range))` is missing",
      .text("write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]"))
  }

  /// The event of a part; `other` is the server that is not explored, if there are two.
  private mutating func event(of part: PropertyPart, nextTo other: Vocabulary?) -> ExpectedMessage? {
    tokens = Array(part.event)
    next = 0
    guard let first = take() else { return nil }
    if source.equal(first.range, "refused") || source.equal(first.range, "...") {
      report(
        first.range, "`\(source.text(first.range))` is no message: a property is about a message",
        .text("write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]"))
      return nil
    }
    if let other, let words, next < tokens.count {
      let name = source.text(tokens[next].range)
      if other.messages.contains(name), !words.isMessage(name) {
        report(
          tokens[next].range,
          "\(name) is a message of \(other.server): properties are about \(words.vocabulary.server), which is explored")
        return nil
      }
    }
    let event = message(first)
    if let token = tokens.dropFirst(2).first(where: { Parser.unfollowed.contains(name(of: $0)) }) {
      report(
        token.range, "no property can be about \(name(of: token)): explore does not follow it",
        .text("it follows what tables list; leave it out, and end with ..."))
    }
    return event
  }

  /// The name of the attribute that a token is about.
  private func name(of token: Token) -> String {
    source.text(source.bytes[token.start] == .exclamation ? token.start + 1..<token.end : token.key)
  }

  /// What is not part of a state: two states that differ only in this are the same.
  private static let unfollowed: Set<String> = [
    "CallType", "CallID", "CallUUID", "ANI", "DNIS", "ReferenceID", "ReferenceId", "ReqId", "Reasons", "Extensions",
    "UserData", "EventSequenceNumber",
  ]
}

extension Property {
  /// Parses a property of this scenario's parties, written as in a header: `never A EventReleased ...`.
  ///
  /// - Throws: The mistakes of the text, with `path` as the name of its file.
  public init(parsing text: String, in scenario: Scenario, path: String = "property") throws(Mistakes) {
    self = try Property.parse(text, in: scenario, path: path).property
  }

  /// Parses a property; the warnings are about what it may not mean as it says it.
  package static func parse(
    _ text: String, in scenario: Scenario, path: String
  ) throws(Mistakes) -> (property: Property, warnings: [Diagnostic]) {
    var parser = Parser(below: scenario, path: path)
    guard let property = try parser.parseProperty(text) else { throw Mistakes(diagnostics: []) }
    return (property, parser.warnings.list.shown)
  }
}

extension Parser {
  fileprivate mutating func parseProperty(_ text: String) throws(Mistakes) -> Property? {
    let what = "write never …, always after … or sometimes …"
    var property: Property?
    try parseOne(of: text, missing: "the property is missing", what, several: "write one property") { parser in
      let start = parser.source.firstNonBlank(parser.line, from: parser.line.start)
      let word = parser.source.firstWord(at: start, in: parser.line)
      let first = parser.source.text(word)
      guard Keywords.properties.contains(first) else {
        return parser.report(
          word, "\(parser.shown(word)) does not begin a property", .near(first, Keywords.properties, otherwise: what))
      }
      property = parser.property()
    }
    return property
  }
}
