public import CallModel

/// What a replay produced: each flow's steps, with their messages as text and the rules that sent them.
///
///     let transcript = try Scenario(parsing: text).replay()
public struct Transcript: Hashable, Sendable {
  /// What was played.
  public internal(set) var scenario: Scenario
  /// What happened in each flow, in the order of the file.
  public internal(set) var flows: [Flow]

  /// What happened in one flow.
  public struct Flow: Hashable, Sendable, Codable {
    /// `main`, or what `after` calls it.
    public internal(set) var name: String
    /// The mark that it begins at; none for `main`.
    public internal(set) var mark: String?
    /// Its steps and marks, in their order.
    public internal(set) var entries: [Entry]
    /// For each call of its messages that belongs with an earlier one: the first of those calls.
    package internal(set) var conversations: [String: String] = [:]

    /// The first of the calls that belong together with the call of the message; nil if the message is about no call.
    ///
    /// Consultations, transfers and conferences join calls. Calls that are joined later in the flow count for its
    /// earlier messages too.
    public func conversation(of message: Message) -> String? {
      message.call.map { conversations[$0] ?? $0 }
    }
  }

  /// What a flow consists of.
  public enum Entry: Hashable, Sendable {
    /// An action was played.
    case step(Step)
    /// The flow came to a mark of this name.
    case mark(String)
  }

  /// An action and what it did.
  public struct Step: Hashable, Sendable, Codable {
    /// The ordinal of its action, counted on from the mark's where the flow begins at one.
    public internal(set) var number: Int
    /// What was played.
    public internal(set) var action: ActionStatement
    /// What was sent, in its order; no message where a refusal sends none.
    public internal(set) var messages: [Message]
    /// The rules that answered the action, one for each server, even if they send nothing; none where it was refused.
    public internal(set) var rules: [RuleReference] = []
    /// Why the action was refused; nil if it was carried out.
    public internal(set) var refusal: String?
    /// What the actor of a request that was refused could do instead, where no refusal is expected.
    public internal(set) var hint: String? = nil
    /// What an expectation means where it does not say: T-Server's ConnID.
    package internal(set) var defaults: [Message.Attribute]
    /// What holds from this step on in addition to what messages say; nil if it is as at first, or the model has none.
    public internal(set) var statusLine: Message.Attribute? = nil

    /// The rule that produced one of the step's messages; none for the error of a refusal that no rule describes.
    public func rule(of message: Message) -> RuleReference? { message.rule.map { rules[$0] } }

    /// Why the action was refused, without the message of the error that the requester gets.
    public var reason: String? {
      let error = messages.first { $0.isRefusal }?.attributes.first { $0.name == "ErrorMessage" }
      guard let refusal, let error, refusal.hasSuffix("; " + error.value) else { return refusal }
      return String(decoding: refusal.utf8.dropLast(2 + error.value.utf8.count), as: UTF8.self)
    }

    /// The refusal, and the hint behind it.
    public var explanation: String? { refusal.map { [$0, hint].compactMap(\.self).joined(separator: "; ") } }
  }
}

extension Transcript {
  /// What a transcript holds in addition to what happens. Each part takes time and memory.
  public struct Detail: Hashable, Sendable {
    /// All attributes that no table lists; otherwise only those that the scenario's own lines name.
    public var unlisted: Bool
    /// What would be possible where a request is refused.
    public var hints: Bool

    /// Chooses each part by itself.
    public init(unlisted: Bool = true, hints: Bool = true) { (self.unlisted, self.hints) = (unlisted, hints) }

    /// All parts.
    public static let everything = Detail()
    /// Enough to compare a transcript with its expectations.
    public static let toCompare = Detail(unlisted: false)
    /// Enough for ``Scenario/recorded(_:_:)``.
    public static let toRecord = Detail(unlisted: false, hints: false)
  }
}

extension Scenario {
  /// The attributes that a line about the message implies, those of the step among them; none where messages have
  /// senders.
  package func defaults(of message: Message, _ defaults: [Message.Attribute]) -> [Message.Attribute] {
    if message.from != nil { return [] }
    if defaults.contains(where: { $0.name == "ThisDN" }) { return defaults }
    return defaults + [Message.Attribute(name: "ThisDN", value: parties[message.to].dn, isListed: true)]
  }
}

/// One message, as text.
public struct Message: Hashable, Sendable, Codable {
  /// The sender, as an index into the scenario's parties; nil where messages have no senders.
  public internal(set) var from: Int?
  /// The recipient, as an index into the scenario's parties.
  public internal(set) var to: Int
  /// As the vocabulary spells it, with its argument: `CallStatus(Ringing)`.
  public internal(set) var name: String
  /// In the manual's order, listed and unlisted ones together.
  public internal(set) var attributes: [Attribute]
  /// The message refuses what its recipient asked for.
  public internal(set) var isRefusal = false
  /// Its recipient is in another call before or after the step, so a line has to say which call it is about.
  package internal(set) var isOneOfSeveralCalls = false
  /// The rule that produced it, as an index into the rules of its step.
  public internal(set) var rule: Int?
  /// The call that it is about, as `on` names it.
  public internal(set) var call: String?
  /// If the message ends its recipient's part in a call: the party whose action did so, an index into the parties too.
  public internal(set) var endedBy: Int?

  /// What a message says besides its name: `CallState=OK`.
  public struct Attribute: Hashable, Sendable {
    /// As the manual spells it: `CallState`.
    public internal(set) var name: String
    /// The manual's cell lists it. The server knows the others too, but no table lists them.
    public internal(set) var isListed: Bool
    private var content: Content

    private enum Content: Sendable {
      case text(String)
      case userData(UserDataText)
    }

    init(name: String, value: String, isListed: Bool) {
      (self.name, self.isListed, content) = (name, isListed, .text(value))
    }

    init(name: String, _ text: UserDataText, isListed: Bool) {
      (self.name, self.isListed, content) = (name, isListed, .userData(text))
    }

    /// What it is, spelled as the server spells it: a DN as its number, a name as a name.
    public internal(set) var value: String {
      get {
        switch content {
        case .text(let text): text
        case .userData(let data): data.text
        }
      }
      set { content = .text(newValue) }
    }

    /// Compares names, values and whether both are listed; values are equal if their bytes are.
    public static func == (one: Attribute, other: Attribute) -> Bool {
      one.name == other.name && one.isListed == other.isListed && Text(one.value) == Text(other.value)
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(isListed)
      hasher.combine(Text(value))
    }
  }
}
