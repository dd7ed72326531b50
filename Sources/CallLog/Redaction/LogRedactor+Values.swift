// What is written for the values of attributes and pairs.

extension LogRedactor {
  /// The value of an attribute, as a log of a server or a client library writes it.
  mutating func attributeValue(_ attribute: LogAttribute?, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    switch attribute?.content ?? .value {
    case .enumeration where isEnumeration(bytes, range), .number where isNumber(bytes, range),
      .time where isTime(bytes, range):
      keep(bytes, range)
    case .message where KeptWords.messages.contains(bytes, range) || isNumber(bytes, range): keep(bytes, range)
    case .sequence where sequence(bytes, range): break
    default: plainValue(bytes, range, isList: attribute?.content == .list)
    }
  }

  /// A value in quotes, the packed bytes of a list, or anything else.
  mutating func plainValue(_ bytes: Span<UInt8>, _ range: Range<Int>, isList: Bool = false) {
    guard let first = range.first else { return }
    let quote = bytes[first]
    if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      guard let close = bytes.last(quote, in: range), close > first else {
        // A line that is cut has lost the other quote.
        keep(bytes, first..<first + 1)
        return value(bytes, first + 1..<range.upperBound)
      }
      keep(bytes, first..<first + 1)
      value(bytes, first + 1..<close)
      keep(bytes, close..<close + 1)
      return text(bytes, close + 1..<range.upperBound)
    }
    if bytes.equals("(list)", range) || bytes.equals("KVList:", range) { return keep(bytes, range) }
    if isPacked(bytes, range) {
      if isList { return keepWords(bytes, range) }
      // These may be the first letters of a name.
      if !isCollecting { output += "[0] 00 00 00 00..".utf8 }
      return
    }
    // No call.
    if range.count == 16, range.allSatisfy({ bytes[$0] == 0x30 }) { return keep(bytes, range) }
    value(bytes, range)
  }

  /// `[30] 00 02 00 00..`
  private func isPacked(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard bytes[range.lowerBound] == UInt8(ascii: "["), range.count > 2, bytes[range.lowerBound + 1].isDigit else {
      return false
    }
    return range.allSatisfy { place in
      let byte = bytes[place]
      return byte.hexadecimalDigit != nil || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == 0x20
        || byte == UInt8(ascii: ".")
    }
  }

  private func isNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 20 && !range.isEmpty && range.allSatisfy { bytes[$0].isDigit }
  }

  /// `22`, `Redirected`, `CallStateRedirected` or `2 [RoleDestination]`.
  func isEnumeration(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end].isDigit { end += 1 }
    if end == range.lowerBound { return KeptWords.isEnumeration(bytes, range) }
    // The number of an enumeration is small.
    guard end - range.lowerBound <= 3 else { return false }
    if end == range.upperBound { return true }
    let rest = bytes.afterBlanks(end, range.upperBound)
    guard bytes[rest] == UInt8(ascii: "["), bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return false }
    return KeptWords.isEnumeration(bytes, rest + 1..<range.upperBound - 1)
  }

  /// `1432887247 (08:14:07)`, `513000`, or what a client library writes before a block with both.
  private func isTime(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if bytes.ends(with: "TimeStamp:", range) || bytes.ends(with: "(TimeStamp):", range) { return true }
    return range.allSatisfy { place in
      let byte = bytes[place]
      return byte.isDigit || byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: ":")
    }
  }

  /// The number of an event. Returns whether it is one.
  mutating func sequence(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let isHexadecimal = range.count == 16
    let found = isHexadecimal ? bytes.hexadecimal(range) : bytes.decimal(range).map(UInt64.init)
    guard let found else { return false }
    if isCollecting {
      pseudonyms.words.add(sequence: found)
    } else {
      pseudonyms.append(sequence: found, isHexadecimal: isHexadecimal, to: &output)
    }
    return true
  }

  // MARK: Files and times

  /// `(1) SIPServer.20150529_101400_000.log`: the time and the ending stay.
  mutating func fileName(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    if let blank = bytes.last(0x20, in: range) { start = blank + 1 }
    keepWords(bytes, range.lowerBound..<start)
    while start < range.upperBound {
      let dot = bytes.first(UInt8(ascii: "."), from: start, to: range.upperBound)
      let piece = start..<dot
      if Self.isDate(piece.map { bytes[$0] }) || bytes.equals("log", piece) {
        keep(bytes, piece)
      } else {
        value(bytes, piece)
      }
      if dot < range.upperBound { keep(bytes, dot..<dot + 1) }
      start = dot + 1
    }
  }
}
