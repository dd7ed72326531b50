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
  public private(set) var names = NameTable()
  /// Values of enumerations that the model does not have, such as `ThisDNRole 77`, and how often. They are not judged.
  ///
  /// At most 1,000 of them are counted.
  public private(set) var unknownValues: [String: Int] = [:]

  /// Makes a reader that has read nothing.
  public init() {}

  /// What a DN was told; nil for a record that is no event, and for an event that the model does not have.
  public mutating func observation(of record: borrowing LogRecord) -> Observation? {
    guard record.direction == .event, let type = Words.types[record.bytes[record.name]] else { return nil }
    var observed = Observation(type)
    for (logged, attribute) in Words.attributes where record.has(logged) {
      if read(logged, attribute, of: record, into: &observed) { observed.present.insert(attribute) }
    }
    observed.time = Int64(record.time ?? 0) / 1_000
    observed.position = .init(
      file: UInt32(clamping: record.position.file), line: UInt32(clamping: record.position.line))
    return observed
  }

  /// Reads the value of an attribute; returns false if the attribute is not to be judged.
  private mutating func read(
    _ logged: LogAttribute, _ attribute: Attribute, of record: borrowing LogRecord, into observed: inout Observation
  ) -> Bool {
    switch attribute {
    case .connID, .previousConnID:
      guard let number = record.hexadecimal(logged), number != 0 else { return false }
      if attribute == .connID { observed.connID = ConnID(number) } else { observed.previousConnID = ConnID(number) }
    case .thisDN: observed.thisDN = dn(logged, of: record)
    case .thisQueue: observed.thisQueue = dn(logged, of: record)
    case .otherDN: observed.otherDN = dn(logged, of: record)
    case .thirdPartyDN: observed.thirdPartyDN = dn(logged, of: record)
    case .thirdPartyQueue: observed.thirdPartyQueue = dn(logged, of: record)
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole:
      guard let role = role(logged, of: record) else { return false }
      switch attribute {
      case .thisDNRole: observed.thisDNRole = role
      case .otherDNRole: observed.otherDNRole = role
      default: observed.thirdPartyDNRole = role
      }
    case .callState:
      guard let state = callState(of: record) else { return false }
      observed.callState = state
    case .errorCode: observed.errorCode = UInt16(clamping: record.integer(logged) ?? 0)
    case .agentID: observed.agentID = names.number(of: record.string(logged) ?? "")
    case .referenceID:
      guard let number = record.integer(logged).flatMap(UInt32.init(exactly:)), number != .max else { return false }
      observed.referenceID = number
    default:
      // Other attributes are not judged; that an event has them is.
      return true
    }
    return true
  }

  private mutating func dn(_ logged: LogAttribute, of record: borrowing LogRecord) -> Observation.DN {
    names.dn(record.string(logged) ?? "")
  }

  private mutating func role(_ logged: LogAttribute, of record: borrowing LogRecord) -> Role? {
    switch record.enumeration(logged) {
    case .number(let number): if let role = UInt8(exactly: number).flatMap(Role.init(rawValue:)) { return role }
    case .name(let name): if let role = Words.roles[record.bytes[name]] { return role }
    case nil: return nil
    }
    countUnknown(logged, of: record)
    return nil
  }

  private mutating func callState(of record: borrowing LogRecord) -> CallState? {
    switch record.enumeration(.callState) {
    case .number(let number): if let number = UInt16(exactly: number) { return CallState(rawValue: number) }
    case .name(let name): if let state = Words.states[record.bytes[name]] { return state }
    case nil: return nil
    }
    countUnknown(.callState, of: record)
    return nil
  }

  private mutating func countUnknown(_ logged: LogAttribute, of record: borrowing LogRecord) {
    let value = "\(logged.name) \(record.string(logged) ?? "")"
    if unknownValues.count < 1_000 || unknownValues[value] != nil { unknownValues[value, default: 0] += 1 }
  }
}

/// The model's words as logs have them.
private enum Words {
  static let types = WordTable(EventType.allCases.map { ("\($0.name)", $0) })
  static let roles = WordTable(Role.allCases.map { ("\($0.name)", $0) })
  static let states = WordTable(CallState.names.map { ("\($0.name)", $0.state) })

  /// The attributes that logs and the model have.
  static let attributes: [(LogAttribute, Attribute)] = LogAttribute.allCases.compactMap { logged in
    Attribute(named: "\(logged.name)").map { (logged, $0) }
  }
}
