import CallModel

// Commas between values, where a pattern has `|`.

extension Parser {
  /// Whether the line is indented, as expectations are; only these have patterns.
  var isExpectation: Bool { isProperty || source.bytes[line.start].isBlank }

  /// Reports `OtherDN=A, B`, where this token ends in the comma, and takes the rest; returns false for others.
  mutating func reportListWithCommas(_ token: Token, _ words: VocabularyIndex) -> Bool {
    guard let first = token.value, !first.isEmpty, source.bytes[first.lowerBound] != .quote,
      next < tokens.count, isLooseValue(tokens[next]),
      let attribute = words.attribute(source.text(token.key)), attribute.hasAlternatives
    else { return false }
    var last = first
    while endsInComma(last), next < tokens.count, isLooseValue(tokens[next]) {
      last = tokens[next].range
      next += 1
    }
    let list = first.lowerBound..<last.upperBound
    let values = source.bytes[list].split { $0 == .comma || $0.isBlank }.map { String(decoding: $0, as: UTF8.self) }
    report(
      list, "values to choose from are separated by |",
      .text("\(attribute.name)=\(values.joined(separator: "|").printable())"))
    return true
  }

  /// `OtherDN=A|B` for the value `A,B`, if all of its parts are among the words.
  func alternatives(_ value: WrittenValue, of attribute: String, among words: [String]) -> String? {
    guard isExpectation, value.text.utf8.contains(.comma) else { return nil }
    let parts = value.text.utf8.split(separator: .comma, omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard parts.allSatisfy({ part in words.contains { Text.areSameWord($0, part) } }) else { return nil }
    return "\(attribute)=\(parts.joined(separator: "|"))"
  }

  private func endsInComma(_ range: Range<Int>) -> Bool { source.bytes[range.upperBound - 1] == .comma }
}

extension Vocabulary.Attribute {
  /// Whether its values are words, so that none of them contains a comma.
  fileprivate var hasAlternatives: Bool {
    switch values {
    case .dn, .names: true
    case .text, .number: false
    }
  }
}
