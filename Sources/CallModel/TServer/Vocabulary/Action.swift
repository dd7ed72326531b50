/// What a party does, to which target and in which call.
public struct Action: Hashable, Sendable {
  public var verb: Verb
  public var actor: DN
  public var target: DN
  /// The call; `none` if only one can be meant.
  public var on: ConnID
  /// The CallState of `busy`, and of `answer` in a predictive call. By default it is OK: the line is busy, or a person
  /// answers.
  public var callState: CallState
  /// The request's parameter, such as an AgentWorkMode or a ForwardMode, depending on the verb.
  public var mode: RequestMode
  /// The client's number for its request; 0 if the action is not a request or has no number.
  public var referenceID: UInt32

  @inlinable
  public init(
    _ verb: Verb, by actor: DN, to target: DN = .none, on call: ConnID = .none, callState: CallState = .ok,
    mode: RequestMode = .none,
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

  /// This action as a request with the given number.
  @inlinable
  public func requested(as referenceID: UInt32) -> Action {
    var action = self
    action.referenceID = referenceID
    return action
  }
}

/// Factories for actions. A request and the same action by hand are one action.
extension Action {
  @inlinable public static func makeCall(from caller: DN, to called: DN) -> Action {
    Action(.makeCall, by: caller, to: called)
  }
  /// Answers the call; in a predictive call, `state` says what answers, and OK is a person.
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
  /// TClearCall: releases every party of the call.
  @inlinable public static func clear(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.clearCall, by: party, on: call)
  }

  /// TRouteCall: routes the call to the target; without a target, it rejects the call.
  @inlinable public static func routeCall(_ point: DN, to target: DN, _ type: RouteType? = nil, on call: ConnID = .none)
    -> Action
  {
    Action(.routeCall, by: point, to: target, on: call, mode: type.map { RequestMode($0) } ?? .none)
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
  /// TMakePredictiveCall: a queue or a routing point calls a customer, for an agent to be found later.
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
  /// Takes a call that rings at another device.
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

/// Treatments: a client asks for one, and the switch says whether it is applied and when it ends.
extension Action {
  @inlinable public static func applyTreatment(_ point: DN, _ type: TreatmentType? = nil, on call: ConnID = .none)
    -> Action
  {
    Action(.applyTreatment, by: point, on: call, mode: type.map { RequestMode($0) } ?? .none)
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
