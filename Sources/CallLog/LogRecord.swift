/// A message in a log, with its attributes as ranges of bytes.
///
/// Nothing is copied or decoded until it is asked for: `record.integer(.callState)`, `record.string(.thisDN)`, or the
/// bytes of `record.text(.thisDN)` where a `String` would cost too much.
public struct LogRecord: Sendable {
  /// Where its first line is.
  public internal(set) var position = LogPosition(file: 0, line: 0, byte: 0)
  /// What has written it.
  public internal(set) var format = LogFormat.server
  /// Whether it is an event, a request or neither.
  public internal(set) var direction = LogDirection.other
  /// The microseconds since 1970 by the clock of the log, or since the midnight before the log if it has no dates.
  ///
  /// It is the time in the head of the record. A record without one has the latest time above it; nil if there is none.
  public internal(set) var time: Int?
  /// A number that changes where all calls start over: with each flow that callsim has printed.
  ///
  /// Records of different scopes have nothing to do with each other, even if they name the same call or DN.
  public internal(set) var scope = 0
  /// Whether the log ends within it or it is too long, so that attributes may be missing.
  public internal(set) var isCut = false

  /// The lines of the record; ranges are about these bytes.
  public internal(set) var bytes: [UInt8] = []
  /// The name of the message: `EventRinging`, `RequestMakeCall`; of an action of a transcript `TMakeCall` or `ring`.
  public internal(set) var name = 0..<0
  /// What the head says before the name, where the record is neither event nor request: `send_to_client`.
  public internal(set) var head = 0..<0
  /// The line `(text)` that an EventError may have before its attributes, without the parentheses.
  public internal(set) var note: Range<Int>?
  /// What else a line of a transcript says.
  public internal(set) var transcript = TranscriptMembers()
  /// The attributes and, below each that is a list, its pairs.
  public internal(set) var fields: [LogField] = []

  /// Which field has an attribute.
  @usableFromInline var index = FieldIndex()

  init() {}

  /// Forgets everything but the room for the next record.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    index.removeAll()
    (name, head) = (0..<0, 0..<0)
    note = nil
    if format == .transcript { transcript = TranscriptMembers() }
    isCut = false
  }

  @inline(__always)
  mutating func append(_ field: LogField) {
    fields.append(field)
    if field.attribute != nil { index.add(fields, from: fields.count &- 1) }
  }

  /// Drops the last field if it seems that the log has been cut within its value.
  mutating func dropLastUnlessWhole() {
    guard let field = fields.last else { return }
    let isWhole: Bool
    switch field.attribute {
    case .connID, .previousConnID, .transferConnID, .conferenceConnID: isWhole = field.value.count == 16
    default:
      let value = bytes[field.value]
      let isQuoted = value.first == UInt8(ascii: "'") || value.first == UInt8(ascii: "\"")
      isWhole = !isQuoted || value.count > 1 && value.last == value.first
    }
    if isWhole { return }
    fields.removeLast()
    if let attribute = field.attribute { index.remove(attribute, at: fields.count) }
  }

  /// The first field that is this attribute.
  @inlinable @inline(__always)
  public func field(_ attribute: LogAttribute) -> LogField? {
    guard let place = index[attribute] else { return nil }
    return fields[place]
  }

  /// The attributes that the record has, as bits with the numbers of `LogAttribute`.
  @inlinable public var attributes: UInt64 { index.attributes }

  /// Whether the record has the attribute.
  @inlinable @inline(__always)
  public func has(_ attribute: LogAttribute) -> Bool { index[attribute] != nil }
}

/// Says which field of a record is the first one with an attribute.
@usableFromInline
struct FieldIndex: Sendable {
  /// The attributes that there are, as bits.
  @usableFromInline private(set) var attributes: UInt64 = 0
  /// For each attribute the place of its field. An array in place would be copied whenever a place is looked up.
  @usableFromInline private(set) var places = [UInt16](repeating: 0, count: 64)

  @inlinable @inline(__always)
  static func bit(_ attribute: LogAttribute) -> UInt64 { 1 &<< UInt64(attribute.rawValue) }

  @inlinable @inline(__always)
  subscript(attribute: LogAttribute) -> Int? {
    attributes & Self.bit(attribute) == 0 ? nil : Int(places[Int(attribute.rawValue)])
  }

  /// Adds the fields from a place on. Only the first field with an attribute counts.
  mutating func add(_ fields: [LogField], from start: Int) {
    var known = attributes
    var places = places.mutableSpan
    for place in start..<fields.count {
      let number = Int(fields[place].number)
      guard number < 64, known &>> UInt64(number) & 1 == 0 else { continue }
      known |= 1 &<< UInt64(number)
      places[number] = UInt16(truncatingIfNeeded: place)
    }
    attributes = known
  }

  /// The field has been dropped.
  mutating func remove(_ attribute: LogAttribute, at place: Int) {
    if self[attribute] == place { attributes &= ~Self.bit(attribute) }
  }

  mutating func removeAll() { attributes = 0 }
}

/// An attribute, or a pair of a list.
public struct LogField: Sendable {
  private var nameStart: UInt32
  private var nameCount: UInt32
  @usableFromInline let valueStart: UInt32
  @usableFromInline let valueCount: UInt32
  /// 0 for an attribute, 1 for the pairs of its list, more for the pairs of a list within that.
  public let depth: UInt8
  /// The number of the attribute; 255 if it is none that is known.
  @usableFromInline let number: UInt8

  @inline(__always)
  init(name: Range<Int>, value: Range<Int>, depth: Int = 0, attribute: LogAttribute? = nil) {
    nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
    nameCount = UInt32(truncatingIfNeeded: name.upperBound) &- nameStart
    valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
    valueCount = UInt32(truncatingIfNeeded: value.upperBound) &- valueStart
    self.depth = UInt8(truncatingIfNeeded: min(depth, 255))
    number = attribute?.rawValue ?? 255
  }

  /// The name without `Attribute`, or the key of a pair without its quotes.
  public var name: Range<Int> {
    Range(uncheckedBounds: (Int(nameStart), Int(nameStart) &+ Int(nameCount)))
  }
  /// The value as it is written, with its quotes.
  @inlinable public var value: Range<Int> {
    Range(uncheckedBounds: (Int(valueStart), Int(valueStart) &+ Int(valueCount)))
  }
  /// The attribute with this name; nil for a pair, and for a name that callsim does not know.
  public var attribute: LogAttribute? { LogAttribute(rawValue: number) }
  /// Whether it is a pair of a list.
  public var isPair: Bool { depth > 0 }
}

/// What a line of a transcript says besides the message and its attributes.
public struct TranscriptMembers: Sendable {
  /// The path of the scenario, the name of the flow, and the number of the step.
  public internal(set) var file: Range<Int>?, flow: Range<Int>?, step: Int?
  /// The parties that send and receive the message.
  public internal(set) var from: Range<Int>?, to: Range<Int>?
  /// The action, `A TMakeCall B`, and why it was refused; or the mark after which the flow begins.
  public internal(set) var action: Range<Int>?, refused: Range<Int>?, after: Range<Int>?
}
