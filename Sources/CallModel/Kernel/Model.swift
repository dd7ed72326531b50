/// A small enumeration, numbered from 0 or by the protocol: verbs, states, attributes.
package typealias Numbered = CaseIterable & RawRepresentable<UInt8> & Hashable & Sendable

extension RawRepresentable<UInt8> {
  /// Makes the case with this number, which may come from outside; `nil` if there is none.
  package init?(number: UInt32) {
    guard let number = UInt8(exactly: number) else { return nil }
    self.init(rawValue: number)
  }
}

/// Whether a verb takes a target.
package enum TargetNeed: Sendable { case none, optional, required }

/// The conditions that an action finds: one member of each dimension. A rule names the members that it allows.
package protocol Conditions: OptionSet, Hashable, Sendable
where RawValue: FixedWidthInteger & UnsignedInteger & Sendable {
  static var dimensions: [Dimension<Self>] { get }
  /// The members of one dimension, if the rulebook is also indexed by them; column 0 means none of them.
  static var columns: [Self] { get }
}

/// A question about the situation, and its possible answers, of which exactly one holds.
package struct Dimension<Situation: Conditions>: Sendable {
  /// `the target`: followed by `is` and an answer.
  package let subject: String
  package let answers: [(member: Situation, text: String)]
  /// All its answers.
  package let members: Situation

  package init(_ subject: String, _ answers: [(member: Situation, text: String)]) {
    self.subject = subject
    self.answers = answers
    members = answers.reduce(into: []) { $0.formUnion($1.member) }
  }

  func text(of situation: Situation) -> String {
    answers.filter { !situation.isDisjoint(with: $0.member) }.map(\.text).joined(separator: " or ")
  }
}

extension Conditions {
  package static var columns: [Self] { [] }

  /// In each dimension, the members present or, without any, the implied ones or, without any of these, all.
  func completed(by implied: Self) -> Self {
    Self.dimensions.reduce(into: self) { situation, dimension in
      guard situation.isDisjoint(with: dimension.members) else { return }
      let meant = implied.intersection(dimension.members)
      situation.formUnion(meant.isEmpty ? dimension.members : meant)
    }
  }

  /// The situation with the answers of `other` in each dimension that `other` mentions.
  func replacing(_ other: Self) -> Self {
    Self.dimensions.reduce(into: self) { if !other.isDisjoint(with: $1.members) { $0.subtract($1.members) } }.union(
      other)
  }

  /// Whether some situation is allowed by both. A dimension that only one of them mentions does not matter.
  func allows(_ other: Self) -> Bool {
    Self.dimensions.allSatisfy {
      isDisjoint(with: $0.members) || other.isDisjoint(with: $0.members)
        || !intersection(other).isDisjoint(with: $0.members)
    }
  }

  /// Whether some situation is allowed by both.
  func meets(_ other: Self) -> Bool {
    Self.dimensions.allSatisfy { !intersection(other).isDisjoint(with: $0.members) }
  }
}

/// What the survey of an action finds: the parties and the conditions.
package protocol SceneProtocol {
  associatedtype State
  associatedtype Situation
  /// The actor's state. Its description completes `it is …`.
  var state: State { get }
  var situation: Situation { get }
  /// The column of `Situation.columns` that the situation belongs to, counted from 1, or 0.
  var column: Int { get }
  /// The number of the call, port or interaction that the action is about; -1 for none.
  var subject: Int { get }
  init()
}

extension SceneProtocol {
  package var subject: Int { -1 }
}

/// A server: its types, and how a clause is compiled.
package protocol Model: Sendable {
  associatedtype Verb: Numbered
  associatedtype State: Numbered & CustomStringConvertible
  associatedtype Situation: Conditions
  associatedtype Scene: SceneProtocol where Scene.State == State, Scene.Situation == Situation
  associatedtype Action: Hashable, Sendable
  associatedtype Event: Sendable
  /// Where a rule comes from; printed as its description.
  associatedtype Source: CustomStringConvertible & Sendable = String
  /// A footnote of the manual on a rule; the profile decides whether it applies.
  associatedtype Note: Hashable, Sendable = Never
  associatedtype Profile: Sendable = Void
  /// A clause as a rule writes it.
  associatedtype Clause: Sendable
  /// A compiled clause that changes something: small.
  associatedtype Change: Sendable
  /// A compiled cell of the manual: an event with blanks.
  associatedtype Cell: Sendable

  static func verb(of action: Action) -> Verb
  static func applies(_ note: Note, under profile: Profile) -> Bool
  /// The compiled change, if the clause is one.
  static func change(_ clause: Clause, under profile: Profile) -> Change?
  /// The compiled cell, if the clause is one and the profile keeps it.
  static func cell(_ clause: Clause, of rule: Int, under profile: Profile) -> Cell?
  /// The members that rules on these verbs imply in dimensions that they do not mention; empty for all.
  static func implied(by verbs: [Verb]) -> Situation
  /// The members that the verbs and clauses always exclude: a request by a party that makes none, a full call.
  static func forbidden(by verbs: [Verb], _ clauses: [Clause]) -> Situation
  /// Whether the rule explains a refusal in that situation: one for actors of another nature does not.
  static func explains(_ rule: Rule<Self>, in situation: Situation) -> Bool
  /// Whether the rule only answers that the request cannot be carried out.
  static func isRejection(_ rule: Rule<Self>) -> Bool
  /// Whether no table prints the rule: it follows from decisions.
  static func isDerived(_ rule: Rule<Self>) -> Bool
  /// Whether the events of the rule, which answers no verb, may go with those of any action.
  static func goesWithAny(_ rule: Rule<Self>) -> Bool
}

extension Model {
  package static func implied(by verbs: [Verb]) -> Situation { [] }
  package static func explains(_ rule: Rule<Self>, in situation: Situation) -> Bool { true }
  package static func isRejection(_ rule: Rule<Self>) -> Bool { false }
  package static func isDerived(_ rule: Rule<Self>) -> Bool { false }
  package static func goesWithAny(_ rule: Rule<Self>) -> Bool { true }
}

extension Model where Note == Never {
  package static func applies(_ note: Never, under profile: Profile) -> Bool {}
}

/// How a server surveys an action, and how it carries out the changes.
///
/// The kernel does the rest, except that each server produces events in its own way. Only `perform` changes the state.
package protocol Engine: Model {
  /// Finds what the action is about and the conditions there, or throws if it cannot.
  borrowing func survey(_ action: Action, _ book: Rulebook<Self>, _ scene: inout Scene) throws(ModelRefusal<
    Self
  >)
  /// Called for a possible action before the changes of the entry, which its events follow.
  mutating func prepare(_ scene: inout Scene, for entry: Rulebook<Self>.Entry, _ book: Rulebook<Self>)
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene)
}

extension Engine {
  /// Carries out the changes of an action: the only way to change the state. A refusal comes before any change; after
  /// that nothing can fail.
  ///
  /// Returns the entry of the rule that answers. Its cells become events next.
  @inline(__always)
  mutating func perform(
    _ action: Action, by book: Rulebook<Self>, in scene: inout Scene
  ) throws(ModelRefusal<Self>) -> Rulebook<Self>.Entry {
    try survey(action, book, &scene)
    guard let found = book.entry(Self.verb(of: action), scene) else {
      throw ModelRefusal(
        action: action, state: scene.state, situation: scene.situation, cause: .conditions, subject: scene.subject)
    }
    let entry = book.entries[found]
    prepare(&scene, for: entry, book)
    let changes = book.changes
    carryOut(changes.span.extracting(unchecked: entry.changes.range), &scene)
    return entry
  }

  /// The number of the rule that would answer the action now. The state does not change.
  func rule(for action: Action, by book: Rulebook<Self>) -> Int? { answer(to: action, by: book) }

  /// What `rule(for:by:)` returns, as a part of code that is not generic: that takes much less time.
  @inline(__always)
  func answer(to action: Action, by book: Rulebook<Self>) -> Int? {
    var scene = Scene()
    do throws(ModelRefusal<Self>) { try survey(action, book, &scene) } catch { return nil }
    return book.entry(Self.verb(of: action), scene).map { Int(book.entries[$0].rule) }
  }
}
