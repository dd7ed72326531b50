@testable import CallModel

/// The openings that many dialogues share.
enum After {
  static let dialed: [Action] = [.makeCall(from: a, to: b)]
  static let ringing = dialed + [.ring(b)]
  static let talking = ringing + [.answer(b)]
  /// C is called into the conversation.
  static let conference = talking + [.singleStepConference(a, inviting: c), .ring(c), .answer(c)]
  /// B has two calls: A waits in the first, C has not been told of the second; rings; talks.
  static let consulting = talking + [.initiateTransfer(b, to: c)]
  static let consultationRings = consulting + [.ring(c)]
  static let consulted = consultationRings + [.answer(c)]
  /// D is ready to take calls of its group.
  static let ready: [Action] = [.agentLogin(d), .agentReady(d)]
}
