/// A scenario file as values: the parties, and the flows of actions with what is expected of each action.
public struct Scenario: Sendable {
  /// The path as it was given, for reports.
  public var path: String
  public var title: String
  /// Where the manual says it.
  public var source: String?
  public var vocabulary: Vocabulary
  /// The servers that it is played on: one, or two side by side. The vocabulary has the words of both.
  public var servers: [Vocabulary]
  public var profile: ProfileStatement?
  public var parties: [Party]
  /// `main` first, then in the order of the file.
  public var flows: [Flow]
}

/// `profile [NAME] [option=value …]`
public struct ProfileStatement: Sendable {
  public var name: String?
  public var options: [Option]
  public var position: Position
}

extension Scenario {
  /// `party NAME KIND [key=value …]`
  public struct Party: Sendable {
    public var name: String
    /// Its directory number: `dn=…`, or its name.
    public var dn: String
    /// What it is: one kind, or one for each of two servers side by side.
    public var kinds: [Vocabulary.Kind]
    public var options: [Option]
    public var position: Position

    /// `extension`, or `extension ivr`
    package var kindNames: String { kinds.map(\.name).joined(separator: " ") }

    func isOfKind(_ name: String) -> Bool { kinds.contains { $0.name == name } }
  }
}

/// The statements from the start, or from `after`, up to the next `after`.
public struct Flow: Sendable {
  /// `main`, or what `after` calls it; unique in the file.
  public var name: String
  /// The mark that it begins at; none for `main`.
  public var mark: String?
  public var statements: [Statement]
  public var position: Position
}

public enum Statement: Sendable {
  case action(ActionStatement)
  case mark(String, Position)
}

/// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`, and the expectation beneath it.
public struct ActionStatement: Sendable {
  /// Indices into the scenario's parties.
  public var actor: Int
  public var target: Int?
  public var verb: Vocabulary.Verb
  /// The ConnID, or another name of the call or interaction, as the model has it.
  public var on: String?
  public var options: [Option]
  public var expectation: Expectation
  public var position: Position
  /// The statement as it stands in the file, made printable.
  public var text = ""
  /// Where the target and the word after `on` stand; the action's own position where there are none.
  public var targetPosition: Position
  public var onPosition: Position
}

public struct Option: Sendable, Hashable {
  public var key: String
  public var value: String
  public var position: Position
  public var valuePosition: Position
}

extension Option {
  /// An option that stands in no file.
  init(_ key: String, _ value: String) {
    let nowhere = Position(line: 1, column: 1)
    self.init(key: key, value: value, position: nowhere, valuePosition: nowhere)
  }
}

public enum Expectation: Sendable {
  /// Exactly these messages; `isOpen`: and any others among them.
  case messages([ExpectedMessage], isOpen: Bool)
  /// The action is refused; the text, where there is one, is part of the reason.
  case refused(String?, Position)
}

/// `RECIPIENT MESSAGE [Attribute=pattern …] [...]`
public struct ExpectedMessage: Sendable {
  public var recipient: Int
  /// As the vocabulary spells it, with its argument: `CallStatus(Ringing)`.
  public var name: String
  public var attributes: [ExpectedAttribute]
  /// It ends in `...`: further attributes are welcome.
  public var isOpen: Bool
  public var position: Position
}

public struct ExpectedAttribute: Sendable {
  public var name: String
  public var pattern: Pattern
  /// What the file writes behind the `=`: a party's name or its DN, in quotes or bare; `absent` for `!X`.
  public var text: String
  public var position: Position

  /// Spelled as in the file, or, where no file is read, as `record` would spell it.
  public init(name: String, pattern: Pattern, text: String? = nil, position: Position) {
    self.name = name
    self.pattern = pattern
    self.text = text ?? pattern.spelling
    self.position = position
  }
}

/// `!X`, `X=*`, `X=a|b`, each but the first with or without `?`.
public enum Pattern: Sendable, Hashable {
  case absent
  case any(isOptional: Bool)
  case oneOf([String], isOptional: Bool)
}

/// A place in a file: line and column count from 1, the column in characters; `length` in characters, for the caret.
public struct Position: Sendable, Hashable {
  public var line: Int
  public var column: Int
  public var length: Int

  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }
}
