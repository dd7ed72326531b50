/// What a replay produced: each flow's steps, with the messages as text and where each comes from.
public struct Transcript: Sendable {
  public var scenario: Scenario
  public var flows: [Flow]

  public struct Flow: Sendable {
    public var name: String
    /// The mark that it begins at; none for `main`.
    public var mark: String?
    public var entries: [Entry]
  }

  public enum Entry: Sendable {
    case step(Step)
    case mark(String)
  }

  public struct Step: Sendable {
    /// The ordinal of its action, counted on from the mark's where the flow begins at one.
    public var number: Int
    public var action: ActionStatement
    public var messages: [Message]
    /// The rule that answered the action, also where it tells nobody anything; none where it was refused.
    public var rule: String? = nil
    /// Why the action was refused, where it was.
    public var refusal: String?
    /// Why the action was refused, without the message of the error that the requester gets.
    public var reason: String? {
      let error = messages.first { $0.isRefusal }?.attributes.first { $0.name == "ErrorMessage" }
      guard let refusal, let error, refusal.hasSuffix("; " + error.value) else { return refusal }
      return String(decoding: refusal.utf8.dropLast(2 + error.value.utf8.count), as: UTF8.self)
    }
    /// What the actor of a request that was refused could do instead, where no refusal is expected.
    public var hint: String? = nil
    /// The refusal, and the hint behind it.
    public var explanation: String? { refusal.map { [$0, hint].compactMap(\.self).joined(separator: "; ") } }
    /// What an expectation means where it does not say: T-Server's ConnID.
    public var defaults: [Message.Attribute]
    /// What holds from this step on beside what messages say, where the model tells it and it is not as at the start.
    public var standing: Message.Attribute? = nil
  }
}

extension Transcript {
  /// What a transcript holds in addition to what happens. Each part takes time and memory.
  public struct Detail: Sendable {
    /// The attributes that no table lists, too; without it those alone that the scenario's own lines name.
    public var unlisted: Bool
    /// What would be possible where a request is refused.
    public var hints: Bool

    public init(unlisted: Bool = true, hints: Bool = true) { (self.unlisted, self.hints) = (unlisted, hints) }

    public static let everything = Detail()
    /// What expectations can be compared with.
    public static let toCompare = Detail(unlisted: false)
    /// What `record` writes.
    public static let toRecord = Detail(unlisted: false, hints: false)
  }
}

extension Scenario {
  /// What a line about the message means where it does not say, the step's defaults among it. Where messages have
  /// senders, nothing.
  public func defaults(of message: Message, _ defaults: [Message.Attribute]) -> [Message.Attribute] {
    if message.from != nil { return [] }
    if defaults.contains(where: { $0.name == "ThisDN" }) { return defaults }
    return defaults + [Message.Attribute(name: "ThisDN", value: parties[message.to].dn, isListed: true)]
  }
}

/// One message, spelled.
public struct Message: Sendable, Equatable {
  /// Indices into the scenario's parties; `from` only where the model has senders.
  public var from: Int?
  public var to: Int
  public var name: String
  /// In the manual's order, listed and unlisted ones together.
  public var attributes: [Attribute]
  /// With it the server refuses what it was asked.
  public var isRefusal = false
  /// Before or after the step its recipient is in another call too, so that a line says which one it is about.
  public var isOneOfSeveralCalls = false
  /// The rule that produced it, and where the manual says it.
  public var rule: String?
  public var source: String?
  /// The first call of those that belong together: consultations, transfers and conferences join them. Calls joined
  /// later in a flow count for its earlier messages too.
  public var conversation: String?
  /// Of a message that ends somebody's part in a call: the party whose action it was, an index too.
  public var endedBy: Int?

  public struct Attribute: Sendable, Equatable {
    public var name: String
    /// The manual's cell lists it. The others are what the server also knows.
    public var isListed: Bool
    private var content: Content

    private enum Content: Sendable {
      case text(String)
      case userData(UserDataText)
    }

    public init(name: String, value: String, isListed: Bool) {
      (self.name, self.isListed, content) = (name, isListed, .text(value))
    }

    init(name: String, _ text: UserDataText, isListed: Bool) {
      (self.name, self.isListed, content) = (name, isListed, .userData(text))
    }

    public var value: String {
      get {
        switch content {
        case .text(let text): text
        case .userData(let data): data.text
        }
      }
      set { content = .text(newValue) }
    }

    public static func == (one: Attribute, other: Attribute) -> Bool {
      one.name == other.name && one.isListed == other.isListed && Text(one.value) == Text(other.value)
    }
  }
}
