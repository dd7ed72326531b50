/// An attribute that a cell of the manual lists, and where its value comes from.
struct Value: Sendable {
  enum Content: Sendable {
    case previousConnID(CallRef)
    case thisQueue(Who), otherDN(Who), thirdPartyDN(Who), thirdPartyQueue(Who)
    case thisDNRole(Role), otherDNRole(Role), thirdPartyDNRole(Role)
    /// The part that the recipient plays.
    case itsDNRole
    /// The part that this party plays.
    case otherDNRoleOf(Who)
    case callState(CallState)
    /// The CallState that the action gives; this one if the action gives none.
    case givenCallState(or: CallState)
    /// Conferenced while more than two parties remain, otherwise OK.
    case okOrConferenced
    /// ErrorCode and ErrorMessage.
    case error(ErrorCode)
    /// That of the TRouteCall or TApplyTreatment that is outstanding.
    case referenceID
    /// The digits that the action gives.
    case collectedDigits
    /// What the request said in addition; the message decides which attribute that is.
    case mode
    /// It does not name its recipient.
    case noThisDN
    /// AgentID and ThisQueue: who is logged in at the recipient, and to which group. What the login named is listed.
    case login
    /// What the agent is doing now.
    case workMode
    /// How this DN stands: InfoType, Extensions, and the agent there.
    case snapshot(of: Who)
    /// The event answers no request, though one led to it.
    case withoutReferenceID
  }
  private(set) var content: Content
  /// The table lists the attribute where this note stands. Without a note no table lists it.
  private(set) var note: Footnote?
  /// The T-Server knows the value even where the table does not list it.
  private(set) var isKnown = false
  /// In which situations of its row the value is there; empty where it always is.
  private(set) var situation = Situation()

  /// The T-Server knows it, but the table does not list it.
  var unlisted: Value { Value(content: content, note: nil, isKnown: true) }

  /// The T-Server always knows it, but the table lists it only where the note stands.
  func unlisted(unless note: Footnote) -> Value { Value(content: content, note: note, isKnown: true) }

  func with(_ content: Content) -> Value {
    var value = self
    value.content = content
    return value
  }

  /// The value is there only in this situation of its row, which becomes a rule for each of its variants.
  func only(if situation: Situation) -> Value {
    var value = self
    value.situation = situation
    return value
  }
}

extension Value {
  static func previousConnID(_ call: CallRef) -> Value { listed(.previousConnID(call)) }
  static func thisQueue(_ who: Who) -> Value { listed(.thisQueue(who)) }
  static func otherDN(_ who: Who, _ note: Footnote = .none) -> Value { listed(.otherDN(who), note) }
  /// Only where it is one party (D29).
  static func otherDN(_ side: Side) -> Value { otherDN(side.party).only(if: side.isOneParty) }
  static func thirdPartyDN(_ who: Who, _ note: Footnote = .none) -> Value { listed(.thirdPartyDN(who), note) }
  static func thirdPartyQueue(_ who: Who) -> Value { listed(.thirdPartyQueue(who)) }
  static func thisDNRole(_ role: Role) -> Value { listed(.thisDNRole(role)) }
  static let itsDNRole = listed(.itsDNRole)
  static func otherDNRole(_ role: Role, _ note: Footnote = .none) -> Value { listed(.otherDNRole(role), note) }
  static func otherDNRoleOf(_ who: Who) -> Value { listed(.otherDNRoleOf(who)) }
  static func thirdPartyDNRole(_ role: Role, _ note: Footnote = .none) -> Value {
    listed(.thirdPartyDNRole(role), note)
  }
  static func callState(_ state: CallState, _ note: Footnote = .none) -> Value { listed(.callState(state), note) }
  static func givenCallState(or state: CallState) -> Value { listed(.givenCallState(or: state)) }
  static let okOrConferenced = listed(.okOrConferenced)
  static func error(_ code: ErrorCode) -> Value { listed(.error(code)) }
  static let referenceID = listed(.referenceID)
  static let mode = listed(.mode)
  static let noThisDN = listed(.noThisDN)
  static let collectedDigits = listed(.collectedDigits)
  static let login = listed(.login).unlisted
  static let workMode = listed(.workMode)
  static func snapshot(of who: Who) -> Value { listed(.snapshot(of: who)) }
  static let withoutReferenceID = listed(.withoutReferenceID)

  private static func listed(_ content: Content, _ note: Footnote = .none) -> Value {
    Value(content: content, note: note)
  }
}

extension Value.Content {
  /// What a table lists with it. Of a mode nothing: the message says which attribute carries it. Of a login nothing: it
  /// says itself what it lists.
  var attributes: AttributeSet {
    switch self {
    case .previousConnID: AttributeSet(.previousConnID)
    case .thisQueue: AttributeSet(.thisQueue)
    case .otherDN: AttributeSet(.otherDN)
    case .thirdPartyDN: AttributeSet(.thirdPartyDN)
    case .thirdPartyQueue: AttributeSet(.thirdPartyQueue)
    case .thisDNRole, .itsDNRole: AttributeSet(.thisDNRole)
    case .otherDNRole, .otherDNRoleOf: AttributeSet(.otherDNRole)
    case .thirdPartyDNRole: AttributeSet(.thirdPartyDNRole)
    case .callState, .givenCallState, .okOrConferenced: AttributeSet(.callState)
    case .error: [AttributeSet(.errorCode), AttributeSet(.errorMessage)]
    case .referenceID: AttributeSet(.referenceID)
    case .collectedDigits: AttributeSet(.collectedDigits)
    case .workMode: AttributeSet(.agentWorkMode)
    case .snapshot: [AttributeSet(.infoType), AttributeSet(.extensions)]
    case .mode, .noThisDN, .login, .withoutReferenceID: []
    }
  }
}
