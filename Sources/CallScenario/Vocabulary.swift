/// The words of one server in scenario files. The parser knows the grammar; the vocabulary knows the words.
public struct Vocabulary: Hashable, Sendable {
  /// The name of the server: `t-server`.
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
  /// Whether messages have senders: every expectation then says `from=NAME`.
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
    /// The name, as in `party NAME KIND`.
    public internal(set) var name: String
    /// Whether a party of this kind makes requests; on a T-Server, an `external` makes none.
    public internal(set) var makesRequests: Bool
    /// What may follow the kind besides `dn`.
    public internal(set) var options: [Option]
    /// How many parties of this kind a scenario has.
    public internal(set) var number = 0...Int(UInt16.max)
    /// Its index in the vocabulary, which sets it.
    package fileprivate(set) var id = 0
    /// The server, which the vocabulary sets, too.
    fileprivate(set) var server = ""

    /// An option that may follow a kind.
    public struct Option: Hashable, Sendable {
      /// The key, before the `=`.
      public internal(set) var key: String
      /// The values that it may have.
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
    /// The name, as in an action.
    public internal(set) var name: String
    /// Whether a target follows it.
    public internal(set) var target: Target
    /// Whether it is a client's request: `TMakeCall`. The switch, the network or a person does the other verbs.
    public internal(set) var isRequest: Bool
    /// The keys that may follow (`CallState`, `ReferenceID` …): each is the name of an attribute or a parameter.
    public internal(set) var options: [String]
    /// Whether any other keys may follow: user data.
    public internal(set) var takesPairs = false
    /// Before which keys pairs may follow, as often as wanted: `data.`, `reason.`, `extension.`.
    public internal(set) var prefixes: [String] = []
    /// For a request: the verb that does the same by hand, `answer` for `TAnswerCall`.
    public internal(set) var byHand: String? = nil
    /// The kinds of parties that can do it; empty if every kind can.
    public internal(set) var kinds: [String] = []
    /// Its index in the vocabulary, which sets it.
    package fileprivate(set) var id = 0
    /// The server, which the vocabulary sets, too.
    fileprivate(set) var server = ""

    /// Whether the key may follow.
    func takes(_ key: String) -> Bool { options.contains(key) || takesPairs || prefixes.contains { key.hasPrefix($0) } }

    /// Whether a verb has a target.
    public enum Target: Hashable, Sendable {
      /// No party, perhaps one, or always one.
      case none, optional, required
    }
  }

  /// What a message says besides its name: `ConnID`.
  public struct Attribute: Hashable, Sendable {
    /// The name, as in an expectation.
    public internal(set) var name: String
    /// The values that it can have.
    public internal(set) var values: Values
    /// The numbers of the names, in their order, if names have numbers.
    public internal(set) var numbers: [Int] = []

    /// Whether its value is a number of the outside world as often as a DN of the switch.
    var takesAnyNumber = false

    /// The values that an attribute can have.
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
    /// The key, before the `=`.
    public internal(set) var key: String
    /// The values that it may have, the default first.
    public internal(set) var values: [String]
  }
}
