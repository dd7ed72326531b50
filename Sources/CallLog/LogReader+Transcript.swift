// JSON Lines as `callsim run --format jsonl` prints them.

/// Where in a transcript its latest line was.
struct TranscriptPlace {
  var file: [UInt8] = []
  var flow: [UInt8] = []
  var step = 0
  /// Counts the flows.
  var scope = 0
}

extension LogReader {
  /// Reads a line of a transcript, which is a whole record. Returns whether it is one.
  mutating func readTranscript(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    beginTranscript()
    guard let distance = keep(bytes, range) else { return false }
    var json = JSONMembers(bytes, range, depth: limits.depth)
    guard json.enter(bytes) else { return strange() }
    var message: Range<Int>?
    while let key = json.nextKey(bytes) {
      if bytes.equals("attributes", key), json.enter(bytes) {
        while let name = json.nextKey(bytes) {
          guard let value = json.value(bytes) else { return strange() }
          add(name, value, distance, bytes)
        }
        continue
      }
      guard let value = json.value(bytes) else { return strange() }
      let text = text(value, distance, bytes)
      if bytes.equals("message", key) { message = text } else { set(key, text, bytes) }
    }
    guard json.isComplete else { return strange() }
    copyPending(bytes)
    finishTranscript(message)
    return complete()
  }

  private mutating func strange() -> Bool {
    summary.strangeLines += 1
    state = .between
    return false
  }

  private mutating func beginTranscript() {
    record.removeAll()
    record.position = linePosition
    (record.format, record.direction) = (.transcript, .other)
    record.time = nil
    state = .inRecord
  }

  /// The text of a value: escapes are replaced in a copy behind the line.
  private mutating func text(_ value: JSONMembers.Value, _ distance: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    guard value.hasEscapes else { return value.range.moved(by: distance) }
    return keep(JSONMembers.unescaped(bytes, value.range), bytes)
  }

  private mutating func add(_ name: Range<Int>, _ value: JSONMembers.Value, _ distance: Int, _ bytes: Span<UInt8>) {
    if record.list.count >= limits.fields { return }
    let attribute = names.attribute(bytes, name)
    if attribute == nil { summary.attributeCounts.count(bytes, name) }
    record.list.append(
      LogField(name: name.moved(by: distance), value: text(value, distance, bytes), attribute: attribute))
  }

  private mutating func set(_ key: Range<Int>, _ value: Range<Int>, _ bytes: Span<UInt8>) {
    switch true {
    case bytes.equals("file", key): record.transcript.file = value
    case bytes.equals("flow", key): record.transcript.flow = value
    case bytes.equals("step", key):
      copyPending(bytes)
      record.transcript.step = record.bytes.span.decimal(value)
    case bytes.equals("from", key): record.transcript.from = value
    case bytes.equals("to", key): record.transcript.to = value
    case bytes.equals("action", key): record.transcript.action = value
    case bytes.equals("refused", key): record.transcript.refused = value
    case bytes.equals("after", key): record.transcript.after = value
    default: break
    }
  }

  /// Says what the record is, and whether another flow has begun.
  private mutating func finishTranscript(_ message: Range<Int>?) {
    let members = record.transcript
    let file = members.file.map { record.bytes[$0] } ?? []
    let flow = members.flow.map { record.bytes[$0] } ?? []
    let step = members.step ?? place.step
    if !place.flow.elementsEqual(flow) || !place.file.elementsEqual(file) || step < place.step || members.after != nil {
      place.scope += 1
      (place.file, place.flow) = (Array(file), Array(flow))
    }
    place.step = step
    record.scope = place.scope
    if let message {
      record.name = message
      // Only servers with senders name them.
      record.direction = members.from == nil ? .event : .other
    } else if let action = members.action, let verb = Self.verb(record.bytes.span, action) {
      record.name = verb
      record.direction = record.bytes[verb.lowerBound] == UInt8(ascii: "T") ? .request : .other
    }
  }

  /// The second word of an action, or `wait`.
  private static func verb(_ bytes: Span<UInt8>, _ action: Range<Int>) -> Range<Int>? {
    if bytes.starts(with: "wait ", action) { return action.prefix(4) }
    var start = bytes.first(UInt8(ascii: " "), from: action.lowerBound, to: action.upperBound)
    start = bytes.afterBlanks(start, action.upperBound)
    let end = bytes.afterWord(start, action.upperBound)
    return end > start ? start..<end : nil
  }
}
