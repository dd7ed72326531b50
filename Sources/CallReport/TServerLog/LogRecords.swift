import CallModel
import CallScenario

/// Writes steps as records: the request, if the action is one, and the events.
struct LogRecords: ~Copyable {
  private let parties: [Scenario.Party]
  private let attributes: AttributeChoice
  private let table = LogAttributes.all.known
  private var lines: LogLines
  private var stamps: LogStamps
  private var messageNames = NameFinder(TServerNumbers.messages)
  private var requestNames = NameFinder(LogRequest.verbs)
  /// How many milliseconds the flow has taken.
  private var length = 0

  init(_ scenario: Scenario, version: String, attributes: AttributeChoice, _ counters: LogCounters) {
    self.attributes = attributes
    parties = scenario.parties
    lines = LogLines(counters)
    stamps = LogStamps(version: version)
  }

  /// So many bytes make a piece that is worth passing on. It stays in the fastest memory until it is printed, and is
  /// short enough to be copied by vectors.
  static let pieceSize = 5 << 9

  var counters: LogCounters { lines.counters }
  var count: Int { lines.text.count }

  /// The text since the last time.
  mutating func take() -> String { lines.text.take() }

  /// Lines that are no records.
  mutating func append(comment: String) { lines.text.add(built: comment) }

  /// Counts on for the next flow. Returns how many milliseconds this one has taken.
  mutating func endFlow() -> Int {
    lines.beginFlow()
    defer { length = 0 }
    return length
  }

  /// The records of a step, each followed by an empty line.
  @inline(never)
  mutating func append(_ entry: Transcript.Entry, from start: LogTime) {
    switch entry {
    case .step(let step): append(step, from: start)
    case .wait(let wait): length += wait.milliseconds
    case .mark: break
    }
  }

  @inline(never)
  private mutating func append(_ step: Transcript.Step, from start: LogTime) {
    let time = step.time
    length = max(length, time)
    stamps.set(start.later(by: time))
    if step.action.verb.isRequest, let request = requestNames.find(step.action.verb.name) {
      lines.text.add(stamps.time)
      LogRequest.all[request].write(step, by: parties, to: &lines)
    }
    step.messages.span.visit { append($0) }
  }

  /// The event and what it says; at its end, the number and the time, which it has in any case.
  @inline(never)
  private mutating func append(_ message: Message) {
    guard message.from == nil, messageNames.find(message.name) != nil else { return appendComment(on: message) }
    lines.text.add(stamps.head)
    lines.text.add(built: message.name)
    lines.text.add("\n")
    var sequence: String?
    message.attributes.span.visit { attribute in
      if !attribute.isListed && attributes != .all { return }
      // Messages of the model have numbers.
      guard let place = attribute.number.map({ Int($0) }) ?? LogAttributes.all.place(of: attribute.name) else {
        return lines.add(unknown: attribute.name, attribute.value)
      }
      switch table[place].form {
      case .sequence: sequence = attribute.value
      case .list: lines.add(place, list: attribute, of: message)
      case .uuid: attribute.withValue { lines.add(place, uuidOf: message.call, or: $0) }
      default: attribute.withValue { lines.add(place, $0, exists: !message.isRefusal) }
      }
    }
    lines.add(sequence: sequence)
    lines.text.add(stamps.tail)
  }

  @inline(never)
  private mutating func appendComment(on message: Message) {
    let sender = message.from.map { " from \(parties[$0].name)" } ?? ""
    let what = "\(message.name)\(sender) to \(parties[message.to].name)".printable()
    let reason = message.from == nil ? "which has no number in the T-Library" : "which is not the T-Server's"
    append(comment: "# Left out: \(what), \(reason)\n\n")
  }
}
