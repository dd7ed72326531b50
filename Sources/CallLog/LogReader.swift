/// Reads logs piece by piece, and passes on each record as soon as it is complete.
///
///     var reader = LogReader()
///     reader.beginFile("srv-001.log")
///     reader.read(bytes.span) { record in
///       if record.direction == .event { print(record.message, record.string(.thisDN) ?? "") }
///     }
///     reader.finish { record in … }
///
/// Several files are one log: a record that the end of a file cuts goes on in the next one. Only the open record is
/// kept, so memory does not grow with the log. `LogStart` puts files in order. What is not understood is counted in
/// `summary`, and nothing in a log is an error.
public struct LogReader: ~Copyable {
  /// What has been read so far.
  public internal(set) var summary = LogSummary()

  let limits: LogLimits
  let names = LogNames.all
  var record = LogRecord()
  var state = State.between
  /// What the next line should be, and where the head is to which it belongs.
  var expected = Expected.nothing
  var headPosition = LogPosition(file: 0, line: 0, byte: 0)
  /// What the latest head of a server's record had between the time and the name, and where its value is in that.
  var headWords: [UInt8] = []
  var headValue = 0..<0
  /// What the latest head of a request had between the time and the name.
  var requestWords: [UInt8] = []
  var isInHeader = false
  var hasLocalTime = false
  var clock = LogClock()
  var repeated = RepeatedEvents()
  /// The flow of the latest line of a transcript, and its step.
  var place = TranscriptPlace()

  /// The files that have been begun since the last piece was read.
  private var files: [String] = []
  /// The file, and the number of lines and bytes before the line.
  var position = LogPosition(file: -1, line: 0, byte: 0)
  /// The beginning of a line whose end has not come yet, and the place of its first byte in the file.
  private var partial: [UInt8] = []
  private var partialStart = 0
  /// Whether that line is complete, but has to be read again after the record that ends before it.
  private var isPartialComplete = false
  /// The bytes of the file before the piece.
  var bytesBefore = 0
  /// The lines of the piece that belong to the record and have not been copied into it.
  var pending = 0..<0

  enum State {
    /// No record is open.
    case between
    /// The attributes of a record are read, or skipped.
    case inRecord, dropped
  }

  enum Expected {
    case nothing
    /// `message RequestMakeCall`
    case request, backup, site
    /// `message attributes:`
    case attributes
  }

  enum Outcome {
    case consumed
    /// The line completes the record, or the record ends before the line, which has to be read again.
    case completes, completedBefore
  }

  /// A reader of one log.
  public init(limits: LogLimits = .usual) { self.limits = limits }

  /// Begins the next file of the log. Its name may say when it was begun, as `srv.20260101_091407_513.log` does.
  public mutating func beginFile(_ name: String = "") { files.append(name) }

  /// Reads the next bytes of the file, and passes on the records that are complete.
  public mutating func read<Failure: Error>(
    _ bytes: Span<UInt8>, _ body: (borrowing LogRecord) throws(Failure) -> Void
  ) throws(Failure) {
    try beginFiles(body)
    summary.bytes += bytes.count
    let hasZeros = bytes.hasZero
    var start = 0
    while start < bytes.count {
      // Zeros are no part of a line; a file that was not closed may have thousands of them.
      let end = hasZeros ? bytes.first(0, from: start, to: bytes.count) : bytes.count
      let part = bytes.extracting(start..<end)
      var next = 0
      while scan(part, &next) { try body(record) }
      bytesBefore += end - start
      start = end
      while start < bytes.count, bytes[start] == 0 {
        start += 1
        bytesBefore += 1
      }
    }
  }

  /// Passes on the record that is still open: the log has ended.
  public mutating func finish<Failure: Error>(
    _ body: (borrowing LogRecord) throws(Failure) -> Void
  ) throws(Failure) {
    try beginFiles(body)
    let isInLine = !partial.isEmpty
    // What is left of such a line may have been the next attribute.
    let endsInRecord = state == .inRecord && isInLine && (partial[1].isBlank || partial[1].isLetter)
    while endLine() {
      if endsInRecord { record.isCut = true }
      try body(record)
    }
    if state == .inRecord {
      record.isCut = true
      if isInLine { record.dropLastUnlessWhole() }
    }
    if complete() { try body(record) }
  }

  private mutating func beginFiles<Failure: Error>(
    _ body: (borrowing LogRecord) throws(Failure) -> Void
  ) throws(Failure) {
    while let name = files.first {
      // The last line of the file before may have no end.
      while endLine() { try body(record) }
      files.removeFirst()
      summary.files += 1
      position = LogPosition(file: position.file + 1, line: 0, byte: 0)
      bytesBefore = 0
      isInHeader = false
      if let stamp = LogStamp(fileName: name) { clock.set(stamp) }
    }
  }

  // MARK: Lines

  /// Reads lines from here on until a record is complete, or until all are read; returns whether one is complete.
  private mutating func scan(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    if isPartialComplete, takePartial() { return true }
    while next < bytes.count {
      if partial.isEmpty,
        takeAttributes(bytes, &next) || takeHead(bytes, &next) || takeRequestHead(bytes, &next)
          || takeRequest(bytes, &next)
      {
        continue
      }
      let end = bytes.first(UInt8(ascii: "\n"), from: next, to: bytes.count)
      if end == bytes.count || !partial.isEmpty || end &- next > limits.line {
        addToPartial(bytes, next..<end)
        next = end
        if end == bytes.count { break }
        next += 1
        copyPending(bytes)
        if takePartial() { return true }
        continue
      }
      position.byte = bytesBefore &+ next
      let outcome = take(bytes, Range(uncheckedBounds: (next, end)))
      if outcome != .completedBefore {
        next = end &+ 1
        position.line &+= 1
        summary.lines &+= 1
      }
      if outcome != .consumed {
        copyPending(bytes)
        return true
      }
    }
    copyPending(bytes)
    return false
  }

  private mutating func addToPartial(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if partial.isEmpty {
      partialStart = bytesBefore + range.lowerBound
      // A byte before the line, so that it is not empty.
      partial.append(UInt8(ascii: "\n"))
    }
    let room = max(0, limits.line + 2 - partial.count)
    partial.append(bytes, range.prefix(room))
  }

  /// Reads the line that came in several pieces.
  private mutating func takePartial() -> Bool {
    var line: [UInt8] = []
    swap(&line, &partial)
    if !isPartialComplete { line.append(UInt8(ascii: "\n")) }
    position.byte = partialStart
    let isCut = line.count - 2 > limits.line
    if isCut { line.remove(at: line.count - 2) }
    let outcome = take(line.span, 1..<line.count - 1)
    copyPending(line.span)
    isPartialComplete = outcome == .completedBefore
    if isCut { summary.cutLines += 1 }
    if !isPartialComplete {
      line.removeAll(keepingCapacity: true)
      position.line += 1
      summary.lines += 1
    }
    swap(&line, &partial)
    return outcome != .consumed
  }

  /// Reads the last line of a file if nothing ends it. Returns whether a record is complete.
  private mutating func endLine() -> Bool { partial.isEmpty ? false : takePartial() }

  // MARK: The open record

  /// Where the line is that is being read.
  var linePosition: LogPosition {
    LogPosition(file: position.file, line: position.line + 1, byte: position.byte)
  }

  /// Adds the line to the record. Returns how far its bytes move; nil if the record is too long already.
  @inline(__always)
  mutating func keep(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let length = record.bytes.count &+ pending.count
    if record.isCut || length &+ line.count >= limits.record || record.list.count >= limits.fields { return cut() }
    if pending.upperBound == line.lowerBound, !pending.isEmpty {
      pending = Range(uncheckedBounds: (pending.lowerBound, line.upperBound &+ 1))
    } else {
      // Lines that do not belong to the record are between them.
      copyPending(bytes)
      pending = Range(uncheckedBounds: (line.lowerBound, line.upperBound &+ 1))
    }
    return record.bytes.count &- pending.lowerBound
  }

  @inline(never)
  private mutating func cut() -> Int? {
    if !record.isCut {
      record.isCut = true
      summary.cutRecords += 1
      if summary.firstCut == nil { summary.firstCut = record.position }
    }
    return nil
  }

  /// Copies the lines that have been kept.
  mutating func copyPending(_ bytes: Span<UInt8>) {
    if pending.isEmpty { return }
    record.bytes.append(bytes, pending)
    pending = 0..<0
  }

  /// Adds a text to the record that is not a part of the line. Returns where it is.
  mutating func keep(_ text: [UInt8], _ bytes: Span<UInt8>) -> Range<Int> {
    copyPending(bytes)
    record.bytes += text
    return record.bytes.count - text.count..<record.bytes.count
  }
}

extension Span<UInt8> {
  /// Whether one of the bytes is zero.
  var hasZero: Bool {
    // Less one, only a zero and what is beyond ASCII have their highest bit.
    var marks: UInt64 = 0
    var place = 0
    while place &+ 8 <= count {
      marks |= word(uncheckedAt: place) &- UInt64.lowBits
      place &+= 8
    }
    return marks & UInt64.highBits != 0 || place < count ? first(0, from: 0, to: count) < count : false
  }
}

extension [UInt8] {
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
