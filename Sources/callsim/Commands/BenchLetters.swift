import CallModel

/// Many casts of a server whose messages have senders, each a step further when its turn comes, in a fixed
/// pseudo-random order.
struct LetterTraffic<State: Correspondence>: ~Copyable {
  private(set) var letters = 0
  private let rulebook = State.rulebook()
  private let steps: [Deed<State.Words>]
  private var lanes: [(state: State, step: Int)]
  private var turns = Turns()

  /// Nil where there is no room for the cast.
  init?(_ cast: [State.Words.Kind], _ steps: [Deed<State.Words>]) {
    var state = State()
    for kind in cast { guard state.add(kind, .init()) != nil else { return nil } }
    self.steps = steps
    lanes = .init(repeating: (state, 0), count: Turns.lanes)
  }

  /// Goes on until there are so many letters in the buffer.
  mutating func step(into buffer: inout [Letter<State.Words>], until full: Int) throws(Refusal<State>) {
    let before = buffer.count
    repeat {
      let number = turns.next()
      try lanes[number].state.apply(steps[lanes[number].step], by: rulebook, into: &buffer)
      lanes[number].step = lanes[number].step &+ 1 == steps.count ? 0 : lanes[number].step &+ 1
    } while buffer.count < full
    letters &+= buffer.count &- before
  }

  /// Counts so many.
  mutating func run(_ most: Int) throws(Failure) {
    var buffer: [Letter<State.Words>] = []
    buffer.reserveCapacity(256)
    while letters < most {
      buffer.removeAll(keepingCapacity: true)
      do throws(Refusal<State>) { try step(into: &buffer, until: min(100, most - letters)) } catch {
        throw .ourBug("the bench's flow was refused: \(error)")
      }
    }
  }
}

extension LetterTraffic<IVRPorts> {
  /// A conference with a consultation call; then the conferenced party leaves, and the caller.
  static func ivrConference() -> Self? {
    let (ivr, caller, peer) = (Correspondent(1), Correspondent(4), Correspondent(5))
    return Self(
      [.ivr, .driver, .server, .external, .external],
      [
        Deed(.newCall, by: ivr, to: caller), Deed(.initConf, by: ivr, to: peer), Deed(.answer, by: peer),
        Deed(.completeConf, by: ivr),
        Deed(.hangUp, by: peer), Deed(.hangUp, by: caller),
      ])
  }
}

extension LetterTraffic<Interactions> {
  /// Pulled from its queue; a second agent is invited, accepts, leaves; the first leaves.
  static func interactionConference() -> Self? {
    let (first, second) = (Correspondent(1), Correspondent(2))
    return Self(
      [.agent, .agent, .server, .reporting, .interaction],
      [
        Deed(.requestPull, by: first), Deed(.requestConference, by: first, to: second),
        Deed(.requestAccept, by: second),
        Deed(.requestLeaveInteraction, by: second), Deed(.requestLeaveInteraction, by: first),
      ])
  }
}

extension LetterTraffic<RecordedCalls> {
  /// A call is recorded on the agent's side, transferred, and ended.
  static func recording() -> Self? {
    let (customer, agent, second) = (Correspondent(1), Correspondent(2), Correspondent(3))
    var start = Deed<RecordingWords>(.privateService, by: agent)
    start.says[.privateMsgID] = 0
    return Self(
      [.device, .device, .device, .sipServer, .mediaServer, .recordingServer],
      [
        Deed(.connect, by: customer, to: agent), start, Deed(.transfer, by: agent, to: second),
        Deed(.hangUp, by: customer),
      ])
  }
}
