import CallModel

/// The conversations so far, each of several calls. Each call points to an earlier one; the first points to none.
struct Conversations {
  /// By ConnID; 0 is none.
  private var earlier: [UInt32]

  init() { self.init(earlier: []) }
  private init(earlier: [UInt32]) { self.earlier = earlier }

  /// The first call of the conversation. Shortens the path for later searches.
  mutating func first(of call: ConnID) -> ConnID {
    var first = call
    while let next = earlier(than: first) { first = next }
    var passed = call
    while let next = earlier(than: passed), next != first {
      earlier[Int(passed.rawValue)] = UInt32(truncatingIfNeeded: first.rawValue)
      passed = next
    }
    return first
  }

  private func earlier(than call: ConnID) -> ConnID? {
    guard call.rawValue < UInt64(earlier.count) else { return nil }
    let earlier = earlier[Int(call.rawValue)]
    return earlier == 0 ? nil : ConnID(UInt64(earlier))
  }

  /// Joins a consultation to the call that is held for it, and the calls that a party moves between.
  mutating func join(_ events: [Exchange.Event], of verb: Verb) {
    for event in events where event.previousConnID != .none { join(event.connID, event.previousConnID) }
    // No message tells an external party that its call has become another, and the party that joined the calls leaves
    // both.
    guard verb.joins, let call = events.first?.connID else { return }
    for event in events { join(event.connID, call) }
  }

  private mutating func join(_ call: ConnID, _ other: ConnID) {
    let (one, two) = (first(of: call), first(of: other))
    if one == two { return }
    // A scenario has fewer calls than actions.
    let later = Int(max(one, two).rawValue)
    if earlier.count <= later { earlier += [UInt32](repeating: 0, count: later + 1 - earlier.count) }
    earlier[later] = UInt32(truncatingIfNeeded: min(one, two).rawValue)
  }

  struct Moment {
    private let earlier: PagedArray<UInt32>

    init(_ conversations: Conversations, after moment: Moment?) {
      earlier = PagedArray(conversations.earlier, after: moment?.earlier)
    }

    var conversations: Conversations { Conversations(earlier: earlier.array) }
  }
}
