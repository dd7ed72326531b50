import CallModel

/// A value as the file writes it.
struct WrittenValue {
  var text: String
  var range: Range<Int>
  /// Whether the value is literal: a name in quotes does not stand for a party's DN.
  var isQuoted: Bool
}

/// A pattern as the file writes it, before its attribute is known.
enum WrittenPattern {
  case any(isOptional: Bool)
  case oneOf([WrittenValue], isOptional: Bool)
}

extension Parser {
  // MARK: Options

  /// Reads `key=value`; the value stays as it is written.
  mutating func option(_ token: Token, _ what: String) -> Option? {
    guard let value = optionValue(token, what) else { return nil }
    return Option(
      key: source.text(token.key), value: value.text, position: source.position(token.key, in: line),
      valuePosition: source.position(value.range, in: line))
  }

  /// Checks that no earlier option has the same key; if one has, reports that. Only known options are collected, so
  /// there are few, however long the line is.
  mutating func checkFirst(_ option: Option, among others: [Option], _ token: Token) -> Bool {
    guard others.contains(where: { $0.key == option.key }) else { return true }
    report(token.key, "\(option.key) is written twice")
    return false
  }

  /// Reads the single value of `key=value`.
  mutating func optionValue(_ token: Token, _ what: String) -> WrittenValue? {
    if token.equals == nil || token.equals == token.end - 1, reportBlanksAroundEquals(token) { return nil }
    guard token.equals != nil else {
      report(token.range, "unexpected \(shown(token.range)): \(what)")
      takeLooseWords()
      return nil
    }
    guard checkWord(token.key, "the option's name") else { return nil }
    return singleValue(token)
  }

  /// The value behind the `=`, which the token has.
  mutating func singleValue(_ token: Token) -> WrittenValue? {
    guard let value = token.value, let pattern = pattern(value, of: token.key) else { return nil }
    if case .oneOf(let values, false) = pattern, let value = values.first, values.count == 1 { return value }
    report(
      value, "\(shown(token.key)) takes a single value here: *, | and ? are only for expectations",
      .text("a value in quotes is literal"))
    return nil
  }

  // MARK: Patterns

  /// `pattern = ( "*" | value , { "|" , value } ) , [ "?" ]`
  mutating func pattern(_ range: Range<Int>, of key: Range<Int>) -> WrittenPattern? {
    var values: [WrittenValue] = []
    var index = range.lowerBound
    while true {
      let end: Int
      if index < range.upperBound, source.bytes[index] == .quote {
        guard let value = quoted(from: index, before: range.upperBound, of: key) else { return nil }
        values.append(value)
        end = value.range.upperBound
        if end == range.upperBound { return .oneOf(values, isOptional: false) }
        if source.bytes[end] == .question, end + 1 == range.upperBound { return .oneOf(values, isOptional: true) }
        guard source.bytes[end] == .bar else {
          report(end..<range.upperBound, "unexpected \(shown(end..<range.upperBound)) after the closing quote")
          return nil
        }
      } else {
        end = endOfBare(from: index, before: range.upperBound)
        let isLast = end == range.upperBound
        let isOptional = isLast && end > index && source.bytes[end - 1] == .question
        let bare = index..<(isOptional ? end - 1 : end)
        if isLast, values.isEmpty, source.equal(bare, "*") { return .any(isOptional: isOptional) }
        guard checkBare(bare, endingAt: end, in: range, of: key) else { return nil }
        values.append(WrittenValue(text: source.text(bare), range: bare, isQuoted: false))
        if isLast { return .oneOf(values, isOptional: isOptional) }
      }
      index = end + 1
    }
  }

  /// The end of a bare value: a `|`, a quote (which is then a mistake), or the end of the token.
  private func endOfBare(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, source.bytes[index] != .bar, source.bytes[index] != .quote { index += 1 }
    return index
  }

  /// Checks `bare: no blank, quote or |, and no ? or * at its end`; if it is something else, reports that.
  private mutating func checkBare(_ bare: Range<Int>, endingAt end: Int, in pattern: Range<Int>, of key: Range<Int>)
    -> Bool
  {
    if end < pattern.upperBound, source.bytes[end] == .quote {
      let message = "there is a quote inside a bare value: quotes must enclose the whole value"
      report(end..<pattern.upperBound, message, .text("inside quotes, write \\\" for a quote"))
      return false
    }
    guard let last = bare.last else {
      let isOnly = pattern.count <= 1
      report(
        isOnly ? key : bare,
        isOnly ? "\(shown(key)) has an empty value" : "\(shown(key)) has an empty value among others")
      return false
    }
    let byte = source.bytes[last]
    guard byte == .star || byte == .question else { return true }
    let rule = byte == .star ? "* must be alone, for any value" : "? may be written only once, after the last value"
    report(bare, "\(shown(bare)) is not a value: \(rule)", .text("write a value that ends in ? or * in quotes"))
    return false
  }

  /// `"…"` with `\"` and `\\`
  private mutating func quoted(from start: Int, before limit: Int, of key: Range<Int>) -> WrittenValue? {
    // A token has no open quote, so the end is always found.
    let end = source.endOfQuote(at: start, before: limit) ?? limit
    guard let text = unquoted(start..<end) else { return nil }
    guard !text.isEmpty else {
      report(key, "\(shown(key)) has an empty value")
      return nil
    }
    return WrittenValue(text: text, range: start..<end, isQuoted: true)
  }

  /// The text between the quotes, with its escapes resolved.
  mutating func unquoted(_ range: Range<Int>) -> String? {
    let inside = range.dropFirst().dropLast()
    guard inside.contains(where: { source.bytes[$0] == .backslash }) else {
      return source.text(inside.startIndex..<inside.endIndex)
    }
    var bytes: [UInt8] = []
    var index = inside.startIndex
    while index < inside.endIndex {
      if source.bytes[index] == .backslash {
        let next = index + 1
        guard next < inside.endIndex, source.bytes[next] == .quote || source.bytes[next] == .backslash else {
          report(index..<index, "unknown escape: inside quotes, only \\\" and \\\\ are allowed")
          return nil
        }
        index = next
      }
      bytes.append(source.bytes[index])
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Values of attributes

  /// The value in the attribute's own spelling: a party's name becomes its DN, an enumerated name gets the vocabulary's
  /// case.
  mutating func value(_ value: WrittenValue, of attribute: Vocabulary.Attribute) -> String? {
    switch attribute.values {
    case .text:
      checkText(value, of: attribute.name)
      return value.text
    case .dn:
      if value.isQuoted { return value.text }
      guard let party = parties.index(value.text) else {
        checkDN(value, of: attribute)
        return value.text
      }
      return parties.list[party].dn
    case .number:
      if isDecimal(value.text) { return number(value, of: attribute).map { String($0) } }
      report(
        value.range, "\(attribute.name) is a decimal number, not \(shown(value.range))",
        .text(attribute.name.hasSuffix("ConnID") ? "calls are counted 1, 2, 3 in the order in which they begin" : nil))
      return nil
    case .names(let names):
      if names.contains(where: { Text($0) == Text(value.text) }) { return value.text }
      if isDecimal(value.text) {
        guard let number = number(value, of: attribute) else { return nil }
        if let numbered = zip(names, attribute.numbers).first(where: { $0.1 == number }) { return numbered.0 }
        checkNumber(value, of: attribute)
        return String(number)
      }
      if let name = names.first(where: { Text.areSameWord($0, value.text) }) { return name }
      let suggestion =
        alternatives(value, of: attribute.name, among: names).map { .text("did you mean \($0)?") }
        ?? Suggestion.near(value.text, names, as: .value, otherwise: known(names, or: attribute.name))
      report(value.range, "unknown value \(shown(value.range)) of \(attribute.name)", suggestion)
      return nil
    }
  }

  /// Parses the number; leading zeros do not matter.
  private mutating func number(_ value: WrittenValue, of attribute: Vocabulary.Attribute) -> UInt64? {
    if let number = UInt64(value.text) { return number }
    report(value.range, "\(attribute.name) is a number up to \(UInt64.max), not \(shown(value.range))")
    return nil
  }

  private func isDecimal(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
  }
}
