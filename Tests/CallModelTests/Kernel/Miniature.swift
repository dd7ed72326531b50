@testable import CallModel

// What the miniatures of other servers share: none of it is the kernel's.

/// A message, its sender and its recipient.
struct Memo: Hashable, Sendable, CustomStringConvertible {
  var from: String
  var message: String
  var to: String
  init(_ from: String, _ message: String, _ to: String) { (self.from, self.message, self.to) = (from, message, to) }
  var description: String { "\(from) \(message) \(to)" }
}

/// Where nothing matters but the state.
struct Anything: Conditions {
  let rawValue: UInt8
  static let dimensions: [Dimension<Anything>] = []
  static let columns: [Anything] = []
}

/// The actor's state, and what holds.
struct Look<State: Numbered & CustomStringConvertible, Situation: Conditions>: SceneProtocol {
  var state = State.allCases.first!
  var situation: Situation = []
  var column = 0
}

/// Where there is one conversation: it goes on to a state, and a letter is sent.
enum Step<State: Sendable>: Sendable {
  case becomes(State)
  case sends(Memo)

  var change: State? { if case .becomes(let state) = self { state } else { nil } }
  var memo: Memo? { if case .sends(let memo) = self { memo } else { nil } }
}

/// A server in a few lines: one change and one cell at a time.
protocol Miniature: Engine where Event == Memo, Note == Never, Profile == Void {
  mutating func carryOut(_ change: Change, _ scene: inout Scene)
  func memos(_ cell: Cell, _ scene: Scene) -> [Memo]
}

extension Miniature {
  static func forbidden(by verbs: [Verb], _ clauses: [Clause]) -> Situation { [] }
  mutating func prepare(_ scene: inout Scene, for entry: Rulebook<Self>.Entry, _ book: Rulebook<Self>) {}
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    for next in changes.indices { carryOut(changes[next], &scene) }
  }

  /// What the action sends; or `refused:` and why.
  mutating func says(_ action: Action, by book: Rulebook<Self>) -> [String] {
    do throws(ModelRefusal<Self>) {
      var scene = Scene()
      let entry = try perform(action, by: book, in: &scene)
      return entry.cells.range.flatMap { memos(book.cells[$0], scene) }.map(\.description)
    } catch {
      return ["refused: " + book.reason(error)]
    }
  }
}

/// A server with one conversation.
protocol Conversation: Miniature
where Scene == Look<State, Anything>, Clause == Step<State>, Change == State, Cell == Memo, Action == Verb {
  var state: State { get set }
}

extension Conversation {
  /// The words of its rules.
  static func becomes(_ state: State) -> Step<State> { .becomes(state) }
  static func sends(_ from: String, _ message: String, to party: String) -> Step<State> {
    .sends(Memo(from, message, party))
  }

  static func verb(of action: Verb) -> Verb { action }
  static func change(_ clause: Clause, under profile: Void) -> State? { clause.change }
  static func cell(_ clause: Clause, of rule: Int, under profile: Profile) -> Memo? { clause.memo }
  func survey(_ action: Verb, _ book: Rulebook<Self>, _ scene: inout Scene) { scene.state = state }
  mutating func carryOut(_ change: State, _ scene: inout Scene) { state = change }
  func memos(_ cell: Memo, _ scene: Scene) -> [Memo] { [cell] }
}
