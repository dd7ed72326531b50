// Finds the call of the actor, its parties, and the conditions there.

extension Recording {
  /// A device is in only one call, so there is no choice.
  package func subjects(of verb: Verb) -> [Party] { [] }

  package func canName(_ subject: Party, _ action: Action) -> Bool { false }

  package func surveySubject(
    _ action: Action, _ book: Rulebook<Recording>, _ scene: inout Scene
  ) throws(ModelRefusal<Recording>) {
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene[.sip] = only(.sipServer)
    scene[.media] = only(.mediaServer)
    scene[.recorder] = only(.recordingServer)
    scene.subject = call(of: action.actor)
    var (isFull, isRecorded) = (false, false)
    var consultation: RecordedCall.Consultation?
    if scene.subject < 0 {
      scene.situation = [.withoutSession, .othersUnrecorded, .notRecorded, .notBridged, .hasRoom]
    } else {
      // Copied once: a call has many lists.
      let call = calls[scene.subject]
      castParties(of: call, &scene)
      (isFull, isRecorded) = (call.sessions.count >= most, scene[.session] != .none)
      consultation = call.consultation
      scene.situation = recording(call, action.actor, isFull)
    }
    let side = scene.parameters.read(.record, as: Recording.Side.self)
    let service = scene.parameters.read(.privateMsgID, as: Service.self)
    scene.situation.formUnion([
      target(action, consultation), wishes(action, side, isFull, isRecorded), asked(service),
    ])
  }

  /// The place of the device's call; -1 if it is in none.
  func call(of device: Party) -> Int {
    let calls = calls.span
    for number in calls.indices where calls[number].has(device) { return number }
    return -1
  }

  /// Assigns the parties of the call, its dialogs and its sessions.
  private func castParties(of call: RecordedCall, _ scene: inout Scene) {
    let actor = scene[.actor]
    scene.state = call.state(of: actor)
    scene[.other] = call.other(than: actor)
    (scene[.a], scene[.b]) = (call.parties[0], call.parties[1])
    scene[.third] = call.consultation?.consulted ?? (call.parties.count > 2 ? call.parties[2] : .none)
    if call.legs.count == 2 {
      (scene[.first], scene[.second]) = (Party(call.legs[0].number), Party(call.legs[1].number))
      scene[.control] = scene[.first]
    }
    scene[.legOfActor] = call.leg(of: actor)
    scene[.legOfOther] = call.leg(of: scene[.other])
    scene[.legOfA] = call.leg(of: scene[.a])
    scene[.legOfB] = call.leg(of: scene[.b])
    bridge(call.bridge, &scene)
    scene[.session] = call.session(of: actor).map { Party($0.number) } ?? .none
  }

  func bridge(_ dialogs: [UInt32], _ scene: inout Scene) {
    guard dialogs.count == 3 else { return }
    (scene[.one], scene[.two], scene[.three]) = (
      Party(dialogs[0]), Party(dialogs[1]), Party(dialogs[2])
    )
  }

  private func target(_ action: Action, _ consultation: RecordedCall.Consultation?) -> Situation {
    if let consultation, consultation.by == action.actor {
      return consultation.consulted == action.target ? .toFree : .toOccupied
    }
    guard kind(action.target) == .device, action.target != action.actor else { return .toOccupied }
    return call(of: action.target) < 0 ? .toFree : .toOccupied
  }

  private func recording(_ call: RecordedCall, _ actor: Party, _ isFull: Bool) -> Situation {
    let own: Situation =
      switch call.session(of: actor)?.state {
      case .running: .running
      case .paused: .paused
      case .ending, .finished, nil: .withoutSession
      }
    return [
      own, call.sessions.contains { $0.isOn && $0.device != actor } ? .othersRecorded : .othersUnrecorded,
      call.isRecorded ? .recorded : .notRecorded, call.consultation?.isBridged ?? false ? .bridged : .notBridged,
      isFull ? .isFull : .hasRoom,
    ]
  }

  /// What the options of the DNs and the route ask for.
  private func wishes(
    _ action: Action, _ side: Recording.Side?, _ isFull: Bool, _ isRecorded: Bool
  ) -> Situation {
    let isActorRecorded = side == .source || has(.record, action.actor)
    let isTargetRecorded = side == .destination || side != .disableDestination && has(.record, action.target)
    return [
      isActorRecorded ? .actorRecorded : .actorUnrecorded,
      !isTargetRecorded ? .targetUnrecorded : isFull ? .targetBeyondLimit : .targetRecorded,
      isRecorded && has(.recordConsultCalls, action.actor) ? .consultsRecorded : .consultsUnrecorded,
    ]
  }

  private func has(_ setting: Setting, _ device: Party) -> Bool {
    kind(device) == .device && settings[device.place][setting] == 1
  }

  private func asked(_ service: Service?) -> Situation {
    switch service {
    case .start: .start
    case .pause: .pause
    case .resume: .resume
    case .stop: .stop
    case nil: .noService
    }
  }
}
