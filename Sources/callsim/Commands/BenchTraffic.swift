import CallModel

/// Many calls that proceed in parallel through one switch and take their steps in a fixed pseudo-random order.
struct Traffic: ~Copyable {
  private static let groups = 8

  private(set) var events = 0
  private(set) var actions = 0
  /// The names of the DNs, by their numbers; number 0 is no DN.
  var names: [String] { [""] + model.dns.map(\.text) }
  private let steps: [Step]
  private var model: Switch
  private var calls: [RunningCall] = []
  private var schedule = Schedule()

  /// One of the calls that proceed in parallel. When it has ended, its parties begin the next one.
  private struct RunningCall {
    /// Indexed as steps do it: 0 is no party, 1 the caller, 2 the group; the other devices follow.
    var parties = InlineArray<10, Exchange.DN>(repeating: .none)
    /// The index of the next step.
    var step = 0
    var connID = ConnID.none

    func target(of step: Step) -> Exchange.DN? { step.target == 0 ? nil : parties[step.target] }

    /// In place, so that only one access to the array of calls has to check whether it is shared.
    @inline(__always)
    mutating func advance(along steps: [Step], in model: inout Switch, into buffer: inout OutputSpan<Exchange.Event>)
      throws(Refusal)
    {
      let next = steps[step]
      let action = Exchange.Action(
        next.verb, by: parties[next.actor], to: parties[next.target], on: next.namesCall ? connID : .none)
      connID = try model.apply(action, into: &buffer).connID
      step = step &+ 1 == steps.count ? 0 : step &+ 1
    }
  }

  /// An action of the flow. Actor and target are indices into the parties of a call.
  private struct Step {
    let verb: Verb
    let actor: Int
    var target = 0
    /// The action of a group has to name the call: a group is in many.
    var namesCall = false

    static let acd = [
      Step(verb: .makeCall, actor: 1, target: 2), Step(verb: .divert, actor: 2, target: 3, namesCall: true),
      Step(verb: .ring, actor: 3),
      Step(verb: .answer, actor: 3), Step(verb: .release, actor: 1),
    ]

    static let transfer = [
      Step(verb: .makeCall, actor: 1, target: 3), Step(verb: .ring, actor: 3), Step(verb: .answer, actor: 3),
      Step(verb: .initiateTransfer, actor: 3, target: 4), Step(verb: .ring, actor: 4), Step(verb: .answer, actor: 4),
      Step(verb: .completeTransfer, actor: 3), Step(verb: .release, actor: 1),
    ]

    static let hold = [Step(verb: .hold, actor: 3), Step(verb: .retrieve, actor: 3)]

    /// The steps that bring the parties of `hold` into their call.
    static func meeting(of parties: Int) -> [Step] {
      [Step(verb: .makeCall, actor: 1, target: 3), Step(verb: .ring, actor: 3), Step(verb: .answer, actor: 3)]
        + (3..<max(parties + 1, 3)).flatMap { last in
          [
            Step(verb: .singleStepConference, actor: 1, target: last + 1), Step(verb: .ring, actor: last + 1),
            Step(verb: .answer, actor: last + 1),
          ]
        }
    }
  }

  /// `parties` is the number of parties of each call, which only `hold` needs.
  init(_ flow: BenchCommand.Flow, parties: Int) throws(Refusal) {
    steps =
      switch flow {
      case .transfer: Step.transfer
      case .hold: Step.hold
      default: Step.acd
      }
    model = Switch(calls: flow == .transfer ? 2 * Schedule.calls : Schedule.calls)
    let groups = (0..<Self.groups).map { add(.acdGroup, 8001 + $0) }
    for number in 0..<Schedule.calls {
      var call = RunningCall()
      call.parties[1] = add(.extension, 10_001 + number)
      call.parties[2] = groups[number % Self.groups]
      call.parties[3] = add(.extension, 20_001 + number)
      calls.append(call)
    }
    let devices = flow == .transfer ? 3 : flow == .hold ? parties : 2
    for device in 2..<max(devices, 2) {
      for number in 0..<Schedule.calls {
        calls[number].parties[device + 2] = add(.extension, (device + 1) * 10_000 + 1 + number)
      }
    }
    guard flow == .hold else { return }
    for call in calls {
      for step in Step.meeting(of: parties) {
        try model.apply(
          Action(step.verb, by: model.dn(call.parties[step.actor]), to: call.target(of: step).map(model.dn)))
      }
    }
  }

  private mutating func add(_ kind: Kind, _ number: Int) -> Exchange.DN {
    let dn = model.add(kind, "\(number)")
    // It has just been added.
    return model.number(of: dn) ?? .none
  }

  /// Takes one step, and further ones until the buffer has `full` events.
  @inline(__always)
  mutating func step(into buffer: inout OutputSpan<Exchange.Event>, until full: Int) throws(Refusal) {
    let before = buffer.count
    repeat {
      try calls[schedule.next()].advance(along: steps, in: &model, into: &buffer)
      actions &+= 1
    } while buffer.count < full
    events &+= buffer.count &- before
  }
}
