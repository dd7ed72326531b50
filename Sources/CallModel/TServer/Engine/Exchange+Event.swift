extension Exchange {
  /// An event in numbers, as the rules write it: a plain value of 64 bytes.
  ///
  /// `Event` is the event in texts. `listed` says which attributes the manual's cell lists.
  public struct Event: Hashable, Sendable {
    /// The call; `none` if the event is about the DN alone.
    public var connID = ConnID.none
    /// The call that has become another one.
    public var previousConnID = ConnID.none
    /// The ordinal of the event at its T-Server.
    public var sequenceNumber: UInt64 = 0
    /// The number of the request that the event answers; 0 if there is none.
    public var referenceID: UInt32 = 0
    /// The attributes that the manual's cell lists.
    public var listed: AttributeSet = []
    /// The number of the text of the AgentID: the agent who is logged in at the recipient; 0 if it is not known.
    public var agentID: UInt32 = 0
    /// The DN that receives the event.
    public var thisDN = DN.none
    /// The queue through which the call came.
    public var thisQueue = DN.none
    /// The other party.
    public var otherDN = DN.none
    /// The third party.
    public var thirdPartyDN = DN.none
    /// The queue of the third party.
    public var thirdPartyQueue = DN.none
    /// The party that began the call.
    @usableFromInline var origin = DN.none
    /// The DN that the call first called.
    public var dnis = DN.none
    /// The state of the call.
    public var callState = CallState.ok
    /// The number of its rule; see `TServer.rule(of:)`.
    var rule: UInt16 = 0
    /// Why a request was refused.
    public var errorCode = ErrorCode.none
    /// The message.
    public var type: EventType
    /// The role of the recipient.
    public var thisDNRole = Role.unknown
    /// The role of the other party.
    public var otherDNRole = Role.unknown
    /// The role of the third party.
    public var thirdPartyDNRole = Role.unknown
    /// Where the call comes from and goes to.
    public var callType = CallType.unknown
    /// The parameter of the request, such as an AgentWorkMode or a ForwardMode, depending on the message.
    public var mode = Exchange.Mode.none

    static let noRule = UInt16.max

    /// The party that began the call, where events have it.
    @inlinable
    public var ani: DN {
      get { callType == .inbound || listed.tellsANI ? origin : .none }
      set { (origin, listed.tellsANI) = (newValue, true) }
    }

    /// The number of its rule; nil for the answer to a refused request.
    @inline(__always) package var ownRule: Int? { rule == Self.noRule ? nil : Int(rule) }

    @inline(__always)
    init(_ type: EventType, rule: UInt16) {
      self.type = type
      self.rule = rule
      listed = type.isAboutDN ? [AttributeSet(.thisDN)] : [AttributeSet(.connID), AttributeSet(.thisDN)]
    }
  }
}

/// Reads an event's attributes one by one, in the manual's order.
public protocol AttributeReader: ~Copyable {
  /// Reads a DN; `Switch.dn` has its text.
  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN)
  /// Reads a role; by default, as its name.
  mutating func read(_ attribute: Attribute, _ role: Role)
  /// Reads a call state; by default, as its name or, if it has none, as its number.
  mutating func read(_ attribute: Attribute, _ state: CallState)
  /// Reads a word, such as the name of a call type.
  mutating func read(_ attribute: Attribute, _ name: StaticString)
  /// Reads a number.
  mutating func read(_ attribute: Attribute, _ number: UInt64)
  /// Reads a unique identifier of the call: 32 characters.
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID)
  /// Reads a text by its number, which `Switch.text` knows; by default, as a number.
  mutating func read(_ attribute: Attribute, text number: UInt32)
}

extension AttributeReader where Self: ~Copyable {
  /// Reads the name of a role.
  @inlinable public mutating func read(_ attribute: Attribute, _ role: Role) { read(attribute, role.name) }

  /// Reads the number of a text.
  @inlinable public mutating func read(_ attribute: Attribute, text number: UInt32) { read(attribute, UInt64(number)) }

  /// Reads the name of a call state or, if it has none, its number.
  @inlinable public mutating func read(_ attribute: Attribute, _ state: CallState) {
    if let name = state.name { read(attribute, name) } else { read(attribute, UInt64(state.rawValue)) }
  }
}

extension Exchange.Event {
  /// Passes the listed attributes to the reader; with `all`, also those that the T-Server knows beyond them.
  @inlinable @inline(__always)
  public func read<Reader: AttributeReader & ~Copyable>(all: Bool = false, into reader: inout Reader) {
    if listed.contains(.connID) { reader.read(.connID, connID.rawValue) }
    if listed.contains(.previousConnID) || (all && previousConnID != .none) {
      reader.read(.previousConnID, previousConnID.rawValue)
    }
    if listed.contains(.thisDN) { reader.read(.thisDN, thisDN) }
    if listed.contains(.thisQueue) || (all && thisQueue != .none) { reader.read(.thisQueue, thisQueue) }
    if listed.contains(.thisDNRole) || (all && thisDNRole != .unknown) { reader.read(.thisDNRole, thisDNRole) }
    if listed.contains(.otherDN) || (all && otherDN != .none) { reader.read(.otherDN, otherDN) }
    if listed.contains(.otherDNRole) || (all && otherDN != .none && otherDNRole != .unknown) {
      reader.read(.otherDNRole, otherDNRole)
    }
    if listed.contains(.thirdPartyDN) || (all && thirdPartyDN != .none) { reader.read(.thirdPartyDN, thirdPartyDN) }
    if listed.contains(.thirdPartyDNRole) || (all && thirdPartyDNRole != .unknown) {
      reader.read(.thirdPartyDNRole, thirdPartyDNRole)
    }
    if listed.contains(.thirdPartyQueue) { reader.read(.thirdPartyQueue, thirdPartyQueue) }
    if listed.contains(.callState) || (all && (callState != .ok || type.alwaysHasCallState)) {
      reader.read(.callState, callState)
    }
    if listed.contains(.errorCode) {
      reader.read(.errorCode, UInt64(errorCode.rawValue))
      reader.read(.errorMessage, errorCode.message)
    }
    if listed.contains(.referenceID) || (all && referenceID != 0) { reader.read(.referenceID, UInt64(referenceID)) }
    if all { readUnlisted(into: &reader) } else if listed.contains(.agentID) { reader.read(.agentID, text: agentID) }
  }

  @inlinable
  func readUnlisted<Reader: AttributeReader & ~Copyable>(into reader: inout Reader) {
    if connID != .none && callType != .unknown {
      reader.read(.callType, callType.name)
      reader.read(.callID, connID.rawValue)
      reader.read(.callUUID, uuidOf: connID)
      if ani != .none { reader.read(.ani, ani) }
      reader.read(.dnis, dnis)
    }
    if agentID != 0 { reader.read(.agentID, text: agentID) }
    if mode != .none, let kind = type.mode, let attribute = kind.attribute, let name = kind.name(of: mode) {
      reader.read(attribute, name)
    }
    reader.read(.eventSequenceNumber, sequenceNumber)
  }
}
