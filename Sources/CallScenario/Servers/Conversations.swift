import CallModel

/// Which calls belong together, so far: each names an earlier one of its conversation, and the first names none.
struct Conversations {
  private var earlier: [ConnID: ConnID] = [:]

  /// The first call of the conversation. The way there is made short for whoever asks next.
  mutating func first(of call: ConnID) -> ConnID {
    var first = call
    while let next = earlier[first] { first = next }
    var passed = call
    while let next = earlier[passed], next != first {
      earlier[passed] = first
      passed = next
    }
    return first
  }

  /// A consultation belongs to the call that is held for it, and whoever comes from another call brings that one along.
  mutating func join(_ events: [Event], of verb: Verb) {
    for event in events where event.previousConnID != .none { join(event.connID, event.previousConnID) }
    // Nobody outside is told that his call is now another; the one who made it so leaves both.
    guard verb.makesOneOfTwo, let call = events.first?.connID else { return }
    for event in events { join(event.connID, call) }
  }

  private mutating func join(_ call: ConnID, _ other: ConnID) {
    let (one, two) = (first(of: call), first(of: other))
    if one != two { earlier[max(one, two)] = min(one, two) }
  }
}

extension Verb {
  fileprivate var makesOneOfTwo: Bool {
    switch self {
    case .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference: true
    default: false
    }
  }
}
