import CallModel

/// Small numbers in place of texts and of lists of numbers, so that equal ones are found without comparing all.
struct Symbols {
  private var texts: [Text: Int] = [:]
  private var lists: [[Int]: Int] = [:]

  /// The number of the text; 0 for none.
  mutating func symbol(_ text: String?) -> Int {
    guard let text else { return 0 }
    let next = texts.count + 1
    let symbol = texts[Text(text), default: next]
    if symbol == next { texts[Text(text)] = next }
    return symbol
  }

  mutating func symbol(_ list: [Int]) -> Int {
    let next = lists.count + 1
    let symbol = lists[list, default: next]
    if symbol == next { lists[list] = next }
    return symbol
  }
}

/// A step as numbers.
struct StepSymbols {
  /// The action; 0 if actions are not compared.
  var action = 0
  var isWait = false
  /// The whole step, whatever the order of its recipients.
  var whole = 0
  var messages: [MessageSymbols] = []

  /// Who receives what, whatever the order.
  var kinds: [Int] { messages.map(\.kind).sorted() }
}

/// A message as numbers.
struct MessageSymbols {
  /// Recipient, name, sender and attributes.
  var exact: Int
  /// Recipient and name.
  var kind: Int
  var recipient: Int
  var name: Int
}

extension Symbols {
  /// The steps as numbers. `value` says which value an attribute is compared by; nil leaves it out.
  mutating func steps(
    of flow: WrittenFlow, usesActions: Bool, value: (WrittenAttribute) -> String?
  ) -> [StepSymbols] {
    flow.steps.map { step in
      var symbols = StepSymbols(action: usesActions ? symbol(step.action) : 0, isWait: step.isWait)
      symbols.messages = step.messages.map { message in
        let recipient = symbol(message.to)
        let name = symbol(message.name)
        let kind = symbol([0, recipient, name])
        var attributes: [Int] = []
        attributes.reserveCapacity(message.attributes.count + 2)
        for attribute in message.attributes {
          guard let value = value(attribute) else { continue }
          attributes.append(symbol([1, symbol(attribute.name), symbol(value)]))
        }
        attributes.sort()
        return MessageSymbols(
          exact: symbol([2, kind, symbol(message.from)] + attributes), kind: kind, recipient: recipient,
          name: name)
      }
      let sorted = symbols.messages.enumerated().sorted {
        ($0.element.recipient, $0.offset) < ($1.element.recipient, $1.offset)
      }
      let refusal = usesActions ? symbol(step.refusal) : 0
      symbols.whole = symbol([3, symbols.action, refusal, step.isWait ? 1 : 0] + sorted.map(\.element.exact))
      return symbols
    }
  }
}
