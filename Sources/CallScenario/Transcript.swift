public import CallModel

/// What a replay produced: each flow's steps, with their messages as text and the rules that sent them.
public struct Transcript: Sendable {
  public var scenario: Scenario
  public var flows: [Flow]

  public struct Flow: Sendable {
    public var name: String
    /// The mark that it begins at; none for `main`.
    public var mark: String?
    public var entries: [Entry]
    /// For each call of its messages that belongs with an earlier one: the first of those calls.
    public var conversations: [String: String] = [:]

    /// The first of the calls that belong together with the message's: consultations, transfers and conferences join
    /// them. Calls that are joined later in the flow count for its earlier messages too.
    public func conversation(of message: Message) -> String? {
      message.call.map { conversations[$0] ?? $0 }
    }
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
    /// The rules that answered the action, one for each server, even if they send nothing; none where it was refused.
    public var rules: [RuleReference] = []
    /// Why the action was refused, where it was.
    public var refusal: String?
    /// The rule that produced one of the step's messages; none for the error of a refusal that no rule describes.
    public func rule(of message: Message) -> RuleReference? { message.rule.map { rules[$0] } }
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
    /// What holds from this step on in addition to what messages say, if the model knows it and it is not as at first.
    public var statusLine: Message.Attribute? = nil
  }
}

extension Transcript {
  /// What a transcript holds in addition to what happens. Each part takes time and memory.
  public struct Detail: Sendable {
    /// All attributes that no table lists; otherwise only those that the scenario's own lines name.
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
  /// The attributes that a line about the message implies, those of the step among them; none where messages have
  /// senders.
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
  /// The message refuses what its recipient asked for.
  public var isRefusal = false
  /// Its recipient is in another call before or after the step, so a line has to say which call it is about.
  public var isOneOfSeveralCalls = false
  /// The rule that produced it, as an index into the rules of its step.
  public var rule: Int?
  /// The call that it is about, as `on` names it.
  public var call: String?
  /// If the message ends its recipient's part in a call: the party whose action did so, an index into the parties too.
  public var endedBy: Int?

  public struct Attribute: Sendable, Equatable {
    public var name: String
    /// The manual's cell lists it. The server knows the others too, but no table lists them.
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
