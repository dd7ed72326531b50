import CallModel

/// The expectations of the last action, as far as they have been read.
struct Expected {
  var messages: [ExpectedMessage] = []
  var isOpen = false
  var refused: (text: String?, position: Position)?
  /// Whether a line that must not follow `refused` or `...` has already been reported.
  var hasReportedExtraLine = false

  var expectation: Expectation {
    if let refused { return .refused(refused.text, refused.position) }
    return .messages(messages, isOpen: isOpen)
  }
}

extension Parser {
  /// Reads an indented line by its first word.
  mutating func indented(_ word: Range<Int>) {
    guard checkIndent(word) else { return }
    if source.equal(word, "refused") { return refusal(word) }
    guard split(from: word.lowerBound) else { return }
    if let ellipsis = takesEllipsis() { return furtherMessages(ellipsis) }
    guard let first = take() else { return }
    if expected.refused != nil { return reportExtraLine(first.range, "`refused` must be alone under its action") }
    if expected.isOpen { return reportExtraLine(first.range, "`...` must be the last line under its action") }
    if let message = message(first) { expected.messages.append(message) }
  }

  /// Checks that there is an action above; if not, reports that once.
  private mutating func checkIndent(_ word: Range<Int>) -> Bool {
    switch above {
    case .action: return true
    case .reported: return false
    case .nothing:
      header.isBegun = true
      report(word, "a file begins with `scenario TITLE`")
    case .header:
      report(
        word, "nothing is indented in the header: expectations go under their action",
        .text("if this is a statement or an action, begin it in column 1"))
    case .mark: report(word, "expectations go under their action, not under a mark")
    case .wait:
      report(
        word, "expectations go under their action, not under a `wait`: nothing is sent while time passes",
        .text("move the line above the `wait`, under its action"))
    case .flow: report(word, "expectations go under an action, and this flow has none yet")
    }
    above = .reported
    return false
  }

  private mutating func reportExtraLine(_ range: Range<Int>, _ message: String) {
    if !expected.hasReportedExtraLine { report(range, message) }
    expected.hasReportedExtraLine = true
  }

  // MARK: Lines without a message

  /// `refused [TEXT]`
  private mutating func refusal(_ word: Range<Int>) {
    if expected.refused != nil || expected.isOpen || !expected.messages.isEmpty {
      return reportExtraLine(word, "`refused` must be alone under its action")
    }
    expected.refused = (nil, source.position(word, in: line))
    let first = source.firstNonBlank(line, from: word.upperBound)
    guard first < line.end, source.bytes[first] == .quote else {
      let text = source.freeText(from: word.upperBound, in: line)
      if !text.isEmpty { setReason(source.text(text), word.lowerBound..<text.upperBound) }
      return
    }
    guard split(from: first), let token = take() else { return }
    guard token.start == first, source.endOfQuote(at: first, before: token.end) == token.end else {
      return report(token.range, "the text after `refused` must be quoted as a whole, or not begin with a quote")
    }
    expectEnd("the text after `refused` ends with its quote")
    guard let text = unquoted(token.range) else { return }
    guard !text.isEmpty else { return report(token.range, "the text after `refused` is empty") }
    setReason(text, word.lowerBound..<token.end)
  }

  private mutating func setReason(_ text: String, _ range: Range<Int>) {
    expected.refused = (text, source.position(range, in: line))
  }

  /// `...`
  private mutating func furtherMessages(_ token: Token) {
    expectEnd("`...` must be alone, or at the end of a message")
    if expected.refused != nil { return reportExtraLine(token.range, "`refused` must be alone under its action") }
    if expected.isOpen { return reportExtraLine(token.range, "`...` may be written only once under its action") }
    expected.isOpen = true
  }

  // MARK: Messages

  /// `RECIPIENT MESSAGE [Attribute=pattern …] [...]`
  mutating func message(_ first: Token) -> ExpectedMessage? {
    guard let words else { return nil }
    var text = source.text(first.range)
    var first = first
    var recipient = parties.index(text)
    if recipient == nil {
      guard let better = self.recipient(after: first, text, words) else { return nil }
      first = better
      text = source.text(first.range)
      recipient = parties.index(text)
    }
    guard let token = take() else {
      report(afterLast, "the message that \(shown(first.range)) receives is missing")
      return nil
    }
    let name = source.text(token.range)
    let isKnown = words.isMessage(name)
    if !isKnown { reportUnknownMessage(token, name, words) }
    let before = mistakes.total
    let (attributes, isOpen) = attributes(words)
    if words.vocabulary.hasSenders, isKnown, !words.isUnsigned(name), mistakes.total == before,
      !attributes.contains(where: { $0.name == "from" })
    {
      report(token.range, "\(name) needs a sender", .text("from=NAME"))
    }
    // Without a recipient, a mistake has been reported, and the message is never used.
    return ExpectedMessage(
      recipient: recipient ?? 0, name: name, attributes: attributes, isOpen: isOpen,
      position: source.position(first.start..<token.end, in: line))
  }

  /// What to read as the recipient after a first word that is not a party, which is reported; nil if the line is not
  /// worth reading.
  private mutating func recipient(after first: Token, _ text: String, _ words: VocabularyIndex) -> Token? {
    let second = next < tokens.count ? tokens[next] : nil
    if let second, parties.index(source.text(second.range)) != nil {
      if words.isMessage(text) {
        report(
          first.start..<second.end, "the recipient comes before the message",
          .text("\(shown(second.range)) \(text)"))
        return nil
      }
      if next + 1 < tokens.count, words.isMessage(source.text(tokens[next + 1].range)) {
        report(first.range, "unexpected \(shown(first.range)): an expectation begins with its recipient")
        return take()
      }
    }
    if Text.areSameWord(text, "refused") || ["refused"].nearest(to: text) != nil {
      report(first.range, "unknown word \(shown(first.range))", .text("did you mean refused?"))
      return nil
    }
    reportUnknownParty(first.range, text)
    guard let second else { return nil }
    return words.isMessage(source.text(second.range)) ? first : nil
  }

  private mutating func reportUnknownMessage(_ token: Token, _ name: String, _ words: VocabularyIndex) {
    if words.verb(name) != nil {
      report(token.range, "\(name) is a verb, not a message: actions begin in column 1")
    } else if token.equals != nil || name == "..." {
      report(token.range, "the message is missing before \(shown(token.range))")
    } else {
      guard !parties.isIgnored(name) else { return }
      let arguments = mistakes.isFull ? [] : words.vocabulary.messages.filter { $0.hasPrefix(name + "(") }
      reportUnknown(
        .message, token.range, name, among: words.vocabulary.messages,
        otherwise: arguments.isEmpty ? nil : known(arguments)
      ) { $0.messages }
    }
  }

  /// Takes the next token if it is `...`, or dots that were meant to be; reports those.
  private mutating func takesEllipsis() -> Token? {
    if let token = takes("...") { return token }
    guard let token = takes("…") ?? takes("..") ?? takes("....") else { return nil }
    report(token.range, "\(shown(token.range)) is not `...`", .text("write three dots: ..."))
    return token
  }

  private mutating func attributes(_ words: VocabularyIndex) -> ([ExpectedAttribute], isOpen: Bool) {
    var attributes: [ExpectedAttribute] = []
    while next < tokens.count {
      if takesEllipsis() != nil {
        expectEnd("`...` ends a message")
        return (attributes, true)
      }
      guard let token = take(), let attribute = attribute(token, words) else { continue }
      if attributes.contains(where: { $0.name == attribute.name }) {
        report(token.range, "\(attribute.name) is written twice")
      } else {
        attributes.append(attribute)
      }
    }
    return (attributes, false)
  }

  /// `"!" , word | word , "=" , pattern`
  private mutating func attribute(_ token: Token, _ words: VocabularyIndex) -> ExpectedAttribute? {
    let isAbsent = source.bytes[token.start] == .exclamation
    if source.bytes[token.end - 1] == .comma, reportListWithCommas(token, words) { return nil }
    if token.equals == nil ? !isAbsent : token.equals == token.end - 1, reportBlanksAroundEquals(token) { return nil }
    let key = isAbsent ? token.start + 1..<token.key.upperBound : token.key
    let name = source.text(key)
    let isSender = words.vocabulary.hasSenders && name == "from"
    let known = words.attribute(name)
    guard known != nil || isSender else {
      reportUnknownAttribute(token, key, name, words)
      return nil
    }
    let position = source.position(token.range, in: line)
    if isAbsent {
      if token.equals != nil {
        report(token.range, "!\(name) means that the attribute is absent, and takes no value")
        return nil
      }
      if !isSender { return ExpectedAttribute(name: name, pattern: .absent, position: position) }
    }
    guard let value = token.value, !isAbsent else {
      let message = isSender ? "every message has a sender" : "\(name) has no value"
      let value = isAbsent || next >= tokens.count || !isLooseValue(tokens[next]) ? nil : take()
      let written = value.map { shown($0.range) } ?? (isSender ? "NAME" : "VALUE")
      report(token.range, message, .text("\(name)=\(written)"))
      return nil
    }
    guard let written = pattern(value, of: key) else { return nil }
    let pattern = isSender ? sender(written, value) : known.flatMap { self.pattern(written, of: $0) }
    return pattern.map { ExpectedAttribute(name: name, pattern: $0, text: source.text(value), position: position) }
  }

  private mutating func reportUnknownAttribute(
    _ token: Token, _ key: Range<Int>, _ name: String, _ words: VocabularyIndex
  ) {
    if reportUnquotedValue(
      token,
      isText: { key in
        if case .text = words.attribute(key)?.values { true } else { false }
      })
    {
      return
    }
    if token.equals == nil, key.lowerBound == token.start {
      reportLooseWord(token, name, words)
    } else if name == "from" {
      report(key, "unknown attribute from", .text("only messages of other servers have a sender"))
    } else if name.last == "!", words.attribute(String(name.dropLast())) != nil {
      report(
        token.range, "\(shown(key))= is no comparison: a line says what an attribute is, or that it is absent",
        .text("an absent attribute is written !\(name.dropLast())"))
    } else if checkWord(key, "the attribute's name") {
      reportUnknown(.attribute, key, name, among: words.attributeNames) { $0.attributes.map(\.name) }
    }
  }

  /// Reports a word without `=` among the attributes; such words right after it are the same mistake.
  private mutating func reportLooseWord(_ token: Token, _ name: String, _ words: VocabularyIndex) {
    let message = "unexpected \(shown(token.range)): after the message come attributes, Attribute=value"
    let following = next < tokens.count && isLooseValue(tokens[next]) ? tokens[next] : nil
    let attribute = name.last == ":" ? String(name.dropLast()) : name
    if let following, next > 1, let value = tokens[next - 2].value, ["or", "|", "and", ","].contains(name) {
      let whole = "\(shown(tokens[next - 2].key))=\(shown(value))|\(shown(following.range))"
      report(token.range, "unexpected \(name): values to choose from are separated by |", .text(whole))
    } else if let following, words.attribute(attribute) != nil {
      report(token.range, message, .text("\(attribute)=\(shown(following.range))"))
    } else {
      report(token.range, message, .near(name, words.attributeNames, as: .attribute))
    }
    takeLooseWords()
  }

  private mutating func pattern(_ written: WrittenPattern, of attribute: Vocabulary.Attribute) -> Pattern? {
    switch written {
    case .any(let isOptional):
      return .any(isOptional: isOptional)
    case .oneOf(let values, let isOptional):
      let spelled = values.compactMap { value($0, of: attribute) }
      return spelled.count == values.count ? .oneOf(spelled, isOptional: isOptional) : nil
    }
  }

  /// `from=NAME`: exactly one party, stored by its name.
  private mutating func sender(_ written: WrittenPattern, _ range: Range<Int>) -> Pattern? {
    guard case .oneOf(let values, false) = written, let value = values.first, values.count == 1 else {
      report(range, "a message is from one party", .text("from=NAME"))
      return nil
    }
    guard let party = parties.index(value.text) else {
      reportUnknownParty(value.range, value.text)
      return nil
    }
    return .oneOf([parties.list[party].name], isOptional: false)
  }
}
