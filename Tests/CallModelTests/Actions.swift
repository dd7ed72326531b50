@testable import CallModel

/// Actions as the dialogues say them, where the library has no word of its own.
extension Action {
  static func consult(_ actor: DN, _ other: DN, on call: ConnID = .none) -> Action {
    Action(.initiateTransfer, by: actor, to: other, on: call)
  }
  static func completeTransfer(_ actor: DN, on call: ConnID = .none) -> Action { Action(.completeTransfer, by: actor, on: call) }
  static func completeConference(_ actor: DN, on call: ConnID = .none) -> Action { Action(.completeConference, by: actor, on: call) }
  static func mergeForTransfer(_ actor: DN, on call: ConnID = .none) -> Action { Action(.mergeForTransfer, by: actor, on: call) }
  static func mergeForConference(_ actor: DN, on call: ConnID = .none) -> Action { Action(.mergeForConference, by: actor, on: call) }
  static func alternate(_ actor: DN, on call: ConnID = .none) -> Action { Action(.alternateCall, by: actor, on: call) }
  static func reconnect(_ actor: DN, on call: ConnID = .none) -> Action { Action(.reconnectCall, by: actor, on: call) }
  static func clear(_ actor: DN, on call: ConnID = .none) -> Action { Action(.clearCall, by: actor, on: call) }
  static func transfer(_ actor: DN, to target: DN) -> Action { Action(.singleStepTransfer, by: actor, to: target) }
  static func muteTransfer(_ actor: DN, to target: DN) -> Action { Action(.muteTransfer, by: actor, to: target) }
  static func redirect(_ actor: DN, to target: DN) -> Action { Action(.redirectCall, by: actor, to: target) }
  static func timeOut(_ actor: DN, on call: ConnID = .none) -> Action { Action(.timeOut, by: actor, on: call) }
  static func predict(_ queue: DN, _ customer: DN) -> Action { Action(.makePredictiveCall, by: queue, to: customer) }
  static func distribute(_ group: DN, on call: ConnID = .none) -> Action { Action(.distribute, by: group, on: call) }

  static func observe(_ agent: DN, by observer: DN, _ type: MonitorNextCallType = .oneCall) -> Action {
    Action(.monitorNextCall, by: observer, to: agent, mode: Mode(type))
  }
  static func forward(_ dn: DN, to target: DN, _ mode: ForwardMode = .unconditional) -> Action {
    Action(.setForward, by: dn, to: target, mode: Mode(mode))
  }
  static func attach(_ dn: DN, _ data: Brought, on call: ConnID) -> Action { Action(.attachUserData, by: dn, on: call, data: data) }

  /// The settings, each of which says nothing but what it sets.
  static func set(_ verb: Verb, _ dn: DN) -> Action { Action(verb, by: dn) }
}

/// The openings that many dialogues share.
enum After {
  static let dialed: [Action] = [.makeCall(from: a, to: b)]
  static let ringing = dialed + [.ring(b)]
  static let talking = ringing + [.answer(b)]
  /// C is called into the conversation.
  static let conference = talking + [.singleStepConference(a, inviting: c), .ring(c), .answer(c)]
  /// B has two calls: A waits in the first, C has not been told of the second; rings; talks.
  static let consulting = talking + [.consult(b, c)]
  static let consultationRings = consulting + [.ring(c)]
  static let consulted = consultationRings + [.answer(c)]
  /// D is ready to take calls of its group.
  static let ready: [Action] = [.set(.agentLogin, d), .set(.agentReady, d)]
}
