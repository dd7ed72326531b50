public import CallLog
import CallModel

/// Reads the records of a log as observations, and keeps the names that they have.
///
/// ```swift
/// var records = RecordReader()
/// reader.read(bytes.span) { record in
///   if let observation = records.observation(of: record) { findings += judge.judge(observation) }
/// }
/// print(records.names[findings[0].observation.thisDN])
/// ```
public struct RecordReader: Sendable {
  /// The DNs and AgentIDs of the log.
  public internal(set) var names = NameTable()
  /// Values of enumerations that the model does not have, such as `ThisDNRole 77`, and how often. They are not judged.
  ///
  /// At most 1,000 of them are counted.
  public private(set) var unknownValues: [String: Int] = [:]
  private let words = Words.all
  /// Few messages make up most of a log, and each has the same attributes nearly always.
  private var types = RecentValues<EventType>()
  private var attributes = RecentValues<AttributeSet>()

  /// Makes a reader that has read nothing.
  public init() {}

  /// What a DN was told; nil for a record that is no event, and for an event that the model does not have.
  public mutating func observation(of record: borrowing LogRecord) -> Observation? {
    guard record.direction == .event, let type = type(of: record) else { return nil }
    var observed = Observation(type)
    observed.present = present(in: record)
    observed.connID = call(.connID, .connID, of: record, &observed.present)
    observed.previousConnID = call(.previousConnID, .previousConnID, of: record, &observed.present)
    if record.has(.thisDN) { observed.thisDN = dn(.thisDN, of: record) }
    if record.has(.thisQueue) { observed.thisQueue = dn(.thisQueue, of: record) }
    if record.has(.otherDN) { observed.otherDN = dn(.otherDN, of: record) }
    if record.has(.thirdPartyDN) { observed.thirdPartyDN = dn(.thirdPartyDN, of: record) }
    if record.has(.thirdPartyQueue) { observed.thirdPartyQueue = dn(.thirdPartyQueue, of: record) }
    if record.has(.agentID) { observed.agentID = name(.agentID, of: record) }
    observed.thisDNRole = role(.thisDNRole, .thisDNRole, of: record, &observed.present)
    observed.otherDNRole = role(.otherDNRole, .otherDNRole, of: record, &observed.present)
    observed.thirdPartyDNRole = role(.thirdPartyDNRole, .thirdPartyDNRole, of: record, &observed.present)
    observed.callState = callState(of: record, &observed.present)
    if record.has(.errorCode) { observed.errorCode = UInt16(clamping: record.integer(.errorCode) ?? 0) }
    observed.referenceID = reference(of: record, &observed.present)
    observed.time = Int64(record.time ?? 0) / 1_000
    observed.position = .init(
      file: UInt32(clamping: record.position.file), line: UInt32(clamping: record.position.line))
    return observed
  }

  // MARK: Messages

  @inline(__always)
  private mutating func type(of record: borrowing LogRecord) -> EventType? {
    if let known = types[record.nameHash] { return known }
    let type = words.types.value(record.bytes.span, record.name)
    types[record.nameHash] = type
    return type
  }

  /// The attributes of the model among those of the record.
  @inline(__always)
  private mutating func present(in record: borrowing LogRecord) -> AttributeSet {
    if let known = attributes[record.attributes] { return known }
    let present = words.present(record.attributes)
    attributes[record.attributes] = present
    return present
  }

  // MARK: Values

  // A value that means nothing is not to be judged: the event counts as one without the attribute.

  @inline(__always)
  func call(
    _ logged: LogAttribute, _ attribute: Attribute, of record: borrowing LogRecord, _ present: inout AttributeSet
  ) -> ConnID {
    guard record.has(logged) else { return .none }
    if let number = record.hexadecimal(logged), number != 0 { return ConnID(number) }
    present.remove(AttributeSet(attribute))
    return .none
  }

  mutating func dn(_ logged: LogAttribute, of record: borrowing LogRecord) -> Observation.DN {
    Observation.DN(name(logged, of: record))
  }

  /// The number of the text of a DN or an AgentID; 0 for none.
  private mutating func name(_ logged: LogAttribute, of record: borrowing LogRecord) -> UInt32 {
    guard let text = record.text(logged) else { return 0 }
    return names.number(of: record.bytes.span, text)
  }

  @inline(__always)
  private mutating func role(
    _ logged: LogAttribute, _ attribute: Attribute, of record: borrowing LogRecord, _ present: inout AttributeSet
  ) -> Role {
    guard record.has(logged) else { return .unknown }
    if let digit = record.digit(logged), let role = Role(rawValue: digit) { return role }
    switch record.enumeration(logged) {
    case .number(let number): if let role = UInt8(exactly: number).flatMap(Role.init(rawValue:)) { return role }
    case .name(let name): if let role = words.roles.value(record.bytes.span, name) { return role }
    case nil: break
    }
    countUnknown(logged, of: record)
    present.remove(AttributeSet(attribute))
    return .unknown
  }

  @inline(__always)
  private mutating func callState(of record: borrowing LogRecord, _ present: inout AttributeSet) -> CallState {
    guard record.has(.callState) else { return .ok }
    if let digit = record.digit(.callState) { return CallState(rawValue: UInt16(digit)) }
    switch record.enumeration(.callState) {
    case .number(let number): if let number = UInt16(exactly: number) { return CallState(rawValue: number) }
    case .name(let name): if let state = words.states.value(record.bytes.span, name) { return state }
    case nil: break
    }
    countUnknown(.callState, of: record)
    present.remove(AttributeSet(.callState))
    return .ok
  }

  @inline(__always)
  func reference(of record: borrowing LogRecord, _ present: inout AttributeSet) -> UInt32 {
    guard record.has(.referenceID) else { return 0 }
    if let number = record.integer(.referenceID).flatMap(UInt32.init(exactly:)), number != .max { return number }
    present.remove(AttributeSet(.referenceID))
    return 0
  }

  @inline(never)
  private mutating func countUnknown(_ logged: LogAttribute, of record: borrowing LogRecord) {
    let value = "\(logged.name) \(record.string(logged) ?? "")"
    if unknownValues.count < 1_000 || unknownValues[value] != nil { unknownValues[value, default: 0] += 1 }
  }
}

/// The model's words as logs have them.
private struct Words {
  static let all = Words()

  let types = WordTable(EventType.allCases.map { ("\($0.name)", $0) })
  let roles = WordTable(Role.allCases.map { ("\($0.name)", $0) })
  let states = WordTable(CallState.names.map { ("\($0.name)", $0.state) })
  /// The attributes of the model as sets, by the numbers of `LogAttribute`. Attributes that it does not have are empty.
  private var attributes = [AttributeSet](repeating: [], count: 64)

  private init() {
    for logged in LogAttribute.allCases {
      guard let attribute = Attribute(named: "\(logged.name)") else { continue }
      attributes[Int(logged.rawValue)] = AttributeSet(attribute)
    }
  }

  /// The attributes of the model among those of a record.
  func present(_ logged: UInt64) -> AttributeSet {
    var present: AttributeSet = []
    var rest = logged
    while rest != 0 {
      present.formUnion(attributes[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return present
  }
}
