/// The words of one server, as scenario files use them. The parser knows the grammar, this knows the words.
public struct Vocabulary: Sendable {
  /// As `server NAME` says it: `t-server`.
  public var server: String
  public var kinds: [Kind]
  public var verbs: [Verb]
  public var messages: [String]
  public var attributes: [Attribute]
  /// What may follow a verb and is no attribute of a message.
  public var parameters: [Attribute] = []
  /// The names that `profile NAME` takes, and the options with their values, the default first.
  public var profiles: [String]
  public var profileOptions: [Choice]
  /// The model's messages have senders: every expectation says `from=NAME`.
  public var hasSenders: Bool

  public struct Kind: Sendable {
    public var name: String
    /// A party of this kind makes no requests (T-Server: `external`).
    public var makesRequests: Bool
    /// What may follow the kind besides `dn`.
    public var options: [Option]
    /// How many parties of this kind a scenario has.
    public var number = 0...Int.max

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
    /// A client's request: `TMakeCall`. The others are what the switch, the network or a hand does.
    public var isRequest: Bool
    /// The keys that may follow (`CallState`, `ReferenceID` …): each is the name of an attribute or a parameter, whose
    /// values it takes.
    public var options: [String]
    /// Any other keys may follow too: user data.
    public var takesPairs = false
    /// Of a request: what a hand does to the same effect, `answer` for `TAnswerCall`.
    public var byHand: String? = nil
    /// The kinds of those who can do it; none where every kind can.
    public var kinds: [String] = []
    public enum Target: Sendable { case none, optional, required }
  }

  public struct Attribute: Sendable {
    public var name: String
    public var values: Values
    /// Of names that have numbers: the number of each, in the order of the names.
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
