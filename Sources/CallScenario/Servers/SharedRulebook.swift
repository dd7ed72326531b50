import CallModel
import Synchronization

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
