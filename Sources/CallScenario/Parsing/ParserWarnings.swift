import CallModel

/// The warnings about a file, at most one for each value.
struct Warnings {
  fileprivate(set) var list = MistakeList(of: .warning)
  fileprivate var values: Set<Text> = []
}

extension Parser {
  /// Warns of a value that should be a DN, and is one of no party. Outside numbers are often written in quotes.
  mutating func checkDN(_ value: WrittenValue, of attribute: Vocabulary.Attribute) {
    let isQuoted = source.closingQuote(ofForeign: value.range) != nil
    if !isQuoted, endsInComma(value) { return warnOfComma(value, of: attribute.name) }
    guard !attribute.takesAnyNumber, !parties.isIgnored(value.text), let position = newWarning(of: value) else {
      return
    }
    let known = parties.names + parties.list.map(\.dn)
    let bare = withoutForeignQuotes(value)
    let latin = value.text.withoutLookAlikes
    let near =
      alternatives(value, of: attribute.name, among: known) ?? latin.flatMap { known.contains($0) ? $0 : nil }
      ?? known.nearest(to: value.text) ?? known.nearest(to: bare)
    let literal = "\(attribute.name)=\"\(isQuoted ? bare : value.text)\""
    let suggestion =
      switch (near, isQuoted) {
      case (let near?, true): "did you mean \(near)? values are quoted with \": \(literal)"
      case (let near?, false): "did you mean \(near)? if not, quote the value: \(literal)"
      case (nil, true): "values are quoted with \": \(literal)"
      case (nil, false): "if it is meant, quote it: \(literal)"
      }
    warn(at: position, "\(shown(value.range)) is neither a party nor a DN of this file", suggestion)
  }

  /// Warns of a text in quotes that are not `"`, which then belong to the text, and of a comma after a value.
  mutating func checkText(_ value: WrittenValue, of key: String) {
    guard !value.isQuoted else { return }
    if source.closingQuote(ofForeign: value.range) != nil {
      guard let position = newWarning(of: value) else { return }
      warn(
        at: position, "the quotes of \(shown(value.range)) are part of the text: a value is quoted with \"",
        "write \(key)=\"\(withoutForeignQuotes(value))\"")
    } else if endsInComma(value) {
      warnOfComma(value, of: key)
    }
  }

  /// Warns of a number in an expectation that is the number of no name, unless an action brings that number.
  mutating func checkNumber(_ value: WrittenValue, of attribute: Vocabulary.Attribute) {
    guard warnings.values.insert(Text("\(attribute.name)=\(value.text)")).inserted, isExpectation else { return }
    let position = source.position(value.range, in: line)
    guard warnings.list.counts(at: position) else { return }
    let numbers = attribute.numbers.map { "\($0)" }
    let explained = "callsim explain \(attribute.name)"
    warn(
      at: position, "unknown value \(shown(value.range)) of \(attribute.name)",
      known(numbers).map { "\($0); \(explained) says what they mean" } ?? "\(explained) lists them")
  }

  private mutating func warnOfComma(_ value: WrittenValue, of key: String) {
    guard let position = newWarning(of: value) else { return }
    let literal = "\(key)=\"\(value.text)\""
    let bare = value.text.dropLast()
    warn(
      at: position, "the comma in \(shown(value.range)) is part of the value: only blanks separate values",
      bare.isEmpty ? "write \(literal) if it is meant" : "write \(key)=\(bare) or \(literal)")
  }

  private func endsInComma(_ value: WrittenValue) -> Bool { source.bytes[value.range.upperBound - 1] == .comma }

  /// The value without its quotes, and without a comma after them.
  private func withoutForeignQuotes(_ value: WrittenValue) -> String {
    (endsInComma(value) ? String(value.text.dropLast()) : value.text).withoutForeignQuotes
  }

  /// The position of a value to warn of; nil if there is a warning for it already, or if no further one is shown.
  private mutating func newWarning(of value: WrittenValue) -> Position? {
    guard warnings.values.insert(Text(value.text)).inserted else { return nil }
    let position = source.position(value.range, in: line)
    return warnings.list.counts(at: position) ? position : nil
  }

  private mutating func warn(at position: Position, _ message: String, _ suggestion: String) {
    warnings.list.insert(
      Diagnostic(
        .warning, path: path, position: position, message: message, suggestion: suggestion, line: source.shown(line)))
  }
}
