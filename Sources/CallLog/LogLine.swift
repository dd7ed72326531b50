/// What a line of a log is, as far as the line alone tells.
struct LogLine {
  enum Kind {
    case empty
    /// `AttributeThisDN 'B'`, or in the print of a client library `AttributeThisDN [str] = "B"`.
    case attribute
    /// `'key' 'value'` below an attribute that is a list.
    case pair
    /// `(text)` in an EventError.
    case note
    /// An attribute of a message between sites.
    case siteAttribute
    /// `@… distribute_event: message EventRinging`, or what a routing server receives or sends.
    case head
    /// `… RequestMakeCall received from …`: the message comes in the next line.
    case requestHead
    /// A head of what servers tell each other: the backup, or another site.
    case backupHead, siteHead
    /// `message RequestMakeCall`
    case message
    /// `TimeStamp:` in the print of a client library, with attributes below it.
    case block
    /// `'EventRinging' (60) attributes:`, and `'EventRinging' ('60')`, which `message attributes:` follows.
    case libraryHead, libraryHeadBeforeAttributes, libraryAttributes
    /// `Application name: …`, which begins the header of a file.
    case header
    /// `# …`
    case comment
    /// A line of JSON.
    case transcript
    /// Anything else: it begins with a time, with blanks, or with neither.
    case stamped, indented, text
  }

  var kind: Kind
  /// Whether it is written by a client library, or by a routing server.
  var isLibrary = false
  var isRouter = false
  /// Whether a routing server has received the message.
  var isReceived = false
  var stamp: LogStamp?
  /// The name of the message or of the attribute, or the key.
  var name = 0..<0
  /// The value, or what a head says before the name.
  var value = 0..<0
  var depth = 0

  init(_ kind: Kind, stamp: LogStamp? = nil) { (self.kind, self.stamp) = (kind, stamp) }

  /// Looks at the line. If a record of a client library is open, `ThisDN = "B"` is an attribute.
  init(_ line: Span<UInt8>, _ range: Range<Int>, inLibrary: Bool) {
    let whole = line.withoutBlanksAtEnd(range)
    let start = line.afterBlanks(whole.lowerBound, whole.upperBound)
    guard start < whole.upperBound else {
      self.init(.empty)
      return
    }
    let rest = start..<whole.upperBound
    let isIndented = start > range.lowerBound
    let first = line[start]
    if first == UInt8(ascii: "@") || first.isDigit, let found = LogLine(stamped: line, rest) {
      self = found
    } else if isIndented {
      self = LogLine(indented: line, rest, whole, inLibrary)
    } else {
      self = LogLine(atMargin: line, rest, inLibrary)
    }
    if (kind == .text || kind == .indented), inLibrary, let found = LogLine(assignment: line, rest) { self = found }
  }

  private init(indented line: Span<UInt8>, _ rest: Range<Int>, _ whole: Range<Int>, _ inLibrary: Bool) {
    self.init(.indented)
    switch line[rest.lowerBound] {
    case UInt8(ascii: "'"):
      if let head = LogLine(libraryHead: line, rest) {
        self = head
      } else if let pair = LogLine(pair: line, rest, inLibrary) {
        self = pair
        // Pairs have two tabs, those of a list within have more; copies have blanks.
        depth = max(1, Self.tabs(line, whole) - 1)
      }
    case UInt8(ascii: "("):
      kind = .note
      let end = line[rest.upperBound - 1] == UInt8(ascii: ")") ? rest.upperBound - 1 : rest.upperBound
      value = rest.lowerBound + 1..<max(rest.lowerBound + 1, end)
    case UInt8(ascii: "A"), UInt8(ascii: "a"):
      if let attribute = LogLine(attribute: line, rest) { self = attribute }
    case UInt8(ascii: "I"):
      if line.starts(with: "ISCCAttribute", rest) { kind = .siteAttribute }
    case UInt8(ascii: "r"), UInt8(ascii: ":"):
      if let head = LogLine(routerHead: line, rest) { self = head }
    default: break
    }
  }

  private init(atMargin line: Span<UInt8>, _ rest: Range<Int>, _ inLibrary: Bool) {
    self.init(.text)
    switch line[rest.lowerBound] {
    case UInt8(ascii: "m"):
      guard line.starts(with: "message ", rest) else { break }
      let after = rest.lowerBound + 8..<rest.upperBound
      if line.equals("attributes:", after) {
        kind = .libraryAttributes
      } else if line.afterWord(after.lowerBound, after.upperBound) == after.upperBound, !after.isEmpty {
        (kind, name) = (.message, after)
      }
    case UInt8(ascii: "A"):
      if line.starts(with: "Application ", rest), Self.isHeader(line, rest) {
        kind = .header
      } else if let attribute = LogLine(attribute: line, rest) {
        // Copies may have lost their tabs.
        self = attribute
      }
    case UInt8(ascii: "'"):
      if LogLine(libraryHead: line, rest) == nil, let pair = LogLine(pair: line, rest, inLibrary) { self = pair }
    case UInt8(ascii: "r"):
      if let head = LogLine(routerHead: line, rest) { self = head }
    case UInt8(ascii: "#"): kind = .comment
    case UInt8(ascii: "F"), UInt8(ascii: "H"), UInt8(ascii: "L"), UInt8(ascii: "T"), UInt8(ascii: "U"):
      if Self.isHeader(line, rest) { kind = .header }
    case UInt8(ascii: "{"):
      if line.starts(with: "{\"flow\":", rest) || line.starts(with: "{\"file\":", rest) { kind = .transcript }
    default: break
    }
    if kind == .text, let head = LogLine(libraryHead: line, rest) { self = head }
    let last = rest.upperBound - 1
    if kind == .text, inLibrary, line[last] == UInt8(ascii: ":"), line.afterWord(rest.lowerBound, last) == last {
      kind = .block
    }
  }
}

extension LogLine {
  /// Whether the line is one of those with which the header of a file may begin.
  private static func isHeader(_ line: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    let beginnings: [StaticString] = [
      "Application name:", "Application type:", "Application version:", "Host name:", "Local time:", "UTC time:",
      "Time zone:", "File: ",
    ]
    return beginnings.contains { line.starts(with: $0, rest) }
  }

  /// How many tabs the line begins with.
  static func tabs(_ line: Span<UInt8>, _ range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound, line[place] == 0x09 { place += 1 }
    return place - range.lowerBound
  }
}

// MARK: - Attributes

extension LogLine {
  /// `AttributeThisDN 'B'`, `attr_#12 7` or `AttributeThisDN [str] = "B"`.
  private init?(attribute line: Span<UInt8>, _ rest: Range<Int>) {
    let isNamed = line.starts(with: "Attribute", rest)
    guard isNamed || line.starts(with: "attr_#", rest) else { return nil }
    let start = isNamed ? rest.lowerBound + 9 : rest.lowerBound
    let end = line.afterWord(start, rest.upperBound)
    guard end > start, end == rest.upperBound || line[end].isBlank else { return nil }
    self.init(.attribute)
    name = start..<end
    let after = line.afterBlanks(end, rest.upperBound)
    // A server has a tab behind the name.
    if end < rest.upperBound, line[end] != 0x09, let place = Self.afterEquals(line, after, rest.upperBound) {
      isLibrary = true
      value = Self.withoutLoneBracket(line, place..<rest.upperBound)
    } else {
      value = after..<rest.upperBound
    }
  }

  /// `ThisDN [str] = "B"` or `ThisDN = "B"`.
  private init?(assignment line: Span<UInt8>, _ rest: Range<Int>) {
    let end = line.afterWord(rest.lowerBound, rest.upperBound)
    guard end > rest.lowerBound,
      let place = Self.afterEquals(line, line.afterBlanks(end, rest.upperBound), rest.upperBound)
    else { return nil }
    self.init(.attribute)
    (name, value, isLibrary) = (
      rest.lowerBound..<end, Self.withoutLoneBracket(line, place..<rest.upperBound), true
    )
  }

  /// The value without a bracket at its end that was opened before the record: `['EventRinging' (60) attributes: … ]`.
  private static func withoutLoneBracket(_ line: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    guard value.count > 1, line[value.upperBound - 1] == UInt8(ascii: "]") else { return value }
    var open = 0
    for place in value {
      if line[place] == UInt8(ascii: "[") { open += 1 }
      if line[place] == UInt8(ascii: "]") { open -= 1 }
    }
    return open < 0 ? line.withoutBlanksAtEnd(value.dropLast()) : value
  }

  /// The place behind `[str] = ` or `= `; nil if the line has something else here.
  private static func afterEquals(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var place = start
    if place + 1 < end, line[place] == UInt8(ascii: "["), line[place + 1].isLetter {
      // Types are short, and a line may have many brackets.
      let close = line.first(UInt8(ascii: "]"), from: place, to: min(end, place + 64))
      guard close < end, line[close] == UInt8(ascii: "]") else { return nil }
      place = line.afterBlanks(close + 1, end)
    }
    guard place < end, line[place] == UInt8(ascii: "="), place + 1 == end || line[place + 1].isBlank else { return nil }
    return line.afterBlanks(place + 1, end)
  }

  /// `'key' 'value'`, `'key' 12`, `'key'(list)` or `'key' [str] = "value"`. Keys and values may have quotes.
  private init?(pair line: Span<UInt8>, _ rest: Range<Int>, _ inLibrary: Bool) {
    let start = rest.lowerBound + 1
    var close = start
    while true {
      close = line.first(UInt8(ascii: "'"), from: close, to: rest.upperBound)
      guard close < rest.upperBound else { return nil }
      let after = close + 1..<rest.upperBound
      if after.isEmpty || line[close + 1].isBlank || line[close + 1] == UInt8(ascii: "(") {
        let next = line.afterBlanks(close + 1, rest.upperBound)
        let place = inLibrary ? Self.afterEquals(line, next, rest.upperBound) : nil
        // A blank and no tab may be within the key, if the value has not begun.
        if place != nil || next == rest.upperBound || line[close + 1] == 0x09
          || (!inLibrary && Self.beginsValue(line, next..<rest.upperBound))
        {
          self.init(.pair)
          (name, value, isLibrary) = (start..<close, (place ?? next)..<rest.upperBound, place != nil)
          depth = 1
          return
        }
      }
      close += 1
    }
  }

  private static func beginsValue(_ line: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    let first = line[rest.lowerBound]
    return first == UInt8(ascii: "'") || first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "[")
      || line.equals("(list)", rest)
  }
}
