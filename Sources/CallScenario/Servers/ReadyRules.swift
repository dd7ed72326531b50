import CallModel
import Synchronization

/// A server's rules made ready, once for all scenarios that are played under the same profile.
final class ReadyRules<M: Model>: Sendable {
  let book: Rulebook<M>

  init(_ book: consuming Rulebook<M>) { self.book = book }
}

extension ReadyRules where M == Exchange {
  /// More profiles than this at a time are not worth their memory.
  private static let limit = 32
  private static let made = Mutex<[SwitchProfile: ReadyRules<Exchange>]>([:])

  static func under(_ profile: SwitchProfile) -> ReadyRules<Exchange> {
    made.withLock { made in
      if let known = made[profile] { return known }
      if made.count == limit { made = [:] }
      let new = ReadyRules(TServer.rulebook(under: profile))
      made[profile] = new
      return new
    }
  }
}

/// A server that is everywhere the same, and so are its rules.
protocol ServerWithoutProfiles: Rememberable, Traceable {
  static var ready: ReadyRules<Self> { get }
}

extension IVRPorts: ServerWithoutProfiles { static let ready = ReadyRules(rulebook()) }
extension Interactions: ServerWithoutProfiles { static let ready = ReadyRules(rulebook()) }
extension RecordedCalls: ServerWithoutProfiles { static let ready = ReadyRules(rulebook()) }
