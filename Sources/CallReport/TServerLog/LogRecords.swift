import CallModel
import CallScenario

/// Writes steps as records: the request, if the action is one, and the events.
struct LogRecords: ~Copyable {
  var counters: LogCounters
  private let parties: [Scenario.Party]
  private let version: String
  private let attributes: AttributeChoice
  private let table = LogAttributes.all.known
  private var finder = NameFinder(LogAttributes.all.knownNames)
  /// Requests have attributes of their own, which follow each other in another way.
  private var requestFinder = NameFinder(LogAttributes.all.knownNames)
  private var log = LogText(capacity: 8 << 10)
  /// What the events of the step begin with, and how they end.
  private var head = LogText()
  private var tail = LogText()
  /// The time of day, and its second.
  private var clock = LogText()
  private var clockSecond = -1
  /// Messages that the log has had: most names repeat.
  private var seenNames: [String] = []
  /// The user data that the log had last, with their lines: events of a call repeat them.
  private var lastList: Message.Attribute?
  private var lastLines = LogText()

  init(_ scenario: Scenario, version: String, attributes: AttributeChoice, _ counters: LogCounters) {
    (self.version, self.attributes, self.counters) = (version, attributes, counters)
    parties = scenario.parties
  }

  /// So many bytes make a piece that is worth passing on. It stays in the fastest memory until it is printed.
  static let pieceSize = 2 << 10

  var count: Int { log.count }

  /// The text since the last time.
  mutating func take() -> String { log.take() }

  /// Lines that are no records.
  mutating func append(comment: String) { log.append(comment) }

  /// The records of the step, each followed by an empty line.
  mutating func append(_ step: Transcript.Step, at time: LogTime) {
    if time.seconds != clockSecond {
      clock.removeAll()
      clock.append(clock: time)
      clockSecond = time.seconds
    }
    if step.action.verb.isRequest, let request = LogRequest(step, by: parties) { append(request, at: time) }
    if step.messages.isEmpty { return }
    setHeadAndTail(time)
    // The messages stay where they are: copying them would cost as much as writing them.
    step.messages.withUnsafeBufferPointer { messages in
      for index in messages.indices { append(messages, index) }
    }
  }

  // MARK: Records

  /// `00:00:00.000 Trc 04541 RequestMakeCall received from [1] (00000001 callsim localhost)`, and the request.
  private mutating func append(_ request: LogRequest, at time: LogTime) {
    log.append(clock)
    log.append(byte: ".")
    log.append(time.fraction, digits: 3)
    log.append(literal: " Trc 04541 Request")
    log.append(request.name)
    log.append(literal: " received from [")
    log.append(request.client, digits: 1)
    log.append(literal: "] (")
    log.append(hexadecimal: UInt64(clamping: request.client), digits: 8)
    log.append(literal: " callsim localhost)\nmessage Request")
    log.append(request.name)
    log.append(byte: "\n")
    requestFinder.begin()
    for attribute in request.attributes { append(attribute.name, attribute.value) }
    for list in request.lists {
      guard let place = requestFinder.find(list.name) else { continue }
      Self.append(list.pairs, to: &log, below: table[place].head)
    }
    log.append(byte: "\n")
  }

  /// `@00:00:00.0000 [0] 0.2.0 distribute_event: message `, and the time as attributes.
  private mutating func setHeadAndTail(_ time: LogTime) {
    head.removeAll()
    head.append(byte: "@")
    head.append(clock)
    head.append(byte: ".")
    head.append(time.fraction * 10, digits: 4)
    head.append(literal: " [0] ")
    head.append(version)
    head.append(literal: " distribute_event: message ")
    tail.removeAll()
    tail.append(literal: "\n\tAttributeTimeinSecs\t")
    tail.append(time.seconds, digits: 1)
    tail.append(literal: " (")
    tail.append(clock)
    tail.append(literal: ")\n\tAttributeTimeinuSecs\t")
    tail.append(time.fraction * 1_000, digits: 1)
    tail.append(literal: "\n\n")
  }

  /// The event and what it says; at its end, the number and the time, which it has in any case.
  private mutating func append(_ messages: UnsafeBufferPointer<Message>, _ number: Int) {
    guard messages[number].from == nil, isKnown(messages[number].name) else {
      return appendComment(on: messages[number])
    }
    log.append(head)
    log.append(messages[number].name)
    log.append(byte: "\n")
    finder.begin()
    var sequence: UInt64?
    messages[number].attributes.withUnsafeBufferPointer { attributes in
      for index in attributes.indices where attributes[index].isListed || self.attributes == .all {
        guard let place = finder.find(attributes[index].name) else {
          appendUnknown(attributes[index].name, attributes[index].value)
          continue
        }
        switch table[place].form {
        case .sequence: sequence = Self.number(attributes[index].value)
        case .list: append(list: attributes[index], place, of: messages[number].name)
        case .uuid:
          log.append(table[place].head)
          append(uuid: messages[number].call, or: attributes[index].value)
          log.append(byte: "\n")
        case let form:
          log.append(table[place].head)
          append(attributes[index].value, form, table[place].values, exists: !messages[number].isRefusal)
          log.append(byte: "\n")
        }
      }
    }
    log.append(literal: "\tAttributeEventSequenceNumber\t")
    log.append(hexadecimal: counters.event(sequence), digits: 16)
    log.append(tail)
  }

  private mutating func isKnown(_ name: String) -> Bool {
    for index in seenNames.indices where seenNames[index] == name { return true }
    guard TServerNumbers.messages.contains(name) else { return false }
    seenNames.append(name)
    return true
  }

  private mutating func appendComment(on message: Message) {
    let sender = message.from.map { " from \(parties[$0].name)" } ?? ""
    let what = "\(message.name)\(sender) to \(parties[message.to].name)".printable()
    let reason = message.from == nil ? "which has no number in the T-Library" : "which is not the T-Server's"
    log.append("# Left out: \(what), \(reason)\n\n")
  }

  // MARK: Attributes

  /// An attribute of a request.
  private mutating func append(_ name: String, _ value: String) {
    guard let place = requestFinder.find(name) else { return appendUnknown(name, value) }
    log.append(table[place].head)
    append(value, table[place].form, table[place].values, exists: false)
    log.append(byte: "\n")
  }

  private mutating func appendUnknown(_ name: String, _ value: String) {
    log.append("\tAttribute\(name.printable())\t")
    log.append(quoted: value)
    log.append(byte: "\n")
  }

  /// A value. It may name a call; `exists` says whether there is such a call.
  private mutating func append(
    _ value: String, _ form: LogAttributes.Form, _ names: UnsafeBufferPointer<LogAttributes.Value>, exists: Bool
  ) {
    switch form {
    case .connID:
      guard let number = Self.number(value) else { break }
      return log.append(hexadecimal: counters.call(number, exists: exists), digits: 16)
    case .callID:
      guard let number = Self.number(value) else { break }
      return log.append(decimal: counters.call(number))
    case .number:
      guard let number = Self.number(value) else { break }
      return log.append(decimal: number)
    case .name:
      for index in 0..<names.count where names[index].name == value { return log.append(decimal: names[index].number) }
      // A value that has no name is spelled as its number.
      if let number = Self.number(value) { return log.append(decimal: number) }
    case .text, .uuid, .list, .sequence: break
    }
    log.append(quoted: value)
  }

  /// The identifier of a message's call. If that has no number, the value is written as it is.
  private mutating func append(uuid call: String?, or value: String) {
    guard let call, let number = Self.number(call) else { return log.append(quoted: value) }
    log.append(byte: "'")
    log.append(counters.call(number), bits: 5, digits: 32)
    log.append(byte: "'")
  }

  /// A decimal number; nil for anything else, and for one that is too large.
  private static func number(_ text: String) -> UInt64? {
    text.withBytes { bytes in
      if bytes.isEmpty || bytes.count > 20 { return nil }
      var number: UInt64 = 0
      for byte in bytes {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
        let (sum, isStillTooLarge) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
        if isTooLarge || isStillTooLarge { return nil }
        number = sum
      }
      return number
    }
  }

  // MARK: Lists

  private mutating func append(list attribute: Message.Attribute, _ place: Int, of message: String) {
    if lastList?.sharesPairs(with: attribute) != true {
      let isSnapshot = message == "EventRegistered" || message == "EventAddressInfo"
      let pairs = isSnapshot && attribute.name == "Extensions" ? shifted(attribute.pairs) : attribute.pairs
      lastList = attribute
      lastLines.removeAll()
      Self.append(pairs, to: &lastLines, below: table[place].head)
    }
    log.append(lastLines)
  }

  /// The pairs on lines of their own, below the length of the packed list and its first bytes: the number of pairs, the
  /// type of the first one, and the upper half of the length of its key.
  private static func append(
    _ pairs: [(key: String, value: String)], to log: inout LogText, below head: UnsafeBufferPointer<UInt8>
  ) {
    log.append(head)
    let length = pairs.reduce(2) { $0 + 5 + $1.key.utf8.count + $1.value.utf8.count }
    log.append(byte: "[")
    log.append(length, digits: 1)
    log.append(byte: "]")
    append(byte: pairs.count >> 8, to: &log)
    append(byte: pairs.count, to: &log)
    append(byte: 0, to: &log)
    append(byte: (pairs.first?.key.utf8.count ?? 0) >> 8, to: &log)
    log.append(literal: "..\n")
    for (key, value) in pairs {
      log.append(literal: "\t\t")
      log.append(quoted: key)
      log.append(literal: "\t")
      log.append(quoted: value)
      log.append(byte: "\n")
    }
  }

  private static func append(byte: Int, to log: inout LogText) {
    log.append(byte: " ")
    log.append(hexadecimal: UInt64(byte & 0xFF), digits: 2)
  }

  /// The extensions of a snapshot, which name the calls of the DN: `conn-1`.
  private mutating func shifted(_ pairs: [(key: String, value: String)]) -> [(key: String, value: String)] {
    pairs.map { pair in
      guard pair.key.hasPrefix("conn-"), let number = Self.number(pair.value) else { return pair }
      var text = LogText()
      text.append(hexadecimal: counters.call(number), digits: 16)
      return (pair.key, text.text)
    }
  }
}
