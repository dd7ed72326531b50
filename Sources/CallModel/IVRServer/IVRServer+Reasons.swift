// The texts of the IVR Server's refusals, and what fills their blanks.

extension IVRServer {
  package static let reasons = Reasons<IVRServer>(phrases: phrases, states: states, conditions: conditions)

  private static let phrases: [Reasons<IVRServer>.VerbPhrase] = [
    .init(.newCall, "take a call from {target}", without: "take a new call"),
    .init(.routeRequest, "request a route"),
    .init(.initConf, "start a conference with {target}", without: "start a conference"),
    .init(.oneStepConf, "conference {target} in one step", without: "conference a party in one step"),
    .init(.completeConf, "complete the conference"),
    .init(.retrieveCall, "retrieve the call"),
    .init(.answer, "answer", elsewhere: "{port} is not calling it"),
    .init(.busy, "be busy", elsewhere: "{port} is not calling it"),
    .init(.fail, "fail", elsewhere: "{port} is not calling it"),
    .init(.hangUp, "hang up"),
  ]

  private static let states: [Reasons<IVRServer>.StateSentence] = [
    .init(.busy, "{peer} is already busy", on: .busy),
    .init(.busy, "{peer} is busy", on: .answer, .fail),
    .init(.consulting, "{peer} has already answered", on: .answer, .busy, .fail),
    .init(.conference, "{peer} has already answered", on: .answer, .busy, .fail),
    .init(.idle, "{port} has no call", isComplete: true),
    .init(.connected, "{port} is in a call with {caller}"),
    .init(.dialing, "{port} is calling {peer}"),
    .init(.busy, "{peer} is busy"),
    .init(.consulting, "{port} is talking to {peer}"),
    .init(.adding, "{peer} is being added to the call"),
    .init(.conference, "{port} is in a conference"),
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
