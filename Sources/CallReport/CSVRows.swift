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
  private var rows = TextBuffer(capacity: 8 << 10)
  /// What the rows of the step begin with: the fields before the sender.
  private var head = TextBuffer(capacity: 1 << 10)
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
  mutating func take() -> String { rows.take() }

  /// The rows of the step, one for each message.
  mutating func append(_ step: Transcript.Step, of flow: Transcript.Flow) {
    if step.messages.isEmpty { return }
    head.remove(from: 0)
    head.add(built: file)
    head.add(",")
    head.add(field: flow.name)
    head.add(",")
    head.add(step.number)
    head.add(",")
    head.add(field: scenario.spelling(of: step.action))
    head.add(",")
    let messages = step.messages
    for index in messages.indices {
      rows.add(head)
      if let from = messages[index].from { rows.add(built: parties[from]) }
      rows.add(",")
      rows.add(built: parties[messages[index].to])
      rows.add(",")
      rows.add(field: messages[index].name)
      append(messages[index].attributes)
      if attributes == .all { append(flow.conversation(of: messages[index]), messages[index].endedBy) }
      if why { append(step.rule(of: messages[index])) }
      rows.add("\r\n")
    }
  }

  /// The columns of the attributes.
  private mutating func append(_ attributes: [Message.Attribute]) {
    finder.begin()
    for index in attributes.indices where attributes[index].isListed || self.attributes == .all {
      // The columns of the T-Server's attributes are the first ones, in the order of their numbers.
      let column = attributes[index].number.map { Int($0) } ?? finder.find(attributes[index].name)
      if let column { shown[column] = index }
    }
    var commas = 0
    for column in shown.indices {
      commas += 1
      let index = shown[column]
      if index < 0 { continue }
      rows.add(commas: commas)
      commas = 0
      shown[column] = -1
      rows.add(value: attributes[index].value)
    }
    rows.add(commas: commas)
  }

  private mutating func append(_ conversation: String?, _ endedBy: Int?) {
    rows.add(",")
    if let conversation { rows.add(field: conversation) }
    rows.add(",")
    if let endedBy { rows.add(built: parties[endedBy]) }
  }

  private mutating func append(_ rule: RuleReference?) {
    rows.add(",")
    if let rule { rows.add(field: rule.name) }
    rows.add(",")
    if let rule { rows.add(field: rule.source) }
  }
}

extension TextBuffer {
  /// The text as a field.
  fileprivate mutating func add(field text: String) {
    let isPlain = text.withBytes { source in
      bytes.reserve(source.count + 8)
      return bytes.uncheckedPlain(source) { word in
        EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: ","), word)
          | EightBytes.equal(UInt8(ascii: "\""), word)
      }
    }
    if !isPlain { add(built: text.csv) }
  }

  /// Without text, it is in quotes, so that it can be told from an attribute that is not there.
  fileprivate mutating func add(value text: String) {
    if text.isEmpty { add("\"\"") } else { add(field: text) }
  }

  fileprivate mutating func add(commas count: Int) {
    bytes.reserve(count)
    (bytes.start + bytes.written).update(repeating: UInt8(ascii: ","), count: count)
    bytes.written &+= count
  }
}
