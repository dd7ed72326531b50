/// A value of an enumeration: a log writes its number, its name, or both.
public enum LogEnumeration: Hashable, Sendable {
  /// `22`, and also `2 [RoleDestination]`.
  case number(Int)
  /// The bytes of a name, without what the T-Library begins it with: `Redirected`, also for `CallStateRedirected`.
  case name(Range<Int>)
}

extension LogRecord {
  /// The value as it is written, with its quotes.
  public func value(_ attribute: LogAttribute) -> Range<Int>? { field(attribute)?.value }

  /// The text of the value: what is between its first quote and its last one, or the value if it has none.
  @inlinable @inline(__always)
  public func text(_ attribute: LogAttribute) -> Range<Int>? {
    guard let field = field(attribute) else { return nil }
    return unquoted(field.value)
  }

  /// The text as a string; bytes that are not UTF-8 are replaced.
  public func string(_ attribute: LogAttribute) -> String? {
    guard let range = text(attribute) else { return nil }
    return string(range)
  }

  /// The decimal number that the value begins with: `4`, and also `2 [RoleDestination]`.
  public func integer(_ attribute: LogAttribute) -> Int? {
    guard let range = text(attribute) else { return nil }
    return integer(in: range)
  }

  /// The number of a value that is only one digit, as most values of enumerations are.
  @inlinable @inline(__always)
  package func digit(_ attribute: LogAttribute) -> UInt8? {
    guard let field = field(attribute), field.valueCount == 1 else { return nil }
    let digit = bytes[Int(field.valueStart)] &- 0x30
    return digit < 10 ? digit : nil
  }

  /// The number of hexadecimal digits in either case, such as a ConnID. In a transcript the number is decimal.
  public func hexadecimal(_ attribute: LogAttribute) -> UInt64? {
    guard let range = text(attribute) else { return nil }
    return number(in: range)
  }

  /// The number or the name of a value.
  public func enumeration(_ attribute: LogAttribute) -> LogEnumeration? {
    guard let range = text(attribute), !range.isEmpty else { return nil }
    if let number = integer(in: range) { return .number(number) }
    return .name(withoutPrefix(range, attribute))
  }

  /// The first value of an attribute or a pair with this name, as text.
  public func string(named name: String) -> String? {
    let name = Array(name.utf8)
    for field in fields where bytes[field.name].elementsEqual(name) { return string(unquoted(field.value)) }
    return nil
  }

  /// The bytes of a range as a string.
  public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The name of the message.
  public var message: String { string(name) }

  /// The range without the quotes around it. What follows the last quote is left out as well.
  @inlinable @inline(__always)
  public func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard format != .transcript, let first = range.first else { return range }
    let bytes = bytes.span
    let quote = bytes[first]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return range }
    var end = range.upperBound &- 1
    while end > first, bytes[end] != quote { end &-= 1 }
    // A line that is cut may have lost its last quote.
    return end > first ? first &+ 1..<end : first &+ 1..<range.upperBound
  }

  @inline(__always)
  private func integer(in range: Range<Int>) -> Int? {
    let (number, end) = bytes.span.number(at: range)
    // More digits do not fit into a word.
    guard end > range.lowerBound, end &- range.lowerBound <= 19, end == range.upperBound || bytes[end].isBlank else {
      return nil
    }
    return Int(exactly: number)
  }

  @inline(__always)
  private func number(in range: Range<Int>) -> UInt64? {
    if format == .transcript { return bytes.span.decimal(range).map(UInt64.init) }
    return bytes.span.hexadecimal(range)
  }

  /// `CallStateRedirected` and `RoleDestination` begin with what the attribute is about.
  private func withoutPrefix(_ range: Range<Int>, _ attribute: LogAttribute) -> Range<Int> {
    let prefixes: [StaticString]
    switch attribute {
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole: prefixes = ["DNRole", "Role"]
    case .callState: prefixes = ["CallState"]
    case .callType, .propagatedCallType: prefixes = ["CallType"]
    case .agentWorkMode: prefixes = ["AgentWorkMode", "Agent", "WorkMode"]
    case .forwardMode: prefixes = ["ForwardMode"]
    case .monitorNextCallType: prefixes = ["Monitor"]
    case .routeType: prefixes = ["RouteType"]
    case .treatmentType: prefixes = ["Treatment"]
    case .registerMode: prefixes = ["RegisterMode", "Mode"]
    case .mergeType: prefixes = ["MergeType", "MergeFor"]
    case .infoType, .addressType: prefixes = ["AddressInfoType", "AddressInfo", "AddressType", "InfoType"]
    default: return range
    }
    for prefix in prefixes where range.count > prefix.utf8CodeUnitCount && bytes.span.starts(with: prefix, range) {
      return range.lowerBound + prefix.utf8CodeUnitCount..<range.upperBound
    }
    return range
  }
}
