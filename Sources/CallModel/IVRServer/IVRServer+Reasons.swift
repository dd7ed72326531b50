// The texts of the IVR Server's refusals, and what fills their blanks.

extension IVRServer {
  package static let reasons = Reasons<IVRServer>(
    phrase: phrase, stateSentence: stateSentence, exceptions: exceptions, conditions: conditions)

  private static func phrase(_ verb: Verb) -> Reasons<IVRServer>.VerbPhrase {
    switch verb {
    case .newCall: .init("take a call from {target}", without: "take a new call")
    case .routeRequest: .init("request a route")
    case .initConf: .init("start a conference with {target}", without: "start a conference")
    case .oneStepConf: .init("conference {target} in one step", without: "conference a party in one step")
    case .completeConf: .init("complete the conference")
    case .retrieveCall: .init("retrieve the call")
    case .answer: .init("answer", elsewhere: "{port} is not calling it")
    case .busy: .init("be busy", elsewhere: "{port} is not calling it")
    case .fail: .init("fail", elsewhere: "{port} is not calling it")
    case .hangUp: .init("hang up")
    }
  }

  private static func stateSentence(_ state: State) -> Reasons<IVRServer>.StateSentence {
    switch state {
    case .idle: .init("{port} has no call", isComplete: true)
    case .connected: .init("{port} is in a call with {caller}")
    case .dialing: .init("{port} is calling {peer}")
    case .busy: .init("{peer} is busy")
    case .consulting: .init("{port} is talking to {peer}")
    case .adding: .init("{peer} is being added to the call")
    case .conference: .init("{port} is in a conference")
    }
  }

  private static let exceptions: [Reasons<IVRServer>.StateException] = [
    .init(.busy, say: "{peer} is already busy", on: .busy),
    .init(.busy, say: "{peer} is busy", on: .answer, .fail),
    .init(.consulting, .conference, say: "{peer} has already answered", on: .answer, .busy, .fail),
  ]

  private static let conditions: [Reasons<IVRServer>.ConditionSentence] = [
    .init(.byAnyone, "no port is calling {actor}", on: .answer, .busy, .fail),
    .init(.byPeer, "{actor} has not answered", on: .hangUp),
    .init(.byUnrelatedParty, "{actor} is not in the call of {port}", on: .hangUp),
    .init(.byCaller, "{actor} is the caller"),
    .init(.byPeer, "{actor} is the party that {port} has called"),
    .init(.byIVR, "{actor} is the IVR"),
    .init(.toCaller, "{target} is the caller"),
    .init(.toNoOutsideParty, "{target} is not outside"),
    .init(.toAnother, "{target} is another party"),
  ]

  package func fill(_ blank: Substring, of refusal: ModelRefusal<IVRServer>, _ name: (Party) -> String) -> String {
    let port = ports.indices.contains(refusal.subject) ? ports[refusal.subject] : nil
    func text(_ who: Party?, or other: String) -> String {
      who.flatMap { $0 == .none ? nil : name($0) } ?? other
    }
    return switch blank {
    case "actor": name(refusal.action.actor)
    case "target": text(refusal.action.target, or: "it")
    case "port": text(port?.ivr, or: "the IVR")
    case "caller": text(port?.caller, or: "its caller")
    case "peer": text(port?.peer, or: "the other party")
    default: String(blank)
    }
  }
}
