import CallModel

/// Many calls or interactions that proceed in parallel, each at a server of its own whose messages have senders. They
/// take their steps in a fixed pseudo-random order.
struct MessageTraffic<State: MessageEngine>: ~Copyable {
  private(set) var messages = 0
  private let rulebook = State.rulebook
  private let steps: [State.Action]
  private var calls: [(state: State, step: Int)]
  private var schedule = Schedule()

  /// Returns nil if the server has no room for the parties.
  init?(_ cast: [State.Kind], _ steps: [State.Action]) {
    var state = State()
    for kind in cast { guard state.add(kind, .init()) != nil else { return nil } }
    self.steps = steps
    calls = .init(repeating: (state, 0), count: Schedule.calls)
  }

  /// Takes steps until the buffer has `full` messages.
  mutating func step(into buffer: inout [State.Event], until full: Int) throws(ModelRefusal<State>) {
    let before = buffer.count
    repeat {
      let number = schedule.next()
      try calls[number].state.apply(steps[calls[number].step], by: rulebook, into: &buffer)
      calls[number].step = calls[number].step &+ 1 == steps.count ? 0 : calls[number].step &+ 1
    } while buffer.count < full
    messages &+= buffer.count &- before
  }

  /// Takes steps until there have been `most` messages.
  mutating func run(_ most: Int) throws(Failure) {
    var buffer: [State.Event] = []
    buffer.reserveCapacity(256)
    while messages < most {
      buffer.removeAll(keepingCapacity: true)
      do throws(ModelRefusal<State>) { try step(into: &buffer, until: min(100, most - messages)) } catch {
        throw .internalError("the bench's flow was refused: \(error)")
      }
    }
  }
}

extension MessageTraffic<IVRServer> {
  /// A conference with a consultation call; then the added party leaves, and then the caller.
  static func ivrConference() -> Self? {
    let (ivr, caller, peer) = (IVRServer.Party(1), IVRServer.Party(4), IVRServer.Party(5))
    return Self(
      [.ivr, .driver, .server, .external, .external],
      [
        IVRServer.Action(.newCall, by: ivr, to: caller), IVRServer.Action(.initConf, by: ivr, to: peer),
        IVRServer.Action(.answer, by: peer),
        IVRServer.Action(.completeConf, by: ivr),
        IVRServer.Action(.hangUp, by: peer), IVRServer.Action(.hangUp, by: caller),
      ])
  }
}

extension MessageTraffic<InteractionServer> {
  /// An agent pulls an interaction from its queue. A second agent is invited, accepts and leaves; the first leaves.
  static func interactionConference() -> Self? {
    let (first, second) = (InteractionServer.Party(1), InteractionServer.Party(2))
    return Self(
      [.agent, .agent, .server, .reporting, .interaction],
      [
        InteractionServer.Action(.requestPull, by: first),
        InteractionServer.Action(.requestConference, by: first, to: second),
        InteractionServer.Action(.requestAccept, by: second),
        InteractionServer.Action(.requestLeaveInteraction, by: second),
        InteractionServer.Action(.requestLeaveInteraction, by: first),
      ])
  }
}

extension MessageTraffic<Recording> {
  /// A call is recorded on the agent's side, transferred, and ended.
  static func recording() -> Self? {
    let (customer, agent, second) = (Recording.Party(1), Recording.Party(2), Recording.Party(3))
    var start = Recording.Action(.privateService, by: agent)
    start.parameters[.privateMsgID] = 0
    return Self(
      [.device, .device, .device, .sipServer, .mediaServer, .recordingServer],
      [
        Recording.Action(.connect, by: customer, to: agent), start, Recording.Action(.transfer, by: agent, to: second),
        Recording.Action(.hangUp, by: customer),
      ])
  }
}
