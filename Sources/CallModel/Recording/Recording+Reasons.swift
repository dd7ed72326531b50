// The texts of the refusals of recording, and what fills their blanks.

extension Recording {
  package static let reasons = Reasons<Recording>(phrase: phrase, stateSentence: stateSentence, conditions: conditions)

  private static func phrase(_ verb: Verb) -> Reasons<Recording>.VerbPhrase {
    switch verb {
    case .connect: .init("be connected to {target}", without: "be connected")
    case .transfer:
      .init("transfer the call to {target}", without: "transfer the call", elsewhere: "{actor} is not talking")
    case .conference: .init("conference {target}", without: "conference a party", elsewhere: "{actor} is not talking")
    case .consult: .init("consult {target}", without: "consult a party", elsewhere: "{actor} is not talking")
    case .retrieve: .init("retrieve the call", elsewhere: "{actor} holds no call")
    case .hangUp: .init("hang up")
    case .routeCall: .init("route a call to {target}", without: "route a call")
    case .privateService: .init("{service}")
    }
  }

  private static func stateSentence(_ state: State) -> Reasons<Recording>.StateSentence {
    switch state {
    case .free: .init("{actor} is in no call", isComplete: true)
    case .talking: .init("{actor} is talking to {other}")
    case .conference: .init("{actor} is in a conference")
    case .consulting: .init("{actor} is consulting {consulted}")
    case .held: .init("{actor} is on hold while {consulting} consults {consulted}")
    case .consulted: .init("{actor} is being consulted by {consulting}")
    }
  }

  private static let conditions: [Reasons<Recording>.ConditionSentence] = [
    .init(.toOccupied, "{occupied}"),
    .init(.toFree, "{target} is free"),
    .init(.withoutSession, "{actor} is not being recorded"),
    .init(.running, "the recording of {actor} is running"),
    .init(.paused, "the recording of {actor} is paused"),
    .init(.othersUnrecorded, "no other party is being recorded"),
    .init(.othersRecorded, "another party is being recorded"),
    .init(.notRecorded, "the call is not recorded"),
    .init(.recorded, "the call is recorded"),
    .init(.bridged, "the consultation is recorded"),
    .init(.notBridged, "the consultation is not recorded"),
    .init(.consultsUnrecorded, "consultations of {actor} are not recorded"),
    .init(.consultsRecorded, "consultations of {actor} are recorded"),
    .init(.actorUnrecorded, "{actor} is not to be recorded"),
    .init(.actorRecorded, "{actor} is to be recorded"),
    .init(.targetUnrecorded, "{target} is not to be recorded"),
    .init(.targetRecorded, "{target} is to be recorded"),
    .init(.targetBeyondLimit, "{target} is to be recorded, and the call has its limit of {most} recordings"),
    .init([.start, .pause, .resume, .stop], "PrivateMsgID names another service"),
    .init(.noService, "PrivateMsgID names no service"),
    .init(.isFull, "the call has its limit of {most} recordings"),
    .init(.hasRoom, "the call has room for a recording"),
  ]

  package func fill(_ blank: Substring, of refusal: ModelRefusal<Recording>, _ name: (Party) -> String) -> String {
    let action = refusal.action
    let call = calls.indices.contains(refusal.subject) ? calls[refusal.subject] : nil
    func text(_ who: Party?) -> String {
      who.flatMap { $0 == .none ? nil : name($0) } ?? "the other party"
    }
    return switch blank {
    case "actor": name(action.actor)
    case "target": text(action.target)
    case "other": text(call?.other(than: action.actor))
    case "consulting": text(call?.consultation?.by)
    case "consulted": text(call?.consultation?.consulted)
    case "most": "\(most)"
    case "service": service(action)
    case "occupied": occupied(action, name)
    default: String(blank)
    }
  }

  private func service(_ action: Action) -> String {
    switch action.parameters[.privateMsgID].flatMap({ Service(number: $0) }) {
    case .start: "start the recording"
    case .pause: "pause the recording"
    case .resume: "resume the recording"
    case .stop: "stop the recording"
    case nil: "use TPrivateService"
    }
  }

  /// Why the target cannot be called.
  private func occupied(_ action: Action, _ name: (Party) -> String) -> String {
    let target = action.target
    if target == .none { return "no target is named" }
    if target == action.actor { return "that is itself" }
    if let consultation = calls.lazy.compactMap(\.consultation).first(where: { $0.by == action.actor }) {
      return "\(name(action.actor)) is consulting \(name(consultation.consulted))"
    }
    guard kind(target) == .device else { return "\(name(target)) is not a device" }
    let isSame = calls.contains { $0.has(target) && $0.has(action.actor) }
    return isSame ? "\(name(target)) is already in the call" : "\(name(target)) is in another call"
  }
}
