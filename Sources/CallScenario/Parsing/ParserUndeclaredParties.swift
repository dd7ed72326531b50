import CallModel

extension Parser {
  /// Reports a line of the header that declares a party with another word than `party`, or without it, and notes the
  /// party: `partner A extension`, `A extension`, `extension A`. Returns false for other lines.
  mutating func reportPartyWithoutStatement(_ word: Range<Int>) -> Bool {
    let second = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
    let third = source.firstWord(at: source.firstNonBlank(line, from: second.upperBound), in: line)
    let message = "unknown statement \(shown(word))"
    if isKind(third), isEndOfParty(after: third) {
      report(word, message, .text("did you mean party?"))
      headerStatement("party", word)
      return true
    }
    guard isKind(second) != isKind(word), !second.isEmpty, isEndOfParty(after: second) else { return false }
    let (name, kind) = isKind(second) ? (word, second) : (second, word)
    guard source.isWord(name) else { return false }
    report(word, message, .text("party \(shown(name)) \(shown(kind))"))
    parties.ignoreUses(of: source.text(name))
    parties.mention(source.text(name))
    header.hasUnreadParty = true
    above = .header
    return true
  }

  /// Whether only options follow: a sentence may contain the name of a kind, too.
  private func isEndOfParty(after word: Range<Int>) -> Bool {
    let next = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
    return next.isEmpty || source.bytes[next.lowerBound] == .numberSign || source.bytes[next].contains(.equals)
  }

  private func isKind(_ word: Range<Int>) -> Bool {
    let name = source.text(word)
    return vocabularies.contains { $0.kinds.contains { $0.name == name } }
  }
}
