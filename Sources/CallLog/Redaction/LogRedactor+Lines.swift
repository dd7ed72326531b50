// What is written for each kind of line.

extension LogRedactor {
  mutating func rewrite(_ line: LogLine, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    let whole = bytes.withoutBlanksAtEnd(range)
    defer { keep(bytes, whole.upperBound..<range.upperBound) }
    if isInHeader {
      switch line.kind {
      case .empty:
        isInHeader = false
        return
      case .text, .header: return header(bytes, whole)
      default: isInHeader = false
      }
    }
    follow(line)
    switch line.kind {
    case .empty: keep(bytes, whole)
    case .attribute:
      let attribute = LogNames.all.attribute(bytes, line.name)
      keep(bytes, whole.lowerBound..<line.name.lowerBound)
      if attribute != nil {
        keep(bytes, line.name)
      } else if line.isLibrary, LogLine.tabs(bytes, range) > 1 {
        // A key without quotes.
        value(bytes, line.name)
      } else {
        keepWords(bytes, line.name)
      }
      keep(bytes, line.name.upperBound..<line.value.lowerBound)
      attributeValue(attribute, bytes, line.value)
      keep(bytes, line.value.upperBound..<whole.upperBound)
    case .pair:
      keep(bytes, whole.lowerBound..<line.name.lowerBound)
      value(bytes, line.name)
      keep(bytes, line.name.upperBound..<line.value.lowerBound)
      plainValue(bytes, line.value)
    case .siteAttribute:
      let end = bytes.afterWord(bytes.afterBlanks(whole.lowerBound, whole.upperBound), whole.upperBound)
      keep(bytes, whole.lowerBound..<end)
      let start = bytes.afterBlanks(end, whole.upperBound)
      keep(bytes, end..<start)
      plainValue(bytes, start..<whole.upperBound)
    case .header:
      isInHeader = true
      header(bytes, whole)
    case .comment: comment(bytes, whole)
    case .transcript: transcript(bytes, whole)
    case .head where line.isRouter: routerHead(line, bytes, whole)
    case .head, .requestHead, .backupHead, .siteHead, .stamped: stamped(line, bytes, whole)
    case .message:
      keep(bytes, whole.lowerBound..<line.name.lowerBound)
      message(bytes, line.name)
    case .libraryHead, .libraryHeadBeforeAttributes: libraryHead(line, bytes, whole)
    case .libraryAttributes: keep(bytes, whole)
    case .note, .block, .indented, .text: text(bytes, whole)
    }
  }

  /// In the record of a client library, `Name = value` is an attribute.
  private mutating func follow(_ line: LogLine) {
    if line.kind.endsRecord { isInLibrary = false }
    let expected = expectsAttributes
    expectsAttributes = line.kind == .libraryHeadBeforeAttributes
    if line.kind == .libraryHead || line.kind == .libraryAttributes && expected { isInLibrary = true }
  }

  /// The name of a message; anything else at its place is text.
  private mutating func message(_ bytes: Span<UInt8>, _ name: Range<Int>) {
    if KeptWords.messages.contains(bytes, name) || bytes.starts(with: "ISCC", name) { return keep(bytes, name) }
    if bytes.starts(with: "Event", name) || bytes.starts(with: "Request", name) { return keepWords(bytes, name) }
    text(bytes, name)
  }

  // MARK: Heads

  /// A line that begins with a time.
  private mutating func stamped(_ line: LogLine, _ bytes: Span<UInt8>, _ whole: Range<Int>) {
    let end = line.stamp?.end ?? whole.lowerBound
    keep(bytes, whole.lowerBound..<end)
    let rest = end..<whole.upperBound
    switch line.kind {
    case .head:
      keepWords(bytes, end..<line.value.lowerBound)
      if Self.heads.contains(where: { bytes.equals($0, line.value) }) {
        keep(bytes, line.value)
      } else {
        text(bytes, line.value)
      }
      keep(bytes, line.value.upperBound..<line.name.lowerBound)
      message(bytes, line.name)
    case .requestHead where !line.name.isEmpty, .stamped where !line.name.isEmpty:
      keepWords(bytes, end..<line.name.lowerBound)
      message(bytes, line.name)
      let words = bytes.afterBlanks(line.name.upperBound, whole.upperBound)
      let after = line.kind == .requestHead ? words + 13 : words + 7
      keep(bytes, line.name.upperBound..<after)
      text(bytes, after..<whole.upperBound)
    case .backupHead, .siteHead:
      let mark = bytes.first(UInt8(ascii: "]"), from: end, to: whole.upperBound) + 1
      keep(bytes, end..<mark)
      if line.name.isEmpty { return text(bytes, mark..<whole.upperBound) }
      text(bytes, mark..<line.name.lowerBound - 9)
      keep(bytes, line.name.lowerBound - 9..<line.name.lowerBound)
      message(bytes, line.name)
    default:
      let end = keepLevel(bytes, rest)
      if whole.count > 32, bytes.ends(with: "Check point ", whole.lowerBound..<whole.upperBound - 19),
        LogStamp(bytes, whole.upperBound - 19, whole.upperBound) != nil
      {
        text(bytes, end..<whole.upperBound - 31)
        return keep(bytes, whole.upperBound - 31..<whole.upperBound)
      }
      text(bytes, end..<whole.upperBound)
    }
  }

  /// ` Trc 04541` at the beginning of what follows the time. Returns the place behind it.
  private mutating func keepLevel(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Int {
    let start = bytes.afterBlanks(rest.lowerBound, rest.upperBound)
    let level = bytes.afterWord(start, rest.upperBound)
    let number = bytes.afterBlanks(level, rest.upperBound)
    let end = bytes.afterWord(number, rest.upperBound)
    guard level - start == 3, KeptWords.text.contains(bytes, start..<level), end - number == 5,
      bytes.decimal(number..<end) != nil
    else { return rest.lowerBound }
    keepWords(bytes, rest.lowerBound..<end)
    return end
  }

  private static let heads: [StaticString] = ["distribute_event", "distribute call/party event", "send_to_client"]

  private mutating func routerHead(_ line: LogLine, _ bytes: Span<UInt8>, _ whole: Range<Int>) {
    if line.value.isEmpty {
      keep(bytes, whole.lowerBound..<line.name.lowerBound)
      return message(bytes, line.name)
    }
    // `received from` has 13 letters, `request to` has 10.
    let end = line.value.lowerBound + (line.value.count == 8 ? 13 : 10)
    if let stamp = line.stamp {
      keep(bytes, whole.lowerBound..<stamp.end)
      keep(bytes, stamp.end..<end)
    } else {
      keep(bytes, whole.lowerBound..<end)
    }
    text(bytes, end..<line.name.lowerBound - 9)
    keep(bytes, line.name.lowerBound - 9..<line.name.lowerBound)
    message(bytes, line.name)
    // `(refid=12)`
    keep(bytes, line.name.upperBound..<whole.upperBound)
  }

  private mutating func libraryHead(_ line: LogLine, _ bytes: Span<UInt8>, _ whole: Range<Int>) {
    let start = line.name.lowerBound - 1
    let end = line.stamp?.end ?? whole.lowerBound
    keep(bytes, whole.lowerBound..<end)
    text(bytes, end..<start)
    keep(bytes, start..<start + 1)
    message(bytes, line.name)
    keep(bytes, line.name.upperBound..<whole.upperBound)
  }

  // MARK: Headers and comments

  private mutating func header(_ bytes: Span<UInt8>, _ whole: Range<Int>) {
    let colon = bytes.first(UInt8(ascii: ":"), from: whole.lowerBound, to: whole.upperBound)
    guard colon < whole.upperBound else { return text(bytes, whole) }
    let key = whole.lowerBound..<colon
    let start = bytes.afterBlanks(colon + 1, whole.upperBound)
    let rest = start..<whole.upperBound
    func isKey(_ names: [StaticString]) -> Bool { names.contains { bytes.equals($0, key) } }
    if isKey(["Application name", "Host name"]) {
      keep(bytes, whole.lowerBound..<start)
      value(bytes, rest)
    } else if isKey(["Local time", "UTC time", "Start time", "Running time"]) {
      keep(bytes, whole.lowerBound..<start)
      let end = LogStamp(bytes, start, whole.upperBound)?.end ?? start
      keep(bytes, start..<end)
      text(bytes, end..<whole.upperBound)
    } else if isKey(["Application type", "Application version"]) {
      keep(bytes, whole.lowerBound..<start)
      keepWords(bytes, rest)
    } else if isKey(["File"]) {
      keep(bytes, whole.lowerBound..<start)
      fileName(bytes, rest)
    } else {
      text(bytes, whole)
    }
  }

  /// `# Flow: main, from 2026-01-01T00:00:00Z` says where another flow begins.
  private mutating func comment(_ bytes: Span<UInt8>, _ whole: Range<Int>) {
    guard bytes.starts(with: "# Flow: ", whole) else { return text(bytes, whole) }
    keep(bytes, whole.lowerBound..<whole.lowerBound + 8)
    let time = whole.upperBound - 20
    if time - 7 > whole.lowerBound + 8, bytes.ends(with: ", from ", whole.lowerBound..<time),
      LogStamp(bytes, time, whole.upperBound) != nil
    {
      text(bytes, whole.lowerBound + 8..<time - 7)
      keep(bytes, time - 7..<whole.upperBound)
    } else {
      text(bytes, whole.lowerBound + 8..<whole.upperBound)
    }
  }
}
