// The lines with which records begin.

extension LogLine {
  /// A line that begins with a time: with `@` before it, it is a line of a T-Server.
  init?(stamped line: Span<UInt8>, _ rest: Range<Int>) {
    let isMarked = line[rest.lowerBound] == UInt8(ascii: "@")
    guard let stamp = LogStamp(line, isMarked ? rest.lowerBound + 1 : rest.lowerBound, rest.upperBound) else {
      return nil
    }
    self.init(.stamped, stamp: stamp)
    let start = line.afterBlanks(stamp.end, rest.upperBound)
    let words = start..<rest.upperBound
    if line.starts(with: "[BSYNC]", words) {
      kind = .backupHead
      name = Self.message(line, words) ?? 0..<0
    } else if line.starts(with: "[ISCC]", words) {
      kind = .siteHead
      name = Self.message(line, words) ?? 0..<0
    } else if isMarked, let found = Self.message(line, words), line[found.lowerBound - 10] == UInt8(ascii: ":") {
      (kind, name) = (.head, found)
      value = Self.headWords(line, start..<found.lowerBound - 10)
    } else if let head = LogLine(logged: line, words) ?? LogLine(routerHead: line, words)
      ?? LogLine(libraryHead: line, words)
    {
      self = head
      self.stamp = stamp
    }
  }

  /// The name at the end of the line, if ` message ` is before it.
  private static func message(_ line: Span<UInt8>, _ words: Range<Int>) -> Range<Int>? {
    let name = line.word(endingAt: words.upperBound, words.lowerBound)
    guard !name.isEmpty, name.lowerBound - words.lowerBound >= 10,
      line.ends(with: " message ", words.lowerBound..<name.lowerBound)
    else { return nil }
    return name
  }

  /// What a head says: the words behind `[0]` and the version.
  private static func headWords(_ line: Span<UInt8>, _ words: Range<Int>) -> Range<Int> {
    var start = words.lowerBound
    // `[0]` is the number of a thread, and the version has dots.
    while start < words.upperBound, line[start] == UInt8(ascii: "[") || line[start].isDigit {
      while start < words.upperBound, !line[start].isBlank { start += 1 }
      start = line.afterBlanks(start, words.upperBound)
    }
    return start..<words.upperBound
  }

  /// ` Trc 04541 RequestMakeCall received from [2] (…)`, or the same with `sent to`.
  private init?(logged line: Span<UInt8>, _ words: Range<Int>) {
    var place = line.afterWord(words.lowerBound, words.upperBound)
    place = line.afterWord(line.afterBlanks(place, words.upperBound), words.upperBound)
    let start = line.afterBlanks(place, words.upperBound)
    let end = line.afterWord(start, words.upperBound)
    guard end > start, end < words.upperBound else { return nil }
    let after = line.afterBlanks(end, words.upperBound)..<words.upperBound
    if line.starts(with: "received from ", after) {
      // The routing server's line about a message has quotes around its name, or the message in its own line.
      self.init(.requestHead)
      name = start..<end
    } else if line.starts(with: "sent to ", after) {
      self.init(.stamped)
      value = after.lowerBound..<after.lowerBound + 7
      name = start..<end
    } else {
      return nil
    }
  }

  /// `received from 65200(TServer)host:port(fd=…) message EventQueued(refid=12)`, or `request to …`; or the second
  /// line of an orchestration server, `: message EventQueued`.
  init?(routerHead line: Span<UInt8>, _ words: Range<Int>) {
    if line.starts(with: ": message Event", words) {
      let found = words.dropFirst(10)
      guard line.afterWord(found.lowerBound, found.upperBound) == found.upperBound else { return nil }
      self.init(.head)
      (name, isRouter, isReceived) = (found, true, true)
      value = words.lowerBound..<words.lowerBound
      return
    }
    let isReceived = line.starts(with: "received from ", words)
    guard isReceived || line.starts(with: "request to ", words),
      let found = Self.message(line, Self.withoutReference(line, words))
    else { return nil }
    self.init(.head)
    (name, isRouter, self.isReceived) = (found, true, isReceived)
    value = words.lowerBound..<words.lowerBound + (isReceived ? 8 : 7)
  }

  /// The words before `(refid=12)`, with which the head of a message that answers a request may end.
  private static func withoutReference(_ line: Span<UInt8>, _ words: Range<Int>) -> Range<Int> {
    guard line[words.upperBound - 1] == UInt8(ascii: ")") else { return words }
    var place = words.upperBound - 1
    while place > words.lowerBound, line[place - 1].isDigit { place -= 1 }
    return line.ends(with: "(refid=", words.lowerBound..<place) ? words.lowerBound..<place - 7 : words
  }

  /// `'EventRinging' (60) attributes:` or `'EventRinging' ('60')` at the end of a line.
  init?(libraryHead line: Span<UInt8>, _ words: Range<Int>) {
    var end = words.upperBound
    let last = line[end - 1]
    let isWhole = last == UInt8(ascii: ":")
    if isWhole {
      guard line.ends(with: ") attributes:", words) else { return nil }
      end -= 13
    } else {
      guard last == UInt8(ascii: ")") else { return nil }
      end -= 1
    }
    // Backwards: the number, perhaps in quotes, then the name in quotes.
    if end > words.lowerBound, line[end - 1] == UInt8(ascii: "'") { end -= 1 }
    var place = end
    while place > words.lowerBound, line[place - 1].isDigit { place -= 1 }
    guard place < end else { return nil }
    if place > words.lowerBound, line[place - 1] == UInt8(ascii: "'") { place -= 1 }
    guard place - words.lowerBound > 4, line.ends(with: "' (", words.lowerBound..<place) else { return nil }
    let found = line.word(endingAt: place - 3, words.lowerBound)
    guard !found.isEmpty, found.lowerBound > words.lowerBound, line[found.lowerBound - 1] == UInt8(ascii: "'") else {
      return nil
    }
    self.init(isWhole ? .libraryHead : .libraryHeadBeforeAttributes)
    (name, isLibrary) = (found, true)
  }
}

extension LogLine.Kind {
  /// Whether an open record ends before this line.
  var endsRecord: Bool {
    switch self {
    case .attribute, .pair, .note, .siteAttribute, .block, .indented, .header: false
    default: true
    }
  }
}
