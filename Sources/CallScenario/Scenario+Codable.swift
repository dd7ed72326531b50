// Encodes and decodes scenarios and transcripts. Decoding checks all indices, because they are used unchecked later.

extension Statement: Codable {
  private enum CodingKeys: CodingKey { case action, mark, position, wait }

  /// Decodes an object with the key `action` or `wait`, or with the keys `mark` and `position`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let mark = try container.decodeIfPresent(String.self, forKey: .mark) {
      self = try .mark(mark, container.decode(Position.self, forKey: .position))
    } else if let wait = try container.decodeIfPresent(WaitStatement.self, forKey: .wait) {
      self = .wait(wait)
    } else {
      self = try .action(container.decode(ActionStatement.self, forKey: .action))
    }
  }

  /// Encodes an object with the key `action` or `wait`, or with the keys `mark` and `position`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .action(let action): try container.encode(action, forKey: .action)
    case .mark(let mark, let position):
      try container.encode(mark, forKey: .mark)
      try container.encode(position, forKey: .position)
    case .wait(let wait): try container.encode(wait, forKey: .wait)
    }
  }
}

extension Transcript.Entry: Codable {
  private enum CodingKeys: CodingKey { case step, mark, wait }

  /// Decodes an object with the key `step`, `mark` or `wait`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let mark = try container.decodeIfPresent(String.self, forKey: .mark) {
      self = .mark(mark)
    } else if let wait = try container.decodeIfPresent(WaitStatement.self, forKey: .wait) {
      self = .wait(wait)
    } else {
      self = try .step(container.decode(Transcript.Step.self, forKey: .step))
    }
  }

  /// Encodes an object with the key `step`, `mark` or `wait`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .step(let step): try container.encode(step, forKey: .step)
    case .mark(let mark): try container.encode(mark, forKey: .mark)
    case .wait(let wait): try container.encode(wait, forKey: .wait)
    }
  }
}

extension Message.Attribute: Codable {
  private enum CodingKeys: CodingKey { case name, value, isListed }

  /// Decodes an object with the keys `name`, `value` and `isListed`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name), value: try container.decode(String.self, forKey: .value),
      isListed: try container.decode(Bool.self, forKey: .isListed))
  }

  /// Encodes an object with the keys `name`, `value` and `isListed`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encode(isListed, forKey: .isListed)
  }
}

extension Scenario: Codable {
  private enum CodingKeys: CodingKey {
    case path, title, source, derived, servers, profile, parties, properties, flows, warnings
  }

  /// Decodes a scenario; throws if the servers do not go together, or a statement names a party that does not exist.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let servers = try container.decode([Vocabulary].self, forKey: .servers)
    guard servers.count == 1 || (servers.count == 2 && !servers[0].hasSenders && servers[1].hasSenders) else {
      throw DecodingError.dataCorruptedError(
        forKey: .servers, in: container, debugDescription: "these servers do not go together")
    }
    self.init(
      path: try container.decode(String.self, forKey: .path), title: try container.decode(String.self, forKey: .title),
      source: try container.decodeIfPresent(String.self, forKey: .source),
      derived: try container.decodeIfPresent(String.self, forKey: .derived),
      vocabulary: servers.count == 1 ? servers[0] : Vocabulary(merging: servers[0], servers[1]), servers: servers,
      profile: try container.decodeIfPresent(ProfileStatement.self, forKey: .profile),
      parties: try container.decode([Party].self, forKey: .parties),
      properties: try container.decodeIfPresent([Property].self, forKey: .properties) ?? [],
      flows: try container.decode([Flow].self, forKey: .flows),
      warnings: try container.decodeIfPresent([Diagnostic].self, forKey: .warnings) ?? [])
    let areKnown = parties.allSatisfy { !$0.kinds.isEmpty && $0.kinds.allSatisfy(vocabulary.kinds.contains) }
    guard areKnown, flows.flatMap(\.statements).allSatisfy(isPossible) else {
      throw DecodingError.dataCorruptedError(
        forKey: .flows, in: container, debugDescription: "a statement does not fit the parties and servers")
    }
    guard properties.count <= Limits.properties, properties.allSatisfy(isPossible) else {
      throw DecodingError.dataCorruptedError(
        forKey: .properties, in: container, debugDescription: "a property does not fit the parties and the limits")
    }
  }

  /// Encodes the scenario, with its servers by name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(derived, forKey: .derived)
    try container.encode(servers, forKey: .servers)
    try container.encodeIfPresent(profile, forKey: .profile)
    try container.encode(parties, forKey: .parties)
    if !properties.isEmpty { try container.encode(properties, forKey: .properties) }
    try container.encode(flows, forKey: .flows)
    if !warnings.isEmpty { try container.encode(warnings, forKey: .warnings) }
  }

  private func isPossible(_ property: Property) -> Bool {
    property.events.count <= Limits.alternatives + 1
      && property.events.allSatisfy { parties.indices.contains($0.recipient) }
  }

  private func isPossible(_ statement: Statement) -> Bool {
    switch statement {
    case .action(let action): isPossible(action)
    case .mark: true
    case .wait(let wait): (0...Limits.waits).contains(wait.milliseconds)
    }
  }

  /// Whether the action's parties exist, and its verb is a word of the servers.
  fileprivate func isPossible(_ action: ActionStatement) -> Bool {
    var named = [action.actor] + [action.target].compactMap(\.self)
    if case .messages(let expected, _) = action.expectation { named += expected.map(\.recipient) }
    let verbs = vocabulary.verbs
    return named.allSatisfy(parties.indices.contains) && verbs.indices.contains(action.verb.id)
      && verbs[action.verb.id] == action.verb
  }

  /// Whether the parties of the step exist, and each message's rule.
  fileprivate func isPossible(_ step: Transcript.Step) -> Bool {
    isPossible(step.action)
      && step.messages.allSatisfy { message in
        [message.from, message.to, message.endedBy].compactMap(\.self).allSatisfy(parties.indices.contains)
          && (message.rule.map(step.rules.indices.contains) ?? true)
      }
  }
}

extension Transcript: Codable {
  private enum CodingKeys: CodingKey { case scenario, flows }

  /// Decodes a transcript; throws if a step does not fit the scenario.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      scenario: try container.decode(Scenario.self, forKey: .scenario),
      flows: try container.decode([Flow].self, forKey: .flows))
    for case .step(let step) in flows.flatMap(\.entries) where !scenario.isPossible(step) {
      throw DecodingError.dataCorruptedError(
        forKey: .flows, in: container, debugDescription: "step \(step.number) does not fit the scenario")
    }
  }

  /// Encodes the scenario and the flows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scenario, forKey: .scenario)
    try container.encode(flows, forKey: .flows)
  }
}
