import CallModel
import CallScenario

/// Writes steps as rows: one for each message.
struct CSVRows: ~Copyable {
  private let scenario: Scenario
  private let attributes: AttributeChoice
  private let why: Bool
  /// The path of the scenario and the names of its parties, as fields.
  private let file: String
  private let parties: [String]
  private var rows = JSONLines(capacity: 8 << 10)
  /// What the rows of the step begin with: the fields before the sender.
  private var head = JSONLines(capacity: 1 << 10)
  private var finder = NameFinder(CSV.attributeNames)
  /// For each column of an attribute, which of the message's attributes it shows; -1 if none.
  private var shown = [Int](repeating: -1, count: CSV.attributeNames.count)

  /// So many bytes make a piece that is worth passing on. It stays in the fastest memory until it is printed.
  static let pieceSize = 3 << 10

  init(_ scenario: Scenario, attributes: AttributeChoice, why: Bool) {
    (self.scenario, self.attributes, self.why) = (scenario, attributes, why)
    file = scenario.path.csv
    parties = scenario.parties.map(\.name.csv)
  }

  var count: Int { rows.count }

  /// The rows since the last time.
  mutating func take() -> String { rows.takeText() }

  /// The rows of the step, one for each message.
  mutating func append(_ step: Transcript.Step, of flow: Transcript.Flow) {
    if step.messages.isEmpty { return }
    head.removeAll()
    head.append(built: file)
    head.literal(",")
    head.append(field: flow.name)
    head.literal(",")
    head.append(decimal: step.number)
    head.literal(",")
    head.append(field: scenario.spelling(of: step.action))
    head.literal(",")
    let messages = step.messages
    for index in messages.indices {
      rows.append(head)
      if let from = messages[index].from { rows.append(built: parties[from]) }
      rows.literal(",")
      rows.append(built: parties[messages[index].to])
      rows.literal(",")
      rows.append(field: messages[index].name)
      append(messages[index].attributes)
      if attributes == .all { append(flow.conversation(of: messages[index]), messages[index].endedBy) }
      if why { append(step.rule(of: messages[index])) }
      rows.literal("\r\n")
    }
  }

  /// The columns of the attributes.
  private mutating func append(_ attributes: [Message.Attribute]) {
    finder.begin()
    for index in attributes.indices where attributes[index].isListed || self.attributes == .all {
      if let column = finder.find(attributes[index].name) { shown[column] = index }
    }
    var commas = 0
    for column in shown.indices {
      commas += 1
      let index = shown[column]
      if index < 0 { continue }
      rows.append(commas: commas)
      commas = 0
      shown[column] = -1
      rows.append(value: attributes[index].value)
    }
    rows.append(commas: commas)
  }

  private mutating func append(_ conversation: String?, _ endedBy: Int?) {
    rows.literal(",")
    if let conversation { rows.append(field: conversation) }
    rows.literal(",")
    if let endedBy { rows.append(built: parties[endedBy]) }
  }

  private mutating func append(_ rule: RuleReference?) {
    rows.literal(",")
    if let rule { rows.append(field: rule.name) }
    rows.literal(",")
    if let rule { rows.append(field: rule.source) }
  }
}

extension JSONLines {
  /// A field that has been built before.
  fileprivate mutating func append(built field: String) {
    field.withBytes { bytes in
      guard let source = bytes.baseAddress else { return }
      reserve(bytes.count)
      unchecked(source, bytes.count)
    }
  }

  /// The text as a field.
  fileprivate mutating func append(field text: String) {
    let isPlain = text.withBytes { bytes in
      reserve(bytes.count + 8)
      return uncheckedPlain(bytes) { word in
        EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: ","), word)
          | EightBytes.equal(UInt8(ascii: "\""), word)
      }
    }
    if !isPlain { append(built: text.csv) }
  }

  /// Without text, it is in quotes, so that it can be told from an attribute that is not there.
  fileprivate mutating func append(value text: String) {
    if text.isEmpty { literal("\"\"") } else { append(field: text) }
  }

  fileprivate mutating func append(commas count: Int) {
    reserve(count)
    (start + written).update(repeating: UInt8(ascii: ","), count: count)
    written &+= count
  }

  fileprivate mutating func append(decimal number: Int) {
    reserve(32)
    if number < 0 { unchecked("-") }
    uncheckedDecimal(UInt64(number.magnitude))
  }

  fileprivate mutating func append(_ other: borrowing JSONLines) {
    reserve(other.written)
    unchecked(other.start, other.written)
  }
}
