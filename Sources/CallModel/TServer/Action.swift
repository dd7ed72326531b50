/// Who does what, to whom, in which call.
public struct Action: Hashable, Sendable {
  public var verb: Verb
  public var actor: DN
  public var target: DN
  /// The call; `none` where only one can be meant.
  public var on: ConnID
  /// What `busy` is to say, and `answer` in a predictive call; OK is what they say of themselves: that it is busy, that
  /// somebody answers.
  public var callState: CallState
  /// What a request says beside: an AgentWorkMode, a ForwardMode …, by the verb.
  public var mode: Mode
  /// The client's number for its request; 0 where the action is none, or has no number.
  public var referenceID: UInt32

  @inlinable
  public init(
    _ verb: Verb, by actor: DN, to target: DN = .none, on call: ConnID = .none, callState: CallState = .ok,
    mode: Mode = .none,
    referenceID: UInt32 = 0
  ) {
    self.verb = verb
    self.actor = actor
    self.target = target
    self.on = call
    self.callState = callState
    self.mode = mode
    self.referenceID = referenceID
  }

  /// The same, as a request with this number.
  @inlinable
  public func requested(as referenceID: UInt32) -> Action {
    var action = self
    action.referenceID = referenceID
    return action
  }
}

/// Actions as they are said. A request and the same thing done by hand are one action.
extension Action {
  @inlinable public static func makeCall(from caller: DN, to called: DN) -> Action {
    Action(.makeCall, by: caller, to: called)
  }
  /// In a predictive call with what answers: OK is a person.
  @inlinable public static func answer(_ party: DN, _ state: CallState = .ok, on call: ConnID = .none) -> Action {
    Action(.answer, by: party, on: call, callState: state)
  }
  @inlinable public static func hold(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.hold, by: party, on: call)
  }
  @inlinable public static func retrieve(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.retrieve, by: party, on: call)
  }
  @inlinable public static func release(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.release, by: party, on: call)
  }
  /// Releases everybody.
  @inlinable public static func clear(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.clearCall, by: party, on: call)
  }

  /// With nobody as the target the call is to be rejected.
  @inlinable public static func routeCall(_ point: DN, to target: DN, _ type: RouteType? = nil, on call: ConnID = .none)
    -> Action
  {
    Action(.routeCall, by: point, to: target, on: call, mode: type.map { Mode($0) } ?? .none)
  }
  @inlinable public static func singleStepConference(_ member: DN, inviting party: DN, on call: ConnID = .none)
    -> Action
  {
    Action(.singleStepConference, by: member, to: party, on: call)
  }
  @inlinable public static func deleteFromConference(_ member: DN, removing other: DN, on call: ConnID = .none)
    -> Action
  {
    Action(.deleteFromConference, by: member, to: other, on: call)
  }
  /// TSingleStepTransfer.
  @inlinable public static func transfer(_ party: DN, to target: DN, on call: ConnID = .none) -> Action {
    Action(.singleStepTransfer, by: party, to: target, on: call)
  }
  @inlinable public static func redirect(_ party: DN, to target: DN, on call: ConnID = .none) -> Action {
    Action(.redirectCall, by: party, to: target, on: call)
  }
  /// A queue or a routing point dials, on behalf of an agent who is not known yet.
  @inlinable public static func makePredictiveCall(from queue: DN, to customer: DN) -> Action {
    Action(.makePredictiveCall, by: queue, to: customer)
  }

  @inlinable public static func ring(_ device: DN, on call: ConnID = .none) -> Action {
    Action(.ring, by: device, on: call)
  }
  @inlinable public static func busy(_ destination: DN, _ state: CallState = .busy, on call: ConnID = .none) -> Action {
    Action(.busy, by: destination, on: call, callState: state)
  }
  /// The destination does not answer in time.
  @inlinable public static func timeOut(_ destination: DN, on call: ConnID = .none) -> Action {
    Action(.timeOut, by: destination, on: call)
  }
  @inlinable public static func queue(at group: DN, on call: ConnID = .none) -> Action {
    Action(.queue, by: group, on: call)
  }
  @inlinable public static func divert(_ group: DN, to target: DN, on call: ConnID = .none) -> Action {
    Action(.divert, by: group, to: target, on: call)
  }
  /// The group diverts the call to the agent who has been idle longest.
  @inlinable public static func distribute(_ group: DN, on call: ConnID = .none) -> Action {
    Action(.distribute, by: group, on: call)
  }
  @inlinable public static func park(_ device: DN, on call: ConnID = .none) -> Action {
    Action(.park, by: device, on: call)
  }
  @inlinable public static func pickUp(_ device: DN, on call: ConnID = .none) -> Action {
    Action(.pickUp, by: device, on: call)
  }
  /// Takes the call that rings at another device.
  @inlinable public static func pickUp(_ device: DN, from other: DN, on call: ConnID = .none) -> Action {
    Action(.pickUp, by: device, to: other, on: call)
  }
  @inlinable public static func requestRoute(_ queue: DN, on call: ConnID = .none) -> Action {
    Action(.requestRoute, by: queue, on: call)
  }
  @inlinable public static func route(_ point: DN, to target: DN, on call: ConnID = .none) -> Action {
    Action(.route, by: point, to: target, on: call)
  }
  @inlinable public static func reachNetwork(_ destination: DN, on call: ConnID = .none) -> Action {
    Action(.reachNetwork, by: destination, on: call)
  }
}

/// A treatment is asked for; whether it is applied, and when it ends, the switch says.
extension Action {
  @inlinable public static func applyTreatment(_ point: DN, _ type: TreatmentType? = nil, on call: ConnID = .none)
    -> Action
  {
    Action(.applyTreatment, by: point, on: call, mode: type.map { Mode($0) } ?? .none)
  }
  @inlinable public static func treat(_ point: DN, on call: ConnID = .none) -> Action {
    Action(.treat, by: point, on: call)
  }
  @inlinable public static func refuseTreatment(_ point: DN, on call: ConnID = .none) -> Action {
    Action(.refuseTreatment, by: point, on: call)
  }
  @inlinable public static func endTreatment(_ point: DN, on call: ConnID = .none) -> Action {
    Action(.endTreatment, by: point, on: call)
  }
}
