/// A scenario in play. It is a value: a copy goes its own way from there.
struct Simulation {
  private var server: any PlayedServer
  /// The number of actions that have been played.
  private(set) var step = 0

  init(_ server: any PlayedServer) { self.server = server }

  /// Plays the action; where it is refused, everything stays as it was.
  mutating func play(_ action: ActionStatement) -> Outcome {
    step += 1
    return server.play(action, step: step)
  }

  /// What the actor of a refused action could do instead.
  func hint(_ action: ActionStatement) -> String? { server.hint(action) }

  /// The calls, as `on` names them, in which the party may be able to do that; nil where the verb takes no `on`.
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]? { server.callsToTry(verb, by: party) }

  /// What the verb can be used for, with the options to try in that call.
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse] {
    server.usesToTry(verb, on: call)
  }

  /// Where each message comes from that the action would send now, in their order.
  func origins(of action: ActionStatement) -> [MessageOrigin] { server.origins(of: action, step: step + 1) }
}

/// One thing that a verb can be used for: the options with which it may be possible, the fewest and smallest first.
typealias VerbUse = [[Option]]

/// A server's stage with the state that it is in.
protocol PlayedServer {
  mutating func play(_ action: ActionStatement, step: Int) -> Outcome
  func hint(_ action: ActionStatement) -> String?
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]?
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse]
  func origins(of action: ActionStatement, step: Int) -> [MessageOrigin]
}

struct PlayedStage<S: Stage & ~Copyable>: PlayedServer {
  /// All copies share the stage, which never changes.
  private final class Shared {
    let stage: S
    init(_ stage: consuming S) { self.stage = stage }
  }

  private let shared: Shared
  private var state: S.State

  init(_ stage: consuming S) {
    state = stage.opening
    shared = Shared(stage)
  }

  mutating func play(_ action: ActionStatement, step: Int) -> Outcome {
    shared.stage.play(action, step: step, on: &state)
  }
  func hint(_ action: ActionStatement) -> String? { shared.stage.hint(action, state) }
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int) -> [String]? {
    shared.stage.callsToTry(verb, by: party, state)
  }
  func usesToTry(_ verb: Vocabulary.Verb, on call: String?) -> [VerbUse] {
    shared.stage.usesToTry(verb, on: call, state)
  }
  func origins(of action: ActionStatement, step: Int) -> [MessageOrigin] {
    shared.stage.origins(of: action, step: step, state)
  }
}
