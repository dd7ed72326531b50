// How lines make records.

extension LogReader {
  /// Reads a line.
  @inline(__always)
  mutating func take(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Outcome {
    if state == .inRecord, !isInHeader, line.isEmpty {
      copyPending(bytes)
      return complete() ? .completes : .consumed
    }
    return takeOther(bytes, line)
  }

  @inline(never)
  private mutating func takeOther(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Outcome {
    var range = range
    let isFirst = linePosition.line == 1
    if isFirst, bytes.starts(with: "\u{FEFF}", range) { range = range.lowerBound + 3..<range.upperBound }
    let line = LogLine(bytes, range, inLibrary: state == .inRecord && record.format.isLibrary)
    if isInHeader {
      switch line.kind {
      case .empty:
        isInHeader = false
        return .consumed
      case .text, .header:
        readHeader(bytes, range)
        return .consumed
      default: isInHeader = false
      }
    }
    if line.kind.endsRecord, state != .between {
      copyPending(bytes)
      if complete() { return .completedBefore }
    }
    let expectation = expected
    expected = .nothing
    let time = line.stamp.map { clock.time($0) }
    switch line.kind {
    case .empty, .block, .text: break
    case .attribute: add(line, bytes, range)
    case .pair: add(line, bytes, range)
    case .note:
      if state == .inRecord, let distance = keep(bytes, range), record.note == nil {
        record.note = line.value.moved(by: distance)
      }
    case .siteAttribute:
      if state == .inRecord { count(strange: line, bytes, range) }
    case .indented: if state == .inRecord { summary.strangeLines += 1 }
    case .header:
      (isInHeader, hasLocalTime) = (true, false)
      readHeader(bytes, range)
    case .comment:
      if bytes.starts(with: "# Flow: ", range) { place.scope += 1 }
    case .head:
      remember(line, bytes)
      open(line, bytes, range, linePosition, time)
    case .requestHead:
      if let stamp = line.stamp {
        requestWords.removeAll(keepingCapacity: true)
        requestWords.append(bytes, stamp.end..<line.name.lowerBound)
      }
      (expected, headPosition) = (.request, linePosition)
    case .backupHead:
      if line.name.isEmpty { expected = .backup } else { drop(\.backupRecords) }
    case .siteHead:
      drop(\.siteRecords)
      expected = .site
    case .message: readMessage(line, expectation, bytes, range)
    case .libraryHead: openLibrary(line, bytes, range)
    case .libraryHeadBeforeAttributes:
      openLibrary(line, bytes, range)
      // Until the next line says so, it is only a name in some text.
      (state, expected) = (.between, .attributes)
    case .libraryAttributes:
      if expectation == .attributes { state = .inRecord }
    case .stamped:
      if !line.value.isEmpty { summary.headCounts.count(bytes, line.value) }
      readCheckPoint(bytes, range)
    case .transcript: return readTranscript(bytes, range) ? .completes : .consumed
    }
    return .consumed
  }

  // MARK: Heads

  /// Reads the head of a record that is like the latest one but for the time and the name. Returns whether it is one.
  @inline(__always)
  mutating func takeHead(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    guard state == .between, expected == .nothing, !isInHeader, bytes[next] == UInt8(ascii: "@"), !headWords.isEmpty,
      let stamp = LogStamp(bytes, next &+ 1, bytes.count), stamp.end &+ headWords.count < bytes.count
    else { return false }
    let start = stamp.end &+ headWords.count
    let end = bytes.first(UInt8(ascii: "\n"), from: start, to: bytes.count)
    let nameEnd = bytes.withoutBlanksAtEnd(start..<end).upperBound
    guard end < bytes.count, end &- next <= limits.line, nameEnd > start, bytes.afterWord(start, nameEnd) == nameEnd,
      bytes.equals(headWords.span, 0..<headWords.count, stamp.end..<start)
    else { return false }
    var line = LogLine(.head)
    line.name = start..<nameEnd
    line.value = headValue.moved(by: stamp.end)
    position.byte = bytesBefore &+ next
    open(line, bytes, next..<end, linePosition, clock.time(stamp))
    position.line &+= 1
    summary.lines &+= 1
    next = end &+ 1
    return true
  }

  /// Reads the head of a request that has between the time and the name what the latest one had. Returns whether it is
  /// one.
  mutating func takeRequestHead(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    guard state == .between, expected == .nothing, !isInHeader, bytes[next].isDigit, !requestWords.isEmpty,
      let stamp = LogStamp(bytes, next, bytes.count), stamp.end &+ requestWords.count < bytes.count
    else { return false }
    let start = stamp.end &+ requestWords.count
    let end = bytes.first(UInt8(ascii: "\n"), from: start, to: bytes.count)
    let nameEnd = bytes.afterWord(start, end)
    guard end < bytes.count, end &- next <= limits.line, nameEnd > start,
      bytes.starts(with: " received from ", nameEnd..<bytes.withoutBlanksAtEnd(nameEnd..<end).upperBound),
      bytes.equals(requestWords.span, 0..<requestWords.count, stamp.end..<start)
    else { return false }
    position.byte = bytesBefore &+ next
    (expected, headPosition) = (.request, linePosition)
    _ = clock.time(stamp)
    position.line &+= 1
    summary.lines &+= 1
    next = end &+ 1
    return true
  }

  /// Reads `message RequestMakeCall` behind the head of a request. Returns whether that is what the line has.
  mutating func takeRequest(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    guard expected == .request, state == .between, !isInHeader,
      bytes.starts(with: "message Request", next..<bytes.count)
    else { return false }
    let start = next &+ 8
    let end = bytes.first(UInt8(ascii: "\n"), from: start, to: bytes.count)
    let nameEnd = bytes.withoutBlanksAtEnd(start..<end).upperBound
    guard end < bytes.count, end &- next <= limits.line, bytes.afterWord(start, nameEnd) == nameEnd else {
      return false
    }
    position.byte = bytesBefore &+ next
    expected = .nothing
    begin(.server, headPosition, nil)
    record.direction = .request
    if let distance = keep(bytes, next..<end) { record.name = (start..<nameEnd).moved(by: distance) }
    position.line &+= 1
    summary.lines &+= 1
    next = end &+ 1
    return true
  }

  /// Keeps what the head of a server's record has between the time and the name.
  private mutating func remember(_ line: LogLine, _ bytes: Span<UInt8>) {
    guard let stamp = line.stamp, !line.isRouter else { return }
    headWords.removeAll(keepingCapacity: true)
    headWords.append(bytes, stamp.end..<line.name.lowerBound)
    headValue = line.value.moved(by: -stamp.end)
  }

  /// Opens an event, or a record with another head.
  private mutating func open(
    _ line: LogLine, _ bytes: Span<UInt8>, _ range: Range<Int>, _ position: LogPosition, _ time: Int?
  ) {
    begin(line.isRouter ? .router : .server, position, time)
    guard let distance = keep(bytes, range) else { return }
    record.name = line.name.moved(by: distance)
    let isEvent = bytes.starts(with: "Event", line.name)
    if line.isRouter {
      record.direction = line.isReceived ? (isEvent ? .event : .other) : .request
    } else if isEvent, bytes.equals("distribute_event", line.value) {
      record.direction = .event
    }
    if record.direction == .other { record.head = line.value.moved(by: distance) }
  }

  private mutating func begin(_ format: LogFormat, _ position: LogPosition, _ time: Int?) {
    record.removeAll()
    record.position = position
    record.format = format
    record.time = time ?? clock.now
    record.scope = place.scope
    record.direction = .other
    state = .inRecord
  }

  private mutating func drop(_ count: WritableKeyPath<LogSummary, Int>) {
    summary[keyPath: count] += 1
    state = .dropped
  }

  /// `message RequestMakeCall`, which belongs to the head in the line before.
  private mutating func readMessage(
    _ line: LogLine, _ expectation: Expected, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) {
    switch expectation {
    case .backup: drop(\.backupRecords)
    case .site: state = .dropped
    default:
      if bytes.starts(with: "ISCC", line.name) { return drop(\.siteRecords) }
      begin(.server, expectation == .request ? headPosition : linePosition, nil)
      if expectation == .request { record.direction = .request }
      if let distance = keep(bytes, range) { record.name = line.name.moved(by: distance) }
    }
  }

  private mutating func openLibrary(_ line: LogLine, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    begin(line.kind == .libraryHead ? .java : .dotNet, linePosition, nil)
    guard let distance = keep(bytes, range) else { return }
    record.name = line.name.moved(by: distance)
    if bytes.starts(with: "Event", line.name) { record.direction = .event }
    if bytes.starts(with: "Request", line.name) { record.direction = .request }
  }

  // MARK: Attributes

  private mutating func add(_ line: LogLine, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard state == .inRecord else { return }
    // The server's records have no `Name = value`, and the library's none without.
    if line.kind == .attribute, line.isLibrary != record.format.isLibrary {
      if bytes[range.lowerBound].isBlank { return count(strange: line, bytes, range) }
      return
    }
    guard let distance = keep(bytes, range) else { return }
    var attribute: LogAttribute?
    var depth = line.depth
    if line.kind == .attribute {
      attribute = names.attribute(bytes, line.name)
      if line.isLibrary { (record.format, depth) = library(line, attribute, bytes, range) }
      if attribute == nil, depth == 0 { summary.attributeCounts.count(bytes, line.name) }
    }
    if depth > limits.depth { return count(strange: line, bytes, range) }
    record.list.append(
      LogField(
        name: line.name.moved(by: distance), value: line.value.moved(by: distance), depth: depth,
        attribute: attribute))
  }

  /// Which library has printed the line, and how deep it lies: a name behind two tabs that no attribute has is a key.
  private func library(
    _ line: LogLine, _ attribute: LogAttribute?, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (LogFormat, Int) {
    let start = bytes.afterBlanks(range.lowerBound, range.upperBound)
    if line.name.lowerBound > start { return (.dotNet, 0) }
    let isJava = attribute == .thisDN || attribute == .connID
    return (isJava ? .java : record.format, attribute == nil ? max(0, LogLine.tabs(bytes, range) - 1) : 0)
  }

  private mutating func count(strange line: LogLine, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    summary.strangeLines += 1
  }

  // MARK: Ends

  /// Ends the open record. Returns whether it is to be passed on.
  @inline(__always)
  mutating func complete() -> Bool {
    let wasOpen = state == .inRecord
    state = .between
    guard wasOpen else { return false }
    record.nameHash = record.bytes.span.hash(record.name)
    if record.direction == .event, let (event, order) = identity(), repeated.contains(event, order: order) {
      summary.repeatedRecords += 1
      return false
    }
    summary.count(record)
    return true
  }

  /// What tells an event from all others: its number, and more, since several servers may number their events alike.
  /// The number alone says in which order events come.
  ///
  /// It changes nothing: what is not mutating would be called with a copy of the reader.
  private mutating func identity() -> (event: UInt64, order: UInt64)? {
    guard let sequence = record.field(.eventSequenceNumber) else { return nil }
    let bytes = record.bytes.span
    // Logs of several kinds write the number in several ways.
    let range = record.unquoted(sequence.value)
    let isServers = record.format.rawValue <= LogFormat.router.rawValue
    guard let number = isServers ? bytes.hexadecimal(range) : bytes.decimal(range).map(UInt64.init) else { return nil }
    var hash = number &* 0x9E37_79B9_7F4A_7C15 ^ record.nameHash
    if let dn = record.field(.thisDN) { hash = hash &* 31 &+ bytes.hash(record.unquoted(dn.value)) }
    if let seconds = record.field(.timeInSeconds) { hash = hash &* 31 &+ bytes.number(at: seconds.value).number }
    if let rest = record.field(.timeInMicroseconds) { hash = hash &* 31 &+ bytes.number(at: rest.value).number }
    return ((hash ^ hash &>> 29) &* 0x94D0_49BB_1331_11EB &+ UInt64(truncatingIfNeeded: record.scope), number)
  }

  // MARK: Dates

  private mutating func readHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let colon = bytes.first(UInt8(ascii: ":"), from: range.lowerBound, to: range.upperBound)
    guard colon < range.upperBound else { return }
    let key = range.lowerBound..<colon
    let value = bytes.afterBlanks(colon + 1, range.upperBound)..<range.upperBound
    if bytes.equals("Local time", key) || bytes.equals("UTC time", key) && !hasLocalTime,
      let stamp = LogStamp(bytes, value.lowerBound, value.upperBound), stamp.day != nil
    {
      hasLocalTime = bytes.equals("Local time", key)
      clock.set(stamp)
    }
  }

  /// `… Check point 2026-01-01T09:00:00` says which day it is.
  private mutating func readCheckPoint(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let line = bytes.withoutBlanksAtEnd(range)
    guard line.count > 32, bytes.ends(with: "Check point ", line.lowerBound..<line.upperBound - 19),
      let stamp = LogStamp(bytes, line.upperBound - 19, line.upperBound), stamp.day != nil
    else { return }
    _ = clock.time(stamp)
  }
}

extension Range<Int> {
  @inline(__always)
  func moved(by distance: Int) -> Range<Int> {
    Range(uncheckedBounds: (lowerBound &+ distance, upperBound &+ distance))
  }
}

extension LogFormat {
  /// Whether a client library prints it.
  var isLibrary: Bool { self == .dotNet || self == .java }
}
