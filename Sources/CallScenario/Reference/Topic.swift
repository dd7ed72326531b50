/// Something that has a name and that `callsim explain` can explain.
public struct Topic: Hashable, Sendable {
  /// What a topic is.
  public enum Kind: Int, CaseIterable, Sendable {
    /// A server, or a keyword of the language.
    case server, statement
    /// A word of a server.
    case partyKind, partyOption, verb, message, attribute, value, state
    /// An option of the profile, a named profile, or the code of an error.
    case option, profile, error
    /// What callsim does where the manual is silent, or a limit.
    case decision
    /// A section of the manual, or a rule.
    case section, rule

    /// The plural, as a heading.
    public var heading: String {
      switch self {
      case .server: "Servers"
      case .statement: "Keywords of the language"
      case .partyKind: "Kinds of parties"
      case .partyOption: "Options of parties"
      case .verb: "Verbs"
      case .message: "Messages"
      case .attribute: "Attributes and parameters"
      case .value: "Values of attributes"
      case .state: "States"
      case .option: "Options of the profile"
      case .profile: "Profiles"
      case .error: "Errors"
      case .decision: "Decisions and limits"
      case .section: "Sections of the manual"
      case .rule: "Rules"
      }
    }
  }

  /// What it is.
  public let kind: Kind
  /// What it is called: `EventRinging`, `talking` or `Call to ACD`.
  public let name: String
  /// The server that the topic belongs to; nil for the language.
  public let server: String?

  init(_ kind: Kind, _ name: String, of server: String? = nil) {
    (self.kind, self.name, self.server) = (kind, name, server)
  }
}

/// The text on a topic, ready for layout.
public struct Article: Sendable {
  /// The topic's name.
  public let title: String
  /// The kind in words: `message of t-server, number 60`.
  public let kind: String
  /// One or two sentences; empty if the parts say it all.
  public let summary: String
  /// What there is to say, in the order in which it is shown.
  public internal(set) var parts: [Part] = []

  /// A heading and the rows below it.
  public struct Part: Sendable {
    /// The heading, without punctuation.
    public let heading: String
    /// The rows below it.
    public let rows: [Row]
  }

  /// A text with a name, or a text alone.
  public struct Row: Sendable {
    /// Set in a column of its own; nil if the text takes the whole line.
    public let name: String?
    /// What the row says; lines are not broken yet.
    public let text: String
    /// The indentation; a row under a heading row has level 1.
    public let level: Int

    init(_ name: String? = nil, _ text: String, level: Int = 0) {
      (self.name, self.text, self.level) = (name, text, level)
    }
  }

  /// Adds a part, unless it has no rows.
  mutating func add(_ heading: String, _ rows: [Row]) {
    if !rows.isEmpty { parts.append(Part(heading: heading, rows: rows)) }
  }

  /// Adds a part with one text, unless that is empty.
  mutating func add(_ heading: String, _ text: String) {
    if !text.isEmpty { parts.append(Part(heading: heading, rows: [Row(nil, text)])) }
  }
}

extension Topic {
  /// The name and what it is: `EventRinging, message of t-server`.
  public var text: String {
    let noun =
      switch kind {
      case .server: "server"
      case .statement: "keyword of the language"
      case .partyKind: "kind of party"
      case .partyOption: "option of a party"
      case .verb: "verb"
      case .message: "message"
      case .attribute: "attribute"
      case .value: "value"
      case .state: "state"
      case .option: "option of the profile"
      case .profile: "profile"
      case .error: "error"
      case .decision: "decision"
      case .section: "section of the manual"
      case .rule: "rule"
      }
    return "\(name), \(noun)" + (server.map { " of \($0)" } ?? "")
  }

  /// The servers that the topics belong to, in their order; nil for the language.
  package static func servers(of topics: [Topic]) -> [String?] {
    topics.reduce(into: [String?]()) { if !$0.contains($1.server) { $0.append($1.server) } }
  }
}
