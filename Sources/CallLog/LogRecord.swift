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
  /// A number by which names of messages are told apart.
  package internal(set) var nameHash: UInt64 = 0
  /// What the head says before the name, where the record is neither event nor request: `send_to_client`.
  public internal(set) var head = 0..<0
  /// The line `(text)` that an EventError may have before its attributes, without the parentheses.
  public internal(set) var note: Range<Int>?
  /// What else a line of a transcript says.
  public internal(set) var transcript = TranscriptMembers()
  /// The attributes and, below each that is a list, its pairs.
  public var fields: ArraySlice<LogField> { list.room[..<list.count] }

  @usableFromInline var list = LogFields()

  init() {}

  /// Forgets everything but the room for the next record.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    list.removeAll()
    (name, head) = (0..<0, 0..<0)
    note = nil
    if format == .transcript { transcript = TranscriptMembers() }
    isCut = false
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
    list.removeLast()
  }

  /// The first field that is this attribute.
  @inlinable @inline(__always)
  public func field(_ attribute: LogAttribute) -> LogField? {
    guard let place = list[attribute] else { return nil }
    return list.room[place]
  }

  /// The attributes that the record has, as bits with the numbers of `LogAttribute`.
  @inlinable public var attributes: UInt64 { list.attributes }

  /// Whether the record has the attribute.
  @inlinable @inline(__always)
  public func has(_ attribute: LogAttribute) -> Bool { list[attribute] != nil }
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
