public import CallModel

/// The result of a replay: each flow's steps, with their messages as text and the rules that sent them.
///
///     let transcript = try Scenario(parsing: text).replay()
public struct Transcript: Hashable, Sendable {
  /// What was played.
  public internal(set) var scenario: Scenario
  /// What happened in each flow, in the order of the file.
  public internal(set) var flows: [Flow]
  /// Whether reports print each flow from the start of the scenario, and not from its mark. In any case the flows have
  /// only their own steps.
  public internal(set) var isWhole = false

  /// What happened in one flow.
  public struct Flow: Hashable, Sendable, Codable {
    /// `main`, or the name that `after` gives it.
    public internal(set) var name: String
    /// The mark that it begins at; nil for `main`.
    public internal(set) var mark: String?
    /// Its steps, marks and waits, in order.
    public internal(set) var entries: [Entry]
    /// What each party does before the first entry; empty if the transcript does not hold it.
    package internal(set) var opening: [[Activity]] = []
    /// For each call that belongs to the conversation of an earlier one: the first call of that conversation.
    package internal(set) var conversations: [String: String] = [:]

    // What is only shown, and is not stored as JSON, is left out.
    private enum CodingKeys: CodingKey { case name, mark, entries, conversations }

    /// The first call of the conversation that the message belongs to; nil if the message is about no call.
    ///
    /// Consultations, transfers and conferences join calls into conversations. A call that is joined later in the flow
    /// belongs to the conversation from its first message on.
    public func conversation(of message: Message) -> String? {
      message.call.map { conversations[$0] ?? $0 }
    }
  }

  /// A part of a flow.
  public enum Entry: Hashable, Sendable {
    /// An action was played.
    case step(Step)
    /// The flow reached the mark with this name.
    case mark(String)
    /// Time passed before the next action.
    case wait(WaitStatement)

    /// The number and the messages of a step, which cost less than a copy of the step; nil for marks and waits.
    @inlinable
    package var numberedMessages: (number: Int, messages: [Message])? {
      switch self {
      case .step(let step): (step.number, step.messages)
      case .mark, .wait: nil
      }
    }
  }

  /// An action and what it did.
  public struct Step: Hashable, Sendable, Codable {
    /// The number of the action, counted from the start of the scenario through the mark where the flow begins.
    public internal(set) var number: Int
    /// The action that was played.
    public internal(set) var action: ActionStatement
    /// The messages that were sent, in order; a refusal may send none.
    public internal(set) var messages: [Message]
    /// The rules that answered the action, one for each server, even if they send nothing; none if it was refused.
    public internal(set) var rules: [RuleReference] = []
    /// Why the action was refused; nil if it was carried out.
    public internal(set) var refusal: String?
    /// What the actor of a refused request could do instead; nil if the refusal is expected.
    public internal(set) var hint: String? = nil
    /// The attributes that an expectation implies: the ConnID of a T-Server.
    package internal(set) var defaults: [Message.Attribute]
    /// What the model knows after this step and no message says; nil if there is nothing, or nothing has changed yet.
    public internal(set) var statusLine: Message.Attribute? = nil
    /// How many milliseconds the waits before this step last, from the start of the scenario; nil if there are none.
    package internal(set) var waited: Int? = nil

    /// When the action happens, in milliseconds after the start of the scenario.
    ///
    /// The first action happens at the start, and each later one 10 milliseconds after the one before it. Waits move
    /// the actions after them.
    public var time: Int { (waited ?? 0) + 10 * (number - 1) }

    /// What the step shows to people who look on; nil if the transcript does not hold it.
    package internal(set) var view: View? = nil

    // What is only shown, and is not stored as JSON, is left out.
    private enum CodingKeys: CodingKey {
      case number, action, messages, rules, refusal, hint, defaults, statusLine, waited
    }

    /// The rule that produced one of the step's messages; none for the error of a refusal that no rule describes.
    public func rule(of message: Message) -> RuleReference? { message.rule.map { rules[$0] } }

    /// Why the action was refused, without the message of the error that the requester gets.
    public var reason: String? {
      let error = messages.first { $0.isRefusal }?.attributes.first { $0.name == "ErrorMessage" }
      guard let refusal, let error, refusal.hasSuffix("; " + error.value) else { return refusal }
      return String(decoding: refusal.utf8.dropLast(2 + error.value.utf8.count), as: UTF8.self)
    }

    /// The refusal, followed by the hint.
    public var explanation: String? { refusal.map { [$0, hint].compactMap(\.self).joined(separator: "; ") } }
  }
}

extension Transcript.Step {
  /// Where the step's messages come from, and what the parties do after it.
  package struct View: Hashable, Sendable {
    /// What each party does after the step.
    package let activities: [[Activity]]
    /// The origin of each message; empty if it is not known.
    package let origins: [MessageOrigin]
  }
}

extension Transcript {
  /// What a transcript holds in addition to the listed attributes. Each part takes time and memory.
  public struct Detail: Hashable, Sendable {
    /// Whether it holds all attributes that no table lists; otherwise, only those that lines of the scenario name.
    public var unlisted: Bool
    /// Whether it holds what would be possible instead of a refused request.
    public var hints: Bool
    /// Whether reports print each flow from the start of the scenario, and not from its mark.
    public var whole: Bool
    /// Whether it holds what each party does after each step and where values come from, as a page of HTML shows them.
    public var views: Bool
    /// Whether actions follow that the scenario does not have yet.
    var takesMore = false

    /// Chooses each part separately.
    public init(unlisted: Bool = true, hints: Bool = true, whole: Bool = false, views: Bool = false) {
      (self.unlisted, self.hints, self.whole, self.views) = (unlisted, hints, whole, views)
    }

    /// All attributes and hints.
    public static let everything = Detail()
    /// Enough to compare a transcript with its expectations.
    public static let toCompare = Detail(unlisted: false)
    /// Enough for ``Scenario/recorded(_:_:)``.
    public static let toRecord = Detail(unlisted: false, hints: false)
  }
}

extension Scenario {
  /// The attributes that a line about the message implies, including those of the step; none if messages have senders.
  package func defaults(of message: Message, _ defaults: [Message.Attribute]) -> [Message.Attribute] {
    if message.from != nil { return [] }
    // It may come in a step that is about a call.
    if message.isAboutDN, !defaults.isEmpty { return self.defaults(of: message, []) }
    if defaults.contains(where: { $0.name == "ThisDN" }) { return defaults }
    return defaults + [Message.Attribute(name: "ThisDN", value: parties[message.to].dn, isListed: true)]
  }
}

/// One message, as text.
public struct Message: Hashable, Sendable, Codable {
  /// The sender, as an index into the scenario's parties; nil if messages have no senders.
  public internal(set) var from: Int?
  /// The recipient, as an index into the scenario's parties.
  public internal(set) var to: Int
  /// The name, with its argument: `CallStatus(Ringing)`.
  public internal(set) var name: String
  /// The attributes, listed and unlisted, in the manual's order.
  public internal(set) var attributes: [Attribute]
  /// Whether the message refuses what its recipient requested.
  public internal(set) var isRefusal = false
  /// Whether it is about its recipient alone, and not about a call.
  package internal(set) var isAboutDN = false
  /// Whether its recipient is in another call before or after the step, so that a line has to say which call is meant.
  package internal(set) var isOneOfSeveralCalls = false
  /// The rule that produced it, as an index into the rules of its step.
  public internal(set) var rule: Int?
  /// The call that it is about, as `on` names it.
  public internal(set) var call: String?
  /// If the message ends its recipient's part in a call: the party whose action did so, also an index into the parties.
  public internal(set) var endedBy: Int?

  /// What a message says besides its name: `CallState=OK`.
  public struct Attribute: Hashable, Sendable {
    /// The name, as the manual spells it: `CallState`.
    public let name: String
    /// Whether the manual's cell lists it. The server knows the others, too.
    public internal(set) var isListed: Bool
    /// Its index in `TServerNumbers.attributes`, if the T-Server's model wrote the message; nil otherwise.
    package private(set) var number: UInt8?
    @usableFromInline var content: Content

    @usableFromInline
    enum Content: Sendable {
      case text(String)
      case userData(UserDataText)
    }

    init(name: String, value: String, isListed: Bool) {
      (self.name, self.isListed, content) = (name, isListed, .text(value))
    }

    /// An attribute of the T-Server.
    init(_ attribute: CallModel.Attribute, value: String, isListed: Bool) {
      (name, self.isListed, content) = (TServerWords.name(attribute), isListed, .text(value))
      number = attribute.rawValue
    }

    /// An attribute of the T-Server that has pairs.
    init(_ attribute: CallModel.Attribute, _ text: UserDataText, isListed: Bool) {
      (name, self.isListed, content) = (TServerWords.name(attribute), isListed, .userData(text))
      number = attribute.rawValue
    }

    /// The value, as the server spells it: a DN as its number, a name as a name.
    public internal(set) var value: String {
      @inlinable get {
        switch content {
        case .text(let text): text
        case .userData(let data): data.text
        }
      }
      set { content = .text(newValue) }
    }

    /// Passes the value to `body` without copying it, which takes longer than to write it.
    @inlinable @inline(__always)
    package borrowing func withValue(_ body: (borrowing String) -> Void) {
      switch content {
      case .text(let text): body(text)
      case .userData(let data): body(data.text)
      }
    }

    /// The pairs of a list, such as UserData.
    package var pairs: [(key: String, value: String)] {
      switch content {
      case .text(let text): UserDataText.pairs(in: text)
      case .userData(let data): data.pairs
      }
    }

    /// Whether both have one list, which is kept once; equal lists may be kept twice.
    package func sharesPairs(with other: Attribute) -> Bool {
      if case .userData(let one) = content, case .userData(let two) = other.content { one === two } else { false }
    }

    /// Whether both have the same name, the same value, and are both listed or not. Equal lists that are kept twice
    /// count as different: to spell them takes longer than to write them.
    @inlinable @inline(__always)
    package borrowing func isSame(as other: borrowing Attribute) -> Bool {
      guard isAlike(other) else { return false }
      return switch content {
      case .text(let one): if case .text(let two) = other.content { one.hasSameBytes(as: two) } else { false }
      case .userData(let one): if case .userData(let two) = other.content { one === two } else { false }
      }
    }

    /// Whether both have the same name, and are both listed or not.
    @inlinable @inline(__always)
    package borrowing func isAlike(_ other: borrowing Attribute) -> Bool {
      isListed == other.isListed && name.hasSameBytes(as: other.name)
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
