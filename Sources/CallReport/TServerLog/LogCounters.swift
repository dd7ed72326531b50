import CallModel

/// What goes on counting from flow to flow: in a transcript, each flow begins with 1.
struct LogCounters {
  private var calls: UInt64 = 0
  private var events: UInt64 = 0
  private var lastCall: UInt64 = 0
  private var lastEvent: UInt64 = 0

  /// The number of the flow's call in the log. A number that no call has does not count: a refused request may name
  /// any.
  mutating func call(_ number: UInt64, exists: Bool = true) -> UInt64 {
    if exists { lastCall = max(lastCall, calls &+ number) }
    return calls &+ number
  }

  /// The number of the flow's event in the log; the next one if the transcript does not have it.
  mutating func event(_ number: UInt64?) -> UInt64 {
    let result = number.map { events &+ $0 } ?? lastEvent &+ 1
    lastEvent = max(lastEvent, result)
    return result
  }

  /// The next flow counts on.
  mutating func beginFlow() { (calls, events) = (lastCall, lastEvent) }
}
