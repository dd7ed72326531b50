/// An event that one DN receives, in texts.
///
/// It can be printed, encoded, and asked for any attribute: `event[.otherDN]` is a text, `event.otherDN` a DN.
public struct Event: Hashable, Sendable, Codable, CustomStringConvertible {
  /// An attribute and its value.
  public struct Value: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The attribute.
    public let attribute: Attribute
    /// The value as tables show it.
    public let text: String
    /// Whether the manual's table lists the attribute; the T-Server knows the other attributes too.
    public let isListed: Bool

    /// The attribute and its value: `CallState=OK`.
    public var description: String { "\(attribute)=\(text)" }
  }

  /// The message: EventRinging, EventEstablished.
  public let type: EventType
  /// The DN that receives the event.
  public let thisDN: DN
  /// All attributes that the T-Server knows, in the manual's order.
  public package(set) var values: [Value]
  /// The user data of the call; that of a call which has just ended is its last.
  public let userData: UserData
  /// The rule that the event comes from. The answer to a refused request comes from no rule.
  public let rule: RuleReference?

  /// The value of an attribute, listed or not; `nil` if the event does not have it.
  public subscript(attribute: Attribute) -> String? { values.first { $0.attribute == attribute }?.text }

  /// Whether the manual's table lists the attribute.
  public func lists(_ attribute: Attribute) -> Bool { values.contains { $0.attribute == attribute && $0.isListed } }

  /// The recipient, the message and the listed attributes: `Sales EventQueued ConnID=1 ThisQueue=Sales …`.
  public var description: String {
    let listed = values.filter { $0.isListed && ($0.attribute != .thisDN || $0.text != thisDN.text) }
    return (["\(thisDN)", "\(type)"] + listed.map(\.description)).joined(separator: " ")
  }
}

extension Event {
  /// The call; `nil` if the event is about the DN alone.
  public var connID: ConnID? { self[.connID].flatMap { UInt64($0) }.map { ConnID($0) } }
  /// The call that has become another one, or the main call of a consultation.
  public var previousConnID: ConnID? { self[.previousConnID].flatMap { UInt64($0) }.map { ConnID($0) } }
  /// The queue through which the call came.
  public var thisQueue: DN? { self[.thisQueue].map { DN($0) } }
  /// The other party.
  public var otherDN: DN? { self[.otherDN].map { DN($0) } }
  /// The third party.
  public var thirdPartyDN: DN? { self[.thirdPartyDN].map { DN($0) } }
  /// The queue of the third party.
  public var thirdPartyQueue: DN? { self[.thirdPartyQueue].map { DN($0) } }
  /// The role of the recipient.
  public var thisDNRole: Role? { self[.thisDNRole].flatMap { Role(named: $0) } }
  /// The role of the other party.
  public var otherDNRole: Role? { self[.otherDNRole].flatMap { Role(named: $0) } }
  /// The role of the third party.
  public var thirdPartyDNRole: Role? { self[.thirdPartyDNRole].flatMap { Role(named: $0) } }
  /// The state of the call.
  public var callState: CallState? { self[.callState].flatMap { CallState(named: $0) } }
  /// The party that began the call.
  public var ani: DN? { self[.ani].map { DN($0) } }
  /// The DN that it called.
  public var dnis: DN? { self[.dnis].map { DN($0) } }
  /// The number of the request that the event answers.
  public var referenceID: UInt32? { self[.referenceID].flatMap { UInt32($0) } }
  /// The digits that the caller has entered during a treatment.
  public var collectedDigits: String? { self[.collectedDigits] }
  /// The number of the event.
  public var sequenceNumber: UInt64? { self[.eventSequenceNumber].flatMap { UInt64($0) } }
  /// Where the call comes from and goes to.
  public var callType: CallType? { self[.callType].flatMap { CallType(named: $0) } }
  /// Why the request was refused that EventError answers.
  public var errorCode: ErrorCode? { self[.errorCode].flatMap { UInt16($0) }.flatMap { ErrorCode(rawValue: $0) } }
}
