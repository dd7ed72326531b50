import CallModel
import Synchronization

extension Rulebook where M == Exchange {
  /// The most profiles whose rulebooks are kept: each takes memory.
  private static let limit = 32
  private static let made = Mutex<[(profile: SwitchProfile, book: Rulebook<Exchange>)]>([])

  static func under(_ profile: SwitchProfile) -> Rulebook<Exchange> {
    made.withLock { made in
      if let known = made.first(where: { $0.profile == profile }) { return known.book }
      if made.count == limit { made = [] }
      let new = TServer.rulebook(under: profile)
      made.append((profile, new))
      return new
    }
  }
}
