import CallModel

/// A scenario while it is played. It is a value: a copy can play other actions from the same point.
struct Simulation {
  private var server: any ServerSimulation
  /// The number of actions that have been played.
  private(set) var step = 0

  init(_ server: any ServerSimulation) { self.server = server }

  /// Plays the action. A refused action changes nothing.
  mutating func play(_ action: ActionStatement) -> Outcome {
    step += 1
    return server.play(action, step: step)
  }

  /// Plays the action unless it is ambiguous, or refused without an answer: then it is no step.
  mutating func playStep(_ action: ActionStatement) -> Outcome {
    let outcome = server.play(action, step: step + 1)
    switch outcome {
    case .events, .errorAnswer: step += 1
    case .refused, .ambiguous: break
    }
    return outcome
  }

  /// A stored simulation.
  struct Moment {
    fileprivate let server: Any
    let step: Int
  }

  /// Stores the simulation. What has not changed since an earlier moment is stored once.
  func moment(after earlier: Moment?) -> Moment { Moment(server: server.moment(after: earlier?.server), step: step) }

  /// Returns to a moment of this simulation.
  mutating func restore(_ moment: Moment) {
    server.restore(moment.server)
    step = moment.step
  }

  /// What the party is doing.
  func activities(of party: Int) -> [Activity] { server.activities(of: party) }

  /// What the switch does next by itself; see `ReplayServer`.
  func ownSteps() -> [OwnStep] { server.ownSteps() }

  /// What the actor of a refused action could do instead.
  func hint(_ action: ActionStatement) -> String? { server.hint(action) }

  /// The calls, as `on` names them, in which the party may be able to use the verb; nil if it takes no `on`.
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]? { server.callsToTry(verb, by: party) }

  /// The uses of the verb, each with the options to try in that call.
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse] {
    server.usesToTry(verb, on: call)
  }

  /// The origin of each message that the action would send now, in their order.
  func origins(of action: ActionStatement) -> [MessageOrigin] { server.origins(of: action, step: step + 1) }
}

/// A use of a verb: the sets of options with which it may be possible, the smallest set first.
typealias VerbUse = [[Option]]

/// A server and its current state.
protocol ServerSimulation {
  mutating func play(_ action: ActionStatement, step: Int) -> Outcome
  func hint(_ action: ActionStatement) -> String?
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]?
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse]
  func origins(of action: ActionStatement, step: Int) -> [MessageOrigin]
  func activities(of party: Int) -> [Activity]
  func ownSteps() -> [OwnStep]
  /// Both take moments of this server only.
  func moment(after earlier: Any?) -> Any
  mutating func restore(_ moment: Any)
}

struct ReplaySimulation<S: ReplayServer & ~Copyable>: ServerSimulation {
  /// All copies share the server, which never changes.
  private final class Shared {
    let server: S
    init(_ server: consuming S) { self.server = server }
  }

  private let shared: Shared
  private var state: S.State

  init(_ server: consuming S) {
    state = server.opening
    shared = Shared(server)
  }

  mutating func play(_ action: ActionStatement, step: Int) -> Outcome {
    shared.server.play(action, step: step, on: &state)
  }
  func hint(_ action: ActionStatement) -> String? { shared.server.hint(action, state) }
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]? {
    shared.server.callsToTry(verb, by: party, state)
  }
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse] {
    shared.server.usesToTry(verb, on: call, state)
  }
  func origins(of action: ActionStatement, step: Int) -> [MessageOrigin] {
    shared.server.origins(of: action, step: step, state)
  }
  func activities(of party: Int) -> [Activity] { shared.server.activities(of: party, state) }
  func ownSteps() -> [OwnStep] { shared.server.ownSteps(state) }
  func moment(after earlier: Any?) -> Any { shared.server.moment(state, after: earlier as? S.Moment) }
  mutating func restore(_ moment: Any) {
    if let moment = moment as? S.Moment { state = shared.server.state(at: moment) }
  }
}
