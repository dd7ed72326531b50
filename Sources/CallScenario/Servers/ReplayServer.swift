import CallModel

/// A server that can replay a scenario: it answers actions.
protocol ReplayServer: ~Copyable {
  associatedtype State
  /// A state, as a mark remembers it.
  associatedtype Moment
  init(_ scenario: Scenario, _ detail: Transcript.Detail)
  /// The state before the first action.
  var opening: State { get }
  /// Plays the action. A refused action changes nothing in the state except the number of messages sent.
  func play(_ action: ActionStatement, step: Int, on state: inout State) -> Outcome
  /// Stores the state. What has not changed since an earlier moment is stored once.
  func moment(_ state: State, after earlier: Moment?) -> Moment
  func state(at moment: Moment) -> State
  /// What the actor of a refused action could do instead: `possible now: …`. It takes time, so callers ask for it only
  /// if they show it.
  func hint(_ action: ActionStatement, _ state: State) -> String?
  /// The first of the calls that by now belong to one conversation with this one; both are named as `on` names them.
  func conversation(of call: String, at state: inout State) -> String
  /// The calls, as `on` names them, in which the party may be able to use the verb; nil if it takes no `on`.
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]?
  /// The uses of the verb, each with the options to try in that call.
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse]
  /// What the party is doing.
  func activities(of party: Int, _ state: State) -> [Activity]
  /// The origin of each message that the action would send, in their order.
  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin]
  /// What the switch may do next by itself, where no person, no client and no chance decides: in the order in which it
  /// does so. Not each of these steps is possible.
  func ownSteps(_ state: State) -> [OwnStep]
}

extension ReplayServer where Self: ~Copyable {
  /// For a server that never joins calls.
  func conversation(of call: String, at state: inout State) -> String { call }
}

extension ReplayServer where Self: ~Copyable {
  /// For a server that answers at once, and leaves the rest to those outside.
  func ownSteps(_ state: State) -> [OwnStep] { [] }
}

/// A step of the switch itself.
struct OwnStep {
  let actor: Int
  let verb: String
  var target: Int?
  /// The call, as `on` names it; nil where the switch chooses the call.
  var on: String?
}

/// The replay of one model's server.
protocol ModelReplayServer: ReplayServer, ~Copyable {
  static var vocabulary: Vocabulary { get }
  /// Every rule of the model, with its verbs as scenarios spell them.
  static var rules: [RuleReference] { get }
  /// Carries out random actions; see `Scenario.randomWalk`.
  func walk(_ limits: WalkLimits, progress: (Int) -> Void) -> ServerWalk
  /// Visits every state that the scenario's parties can reach; see `Scenario.explore`.
  ///
  /// Returns nil if there are more calls at a time before it begins than it allows.
  func explore(_ limits: ExplorationLimits, progress: (Int) -> Void) -> ServerExploration?
  /// Adds what the steps of an exploration do to the lives of parties or calls.
  func follow(_ limits: ExplorationLimits, _ life: inout Life)
  /// Looks for actions that make rules fire, each at the last of them.
  func search(for wish: RuleWish) -> [Int: [ActionStatement]]
}

/// What an exploration tries, and how far it goes; see `Scenario.explore`.
struct ExplorationLimits {
  let calls: Int
  let depth: Int?
  let states: Int
  let verbs: [String]?
  let settings: Bool
  let threads: Threads
  /// The actions before it begins.
  let history: [ActionStatement]
  let properties: [Property]
  let isStopped: @Sendable () -> Bool
  let usesSymmetry: Bool

  /// The same for a model.
  func search<M: Model>(_ verb: (String) -> M.Verb?) -> Search<M> {
    var search = Search<M>(settings ? .everything : .calls, verbs: verbs.map { Set($0.compactMap(verb)) }, depth: depth)
    (search.states, search.threads, search.isStopped) = (states, threads, isStopped)
    search.usesSymmetry = usesSymmetry
    return search
  }
}

/// A statement that the model cannot represent: a word or number that it does not know.
struct StatementError: Error {
  let reason: String
  let suggestion: String
  let position: Position
}

/// What a server does with an action.
enum Outcome {
  /// It carries the action out.
  case events(Answer)
  /// It refuses a client's request and sends an error, by a rule if the documents show one.
  case errorAnswer(Answer, reason: String)
  /// It refuses the action and sends nothing.
  case refused(reason: String)
  /// It cannot tell what the action means.
  case ambiguous(reason: String, suggestion: String, Position)

  struct Answer {
    var messages: [Message]
    /// The attributes that an expectation implies.
    var defaults: [Message.Attribute] = []
    /// The rules that produced the messages. Each message has the index of its rule.
    var rules: [RuleReference] = []
    /// What the model knows from now on; see `Transcript.Step.statusLine`.
    var statusLine: Message.Attribute?
  }
}
