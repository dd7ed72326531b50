/// A server whose messages have senders. The IVR Server, the Interaction Server and recording have all of this in common.
///
/// What such a server does is said by rules as ever: in which state of the matter a verb is possible, what changes, and which letters are
/// written. A model brings its words, finds out what an action is about, and carries out its changes; letters are filled in here.
public protocol Correspondence: Model, Equatable
where
  Verb == Words.Verb, State == Words.State, Situation == Words.Situation, Scene == Stand<Words>, Action == Deed<Words>,
  Event == Letter<Words>, Clause == Sentence<Words>, Change == Words.Change, Cell == Blank<Words>, Note == NoRemark
{
  associatedtype Words: Wording

  /// As scenarios name it: `ivr-server`.
  static var server: StaticString { get }
  /// What its actions are about.
  static var matter: StaticString { get }
  static var rules: [Rule<Self>] { get }

  init()
  /// Adds somebody; `nil` where there are `limit` already, or where a setting has no such value.
  mutating func add(_ kind: Words.Kind, _ settings: Values<Words.Setting>) -> Correspondent?
  /// Carries the action out and returns the number of its rule, or throws and leaves everything as it was.
  @discardableResult
  mutating func apply(
    _ action: Deed<Words>, by book: borrowing Rulebook<Self>, into letters: inout [Letter<Words>]
  ) throws(Refusal<Self>) -> Int
  /// Everything that somebody can do now.
  func possibleActions(of actor: Correspondent, by book: borrowing Rulebook<Self>) -> [Deed<Words>]
  func explore(by book: borrowing Rulebook<Self>, verbs: Set<Words.Verb>?, depth: Int?, progress: (Int) -> Void) -> Exploration<Self>

  /// What `standing` is called as an attribute, where the model has something to say there.
  static var standingName: StaticString? { get }
  /// What holds beside what messages say, in words.
  func standing(_ name: (Correspondent) -> String) -> String
}

/// The words of such a server, and what its rules are made of.
public protocol Wording: Sendable {
  associatedtype Verb: Asking where Verb.Attribute == Attribute
  /// Where the matter stands that an action is about.
  associatedtype State: Standing
  associatedtype Situation: Circumstances
  associatedtype Change: Sendable
  associatedtype Kind: Numbered, Named
  /// Who is meant, seen from the action; `rawValue` is its place in the cast, less than 24.
  associatedtype Who: Numbered
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

extension Correspondence {
  /// As many can take part.
  public static var limit: Int { Int(UInt16.max) }
  public static var matter: StaticString { "call" }
  public static var standingName: StaticString? { nil }
  public func standing(_ name: (Correspondent) -> String) -> String { "" }

  /// The rules made ready.
  public static func rulebook() -> Rulebook<Self> { Rulebook(rules, under: ()) }

  public static func verb(of action: Deed<Words>) -> Verb { action.verb }
  public static func change(_ clause: Sentence<Words>) -> Change? { if case .change(let change) = clause { change } else { nil } }
  public static func cell(_ clause: Sentence<Words>, of rule: Int, under profile: Void) -> Blank<Words>? {
    guard case .letter(var blank) = clause else { return nil }
    blank.rule = UInt16(rule)
    return blank
  }
  public static func forbidden(by clauses: [Sentence<Words>]) -> Situation { [] }
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

public enum TargetNeed: Sendable { case none, optional, required }

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

/// Somebody who takes part, numbered from 1 in the order in which they were added. Whoever adds it knows its name.
///
/// Where a letter is filled in, what else has a number stands among them: a dialog, a session.
public struct Correspondent: Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(_ number: UInt32) { rawValue = number }
  @inlinable public static var none: Correspondent { Correspondent(0) }
  /// Somebody who is named, and not there.
  @inlinable public static var unknown: Correspondent { Correspondent(UInt32.max) }
}

extension Correspondent {
  /// Counted from 0.
  init(place: Int) { self.init(UInt32(place + 1)) }
  /// -1 of nobody.
  var place: Int { Int(rawValue) - 1 }
  /// From a packed word: sixteen bits have room for all that there can be.
  init(packed word: UInt64, at bit: UInt64 = 0) { self.init(UInt32(truncatingIfNeeded: word >> bit & 0xFFFF)) }
}

/// Who takes part: what each of them is, and the first of each kind.
struct Participants<Kind: Numbered>: Equatable, Sendable {
  private(set) var kinds: [Kind] = []
  /// By kind, of which there are at most eight.
  private var firsts = InlineArray<8, Correspondent>(repeating: .none)

  mutating func add(_ kind: Kind) -> Correspondent {
    let new = Correspondent(place: kinds.count)
    kinds.append(kind)
    if first(kind) == .none { firsts[Int(kind.rawValue)] = new }
    return new
  }

  func first(_ kind: Kind) -> Correspondent { firsts[Int(kind.rawValue)] }

  subscript(who: Correspondent) -> Kind? { kinds.indices.contains(who.place) ? kinds[who.place] : nil }

  static func == (one: Participants, other: Participants) -> Bool { one.kinds == other.kinds }
}

/// Of a server that is everywhere the same: no rule and no letter stands under a condition of a profile.
public struct NoRemark: Remark {
  public static let none = NoRemark()
  public func stands(under profile: Void) -> Bool { true }
}
