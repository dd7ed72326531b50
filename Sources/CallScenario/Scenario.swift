/// A scenario file as values: the parties, and the flows of actions with what is expected of each action.
///
/// Statements name a party by its index in ``parties``. As JSON, a scenario names its servers, verbs and kinds, and the
/// decoder looks up what they mean.
public struct Scenario: Hashable, Sendable {
  /// The path as it was given, for reports.
  public internal(set) var path: String
  /// What the file says after `scenario`.
  public internal(set) var title: String
  /// Where the manual shows this: the text after `source`.
  public internal(set) var source: String?
  /// What this follows from where the manual does not show it: the text after `derived`. A file has this or a source.
  public internal(set) var derived: String?
  /// The words that the file may use: those of its server, or of both its servers.
  public internal(set) var vocabulary: Vocabulary
  /// The servers that it is played on: one, or two side by side. The vocabulary has the words of both.
  public internal(set) var servers: [Vocabulary]
  /// The switch profile that the file chooses, and the options that it sets; nil for the default.
  public internal(set) var profile: ProfileStatement?
  /// The parties, in the order of the file.
  public internal(set) var parties: [Party]
  /// What must hold in everything that the parties can do, in the order of the file; only `explore` checks it.
  public internal(set) var properties: [Property] = []
  /// `main` first, then in the order of the file.
  public internal(set) var flows: [Flow]
  /// What the file may not mean as it says it, such as a DN that no party has; the first ``Limits/warnings``.
  public internal(set) var warnings: [Diagnostic] = []
  /// The comments of the file, if they have been read; the parser does not read them.
  package var comments: FileComments? = nil
}

/// `profile [NAME] [option=value …]`
public struct ProfileStatement: Hashable, Sendable, Codable {
  /// The profile to start from; nil for the default.
  public internal(set) var name: String?
  /// The options that differ from the profile.
  public internal(set) var options: [Option]
  /// Where the statement is in the file.
  public internal(set) var position: Position
}

extension Scenario {
  /// `party NAME KIND [key=value …]`
  public struct Party: Hashable, Sendable, Codable {
    /// What statements call it.
    public internal(set) var name: String
    /// Its directory number: `dn=…`, or its name.
    public internal(set) var dn: String
    /// What it is: one kind, or one for each of two servers side by side.
    public internal(set) var kinds: [Vocabulary.Kind]
    /// What follows the kind, except `dn`: `group=G`.
    public internal(set) var options: [Option]
    /// Where the statement is in the file.
    public internal(set) var position: Position

    /// `extension`, or `extension ivr`
    package var kindNames: String { kinds.map(\.name).joined(separator: " ") }

    func isOfKind(_ name: String) -> Bool { kinds.contains { $0.name == name } }
  }
}

/// The statements from the start, or from `after`, up to the next `after`.
public struct Flow: Hashable, Sendable, Codable {
  /// `main`, or what `after` calls it; unique in the file.
  public internal(set) var name: String
  /// The mark that it begins at; none for `main`.
  public internal(set) var mark: String?
  /// Its actions, marks and waits, in the order of the file.
  public internal(set) var statements: [Statement]
  /// Where the flow begins in the file.
  public internal(set) var position: Position
}

extension Flow {
  package var hasAction: Bool { statements.contains { if case .action = $0 { true } else { false } } }

  var actions: [ActionStatement] {
    statements.compactMap { if case .action(let action) = $0 { action } else { nil } }
  }
}

/// A statement of a flow.
public enum Statement: Hashable, Sendable {
  /// A party does something.
  case action(ActionStatement)
  /// `mark NAME`: other flows can begin here.
  case mark(String, Position)
  /// `wait DURATION`: time passes before the next action.
  case wait(WaitStatement)
}

/// `wait DURATION`: only the clock of logs moves on.
public struct WaitStatement: Hashable, Sendable, Codable {
  /// How long it lasts.
  public internal(set) var milliseconds: Int
  /// The duration as the file spells it: `5s`.
  public internal(set) var duration: String
  /// Where the duration is in the file.
  public internal(set) var position: Position
}

extension WaitStatement {
  /// The statement as a file has it: `wait 5s`.
  package var spelling: String { "wait \(duration)" }
}

/// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`, and the expectation below it.
public struct ActionStatement: Hashable, Sendable, Codable {
  /// The party that acts, as an index into the scenario's parties.
  public internal(set) var actor: Int
  /// The party that the action is directed at, as an index into the scenario's parties; nil if it names none.
  public package(set) var target: Int?
  /// What the actor does.
  public internal(set) var verb: Vocabulary.Verb
  /// The ConnID, or another name of the call or interaction, as the model has it.
  public internal(set) var on: String?
  /// What follows: options of the request, or pairs of user data.
  public internal(set) var options: [Option]
  /// What the action is expected to do.
  public internal(set) var expectation: Expectation
  /// Where the statement is in the file.
  public internal(set) var position: Position
  /// The statement as it is in the file, made printable.
  public internal(set) var text = ""
  /// Where the target is; the action's own position if there is none.
  public internal(set) var targetPosition: Position
  /// Where the word after `on` is; the action's own position if there is none.
  public internal(set) var onPosition: Position
}

extension ActionStatement {
  /// Makes an action that is in no file.
  init(by actor: Int, _ verb: Vocabulary.Verb, to target: Int? = nil, on call: String? = nil, options: [Option] = []) {
    let nowhere = Position(line: 1, column: 1)
    self.init(
      actor: actor, target: target, verb: verb, on: call, options: options,
      expectation: .messages([], isOpen: false), position: nowhere, targetPosition: nowhere, onPosition: nowhere)
  }
}

/// `key=value`, after a party, a profile or an action.
public struct Option: Hashable, Sendable, Codable {
  /// What is before the `=`.
  public internal(set) var key: String
  /// What is after the `=`, without quotes.
  public internal(set) var value: String
  /// Where the key is in the file.
  public internal(set) var position: Position
  /// Where the value is in the file.
  public internal(set) var valuePosition: Position
}

extension Option {
  /// Makes an option that is in no file.
  init(_ key: String, _ value: String) {
    let nowhere = Position(line: 1, column: 1)
    self.init(key: key, value: value, position: nowhere, valuePosition: nowhere)
  }
}

/// What a file expects to happen after an action.
public enum Expectation: Hashable, Sendable, Codable {
  /// Exactly these messages; with `isOpen`, any others may come between them.
  case messages([ExpectedMessage], isOpen: Bool)
  /// The action is refused; the text, if there is one, is part of the reason.
  case refused(String?, Position)

  // The keys of the associated values, which have no labels.
  private enum MessagesCodingKeys: String, CodingKey { case _0 = "expected", isOpen }
  private enum RefusedCodingKeys: String, CodingKey { case _0 = "reason", _1 = "position" }
}

/// `RECIPIENT MESSAGE [Attribute=pattern …] [...]`
public struct ExpectedMessage: Hashable, Sendable, Codable {
  /// The party that is to receive it, as an index into the scenario's parties.
  public internal(set) var recipient: Int
  /// As the vocabulary spells it, with its argument: `CallStatus(Ringing)`.
  public internal(set) var name: String
  /// The attributes that the line names, in its order.
  public internal(set) var attributes: [ExpectedAttribute]
  /// Whether it ends in `...`: the message may have further attributes.
  public internal(set) var isOpen: Bool
  /// Where the line is in the file.
  public internal(set) var position: Position
}

extension ExpectedMessage {
  /// Leaves the line with the other attributes.
  package mutating func removeAttributes(named names: Set<String>) { attributes.removeAll { names.contains($0.name) } }
}

/// `Attribute=pattern`, in a line that expects a message.
public struct ExpectedAttribute: Hashable, Sendable, Codable {
  /// The attribute's name: `OtherDN`.
  public internal(set) var name: String
  /// The values that it may have.
  public internal(set) var pattern: Pattern
  /// What the file has after the `=`: a party's name or its DN, in quotes or bare; `absent` for `!X`.
  public internal(set) var text: String
  /// Where the attribute is in the file.
  public internal(set) var position: Position

  /// Makes an attribute; `text` is its spelling in the file. Without a file it is spelled as `record` would spell it.
  init(name: String, pattern: Pattern, text: String? = nil, position: Position) {
    self.name = name
    self.pattern = pattern
    self.text = text ?? pattern.spelling
    self.position = position
  }
}

/// The values that a line expects of an attribute: `!X`, `X=*` or `X=a|b`, the last two with or without `?`.
public enum Pattern: Hashable, Sendable, Codable {
  /// `!X`: the message does not list the attribute.
  case absent
  /// `*`: any value; with `isOptional`, or none.
  case any(isOptional: Bool)
  /// `a|b`: one of these values; with `isOptional`, or none.
  case oneOf([String], isOptional: Bool)

  // The key of the associated value that has no label.
  private enum OneOfCodingKeys: String, CodingKey { case _0 = "values", isOptional }
}

/// A place in a file.
public struct Position: Hashable, Sendable, Codable {
  /// The line, counted from 1.
  public internal(set) var line: Int
  /// The column of the first character, counted from 1.
  public internal(set) var column: Int
  /// The number of characters, for the caret below them.
  public internal(set) var length: Int

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }
}
