import CallScenario

/// Says in words what an action did otherwise than expected.
struct DifferenceSentences {
  private let spelling: Spelling
  private var scenario: Scenario { spelling.scenario }
  /// The most sentences about one action.
  private static let limit = 8
  /// A longer value is not repeated in a sentence.
  private static let longestValue = 24
  /// In longer user data, no keys are compared.
  private static let longestUserData = 1_000

  init(_ spelling: Spelling) { self.spelling = spelling }

  /// The sentences, each with the number of differences that it is about.
  ///
  /// Each difference has one, except that all missing messages share one, and so do all that are not expected.
  func sentences(_ failed: FailedStep) -> [(text: String, count: Int)] {
    var sentences: [(text: String, count: Int)] = []
    var missing: [ExpectedMessage] = []
    var unexpected: [Message] = []
    for difference in failed.differences {
      switch difference.kind {
      case .missing(let expected): missing.append(expected)
      case .unexpected(let message): unexpected.append(message)
      case .differs, .otherOrder, .otherRecipient, .notRefused, .refused, .otherReason:
        sentences.append((sentence(difference.kind), 1))
      }
    }
    sentences += replacements(&missing, &unexpected).map { ($0, 2) }
    var rest = 0
    if sentences.count > Self.limit {
      rest = sentences[(Self.limit - 1)...].reduce(0) { $0 + $1.count }
      sentences.removeSubrange((Self.limit - 1)...)
    }
    if missing.count == 1 {
      sentences.append((sentence(.missing(missing[0])), 1))
    } else if !missing.isEmpty {
      sentences.append(("\(missing.count) expected \(messages) are not sent", missing.count))
    }
    if unexpected.count == 1 {
      sentences.append((sentence(.unexpected(unexpected[0])), 1))
    } else if !unexpected.isEmpty {
      sentences.append(("\(unexpected.count) \(messages) are sent, but not expected", unexpected.count))
    }
    if rest > 0 { sentences.append(("there are \(rest) more differences", rest)) }
    return sentences
  }

  /// Takes out what a recipient gets instead of the only message that it does not get.
  private func replacements(_ missing: inout [ExpectedMessage], _ unexpected: inout [Message]) -> [String] {
    let notReceived = Dictionary(grouping: missing, by: \.recipient).filter { $1.count == 1 }
    let received = Dictionary(grouping: unexpected, by: \.to).filter { $1.count == 1 }
    var sentences: [String] = []
    for expected in missing where notReceived[expected.recipient] != nil {
      guard let message = received[expected.recipient]?.first else { continue }
      sentences.append("\(name(expected.recipient)) receives \(message.name) instead of \(expected.name)")
    }
    missing.removeAll { notReceived[$0.recipient] != nil && received[$0.recipient] != nil }
    unexpected.removeAll { notReceived[$0.to] != nil && received[$0.to] != nil }
    return sentences
  }

  private var messages: String { scenario.vocabulary.hasSenders ? "messages" : "events" }

  private func name(_ party: Int) -> String { scenario.parties[party].name }

  /// The sentence about one difference, without a full stop.
  func sentence(_ kind: Difference.Kind) -> String {
    switch kind {
    case .missing(let expected): "\(name(expected.recipient)) does not receive \(expected.name)"
    case .unexpected(let message): "\(name(message.to)) receives \(message.name), which is not expected"
    case .differs(let expected, _, let attributes):
      "\(name(expected.recipient)) receives \(expected.name)"
        + (attributes.count == 1 ? with(attributes[0]) : ", but \(list(attributes.map(\.name))) differ")
    case .otherOrder(let expected, _, let attributes, let order): sentence(expected, order) + also(attributes)
    case .otherRecipient(let expected, let message, let attributes):
      "\(expected.name) goes to \(name(message.to)), not to \(name(expected.recipient))" + also(attributes)
    case .notRefused: "it is carried out, but expected to be refused"
    case .refused: "it is refused, but expected to be carried out"
    case .otherReason: "it is refused, but for another reason than expected"
    }
  }

  /// `A receives EventHeld before EventDialing, not after`
  private func sentence(_ expected: ExpectedMessage, _ order: Difference.Order) -> String {
    let own = described(expected, against: order.sent)
    let sent = described(order.sent, against: expected)
    let other = described(order.expected, against: expected)
    let (here, there) = order.isEarly ? ("before", "after") : ("after", "before")
    return "\(name(expected.recipient)) receives \(own) \(here) \(sent), not \(there)"
      + (sent == other ? "" : " \(other)")
  }

  /// The name, and for another message of that name, what tells them apart.
  private func described(_ expected: ExpectedMessage, against other: ExpectedMessage) -> String {
    guard expected.name == other.name else { return expected.name }
    let distinct = expected.attributes.first { attribute in
      attribute.text.columns <= Self.longestValue
        && other.attributes.first { $0.name == attribute.name }?.text != attribute.text
    }
    return expected.name + (distinct.map { " with \($0.spelling)" } ?? " (line \(expected.position.line))")
  }

  /// What follows a sentence about a message that has other attributes, too: `, with another ConnID and OtherDN`.
  private func also(_ attributes: [AttributeDifference]) -> String {
    if attributes.isEmpty { return "" }
    return "," + (attributes.count == 1 ? with(attributes[0]) : " with another \(list(attributes.map(\.name)))")
  }

  /// What follows the message's name: ` with OtherDN=C, not B`.
  private func with(_ attribute: AttributeDifference) -> String {
    if attribute.pattern == .absent { return " with \(attribute.name), which should be absent" }
    let isLong = isLong(attribute)
    switch (attribute.expected, attribute.actual) {
    case (let expected?, nil): return " without \(attribute.name)" + (isLong ? "" : "=\(expected)")
    case (nil, _): return " with \(attribute.name), which is not expected"
    case (let expected?, let actual?):
      if let pairs = with(attribute.name, expected, actual) { return pairs }
      if isLong { return " with another \(attribute.name)" }
      return " with \(attribute.name)=\(actual), not \(expected.last == "?" ? String(expected.dropLast()) : expected)"
    }
  }

  /// Whether a sentence about this attribute alone has both its values.
  func hasValues(of attribute: AttributeDifference) -> Bool {
    guard attribute.pattern != .absent, let expected = attribute.expected else { return false }
    let hasPairs = attribute.actual.map { with(attribute.name, expected, $0) != nil } ?? false
    return !isLong(attribute) && !hasPairs
  }

  private func isLong(_ attribute: AttributeDifference) -> Bool {
    max(attribute.expected?.columns ?? 0, attribute.actual?.columns ?? 0) > Self.longestValue
  }

  /// What differs, if both values are pairs such as `Tier=Gold, Name=Ann`.
  private func with(_ name: String, _ expected: String, _ actual: String) -> String? {
    guard let old = pairs(expected), let new = pairs(actual), max(old.count, new.count) > 1 else { return nil }
    let missing = old.filter { !new.contains($0) }
    let unexpected = new.filter { !old.contains($0) }
    if missing.count == 1, unexpected.count == 1, missing[0].key == unexpected[0].key,
      max(missing[0].width, unexpected[0].width) < Self.longestValue
    {
      return " with \(unexpected[0]) in \(name), not \(missing[0])"
    }
    let keys = (missing + unexpected).map { String($0.key) }.distinct
    return keys.isEmpty ? nil : " with other \(name): \(list(keys))"
  }

  private struct Pair: Equatable, CustomStringConvertible {
    let key: Substring
    let value: Substring
    var description: String { "\(key)=\(value)" }
    var width: Int { description.columns }
  }

  private func pairs(_ value: String) -> [Pair]? {
    guard value.utf8.count <= Self.longestUserData else { return nil }
    var pairs: [Pair] = []
    for text in value.split(separator: ", ") {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let key = parts[0].first == "\"" ? parts[0].dropFirst() : parts[0]
      let end =
        parts[1].hasSuffix("\"?") ? parts[1].dropLast(2) : parts[1].last == "\"" ? parts[1].dropLast() : parts[1]
      pairs.append(Pair(key: key, value: end))
    }
    return pairs
  }

  /// `OtherDN, CallState and 2 more`
  private func list(_ names: [String]) -> String {
    let shown = names.count > 4 ? names.prefix(3) : names[...]
    let last = names.count > 4 ? "\(names.count - 3) more" : shown.last ?? ""
    let first = names.count > 4 ? shown : shown.dropLast()
    return first.isEmpty ? last : "\(first.joined(separator: ", ")) and \(last)"
  }
}
