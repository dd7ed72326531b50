extension Action {
  private enum Key: CodingKey {
    case verb, actor, target, on, callState, mode, referenceID, agent, queue, digits, userData, reasons, extensions
    case monitorMode, monitorScope
  }

  /// Encodes the parts that say something; words by their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(verb, forKey: .verb)
    try container.encode(actor, forKey: .actor)
    try container.encodeIfPresent(target, forKey: .target)
    try container.encodeIfPresent(on, forKey: .on)
    if callState != .ok { try container.encode(callState, forKey: .callState) }
    if let mode { try container.encode("\(mode.name)", forKey: .mode) }
    try container.encodeIfPresent(referenceID, forKey: .referenceID)
    try container.encodeIfPresent(agent, forKey: .agent)
    try container.encodeIfPresent(queue, forKey: .queue)
    try container.encodeIfPresent(digits, forKey: .digits)
    try container.encodeIfPresent(monitorMode, forKey: .monitorMode)
    try container.encodeIfPresent(monitorScope, forKey: .monitorScope)
    if !userData.pairs.isEmpty { try container.encode(userData, forKey: .userData) }
    if !reasons.pairs.isEmpty { try container.encode(reasons, forKey: .reasons) }
    if !extensions.pairs.isEmpty { try container.encode(extensions, forKey: .extensions) }
  }

  /// Decodes an action; only `verb` and `actor` must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    verb = try container.decode(Verb.self, forKey: .verb)
    actor = try container.decode(DN.self, forKey: .actor)
    target = try container.decodeIfPresent(DN.self, forKey: .target)
    on = try container.decodeIfPresent(ConnID.self, forKey: .on)
    callState = try container.decodeIfPresent(CallState.self, forKey: .callState) ?? .ok
    referenceID = try container.decodeIfPresent(UInt32.self, forKey: .referenceID)
    agent = try container.decodeIfPresent(String.self, forKey: .agent)
    queue = try container.decodeIfPresent(DN.self, forKey: .queue)
    digits = try container.decodeIfPresent(String.self, forKey: .digits)
    monitorMode = try container.decodeIfPresent(MonitorMode.self, forKey: .monitorMode)
    monitorScope = try container.decodeIfPresent(MonitorScope.self, forKey: .monitorScope)
    userData = try container.decodeIfPresent(UserData.self, forKey: .userData) ?? UserData()
    reasons = try container.decodeIfPresent(UserData.self, forKey: .reasons) ?? UserData()
    extensions = try container.decodeIfPresent(UserData.self, forKey: .extensions) ?? UserData()
    mode = nil
    if let name = try container.decodeIfPresent(String.self, forKey: .mode) {
      guard let named = RequestMode(named: name, of: verb) else {
        throw DecodingError.dataCorruptedError(
          forKey: .mode, in: container, debugDescription: "\(verb) takes no mode \(name)")
      }
      mode = named
    }
  }
}
