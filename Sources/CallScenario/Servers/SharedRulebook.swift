import CallModel
import Synchronization

/// A server's rulebook, made once for all scenarios that are played under the same profile.
final class SharedRulebook<M: Model>: Sendable {
  let book: Rulebook<M>

  init(_ book: consuming Rulebook<M>) { self.book = book }
}

extension SharedRulebook where M == Exchange {
  /// The most profiles whose rulebooks are kept: each takes memory.
  private static let limit = 32
  private static let made = Mutex<[SwitchProfile: SharedRulebook<Exchange>]>([:])

  static func under(_ profile: SwitchProfile) -> SharedRulebook<Exchange> {
    made.withLock { made in
      if let known = made[profile] { return known }
      if made.count == limit { made = [:] }
      let new = SharedRulebook(TServer.rulebook(under: profile))
      made[profile] = new
      return new
    }
  }
}

/// A server without profiles: it has one rulebook.
protocol ServerWithoutProfiles: MessageEngine {
  static var sharedRulebook: SharedRulebook<Self> { get }
}

extension IVRServer: ServerWithoutProfiles { static let sharedRulebook = SharedRulebook(rulebook()) }
extension InteractionServer: ServerWithoutProfiles { static let sharedRulebook = SharedRulebook(rulebook()) }
extension Recording: ServerWithoutProfiles { static let sharedRulebook = SharedRulebook(rulebook()) }
