import CallModel

/// What a difference says, in words that stay the same when actions before it are left out: two differences with the
/// same signature are the same failure.
struct FailureSignature: Hashable {
  private var words: [String]

  /// `renumbered` gives the ConnID that a call has now, for the one that it had.
  init(_ difference: Difference, in scenario: Scenario, _ renumbered: CallNumbering = CallNumbering()) {
    func recipient(_ party: Int) -> String { scenario.parties[party].name }
    func value(_ value: String?, of name: String) -> String {
      guard let value else { return "-" }
      return CallNumbering.attributes.contains(name) ? renumbered.text(value) : value
    }
    func attributes(_ attributes: [AttributeDifference]) -> [String] {
      attributes.flatMap { attribute in
        [
          attribute.name, value(attribute.expected, of: attribute.name), value(attribute.actual, of: attribute.name),
        ]
      }
    }
    words =
      switch difference.kind {
      case .missing(let expected): ["missing", recipient(expected.recipient), expected.name]
      case .unexpected(let message): ["unexpected", recipient(message.to), message.name]
      case .differs(let expected, _, let differing):
        ["differs", recipient(expected.recipient), expected.name] + attributes(differing)
      case .otherOrder(let expected, _, let differing, let order):
        ["order", recipient(expected.recipient), expected.name, order.isEarly ? "early" : "late", order.sent.name]
          + attributes(differing)
      case .otherRecipient(let expected, let message, let differing):
        ["recipient", recipient(expected.recipient), expected.name, recipient(message.to)] + attributes(differing)
      case .notRefused(let text): ["not refused", text ?? ""]
      case .refused(let reason): ["refused", reason]
      case .otherReason(let expected, let actual): ["other reason", expected, actual]
      }
  }
}

/// The numbers that the calls of a T-Server have when the actions that begin some of them are left out.
struct CallNumbering {
  /// The attributes whose values are such numbers.
  static let attributes: Set = [TServerWords.name(.connID), TServerWords.name(.previousConnID)]

  /// The calls that never begin, in ascending order.
  private var missing: [Int] = []

  init() {}

  init(without missing: [Int]) { self.missing = missing.sorted() }

  /// The number that the text names, as the call has it now; another text stays.
  func text(_ text: String) -> String {
    guard !missing.isEmpty, let number = Int(text) else { return text }
    return "\(number - missing.count { $0 < number })"
  }

  func action(_ action: ActionStatement) -> ActionStatement {
    var action = action
    action.on = action.on.map(text)
    guard case .messages(var expected, let isOpen) = action.expectation else { return action }
    for line in expected.indices {
      for place in expected[line].attributes.indices { renumber(&expected[line].attributes[place]) }
    }
    action.expectation = .messages(expected, isOpen: isOpen)
    return action
  }

  private func renumber(_ attribute: inout ExpectedAttribute) {
    guard Self.attributes.contains(attribute.name), case .oneOf(let values, let isOptional) = attribute.pattern
    else { return }
    attribute.pattern = .oneOf(values.map(text), isOptional: isOptional)
    attribute.text = attribute.pattern.spelling
  }
}
