/// A server whose messages have senders, with its parties: actions are applied, messages come out.
///
///     var server = MessageServer<InteractionServer>()
///     let agent = server.add(.agent, "Agent1")
///
/// A server is a value: a copy goes its own way.
public struct MessageServer<Vocabulary: MessageVocabulary>: Sendable {
  /// A party, by its name.
  public struct Party: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name.
    public let name: String
    /// Makes a party; the server knows it once it has been added there.
    public init(_ name: String) { self.name = name }
    /// Makes a party from a literal: `"Agent1"`.
    public init(stringLiteral name: String) { self.name = name }
    /// The name.
    public var description: String { name }
  }

  /// What a party does, or what happens outside.
  public struct Action: Hashable, Sendable, Codable, CustomStringConvertible {
    /// What is done.
    public var verb: Vocabulary.Verb
    /// The party that does it.
    public var actor: Party
    /// The party that it is done to.
    public var target: Party?
    /// The port, interaction or call that is meant, if there are several.
    public var on: Party?
    /// What the request carries, spelled as scenarios do.
    public var parameters: [Vocabulary.Attribute: String]

    /// Makes an action.
    public init(
      _ verb: Vocabulary.Verb, by actor: Party, to target: Party? = nil, on subject: Party? = nil,
      parameters: [Vocabulary.Attribute: String] = [:]
    ) {
      (self.verb, self.actor, self.target, on, self.parameters) = (verb, actor, target, subject, parameters)
    }

    /// The action as a scenario writes it: `Agent1 RequestConference Agent2`.
    public var description: String {
      let parameters = Vocabulary.Attribute.allCases.compactMap { name in
        self.parameters[name].map { "\(name)=\($0.spelled())" }
      }
      let words =
        [actor.name.spelled(), "\(verb)"] + [target?.name.spelled()].compactMap(\.self)
        + (on.map { ["on", $0.name.spelled()] } ?? [])
      return (words + parameters).joined(separator: " ")
    }
  }

  /// A message from one party to another.
  public struct Event: Hashable, Sendable, Codable, CustomStringConvertible {
    /// An attribute and its value.
    public struct Value: Hashable, Sendable, Codable, CustomStringConvertible {
      /// The attribute.
      public let attribute: Vocabulary.Attribute
      /// The value, spelled as scenarios do.
      public let text: String
      /// Whether the server's documents show the attribute; the server knows the other attributes too.
      public let isListed: Bool

      /// The attribute and its value: `Queue=Later`.
      public var description: String { "\(attribute)=\(text)" }
    }

    /// The sender.
    public let from: Party
    /// The recipient.
    public let to: Party
    /// The message.
    public let type: Vocabulary.EventType
    /// Its attributes, in order.
    public let values: [Value]
    /// The rule that the message comes from.
    public let rule: RuleReference

    /// The value of an attribute, listed or not; `nil` if the message does not have it.
    public subscript(attribute: Vocabulary.Attribute) -> String? {
      values.first { $0.attribute == attribute }?.text
    }

    /// The recipient, the message, its sender and its listed attributes: `Agent2 EventInvite from=Server …`.
    public var description: String {
      let listed = values.filter(\.isListed).map(\.description)
      return (["\(to)", "\(type)", "from=\(from)"] + listed).joined(separator: " ")
    }
  }

  /// An action that is possible now, and the messages that it would cause.
  public struct PossibleAction: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The action.
    public let action: Action
    /// The messages, in order.
    public let events: [Event]

    /// The action in words.
    public var description: String { action.description }
  }

  private var engine: any NamedServer<Vocabulary>

  private init(_ engine: some NamedServer<Vocabulary>) { self.engine = engine }

  /// The parties, in the order in which they were added.
  public var parties: [Party] { engine.parties }

  /// Every rule, in the order of the flows.
  public var rules: [RuleReference] { engine.rules }

  /// Adds a party and returns it. A setting is spelled as in scenarios: `[.record: "true"]`.
  ///
  /// A server has at most 65,535 parties, and no two with one name: one more, a name that is empty or there already, or
  /// a setting without such a value, is a mistake of the program, which stops.
  @discardableResult
  public mutating func add(
    _ kind: Vocabulary.Kind, _ name: String, _ settings: [Vocabulary.Setting: String] = [:]
  ) -> Party {
    engine.add(kind, name, settings)
    return Party(name)
  }

  /// Carries the action out and returns its messages in order.
  ///
  /// An action that is not possible is refused: then everything is as it was, and the error says why. A request that
  /// the server answers with an error is not refused: the error is one of the messages.
  @discardableResult
  public mutating func apply(_ action: Action) throws(Refusal) -> [Event] { try engine.apply(action) }

  /// Why the action is not possible now, or why the server would answer it with an error; `nil` if it is possible.
  public func refusal(of action: Action) -> Refusal? { engine.refusal(of: action) }

  /// Everything that the party can do now, with the messages that each action would cause.
  public func possibleActions(of party: Party) -> [PossibleAction] { engine.possibleActions(of: party) }
}

extension MessageServer.Action {
  private enum Key: CodingKey { case verb, actor, target, on, parameters }

  /// Encodes the parts that are there; the parameters by their names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(verb, forKey: .verb)
    try container.encode(actor, forKey: .actor)
    try container.encodeIfPresent(target, forKey: .target)
    try container.encodeIfPresent(on, forKey: .on)
    if parameters.isEmpty { return }
    // As they stand, attributes that are no texts would make an array of the dictionary.
    let named = Dictionary(uniqueKeysWithValues: parameters.map { ("\($0.key)", $0.value) })
    try container.encode(named, forKey: .parameters)
  }

  /// Decodes an action, of which only `verb` and `actor` must be there; a parameter without such a name is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    verb = try container.decode(Vocabulary.Verb.self, forKey: .verb)
    actor = try container.decode(MessageServer.Party.self, forKey: .actor)
    target = try container.decodeIfPresent(MessageServer.Party.self, forKey: .target)
    on = try container.decodeIfPresent(MessageServer.Party.self, forKey: .on)
    parameters = [:]
    for (name, value) in try container.decodeIfPresent([String: String].self, forKey: .parameters) ?? [:] {
      guard let attribute = Vocabulary.Attribute(named: name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .parameters, in: container, debugDescription: "there is no attribute \(name)")
      }
      parameters[attribute] = value
    }
  }
}

extension MessageServer.Party {
  /// Compares bytes: two spellings of one letter are two names.
  public static func == (one: Self, other: Self) -> Bool { Text(one.name) == Text(other.name) }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(Text(name)) }

  /// Decodes the name.
  public init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension MessageServer where Vocabulary == IVRServer {
  /// Makes an IVR Server without parties.
  public init() { self.init(NamedModel<IVRServer>()) }
}

extension MessageServer where Vocabulary == InteractionServer {
  /// Makes an Interaction Server without parties.
  public init() { self.init(NamedModel<InteractionServer>()) }
}

extension MessageServer where Vocabulary == Recording {
  /// Makes a recording environment without parties.
  public init() { self.init(NamedModel<Recording>()) }
}
