import CallModel

// The pairs that a request brings: `data.KEY=VALUE`, `reason.KEY=VALUE`, `extension.KEY=VALUE`.

extension Parser {
  /// The prefix before the key: `data.`; nil if there is none.
  func prefix(of token: Token) -> TServerWords.Prefix? {
    TServerWords.Prefix.allCases.first { source.bytes[token.key].starts(with: $0.rawValue.utf8) }
  }

  /// A pair whose key is a word, or anything in quotes.
  mutating func pair(_ token: Token, _ prefix: TServerWords.Prefix, of verb: Vocabulary.Verb) -> Option? {
    guard verb.prefixes.contains(prefix.rawValue) || verb.takesPairs else {
      let suggestion = verb.isRequest ? prefix.whereItGoes : "only requests bring \(prefix.words)"
      report(token.key, "\(verb.name) takes no \(prefix.words)", .text(suggestion))
      return nil
    }
    let rest = token.key.lowerBound + prefix.rawValue.utf8.count..<token.key.upperBound
    guard let key = pairKey(rest, after: prefix, token), let value = singleValue(token) else { return nil }
    checkText(value, of: prefix.rawValue + key)
    return Option(
      key: prefix.rawValue + key, value: value.text, position: source.position(token.key, in: line),
      valuePosition: source.position(value.range, in: line))
  }

  private mutating func pairKey(_ range: Range<Int>, after prefix: TServerWords.Prefix, _ token: Token) -> String? {
    guard let first = range.first else {
      report(token.key, "the key after `\(prefix.rawValue)` is missing", .text("\(prefix.rawValue)KEY=VALUE"))
      return nil
    }
    guard source.bytes[first] == .quote else {
      return checkWord(range, "the key after `\(prefix.rawValue)`") ? source.text(range) : nil
    }
    guard source.endOfQuote(at: first, before: range.upperBound) == range.upperBound else {
      report(range, "the quotes must enclose the whole key")
      return nil
    }
    guard let key = unquoted(range), !key.isEmpty else {
      if range.count == 2 { report(range, "the key is empty") }
      return nil
    }
    return key
  }

  /// TAttachUserData and TUpdateUserData need data. In 0.1 every key was one of those.
  mutating func checkData(_ options: [Option], _ firstPair: Range<Int>?, of verb: Vocabulary.Verb) {
    let isData = { (option: Option) in
      let prefix = TServerWords.Prefix(of: option.key)
      return prefix == .data || prefix == nil && !verb.options.contains(option.key)
    }
    guard let firstPair, !options.contains(where: isData),
      let pair = options.first(where: { TServerWords.Prefix(of: $0.key) != nil })
    else { return }
    report(
      firstPair, "\(verb.name) brings no user data: since 0.2, \(pair.key) is no key of user data",
      .text("write data.\(pair.spelling) if it is meant as one"))
  }
}

extension TServerWords.Prefix {
  fileprivate var words: String {
    switch self {
    case .data: "user data"
    case .reason: "reasons"
    case .extension: "extensions"
    }
  }

  fileprivate var whereItGoes: String {
    switch self {
    case .data: "TAttachUserData attaches them to the call"
    case .reason, .extension: "a T-Server's requests take them"
    }
  }
}
