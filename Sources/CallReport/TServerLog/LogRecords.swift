import CallModel
import CallScenario

/// Writes steps as records: the request, if the action is one, and the events.
struct LogRecords {
  var counters: LogCounters
  private let scenario: Scenario
  private let version: String
  private let attributes: AttributeChoice
  private var log = LogText()
  /// The message that the log had last: most names repeat.
  private var lastName = ""

  init(_ scenario: Scenario, version: String, attributes: AttributeChoice, _ counters: LogCounters) {
    (self.scenario, self.version, self.attributes, self.counters) = (scenario, version, attributes, counters)
  }

  /// The records of the step, each followed by an empty line.
  mutating func text(of step: Transcript.Step, at time: LogTime) -> String {
    log.removeAll()
    if let request = LogRequest(step, of: scenario) { append(request, at: time) }
    for message in step.messages { append(message, at: time) }
    return log.text
  }

  // MARK: Records

  /// `00:00:00.000 Trc 04541 RequestMakeCall received from [1] (00000001 callsim localhost)`, and the request.
  private mutating func append(_ request: LogRequest, at time: LogTime) {
    log.append(clock: time)
    log.append(".")
    log.append(time.fraction, digits: 3)
    log.append(" Trc 04541 \(request.name) received from [\(request.client)] (")
    log.append(hexadecimal: UInt64(request.client), digits: 8)
    log.append(" callsim localhost)\nmessage \(request.name)\n")
    var place = 0
    for attribute in request.attributes { append(attribute.name, attribute.value, ofCall: nil, &place) }
    for list in request.lists { append(list.name, list.pairs) }
    log.append("\n")
  }

  /// `@00:00:00.0000 [0] 0.2.0 distribute_event: message EventRinging`, and what it says.
  private mutating func append(_ message: Message, at time: LogTime) {
    guard message.from == nil, isKnown(message.name) else { return appendComment(on: message) }
    log.append("@")
    log.append(clock: time)
    log.append(".")
    log.append(time.fraction * 10, digits: 4)
    log.append(" [0] ")
    log.append(version)
    log.append(" distribute_event: message ")
    log.append(message.name)
    log.append("\n")
    let isSnapshot = message.name == "EventRegistered" || message.name == "EventAddressInfo"
    var place = 0
    var sequence: UInt64?
    for attribute in message.attributes where attribute.isListed || attributes == .all {
      switch attribute.name {
      case "EventSequenceNumber": sequence = UInt64(attribute.value)
      case "UserData", "Reasons": append(attribute.name, attribute.pairs)
      case "Extensions": append(attribute.name, isSnapshot ? shifted(attribute.pairs) : attribute.pairs)
      default:
        append(attribute.name, attribute.value, ofCall: message, &place)
      }
    }
    appendEnd(counters.event(sequence), time)
  }

  /// The number and the time of the event, which it has in any case.
  private mutating func appendEnd(_ sequence: UInt64, _ time: LogTime) {
    log.append("\tAttributeEventSequenceNumber\t")
    log.append(hexadecimal: sequence, digits: 16)
    log.append("\n\tAttributeTimeinSecs\t")
    log.append(time.seconds, digits: 1)
    log.append(" (")
    log.append(clock: time)
    log.append(")\n\tAttributeTimeinuSecs\t")
    log.append(time.fraction * 1_000, digits: 1)
    log.append("\n\n")
  }

  private mutating func isKnown(_ name: String) -> Bool {
    if name == lastName { return true }
    guard TServerNumbers.messages.contains(name) else { return false }
    lastName = name
    return true
  }

  private mutating func appendComment(on message: Message) {
    let parties = scenario.parties
    let sender = message.from.map { " from \(parties[$0].name)" } ?? ""
    let what = "\(message.name)\(sender) to \(parties[message.to].name)".printable()
    let reason = message.from == nil ? "which has no number in the T-Library" : "which is not the T-Server's"
    log.append("# Left out: \(what), \(reason)\n\n")
  }

  // MARK: Attributes

  private mutating func append(_ name: String, _ value: String, ofCall message: Message?, _ place: inout Int) {
    guard let known = LogAttributes.all.find(name, from: &place) else {
      log.append("\tAttribute\(name.printable())\t")
      log.append(quoted: value)
      return log.append("\n")
    }
    log.append(known.head)
    append(value, known.form, of: message)
    log.append("\n")
  }

  private mutating func append(_ value: String, _ form: LogAttributes.Form, of message: Message?) {
    switch form {
    case .connID:
      guard let number = UInt64(value) else { break }
      let exists = message.map { !$0.isRefusal } ?? false
      return log.append(hexadecimal: counters.call(number, exists: exists), digits: 16)
    case .callID:
      guard let number = UInt64(value) else { break }
      return log.append(String(counters.call(number)))
    case .uuid:
      guard let number = message?.call.flatMap({ UInt64($0) }) else { break }
      return log.append(quoted: ConnID(counters.call(number)).uuid)
    case .number:
      guard UInt64(value) != nil else { break }
      return log.append(value)
    case .names(let names):
      if let name = names.first(where: { $0.name == value }) { return log.append(name.number, digits: 1) }
      // A value that has no name is spelled as its number.
      if UInt64(value) != nil { return log.append(value) }
    case .text, .list: break
    }
    log.append(quoted: value)
  }

  /// The pairs on lines of their own, below the length of the packed list and its first bytes: the number of pairs, the
  /// type of the first one, and the upper half of the length of its key.
  private mutating func append(_ name: String, _ pairs: [(key: String, value: String)]) {
    var place = 0
    log.append(LogAttributes.all.find(name, from: &place)?.head ?? "\tAttribute\(name)\t")
    let length = pairs.reduce(2) { $0 + 5 + $1.key.utf8.count + $1.value.utf8.count }
    log.append("[\(length)]")
    for byte in [pairs.count >> 8, pairs.count, 0, (pairs.first?.key.utf8.count ?? 0) >> 8] {
      log.append(" ")
      log.append(hexadecimal: UInt64(byte & 0xFF), digits: 2)
    }
    log.append("..\n")
    for (key, value) in pairs {
      log.append("\t\t")
      log.append(quoted: key)
      log.append("\t")
      log.append(quoted: value)
      log.append("\n")
    }
  }

  /// The extensions of a snapshot, which name the calls of the DN: `conn-1`.
  private mutating func shifted(_ pairs: [(key: String, value: String)]) -> [(key: String, value: String)] {
    pairs.map { key, value in
      guard key.hasPrefix("conn-"), let number = UInt64(value) else { return (key, value) }
      var text = LogText()
      text.append(hexadecimal: counters.call(number), digits: 16)
      return (key, text.text)
    }
  }
}
