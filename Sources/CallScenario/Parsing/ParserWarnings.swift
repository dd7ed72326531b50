import CallModel

/// The warnings about a file, at most one for each value.
struct Warnings {
  private(set) var list = MistakeList(of: .warning)
  private var values: Set<Text> = []

  /// Whether the value has not been warned of yet.
  mutating func isFirst(_ value: String) -> Bool { values.insert(Text(value)).inserted }

  mutating func insert(at position: Position, _ diagnostic: () -> Diagnostic) {
    if list.counts(at: position) { list.insert(diagnostic()) }
  }
}

extension Parser {
  /// Warns of a value that should be a DN, and is one of no party. Outside numbers are often written in quotes.
  mutating func judgeNumber(_ value: WrittenValue, of attribute: Vocabulary.Attribute) {
    guard !attribute.takesAnyNumber, !parties.isForgiven(value.text) else { return }
    let known = parties.names + parties.list.map(\.dn)
    let near = known.nearest(to: value.text) ?? known.nearest(to: value.text.withoutForeignQuotes)
    let isQuoted = source.closingQuote(ofForeign: value.range) != nil
    let literal = "\(attribute.name)=\"\(isQuoted ? value.text.withoutForeignQuotes : value.text)\""
    let message = "\(shown(value.range)) is neither a party nor a DN of this file"
    switch (near, isQuoted) {
    case (let near?, true): warn(value, message, "did you mean \(near)? values are quoted with \": \(literal)")
    case (let near?, false): warn(value, message, "did you mean \(near)? if not, quote the value: \(literal)")
    case (nil, true): warn(value, message, "values are quoted with \": \(literal)")
    case (nil, false): warn(value, message, "if it is meant, quote it: \(literal)")
    }
  }

  /// Warns of a text in quotes that are not `"`, which then belong to the text, and of a comma after a value.
  mutating func judgeText(_ value: WrittenValue, of key: String) {
    guard !value.isQuoted else { return }
    if source.closingQuote(ofForeign: value.range) != nil {
      warn(
        value, "the quotes of \(shown(value.range)) are part of the text: a value is quoted with \"",
        "write \(key)=\"\(value.text.withoutForeignQuotes)\"")
    } else if source.bytes[value.range.upperBound - 1] == .comma, next < tokens.count {
      warn(
        value, "the comma in \(shown(value.range)) is part of the value: only blanks separate values",
        "write \(key)=\(value.text.dropLast()), or quote the value")
    }
  }

  /// Warns of a value in the current line, unless the file has had the same value before.
  mutating func warn(_ value: WrittenValue, _ message: String, _ suggestion: @autoclosure () -> String) {
    guard warnings.isFirst(value.text) else { return }
    let position = source.position(value.range, in: line)
    let shown = source.shown(line)
    warnings.insert(at: position) {
      Diagnostic(
        .warning, path: path, position: position, message: message, suggestion: suggestion(), line: shown)
    }
  }
}
