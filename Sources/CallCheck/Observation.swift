public import CallModel

/// An event as a log has it: what a DN was told, without a word about why.
///
/// Only what the call models describe is kept. Whether an attribute stands in the log is in `present`; the value of an
/// attribute that does not is of no meaning.
public struct Observation: Hashable, Sendable {
  /// A DN of the log, by its number in the ``NameTable``.
  public struct DN: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number; 0 for no DN.
    public var rawValue: UInt32
    /// The DN with this number.
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The DN with this number.
    @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
    /// No DN.
    @inlinable public static var none: DN { DN(0) }
    /// In the order in which the log names them first.
    @inlinable public static func < (one: DN, other: DN) -> Bool { one.rawValue < other.rawValue }
  }

  /// Where the event stands in the log.
  public struct Position: Hashable, Comparable, Sendable {
    /// The number of the file.
    public var file: UInt32
    /// The line at which it begins, counted from 1.
    public var line: UInt32

    /// Makes a position from the number of a file and a line.
    @inlinable public init(file: UInt32 = 0, line: UInt32) { (self.file, self.line) = (file, line) }
    /// In the order in which they are read.
    @inlinable public static func < (one: Position, other: Position) -> Bool {
      (one.file, one.line) < (other.file, other.line)
    }
  }

  /// The message.
  public var type: EventType
  /// The attributes that the event has.
  public var present: AttributeSet = []
  /// The call, as the log numbers it.
  public var connID = ConnID.none
  /// The call that has become another one, or the main call of a consultation.
  public var previousConnID = ConnID.none
  /// The DN that is told.
  public var thisDN = DN.none
  /// The queue through which the call came.
  public var thisQueue = DN.none
  /// The other party.
  public var otherDN = DN.none
  /// The third party.
  public var thirdPartyDN = DN.none
  /// The queue of the third party.
  public var thirdPartyQueue = DN.none
  /// The role of the DN that is told.
  public var thisDNRole = Role.unknown
  /// The role of the other party.
  public var otherDNRole = Role.unknown
  /// The role of the third party.
  public var thirdPartyDNRole = Role.unknown
  /// The state of the call.
  public var callState = CallState.ok
  /// The number of the error, which may be one that the models do not use.
  public var errorCode: UInt16 = 0
  /// The number of the text of the AgentID in the ``NameTable``.
  public var agentID: UInt32 = 0
  /// The parameter of the request, such as an AgentWorkMode or a ForwardMode, depending on the message.
  public var mode = Exchange.Mode.none
  /// The number of the request that the event answers; 0 if there is none.
  public var referenceID: UInt32 = 0
  /// When it was logged, in milliseconds since the start of 1970.
  public var time: Int64 = 0
  /// Where it stands in the log.
  public var position = Position(line: 0)

  /// Makes an observation of the message without any attribute.
  public init(_ type: EventType) { self.type = type }

  /// Whether the event has the attribute.
  @inlinable public func has(_ attribute: Attribute) -> Bool { present.contains(attribute) }
}

extension Observation {
  /// Whether it is not judged: the models do not describe it, or it says neither which DN is told nor in which call.
  var isIgnored: Bool { type.isIgnored || thisDN == .none && connID == .none }

  /// The DNs that the event names, each once.
  package var dns: [DN] {
    var dns: [DN] = []
    for dn in [thisDN, otherDN, thirdPartyDN, thisQueue, thirdPartyQueue] where dn != .none && !dns.contains(dn) {
      dns.append(dn)
    }
    return dns
  }
}
