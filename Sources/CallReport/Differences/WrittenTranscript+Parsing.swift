import CallModel
package import CallScenario

extension WrittenTranscript {
  /// Bytes of a transcript that are read: 512 MiB.
  package static let sizeLimit = 512 << 20

  /// Reads the lines that `callsim run --format jsonl` writes.
  ///
  /// - Throws: The first place that is not as in a transcript, with its line and column. Keys that are not known are
  ///   passed over, because a later version may have more.
  package init(parsing bytes: [UInt8], path: String) throws(Diagnostic) {
    if bytes.count > Self.sizeLimit {
      throw Diagnostic(
        path: path, position: Position(line: 1, column: 1),
        message: "the transcript has more than \(Self.sizeLimit >> 20) MiB",
        suggestion: "write the transcripts of fewer scenarios into one file")
    }
    var builder = TranscriptBuilder()
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      do throws(JSONError) {
        if !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          var parser = JSONParser(bytes, start..<end)
          try builder.add(TranscriptLine(try parser.value()))
        }
      } catch {
        throw Diagnostic(error, path: path, line: line, bytes[start..<end])
      }
      start = end + 1
    }
    self = builder.transcript
  }
}

extension Diagnostic {
  /// A mistake in one line. A line of megabytes is not shown.
  fileprivate init(_ error: JSONError, path: String, line: Int, _ bytes: ArraySlice<UInt8>) {
    let before = String(decoding: bytes.prefix(error.offset), as: UTF8.self)
    let shown = bytes.count <= 4_096 ? String(decoding: bytes, as: UTF8.self).printable() : ""
    self.init(
      path: path, position: Position(line: line, column: before.count + 1), message: error.message,
      suggestion: error.suggestion ?? "a transcript is what callsim run --format jsonl writes", line: shown)
  }
}

/// A line of a transcript.
private enum TranscriptLine {
  case message(Place, step: Int, WrittenMessage)
  case action(Place, step: Int, String, refusal: String?)
  case wait(Place, String)
  case start(Place, mark: String)

  /// The file and the flow.
  struct Place: Hashable {
    var file: Text?
    var flow: Text
  }

  init(_ value: JSONValue) throws(JSONError) {
    guard case .object(let members) = value else {
      throw JSONError("a line of a transcript is an object, not \(value.noun)", at: 0)
    }
    let fields = Fields(members)
    let flow = try fields.required("flow")
    let place = Place(file: try fields.text("file").map { Text($0) }, flow: Text(flow))
    let step = try fields.step()
    if let name = try fields.text("message") {
      guard let step else { throw JSONError("the message has no \"step\"", at: 0) }
      self = .message(place, step: step, try fields.message(name))
    } else if let action = try fields.text("action") {
      let refusal = try fields.text("refused")
      self = step.map { .action(place, step: $0, action, refusal: refusal) } ?? .wait(place, action)
    } else if let mark = try fields.text("after") {
      self = .start(place, mark: mark)
    } else {
      throw JSONError("the line has no \"message\" and no \"action\"", at: 0)
    }
  }
}

/// The members of a line by their keys.
private struct Fields {
  let members: [JSONMember]

  init(_ members: [JSONMember]) { self.members = members }

  private func member(_ key: String) -> JSONMember? { members.first { $0.key == key } }

  func text(_ key: String) throws(JSONError) -> String? {
    guard let member = member(key) else { return nil }
    guard case .string(let text) = member.value else {
      throw JSONError("\"\(key)\" is a string, not \(member.value.noun)", at: member.valueOffset)
    }
    return text
  }

  func required(_ key: String) throws(JSONError) -> String {
    if let text = try text(key) { return text }
    throw JSONError("the line has no \"\(key)\"", at: 0)
  }

  func step() throws(JSONError) -> Int? {
    guard let member = member("step") else { return nil }
    if case .number(let digits) = member.value, let step = Int(digits), (0...Int(Int32.max)).contains(step) {
      return step
    }
    throw JSONError("\"step\" is the number of an action", at: member.valueOffset)
  }

  func message(_ name: String) throws(JSONError) -> WrittenMessage {
    var message = WrittenMessage(
      from: try text("from"), to: try required("to"), name: name, attributes: [], rule: try text("rule"),
      source: try text("source"))
    guard let attributes = member("attributes") else { throw JSONError("the message has no \"attributes\"", at: 0) }
    guard case .object(let members) = attributes.value else {
      throw JSONError("\"attributes\" is an object, not \(attributes.value.noun)", at: attributes.valueOffset)
    }
    message.attributes.reserveCapacity(members.count)
    for member in members {
      guard case .string(let value) = member.value else {
        throw JSONError(
          "the value of \(member.key.shortened) is a string, not \(member.value.noun)", at: member.valueOffset)
      }
      message.attributes.append(WrittenAttribute(member.key, value))
    }
    for key in ["conversation", "endedBy"] {
      if let value = try text(key) { message.attributes.append(WrittenAttribute(key, value)) }
    }
    return message
  }
}

/// Puts lines together to flows. Lines of one flow may have others between them.
private struct TranscriptBuilder {
  private var flows: [WrittenFlow] = []
  private var numberOf: [TranscriptLine.Place: Int] = [:]
  /// The last place, which most lines share with the line before.
  private var last: (place: TranscriptLine.Place, number: Int)?
  private var hasActions = false
  /// The flows whose steps are not in the order of their numbers.
  private var unordered: Set<Int> = []

  mutating func add(_ line: TranscriptLine) {
    switch line {
    case .start(let place, let mark): flows[flow(place)].mark = mark
    case .wait(let place, let text):
      hasActions = true
      let flow = flow(place)
      let number = flows[flow].steps.last?.number ?? 0
      flows[flow].steps.append(WrittenStep(number: number, action: text, isWait: true))
    case .action(let place, let number, let text, let refusal):
      hasActions = true
      append(WrittenStep(number: number, action: text, refusal: refusal), to: flow(place))
    case .message(let place, let number, let message):
      let flow = flow(place)
      if flows[flow].steps.last?.number != number || flows[flow].steps.last?.isWait == true {
        append(WrittenStep(number: number), to: flow)
      }
      flows[flow].steps[flows[flow].steps.count - 1].messages.append(message)
    }
  }

  private mutating func append(_ step: WrittenStep, to flow: Int) {
    if let last = flows[flow].steps.last, last.number >= step.number { unordered.insert(flow) }
    flows[flow].steps.append(step)
  }

  private mutating func flow(_ place: TranscriptLine.Place) -> Int {
    if let last, last.place == place { return last.number }
    let number = numberOf[place] ?? flows.count
    if number == flows.count {
      flows.append(WrittenFlow(file: place.file?.string, name: place.flow.string))
      numberOf[place] = number
    }
    last = (place, number)
    return number
  }

  /// Steps in the order of their numbers, each once; a `wait` stays behind the step that it follows.
  var transcript: WrittenTranscript {
    var flows = flows
    for flow in unordered {
      let sorted = flows[flow].steps.enumerated().sorted {
        ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
      }
      var steps: [WrittenStep] = []
      // The place of the last step that is no `wait`.
      var last: Int?
      for (_, step) in sorted {
        if let last, !step.isWait, steps[last].number == step.number,
          steps[last].action == nil || step.action == nil || steps[last].action == step.action
        {
          steps[last].action = steps[last].action ?? step.action
          steps[last].refusal = steps[last].refusal ?? step.refusal
          steps[last].messages += step.messages
        } else {
          if !step.isWait { last = steps.count }
          steps.append(step)
        }
      }
      flows[flow].steps = steps
    }
    return WrittenTranscript(flows: flows, hasActions: hasActions)
  }
}
