package import CallModel

extension AttributeSet {
  /// The attributes that are judged: those of the manual's tables, and who is logged in at a DN.
  static let judged: AttributeSet = [
    .connID, .previousConnID, .thisDN, .thisQueue, .thisDNRole, .otherDN, .otherDNRole, .thirdPartyDN,
    .thirdPartyDNRole, .thirdPartyQueue, .callState, .errorCode, .agentID,
  ].reduce(into: []) { $0.insert($1) }

  /// How many attributes are in the set.
  var count: Int { rawValue.nonzeroBitCount }

  /// The attributes in the set, in the manual's order.
  var attributes: [Attribute] { Attribute.allCases.filter(contains) }
}

extension EventType {
  /// Whether the models say nothing about when the event may come, so that it is counted and not judged.
  var isIgnored: Bool {
    switch self {
    case .userEvent, .ack, .addressInfo, .partyInfo: true
    default: false
    }
  }
}

extension Attribute {
  /// Whether findings can be about it.
  package var isJudged: Bool { AttributeSet.judged.contains(self) }
}
