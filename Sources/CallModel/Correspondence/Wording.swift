/// The words of such a server, and what its rules are made of.
public protocol Wording: Sendable {
  associatedtype Verb: Asking where Verb.Attribute == Attribute
  /// Where the matter stands that an action is about.
  associatedtype State: Standing
  associatedtype Situation: Circumstances
  associatedtype Change: Sendable
  associatedtype Kind: Numbered, Named
  /// Who is meant, seen from the action; `rawValue` is its place in the cast, less than 24.
  associatedtype Who: Part
  associatedtype Message: MessageName
  associatedtype Attribute: AttributeName
  /// What is said of somebody when it is added: `record=true`.
  associatedtype Setting: AttributeName

  /// How many of the kind take part.
  static func number(of kind: Kind) -> ClosedRange<Int>
  static func settings(of kind: Kind) -> [Setting]
  static func kinds(asking verb: Verb) -> [Kind]
  /// The text that is meant where none is said: whoever keeps the texts gives it the number 0.
  static var usualName: StaticString { get }
}

extension Wording {
  public static var usualName: StaticString { "" }
}

/// A part that is played in what is done, in words: `the caller`.
public protocol Part: Numbered {
  var words: String { get }
}

/// A word that a server's documents spell in one way.
public protocol Named {
  var name: StaticString { get }
}

/// What somebody asks for, spelled as the message that asks; and in lower case what happens outside.
public protocol Asking: Numbered, Named {
  associatedtype Attribute: AttributeName
  var isRequest: Bool { get }
  var target: TargetNeed { get }
  /// What may be said beside.
  var options: [Attribute] { get }
  /// What numbers the request: whoever makes it counts.
  var numbered: Attribute? { get }
}

extension Asking {
  public var numbered: Attribute? { nil }
}

public protocol MessageName: Numbered, Named {
  /// It tells that a request could not be carried out.
  var isError: Bool { get }
}

public protocol AttributeName: Numbered, Named {
  var reading: Reading { get }
}

/// Of a server where nothing is said of those who take part.
public enum NoSetting: AttributeName {
  public static var allCases: [NoSetting] { [] }
  public init?(rawValue: UInt8) { nil }
  public var rawValue: UInt8 { switch self {} }
  public var name: StaticString { switch self {} }
  public var reading: Reading { switch self {} }
}

/// What the number means that stands for an attribute's value.
public enum Reading: Sendable {
  case number
  /// Whoever keeps the texts knows which.
  case text
  case correspondent
  /// By their numbers from 0.
  case names([StaticString])
  /// One of the names, a colon and a text: the text's number, and the name's in the upper half.
  case place([StaticString])

  /// The number stands for a value.
  func has(_ number: UInt32) -> Bool {
    switch self {
    case .number, .text, .correspondent: true
    case .names(let names): number < names.count
    case .place(let names): number >> 16 < names.count
    }
  }
}
