/// The words of one server, as scenario files use them. The parser knows the grammar; the vocabulary knows the words.
public struct Vocabulary: Hashable, Sendable {
  /// As `server NAME` says it: `t-server`.
  public internal(set) var server: String
  /// What a party can be.
  public private(set) var kinds: [Kind]
  /// What a party can do.
  public private(set) var verbs: [Verb]
  /// The names of the messages that the server can send.
  public internal(set) var messages: [String]
  /// The attributes that a message can have.
  public internal(set) var attributes: [Attribute]
  /// The keys that may follow a verb but are not attributes of a message.
  public internal(set) var parameters: [Attribute]
  /// The names that `profile NAME` takes.
  public internal(set) var profiles: [String]
  /// The options that may follow `profile`.
  public internal(set) var profileOptions: [Choice]
  /// The model's messages have senders: every expectation says `from=NAME`.
  public internal(set) var hasSenders: Bool

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
    for index in kinds.indices { (self.kinds[index].id, self.kinds[index].server) = (index, server) }
    for index in verbs.indices { (self.verbs[index].id, self.verbs[index].server) = (index, server) }
  }

  /// What a party can be: `extension`.
  public struct Kind: Hashable, Sendable {
    /// As `party NAME KIND` says it.
    public internal(set) var name: String
    /// Whether a party of this kind makes requests; on a T-Server, an `external` makes none.
    public internal(set) var makesRequests: Bool
    /// What may follow the kind besides `dn`.
    public internal(set) var options: [Option]
    /// How many parties of this kind a scenario has.
    public internal(set) var number = 0...Int(UInt16.max)
    /// Its index in the vocabulary, which sets it.
    package fileprivate(set) var id = 0
    /// The vocabulary's server, which sets it too.
    fileprivate(set) var server = ""

    /// An option that may follow a kind.
    public struct Option: Hashable, Sendable {
      /// What stands before the `=`.
      public internal(set) var key: String
      /// What may stand behind it.
      public internal(set) var value: Value

      /// What an option of a kind can be.
      public enum Value: Hashable, Sendable {
        /// The name of a party of this kind: `group` names an `acd-group`.
        case party(kind: String)
        /// What an attribute could be.
        case attribute(Attribute.Values)
        /// One of these words, a colon and a text: `queue:Support`.
        case place([String])
      }
    }
  }

  /// What a party can do: `TMakeCall`, `hangUp`.
  public struct Verb: Hashable, Sendable {
    /// As an action says it.
    public internal(set) var name: String
    /// Whether a party follows it.
    public internal(set) var target: Target
    /// A client's request: `TMakeCall`. The other verbs are done by the switch, by the network or by hand.
    public internal(set) var isRequest: Bool
    /// The keys that may follow (`CallState`, `ReferenceID` …): each is the name of an attribute or a parameter.
    public internal(set) var options: [String]
    /// Any other keys may follow too: user data.
    public internal(set) var takesPairs = false
    /// For a request: the verb that does the same by hand, `answer` for `TAnswerCall`.
    public internal(set) var byHand: String? = nil
    /// The kinds of parties that can do it; empty where every kind can.
    public internal(set) var kinds: [String] = []
    /// Its index in the vocabulary, which sets it.
    package fileprivate(set) var id = 0
    /// The vocabulary's server, which sets it too.
    fileprivate(set) var server = ""

    /// Whether a verb has a target.
    public enum Target: Hashable, Sendable {
      /// No party, perhaps one, or always one.
      case none, optional, required
    }
  }

  /// What a message says besides its name: `ConnID`.
  public struct Attribute: Hashable, Sendable {
    /// As an expectation says it.
    public internal(set) var name: String
    /// What it can be.
    public internal(set) var values: Values
    /// The number of each name, in the order of the names, where names have numbers.
    public internal(set) var numbers: [Int] = []

    /// What an attribute can be.
    public enum Values: Hashable, Sendable {
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

  /// An option of the profile.
  public struct Choice: Hashable, Sendable {
    /// What stands before the `=`.
    public internal(set) var key: String
    /// What may stand behind it, the default first.
    public internal(set) var values: [String]
  }
}
