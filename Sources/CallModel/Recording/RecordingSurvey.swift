// Where the actor stands, who is who in his call, and what is wanted.

extension RecordedCalls {
  /// A device is in one call: there is nothing to choose from.
  package func matters(of verb: RecordingWords.Verb) -> [Correspondent] { [] }

  func canMean(_ matter: Correspondent, _ action: Deed<RecordingWords>) -> Bool { false }

  func look(
    _ action: Deed<RecordingWords>, _ book: borrowing Rulebook<RecordedCalls>, _ scene: inout Stand<RecordingWords>
  ) throws(Refusal<RecordedCalls>) {
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene[.sip] = only(.sipServer)
    scene[.media] = only(.mediaServer)
    scene[.recorder] = only(.recordingServer)
    scene.matter = calls.firstIndex { $0.has(action.actor) } ?? -1
    let call = scene.matter < 0 ? nil : calls[scene.matter]
    if let call { introduce(call, &scene) }
    let side = scene.says.read(.record, as: RecordingWords.Side.self)
    let service = scene.says.read(.privateMsgID, as: RecordingWords.Service.self)
    scene.situation = [
      target(action, call), recording(call, action.actor), wishes(action, side, call), asked(service),
    ]
  }

  /// Who is who in the call.
  private func introduce(_ call: RecordedCall, _ scene: inout Stand<RecordingWords>) {
    let actor = scene[.actor]
    scene.state = call.state(of: actor)
    scene[.other] = call.other(than: actor)
    (scene[.a], scene[.b]) = (call.parties[0], call.parties[1])
    scene[.third] = call.consultation?.consulted ?? (call.parties.count > 2 ? call.parties[2] : .none)
    if call.legs.count == 2 {
      (scene[.first], scene[.second]) = (Correspondent(call.legs[0].number), Correspondent(call.legs[1].number))
      scene[.control] = scene[.first]
    }
    scene[.legOfActor] = call.leg(of: actor)
    scene[.legOfOther] = call.leg(of: scene[.other])
    scene[.legOfA] = call.leg(of: scene[.a])
    scene[.legOfB] = call.leg(of: scene[.b])
    bridge(call.bridge, &scene)
    scene[.session] = call.session(of: actor).map { Correspondent($0.number) } ?? .none
  }

  func bridge(_ dialogs: [UInt32], _ scene: inout Stand<RecordingWords>) {
    guard dialogs.count == 3 else { return }
    (scene[.one], scene[.two], scene[.three]) = (
      Correspondent(dialogs[0]), Correspondent(dialogs[1]), Correspondent(dialogs[2])
    )
  }

  private func target(_ action: Deed<RecordingWords>, _ call: RecordedCall?) -> RecordingWords.Situation {
    if let consultation = call?.consultation, consultation.by == action.actor {
      return consultation.consulted == action.target ? .toFree : .toOccupied
    }
    guard kind(action.target) == .device, action.target != action.actor else { return .toOccupied }
    return calls.contains { $0.has(action.target) } ? .toOccupied : .toFree
  }

  private func recording(_ call: RecordedCall?, _ actor: Correspondent) -> RecordingWords.Situation {
    guard let call else { return [.withoutSession, .othersNot, .notRecorded, .notBridged, .hasRoom] }
    let own: RecordingWords.Situation =
      switch call.session(of: actor)?.state {
      case .running: .running
      case .paused: .paused
      default: .withoutSession
      }
    return [
      own, call.sessions.contains { $0.isOn && $0.device != actor } ? .othersRecorded : .othersNot,
      call.isRecorded ? .recorded : .notRecorded, call.consultation?.isBridged ?? false ? .bridged : .notBridged,
      isFull(call) ? .isFull : .hasRoom,
    ]
  }

  /// What the options of the DNs and the route say.
  private func wishes(
    _ action: Deed<RecordingWords>, _ side: RecordingWords.Side?, _ call: RecordedCall?
  ) -> RecordingWords.Situation {
    let isActorToo = side == .source || has(.record, action.actor)
    let isTargetToo = side == .destination || side != .disableDestination && has(.record, action.target)
    let isRecorded = call?.session(of: action.actor) != nil
    return [
      isActorToo ? .actorToo : .actorNot, !isTargetToo ? .targetNot : isFull(call) ? .targetInVain : .targetToo,
      isRecorded && has(.recordConsultCalls, action.actor) ? .consultsRecorded : .consultsUnrecorded,
    ]
  }

  private func isFull(_ call: RecordedCall?) -> Bool { call.map { $0.sessions.count >= most } ?? false }

  private func has(_ setting: RecordingWords.Setting, _ device: Correspondent) -> Bool {
    kind(device) == .device && settings[device.place][setting] == 1
  }

  private func asked(_ service: RecordingWords.Service?) -> RecordingWords.Situation {
    switch service {
    case .start: .start
    case .pause: .pause
    case .resume: .resume
    case .stop: .stop
    case nil: .noService
    }
  }
}
