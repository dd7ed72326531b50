/// A server whose messages have senders. The IVR Server, the Interaction Server and recording have all of this in
/// common.
///
/// What such a server does is said by rules as ever: in which state of the matter a verb is possible, what changes, and
/// which letters are written. A model brings its words, finds out what an action is about, and carries out its changes;
/// letters are filled in here.
public protocol Correspondence: Model, Equatable
where
  Verb == Words.Verb, State == Words.State, Situation == Words.Situation, Scene == Stand<Words>, Action == Deed<Words>,
  Event == Letter<Words>, Clause == Sentence<Words>, Change == Words.Change, Cell == Blank<Words>, Note == NoRemark
{
  associatedtype Words: Wording

  /// As scenarios name it: `ivr-server`.
  static var server: StaticString { get }
  /// What its actions are about: `call`.
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
  /// Everything that the participant can do now, with the messages that each action would emit.
  func possibleActions(of actor: Correspondent, by book: borrowing Rulebook<Self>) -> [Prediction<Self>]
  /// Passes what the actor can do now to `each`, until it returns false. Returns false if it did not try everything.
  func eachPossibleAction(of actor: Correspondent, by book: borrowing Rulebook<Self>, _ each: (Deed<Words>) -> Bool)
    -> Bool
  /// Why the action cannot be done now, a request too that a rule answers with an error; `nil` where it can.
  func refusal(of action: Deed<Words>, by book: borrowing Rulebook<Self>) -> Refusal<Self>?
  /// Why it was refused, as the end of `sentence`. The state must still be the one that refused it.
  func reason(_ refusal: Refusal<Self>, by book: borrowing Rulebook<Self>, naming name: (Correspondent) -> String)
    -> String
  /// Who cannot do what, and why: `Agent2 cannot accept: no invitation is open for Agent2`.
  func sentence(_ refusal: Refusal<Self>, by book: borrowing Rulebook<Self>, naming name: (Correspondent) -> String)
    -> String
  func explore(by book: borrowing Rulebook<Self>, verbs: Set<Words.Verb>?, depth: Int?, progress: (Int) -> Void)
    -> Exploration<Self>

  /// What `standing` is called as an attribute, where the model has something to say there.
  static var standingName: StaticString? { get }
  /// What holds beside what messages say, in words.
  func standing(_ name: (Correspondent) -> String) -> String
}

extension Correspondence {
  public static var matter: StaticString { "call" }
  /// As many can take part.
  public static var limit: Int { Int(UInt16.max) }
  public static var standingName: StaticString? { nil }
  public func standing(_ name: (Correspondent) -> String) -> String { "" }

  package static func sayings(of verb: Verb) -> [Values<Words.Attribute>] { [Values()] }

  /// The rules made ready.
  public static func rulebook() -> Rulebook<Self> { Rulebook(rules, under: ()) }

  public static func verb(of action: Deed<Words>) -> Verb { action.verb }
  public static func change(_ clause: Sentence<Words>) -> Change? {
    if case .change(let change) = clause { change } else { nil }
  }
  public static func cell(_ clause: Sentence<Words>, of rule: Int, under profile: Void) -> Blank<Words>? {
    guard case .letter(var blank) = clause else { return nil }
    blank.rule = UInt16(rule)
    return blank
  }
  public static func forbidden(by verbs: [Verb], _ clauses: [Sentence<Words>]) -> Situation { [] }
  public static func isInVain(_ rule: Rule<Self>) -> Bool { rule.isInVain }
}

/// Of a server that is everywhere the same: no rule and no letter stands under a condition of a profile.
public struct NoRemark: Remark {
  public static let none = NoRemark()
  public func stands(under profile: Void) -> Bool { true }
}
