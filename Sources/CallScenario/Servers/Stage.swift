/// A server as scenarios play it: what it answers to an action.
protocol Stage: ~Copyable {
  associatedtype State
  /// A state that a mark remembers.
  associatedtype Moment
  init(_ scenario: Scenario, _ detail: Transcript.Detail)
  /// Before the first action.
  var opening: State { get }
  /// Plays the action; where it is refused the state is as it was, but for the number of messages sent.
  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome
  /// Remembers the state; what has not changed since an earlier moment is kept once.
  func moment(_ state: State, after earlier: Moment?) -> Moment
  func state(at moment: Moment) -> State
  /// What the actor of a refused action could do instead: `possible now: …`. It takes time, and is asked for only where
  /// it is shown.
  func hint(_ action: ActionStatement, _ state: State) -> String?
  /// The first of the calls that have come to belong together with this one, which is how a message names its
  /// conversation at first.
  func conversation(of call: String, at state: inout State) -> String
  /// The calls, as `on` names them, in which the party may be able to do that; nil where the verb takes no `on`.
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]?
  /// What the verb can be used for, with the options to try in that call.
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse]
  /// Where each message comes from that the action would send, in their order.
  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin]
}

extension Stage where Self: ~Copyable {
  /// Where calls never come to belong together.
  func conversation(of call: String, at state: inout State) -> String { call }
}

/// One server as scenarios play it: one for each model.
protocol ServerStage: Stage, ~Copyable {
  static var vocabulary: Vocabulary { get }
  /// Every rule of the model, as `callsim rules` lists them.
  static var rules: [RuleDescription] { get }
  /// Every state that the scenario's parties can reach; see `Scenario.explore`.
  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ExplorationReport
}

/// What an exploration tries, and how far it goes; see `Scenario.explore`.
struct ExplorationLimits {
  let calls: Int
  let depth: Int?
  let verbs: [String]?
  let settings: Bool
}

/// What the model has no number for.
struct Unsayable: Error {
  let reason: String
  let suggestion: String
  let position: Position
}

/// What a server answers.
enum Outcome {
  /// The messages, what an expectation means where it does not say, the name of the rule that answered, and what holds
  /// from now on.
  case told([Message], defaults: [Message.Attribute], rule: String, standing: Message.Attribute? = nil)
  /// Refused, and told so: a client's request. By a rule, where the documents show how.
  case answered([Message], defaults: [Message.Attribute], reason: String, rule: String?)
  /// Refused, and nobody is told.
  case refused(reason: String)
  /// It cannot be said what is meant, though something may well be possible.
  case unclear(reason: String, suggestion: String, Position)
}

/// A rule, for those who list them.
public struct RuleDescription: Sendable, Hashable {
  public let server: String
  /// As a scenario spells them: `TMakeCall`, `dial`.
  public let verbs: [String]
  public let name: String
  public let source: String
}

/// What an exploration found.
public struct ExplorationReport: Sendable {
  public let states: Int
  public let transitions: Int
  public let depth: Int
  /// A limit was reached before every state was visited.
  public let isCutShort: Bool
  /// The sentence that was broken, and the shortest way there, as a scenario's lines.
  public let fault: (sentence: String, path: [String])?
}
