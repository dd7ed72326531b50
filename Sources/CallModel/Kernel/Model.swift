/// A small enumeration that numbers the rows of a rulebook's table.
public protocol Numbered: CaseIterable, RawRepresentable<UInt8>, Hashable, Sendable {}

extension Numbered {
  /// Of a number that comes from outside, and may be no value at all.
  public init?(number: UInt32) {
    guard let number = UInt8(exactly: number) else { return nil }
    self.init(rawValue: number)
  }
}

/// Whether a verb names somebody else beside its actor.
public enum TargetNeed: Sendable { case none, optional, required }

/// Where an actor can stand, and how a sentence ends that begins with `it is`.
public protocol Standing: Numbered {
  var words: String { get }
}

/// What holds when an action comes: one member of each dimension. A rule names the members that it allows.
public protocol Circumstances: OptionSet, Hashable, Sendable
where RawValue: FixedWidthInteger & UnsignedInteger & Sendable {
  static var dimensions: [Dimension<Self>] { get }
  /// The members of one dimension by which the rulebook is also indexed; column 0 stands for none of them.
  static var columns: [Self] { get }
}

/// A question about the situation, and its possible answers; in a situation exactly one of them holds.
public struct Dimension<Situation: Circumstances>: Sendable {
  /// `the target`, to be followed by `is` and an answer.
  public let subject: String
  public let answers: [(member: Situation, text: String)]
  /// All of them together.
  public let members: Situation

  public init(_ subject: String, _ answers: [(member: Situation, text: String)]) {
    self.subject = subject
    self.answers = answers
    members = answers.reduce(into: []) { $0.formUnion($1.member) }
  }

  func text(of situation: Situation) -> String {
    answers.filter { !situation.isDisjoint(with: $0.member) }.map(\.text).joined(separator: " or ")
  }
}

extension Circumstances {
  /// In each dimension what is mentioned; where nothing is, what is implied; and where nothing is implied, everything.
  func completed(by implied: Self) -> Self {
    Self.dimensions.reduce(into: self) { situation, dimension in
      guard situation.isDisjoint(with: dimension.members) else { return }
      let meant = implied.intersection(dimension.members)
      situation.formUnion(meant.isEmpty ? dimension.members : meant)
    }
  }

  /// The same, with other answers in each dimension that is mentioned there.
  func replacing(_ other: Self) -> Self {
    Self.dimensions.reduce(into: self) { if !other.isDisjoint(with: $1.members) { $0.subtract($1.members) } }.union(
      other)
  }

  /// There is a situation that both allow.
  func meets(_ other: Self) -> Bool {
    Self.dimensions.allSatisfy { !intersection(other).isDisjoint(with: $0.members) }
  }
}

/// What a survey finds out for one action: who is who, and what holds.
public protocol Finding {
  associatedtype State: Standing
  associatedtype Situation: Circumstances
  /// Where the actor stands.
  var state: State { get }
  var situation: Situation { get }
  /// The column of `Situation.columns` that the situation falls into, counted from 1, or 0.
  var column: Int { get }
  /// The number of the call, port or interaction that the action is about; -1 for none.
  var matter: Int { get }
  init()
}

extension Finding {
  public var matter: Int { -1 }
}

/// A remark of the manual on a rule or an event: the profile decides whether what it stands on is there.
public protocol Remark: Hashable, Sendable {
  associatedtype Profile: Sendable
  static var none: Self { get }
  func stands(under profile: Profile) -> Bool
}

/// A server: its words, and how a clause is made ready.
public protocol Model: Sendable {
  associatedtype Verb: Numbered
  associatedtype State where State == Scene.State
  associatedtype Situation where Situation == Scene.Situation
  associatedtype Scene: Finding
  associatedtype Action: Hashable, Sendable
  associatedtype Event: Sendable
  associatedtype Note: Remark
  /// A clause as a rule writes it.
  associatedtype Clause: Sendable
  /// A clause that changes something, as the interpreter reads it: small.
  associatedtype Change: Sendable
  /// A cell of the manual, as the interpreter reads it: an event with blanks.
  associatedtype Cell: Sendable

  static func verb(of action: Action) -> Verb
  /// The clause made ready: one of the two or, where the profile leaves it out, neither.
  static func change(_ clause: Clause) -> Change?
  static func cell(_ clause: Clause, of rule: Int, under profile: Note.Profile) -> Cell?
  /// What a rule on these verbs means in the dimensions that its situation does not mention; [] where that is anything.
  static func implied(by verbs: [Verb]) -> Situation
  /// What the verbs and the clauses rule out, whatever the rule's author allows: a request by a party that makes none,
  /// a full call.
  static func forbidden(by verbs: [Verb], _ clauses: [Clause]) -> Situation
  /// The rule only tells that what was asked for cannot be done.
  static func isInVain(_ rule: Rule<Self>) -> Bool
}

extension Model {
  public static func implied(by verbs: [Verb]) -> Situation { [] }
  public static func isInVain(_ rule: Rule<Self>) -> Bool { false }
}

/// How a server looks at an action, and how clauses are carried out. Everything else is the kernel's, but for what is
/// told: each server writes that down in its own way. Nobody outside the library has a door into the state but `apply`.
protocol Engine: Model {
  /// Finds out what the action is about, or why that cannot be said.
  borrowing func survey(_ action: Action, _ book: borrowing Rulebook<Self>, _ scene: inout Scene) throws(Refusal<Self>)
  /// The action is possible: what the entry changes is about to change, and then its cells are told.
  mutating func prepare(_ scene: inout Scene, for entry: Rulebook<Self>.Entry, _ book: borrowing Rulebook<Self>)
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene)
}

extension Engine {
  /// The one door. Refuses before anything changes; from there on nothing can fail. Answers with the rule's entry,
  /// whose cells are told next.
  @inline(__always)
  mutating func perform(
    _ action: Action, by book: borrowing Rulebook<Self>, in scene: inout Scene
  ) throws(Refusal<Self>) -> Rulebook<Self>.Entry {
    try survey(action, book, &scene)
    guard let found = book.entry(Self.verb(of: action), scene) else {
      throw Refusal(
        action: action, state: scene.state, situation: scene.situation, cause: .conditions, matter: scene.matter)
    }
    let entry = book.entries[found]
    prepare(&scene, for: entry, book)
    carryOut(book.changes.span.extracting(unchecked: entry.changes.range), &scene)
    return entry
  }

  /// The number of the rule that would answer the action now; nothing changes.
  func rule(for action: Action, by book: borrowing Rulebook<Self>) -> Int? {
    var scene = Scene()
    do throws(Refusal<Self>) { try survey(action, book, &scene) } catch { return nil }
    return book.entry(Self.verb(of: action), scene).map { Int(book.entries[$0].rule) }
  }
}
