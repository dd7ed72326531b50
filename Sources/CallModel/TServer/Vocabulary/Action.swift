/// What a party does, to which target and in which call.
///
/// Its factories read as you say them: `.makeCall(from: "7001", to: "Sales")`. A request and the same action by hand
/// are one action.
public struct Action: Hashable, Sendable, Codable {
  /// What is done.
  public var verb: Verb
  /// The party that does it.
  public var actor: DN
  /// The party that it is done to.
  public var target: DN?
  /// The call; `nil` if only one can be meant.
  public var on: ConnID?
  /// The CallState of `busy`, and of `answer` in a predictive call. OK if the line is busy, or a person answers.
  public var callState: CallState
  /// What the request asks for in particular: `.agentWorkMode(.autoIn)`.
  public var mode: RequestMode?
  /// The client's number for its request; `nil` if the action is not a request or has no number.
  public var referenceID: UInt32?
  /// The AgentID with which an agent logs in; `nil` if the request names none.
  public var agent: String?
  /// The group that an agent logs in to; `nil` if the request names none.
  public var queue: DN?
  /// The user data that a request brings. Of a pair to be deleted, only the key matters.
  public var userData: UserData
  /// Why a client makes its request: the events that answer it repeat them.
  public var reasons: UserData
  /// What a request tells the switch in addition: the events that answer it repeat them.
  public var extensions: UserData
  /// The digits that a party sends, or that the caller has entered; `nil` for none.
  public var digits: String?
  /// What an observer wants to do in the calls that it observes; `nil` if its request does not say so.
  public var monitorMode: MonitorMode?
  /// How long an observer wants to stay in a call; `nil` if its request does not say so.
  public var monitorScope: MonitorScope?

  /// Makes an action from its parts.
  public init(
    _ verb: Verb, by actor: DN, to target: DN? = nil, on call: ConnID? = nil, callState: CallState = .ok,
    mode: RequestMode? = nil, referenceID: UInt32? = nil, agent: String? = nil, queue: DN? = nil,
    userData: UserData = UserData(), reasons: UserData = UserData(), extensions: UserData = UserData(),
    digits: String? = nil, monitorMode: MonitorMode? = nil, monitorScope: MonitorScope? = nil
  ) {
    self.verb = verb
    self.actor = actor
    self.target = target
    on = call
    self.callState = callState
    self.mode = mode
    self.referenceID = referenceID
    (self.agent, self.queue) = (agent, queue)
    self.userData = userData
    self.reasons = reasons
    self.extensions = extensions
    self.digits = digits
    (self.monitorMode, self.monitorScope) = (monitorMode, monitorScope)
  }

  /// This action as a request with the given number.
  public func requested(as referenceID: UInt32) -> Action {
    var action = self
    action.referenceID = referenceID
    return action
  }

  /// This action as a request that brings these.
  public func bringing(
    userData: UserData = UserData(), reasons: UserData = UserData(), extensions: UserData = UserData()
  ) -> Action {
    var action = self
    action.userData.pairs += userData.pairs
    action.reasons.pairs += reasons.pairs
    action.extensions.pairs += extensions.pairs
    return action
  }
}

extension Action {
  /// What the action says although its verb does not take it.
  var partNotTaken: String? {
    if target != nil, verb.target == .none { return "target" }
    if on != nil, verb.begins { return "call" }
    if let mode, mode.kind != verb.mode { return "\(mode.kind.name)" }
    if referenceID != nil, !verb.isRequest { return "ReferenceID" }
    if verb != .agentLogin, agent != nil || queue != nil { return agent != nil ? "AgentID" : "Queue" }
    if !reasons.pairs.isEmpty, !verb.isRequest { return "reasons" }
    if !extensions.pairs.isEmpty, !verb.isRequest { return "extensions" }
    if digits != nil, !verb.takesDigits { return "digits" }
    if verb != .monitorNextCall, let name = monitoring.first?.key { return name }
    return userData.pairs.isEmpty || verb.takesData || verb == .deletePair ? nil : "user data"
  }

  /// What the request says about the observation, by name: the events of both ends repeat it among their extensions.
  var monitoring: [UserData.Pair] {
    [
      monitorMode.map { UserData.Pair("MonitorMode", $0.rawValue) },
      monitorScope.map { UserData.Pair("MonitorScope", $0.rawValue) },
    ].compactMap(\.self)
  }

  /// What the request says about the user data of the consultation that it begins.
  var consultUserData: String? { verb.consults ? extensions["ConsultUserData"] : nil }
}

extension Action: CustomStringConvertible {
  /// The action as a scenario writes it: `7001 TMakeCall Sales`. There, an outside party would `dial` instead.
  public var description: String {
    var words = [actor.text.spelled(), "\(verb.word)"]
    if let target { words.append(target.text.spelled()) }
    if let on { words += ["on", "\(on)"] }
    if verb == .mergeForTransfer { words.append("MergeType=Transfer") }
    if callState != .ok { words.append("CallState=\(callState)") }
    if let agent { words.append("AgentID=\(agent.spelled())") }
    if let queue { words.append("Queue=\(queue.text.spelled())") }
    if let mode { words.append("\(mode)") }
    words += monitoring.map { "\($0.key)=\($0.value)" }
    if let referenceID { words.append("ReferenceID=\(referenceID)") }
    if let digits { words.append("\(verb.nameOfDigits)=\(digits.spelled())") }
    words += userData.pairs.map(option) + reasons.pairs.map { option("reason.", $0) }
    return (words + extensions.pairs.map { option("extension.", $0) }).joined(separator: " ")
  }

  /// A pair of user data; its key is marked where it would be read as something else.
  private func option(_ pair: UserData.Pair) -> String {
    if verb == .deletePair { return "Key=\(pair.key.spelled())" }
    let prefixes = ["data.", "reason.", "extension."]
    let isMarked =
      !verb.needsPairs || Attribute(named: pair.key) != nil || pair.key == "on" || !pair.key.isWord
      || prefixes.contains(where: pair.key.hasPrefix)
    return option(isMarked ? "data." : "", pair)
  }

  private func option(_ prefix: String, _ pair: UserData.Pair) -> String {
    "\(prefix)\(pair.key.spelled(inQuotes: !pair.key.isWord))=\(pair.value.spelled())"
  }
}

/// Actions in one call.
extension Action {
  /// TMakeCall, or `dial` by hand: calls a party.
  public static func makeCall(from caller: DN, to called: DN) -> Action {
    Action(.makeCall, by: caller, to: called)
  }
  /// Answers the call; in a predictive call, `state` says what answers, and OK is a person.
  public static func answer(_ party: DN, state: CallState = .ok, on call: ConnID? = nil) -> Action {
    Action(.answer, by: party, on: call, callState: state)
  }
  /// THoldCall, or by hand: puts the call on hold.
  public static func hold(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.hold, by: party, on: call)
  }
  /// TRetrieveCall, or by hand: takes the call off hold.
  public static func retrieve(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.retrieve, by: party, on: call)
  }
  /// TReleaseCall, or `hangUp` by hand: leaves the call.
  public static func release(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.release, by: party, on: call)
  }
  /// TClearCall: releases every party of the call.
  public static func clear(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.clearCall, by: party, on: call)
  }

  /// TRouteCall: routes the call to the target; without a target, it rejects the call.
  public static func routeCall(_ point: DN, to target: DN?, type: RouteType? = nil, on call: ConnID? = nil)
    -> Action
  {
    Action(.routeCall, by: point, to: target, on: call, mode: type.map(RequestMode.routeType))
  }
  /// TSingleStepConference: invites a party into the call.
  public static func singleStepConference(_ member: DN, inviting party: DN, on call: ConnID? = nil)
    -> Action
  {
    Action(.singleStepConference, by: member, to: party, on: call)
  }
  /// TDeleteFromConference: removes another party from the conference.
  public static func deleteFromConference(_ member: DN, removing other: DN, on call: ConnID? = nil)
    -> Action
  {
    Action(.deleteFromConference, by: member, to: other, on: call)
  }
  /// TSingleStepTransfer.
  public static func singleStepTransfer(_ party: DN, to target: DN, on call: ConnID? = nil) -> Action {
    Action(.singleStepTransfer, by: party, to: target, on: call)
  }
  /// TRedirectCall: sends the ringing call to another party.
  public static func redirect(_ party: DN, to target: DN, on call: ConnID? = nil) -> Action {
    Action(.redirectCall, by: party, to: target, on: call)
  }
  /// TMakePredictiveCall: a queue or a routing point calls a customer, for an agent to be found later.
  public static func makePredictiveCall(from queue: DN, to customer: DN) -> Action {
    Action(.makePredictiveCall, by: queue, to: customer)
  }

  /// The device rings.
  public static func ring(_ device: DN, on call: ConnID? = nil) -> Action {
    Action(.ring, by: device, on: call)
  }
  /// The destination is busy, or for another reason cannot take the call.
  public static func busy(_ destination: DN, state: CallState = .busy, on call: ConnID? = nil) -> Action {
    Action(.busy, by: destination, on: call, callState: state)
  }
  /// The destination does not answer in time.
  public static func timeOut(_ destination: DN, on call: ConnID? = nil) -> Action {
    Action(.timeOut, by: destination, on: call)
  }
  /// The call waits at another group too.
  public static func queue(at group: DN, on call: ConnID? = nil) -> Action {
    Action(.queue, by: group, on: call)
  }
  /// The group diverts the call to an agent or to another target.
  public static func divert(_ group: DN, to target: DN, on call: ConnID? = nil) -> Action {
    Action(.divert, by: group, to: target, on: call)
  }
  /// The group diverts the call to the agent who has been idle longest.
  public static func distribute(_ group: DN, on call: ConnID? = nil) -> Action {
    Action(.distribute, by: group, on: call)
  }
  /// The call is parked at the device.
  public static func park(_ device: DN, on call: ConnID? = nil) -> Action {
    Action(.park, by: device, on: call)
  }
  /// Takes the call that is parked at the device.
  public static func pickUp(_ device: DN, on call: ConnID? = nil) -> Action {
    Action(.pickUp, by: device, on: call)
  }
  /// Takes a call that rings at another device.
  public static func pickUp(_ device: DN, from other: DN, on call: ConnID? = nil) -> Action {
    Action(.pickUp, by: device, to: other, on: call)
  }
  /// The queue or routing point asks a client for a route.
  public static func requestRoute(_ queue: DN, on call: ConnID? = nil) -> Action {
    Action(.requestRoute, by: queue, on: call)
  }
  /// The switch routes the call; without a target, it rejects the call.
  public static func route(_ point: DN, to target: DN?, on call: ConnID? = nil) -> Action {
    Action(.route, by: point, to: target, on: call)
  }
  /// The call reaches the network of the outside destination.
  public static func reachNetwork(_ destination: DN, on call: ConnID? = nil) -> Action {
    Action(.reachNetwork, by: destination, on: call)
  }
}

/// Treatments: a client asks for one, and the switch says whether it is applied and when it ends.
extension Action {
  /// TApplyTreatment: asks for a treatment of the waiting call.
  public static func applyTreatment(_ point: DN, type: TreatmentType? = nil, on call: ConnID? = nil)
    -> Action
  {
    Action(.applyTreatment, by: point, on: call, mode: type.map(RequestMode.treatmentType))
  }
  /// The switch applies the treatment.
  public static func treat(_ point: DN, on call: ConnID? = nil) -> Action {
    Action(.treat, by: point, on: call)
  }
  /// The switch does not apply the treatment.
  public static func refuseTreatment(_ point: DN, on call: ConnID? = nil) -> Action {
    Action(.refuseTreatment, by: point, on: call)
  }
  /// The treatment ends; `digits` are those that the caller has entered: 1 to 64 of 0 to 9, `*` and `#`.
  public static func endTreatment(_ point: DN, digits: String? = nil, on call: ConnID? = nil) -> Action {
    Action(.endTreatment, by: point, on: call, digits: digits)
  }
}
