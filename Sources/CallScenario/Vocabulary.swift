/// The words of one server, as scenario files use them. The parser knows the grammar; the vocabulary knows the words.
public struct Vocabulary: Sendable {
  /// As `server NAME` says it: `t-server`.
  public var server: String
  /// Each one's `id` is its index here.
  public private(set) var kinds: [Kind]
  /// Each one's `id` is its index here.
  public private(set) var verbs: [Verb]
  public var messages: [String]
  public var attributes: [Attribute]
  /// The keys that may follow a verb but are not attributes of a message.
  public var parameters: [Attribute]
  /// The names that `profile NAME` takes, and the options with their values, the default first.
  public var profiles: [String]
  public var profileOptions: [Choice]
  /// The model's messages have senders: every expectation says `from=NAME`.
  public var hasSenders: Bool

  init(
    server: String, kinds: [Kind], verbs: [Verb], messages: [String], attributes: [Attribute],
    parameters: [Attribute] = [], profiles: [String], profileOptions: [Choice], hasSenders: Bool
  ) {
    self.server = server
    self.kinds = kinds
    self.verbs = verbs
    self.messages = messages
    self.attributes = attributes
    self.parameters = parameters
    self.profiles = profiles
    self.profileOptions = profileOptions
    self.hasSenders = hasSenders
    for index in kinds.indices { self.kinds[index].id = index }
    for index in verbs.indices { self.verbs[index].id = index }
  }

  public struct Kind: Sendable {
    public var name: String
    /// A party of this kind makes no requests (T-Server: `external`).
    public var makesRequests: Bool
    /// What may follow the kind besides `dn`.
    public var options: [Option]
    /// How many parties of this kind a scenario has.
    public var number = 0...Int.max
    /// Its index in the vocabulary, which sets it.
    public fileprivate(set) var id = 0

    public struct Option: Sendable {
      public var key: String
      public var value: Value

      public enum Value: Sendable {
        /// The name of a party of this kind: `group` names an `acd-group`.
        case party(kind: String)
        /// What an attribute could be.
        case attribute(Attribute.Values)
        /// One of these words, a colon and a text: `queue:Support`.
        case place([String])
      }
    }
  }

  public struct Verb: Sendable {
    public var name: String
    public var target: Target
    /// A client's request: `TMakeCall`. The other verbs are done by the switch, by the network or by hand.
    public var isRequest: Bool
    /// The keys that may follow (`CallState`, `ReferenceID` …): each is the name of an attribute or a parameter, whose
    /// values it takes.
    public var options: [String]
    /// Any other keys may follow too: user data.
    public var takesPairs = false
    /// For a request: the verb that does the same by hand, `answer` for `TAnswerCall`.
    public var byHand: String? = nil
    /// The kinds of parties that can do it; empty where every kind can.
    public var kinds: [String] = []
    /// Its index in the vocabulary, which sets it.
    public fileprivate(set) var id = 0

    public enum Target: Sendable { case none, optional, required }
  }

  public struct Attribute: Sendable {
    public var name: String
    public var values: Values
    /// The number of each name, in the order of the names, where names have numbers.
    public var numbers: [Int] = []

    public enum Values: Sendable {
      /// Any text.
      case text
      /// A party's DN: a party's name written here means that party's DN.
      case dn
      /// A decimal number.
      case number
      /// One of these, compared without regard to case; a decimal number means the name that has it, or is kept.
      case names([String])
    }
  }

  /// An option of the profile and the values it takes, the default first.
  public struct Choice: Sendable {
    public var key: String
    public var values: [String]
  }
}
