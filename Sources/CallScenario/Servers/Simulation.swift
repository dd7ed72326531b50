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
}
