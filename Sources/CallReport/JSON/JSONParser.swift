import CallModel
import CallScenario

/// A strict parser of JSON as RFC 8259 has it, for one value in a range of bytes.
///
///     var parser = JSONParser(bytes, range)
///     let value = try parser.value()
///
/// It takes no comments, no commas at the end, no unpaired surrogates and no key twice, and it never recurses deeper
/// than ``depthLimit``.
package struct JSONParser {
  /// Arrays and objects within each other.
  package static let depthLimit = 16

  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  private var next: Int

  /// Parses the bytes of the range; offsets count from its start.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (start, next, end) = (range.lowerBound, range.lowerBound, range.upperBound)
  }

  /// The only value of the text.
  package mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    let value = try value(depth: 0)
    skipBlanks()
    if next < end { throw error("there is more after the end of the value") }
    return value
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard let byte = peek else { throw error("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t") where take("true"): return .bool(true)
    case UInt8(ascii: "f") where take("false"): return .bool(false)
    case UInt8(ascii: "n") where take("null"): return .null
    default: throw error("a value of JSON cannot begin with \(shown(byte))")
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONMember] {
    try open(depth)
    var members: [JSONMember] = []
    var keys: Set<Text> = []
    if close(UInt8(ascii: "}")) { return members }
    while true {
      skipBlanks()
      let keyOffset = next - start
      guard peek == UInt8(ascii: "\"") else { throw error("a key in double quotes is expected") }
      let key = try string()
      // Few keys are compared with each other; many are looked up.
      let isTwice =
        members.count < 16 ? members.contains { Text($0.key) == Text(key) } : keys.contains(Text(key))
      if isTwice { throw JSONError("the key \"\(key.shortened)\" is given twice", at: keyOffset) }
      skipBlanks()
      guard peek == UInt8(ascii: ":") else { throw error("a colon is expected after the key") }
      next += 1
      skipBlanks()
      let valueOffset = next - start
      members.append(
        JSONMember(key: key, value: try value(depth: depth), keyOffset: keyOffset, valueOffset: valueOffset))
      if members.count == 16 {
        keys = Set(members.map { Text($0.key) })
      } else if members.count > 16 {
        keys.insert(Text(key))
      }
      if close(UInt8(ascii: "}")) { return members }
      try comma(or: "}")
    }
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSONValue] {
    try open(depth)
    var elements: [JSONValue] = []
    if close(UInt8(ascii: "]")) { return elements }
    while true {
      skipBlanks()
      elements.append(try value(depth: depth))
      if close(UInt8(ascii: "]")) { return elements }
      try comma(or: "]")
    }
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    if depth > Self.depthLimit { throw error("arrays and objects are nested deeper than \(Self.depthLimit)") }
    next += 1
  }

  /// Takes the bracket, if it comes next.
  private mutating func close(_ bracket: UInt8) -> Bool {
    skipBlanks()
    guard peek == bracket else { return false }
    next += 1
    return true
  }

  private mutating func comma(or bracket: String) throws(JSONError) {
    guard peek == UInt8(ascii: ",") else {
      throw error(peek == nil ? "the text ends before its closing \(bracket)" : "a comma or \(bracket) is expected")
    }
    next += 1
  }

  private mutating func number() throws(JSONError) -> String {
    let first = next
    if peek == UInt8(ascii: "-") { next += 1 }
    if peek == UInt8(ascii: "0") {
      next += 1
      if peek?.isDigit == true { throw error("a number cannot begin with 0 and another digit") }
    } else {
      try digits()
    }
    if peek == UInt8(ascii: ".") {
      next += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      next += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { next += 1 }
      try digits()
    }
    return String(decoding: bytes[first..<next], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    guard peek?.isDigit == true else { throw error("a digit is expected") }
    while peek?.isDigit == true { next += 1 }
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    let opening = next
    next += 1
    let first = next
    var isASCII = true
    while next < end {
      let byte = bytes[next]
      if byte == UInt8(ascii: "\"") {
        let text = try text(first..<next, isASCII)
        next += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(first, opening) }
      if byte < 0x20 { throw control(byte) }
      if byte >= 0x80 { isASCII = false }
      next += 1
    }
    throw JSONError("the string that begins here has no end", at: opening - start)
  }

  /// The rest of a string in which an escape has been found.
  private mutating func escapedString(_ first: Int, _ opening: Int) throws(JSONError) -> String {
    var text = try text(first..<next, false)
    var plain = next
    while next < end {
      switch bytes[next] {
      case UInt8(ascii: "\""):
        text += try self.text(plain..<next, false)
        next += 1
        return text
      case UInt8(ascii: "\\"):
        text += try self.text(plain..<next, false)
        text.unicodeScalars.append(try escape())
        plain = next
      case let byte where byte < 0x20: throw control(byte)
      default: next += 1
      }
    }
    throw JSONError("the string that begins here has no end", at: opening - start)
  }

  private func text(_ range: Range<Int>, _ isASCII: Bool) throws(JSONError) -> String {
    if isASCII { return String(decoding: bytes[range], as: UTF8.self) }
    if let text = String(validating: bytes[range], as: UTF8.self) { return text }
    var bytes = bytes[range].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = range.lowerBound
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { offset += scalar.count }
    throw JSONError("byte \(shown(self.bytes[offset])) is not UTF-8 here", at: offset - start)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let place = next
    next += 1
    guard let letter = peek else { throw error("the text ends in an escape") }
    next += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(place)
    default: throw JSONError("\\\(shown(letter)) is no escape of JSON", at: place - start)
    }
  }

  /// The scalar that `\u` and four digits name, or two such escapes that are a pair of surrogates.
  private mutating func scalar(_ place: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal(place)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, next + 1 < end, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u") {
      next += 2
      let second = try hexadecimal(next - 2)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONError("half of a surrogate pair is no character", at: place - start)
  }

  private mutating func hexadecimal(_ place: Int) throws(JSONError) -> UInt32 {
    guard next + 4 <= end, bytes[next..<(next + 4)].allSatisfy(\.isHexadecimal),
      let value = UInt32(String(decoding: bytes[next..<(next + 4)], as: UTF8.self), radix: 16)
    else { throw JSONError("\\u needs four hexadecimal digits", at: place - start) }
    next += 4
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { next < end ? bytes[next] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { next += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[next..<end].starts(with: word.utf8) else { return false }
    next += word.utf8.count
    return true
  }

  private func error(_ message: String) -> JSONError { JSONError(message, at: next - start) }

  private func control(_ byte: UInt8) -> JSONError {
    error("the control character \(shown(byte)) must be escaped in a string")
  }

  /// A byte as a message shows it.
  private func shown(_ byte: UInt8) -> String {
    if (0x21..<0x7F).contains(byte) { return String(Unicode.Scalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isHexadecimal: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}

extension String {
  /// The text, or its beginning if a message has no room for all of it.
  package var shortened: String {
    utf8.count <= 60 ? self : String(decoding: Array(utf8.prefix(57)), as: UTF8.self) + "…"
  }
}
