// The survey of the less common actions: those with parties that the action does not name or that are not yet in the
// call, and those about the settings of a DN or the user data of a call.

extension Exchange {
  @inline(never)
  package borrowing func surveyGeneral(
    _ action: Action, _ book: Rulebook<Exchange>, _ scene: inout Scene
  ) throws(ModelRefusal<Exchange>) {
    guard knowsParties(of: action) else { throw ModelRefusal(action, cause: .unknownParty) }
    // A line that is out of service takes no calls, and one that is not registered makes no requests.
    if !line(action.actor).isPlain {
      try checkRegistration(of: action)
      if cold[0].settings[Int(action.actor.rawValue)].isOutOfService, !action.verb.needsNoService {
        throw ModelRefusal(action, cause: .outOfService)
      }
    }
    switch action.verb.reach {
    case .theDN: surveyDN(action, &scene)
    case .twoCalls: try surveyTwoCalls(action, book, &scene)
    case .oneCall:
      if action.verb.changesData, surveyCallOfTwo(action, &scene) { return surveyData(action, &scene) }
      let action = meant(by: action)
      surveyActor(action, &scene)
      if action.verb.begins { return surveyCall(at: -1, &scene) }
      survey(action, at: try locate(action, book), &scene)
    }
  }

  /// The action with its unnamed target: the DN that calls are forwarded to, or the agent who has been idle longest.
  func meant(by action: Action) -> Action {
    var meant = action
    if action.verb.mayForward {
      meant.target =
        line(action.actor).delivery.forwards ? cold[0].settings[Int(action.actor.rawValue)].forwardsTo : .none
    } else if action.verb == .distribute {
      meant.target = longestIdle(of: action.actor)
    }
    return meant
  }

  /// Finds the conditions in the call in that slot, for an actor who is in it or enters it.
  package func survey(_ action: Action, at slot: Int, _ scene: inout Scene) {
    surveyCall(at: slot, &scene)
    if action.verb.changesData { surveyData(action, &scene) }
    if action.verb.leavesCallAlone { surveyQuietAction(action, &scene) }
    guard slot >= 0 else { return }
    if kind(action.actor) == .virtualQueue { return surveyVirtualQueue(action, &scene) }
    if action.verb == .answer, action.callState == .answeringMachineDetected { surveyMachineAnswer(&scene) }
    if action.verb == .endTreatment, scene.state == .treated, slots[slot].treatmentGoesOn {
      setValueFit(.valueDoesNotFit, &scene)
    }
    if action.verb.isAboutVoices { surveyVoices(action, &scene) }
    if line(action.actor).delivery.forwards { surveyForwarding(action, &scene) }
    if action.verb == .timeOut { surveyUnanswered(&scene) }
    if action.verb == .pickUp, action.target != .none { surveyPickUp(action.target, &scene) }
    if action.verb == .ring, slots[slot].index(of: action.actor) == nil { surveyObserver(action.actor, &scene) }
  }

  /// Digits must be there to be sent, and asked for to be collected; a question is about some call.
  private func surveyQuietAction(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    let fits =
      switch action.verb {
      case .sendDTMF: cold[0].brought.digits != nil
      case .collectDigits: scene.slot >= 0 && awaitsDigits(in: scene.slot, at: action.actor)
      default: scene.slot >= 0
      }
    if !fits { setValueFit(.valueDoesNotFit, &scene) }
  }

  /// A call is not forwarded to a DN that is in it or whose line is full. The device then takes the call itself or, if
  /// it forwards all calls, is treated as do-not-disturb.
  private func surveyForwarding(_ action: Action, _ scene: inout Scene) {
    guard action.verb.mayForward else { return }
    if scene.situation.isDisjoint(with: [.toItself, .inThisCall, .targetFull]) { return }
    scene.situation = scene.situation.replacing(
      action.verb == .ring && scene.situation.contains(.forwardsAll) ? .undisturbed : .open)
  }

  /// Finds whether the request would change anything, where it is possible otherwise.
  private func surveyVoices(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    let call = slots[scene.slot].connID
    let isOfMember = scene.situation.contains([.conference, .toMember])
    let changesNothing =
      switch action.verb {
      case .setMuteOn: scene.state.mayBeMuted && isMuted(action.actor, in: call)
      case .setMuteOff: scene.state.mayBeMuted && !isMuted(action.actor, in: call)
      case .listenDisconnect: isOfMember && !isListening(action.target, in: call)
      default: isOfMember && isListening(action.target, in: call)
      }
    if changesNothing { setValueFit(.valueDoesNotFit, &scene) }
  }

  /// What becomes of a call that is not answered may depend on how it came to the agent.
  private func surveyUnanswered(_ scene: inout Scene) {
    let isDiverted = scene.state == .ringing && isDivertedCall(scene[.from], slots[scene.slot].hop)
    scene.situation.formUnion(
      isDiverted && agentState(of: scene[.actor]) != .loggedOut ? .divertedToAgent : .notDivertedToAgent)
  }

  /// A predictive call continues if a machine answers.
  private func surveyMachineAnswer(_ scene: inout Scene) {
    if !scene.situation.isDisjoint(with: .facing(.detecting)) { setValueFit(.valueFits, &scene) }
  }

  // MARK: Actors that are not yet in the call

  /// For an actor that picks up a call, the other party is the device that it names.
  private func surveyPickUp(_ target: DN, _ scene: inout Scene) {
    let party = slots[scene.slot].index(of: target).map { slots[scene.slot][$0] } ?? Call.Party()
    let state = party.state
    scene[.from] = party.from
    scene.situation = scene.situation.replacing(.facing(one: state))
  }

  /// Finds the agent that the observer waits to observe in the call.
  ///
  /// The call must be a conversation of two that began after the request or, under `monitoring=intrusion`, any in which
  /// the agent talks; and the observer must not have rung in it.
  private func surveyObserver(_ observer: DN, _ scene: inout Scene) {
    let call = slots[scene.slot]
    guard call.members >= 2, !cold[0].settings[Int(observer.rawValue)].isOutOfService else { return }
    for monitor in cold[0].monitors where monitor.observer == observer && call.connID >= monitor.first {
      guard monitor.used == .none, !monitor.rung.contains(call.connID), let place = call.index(of: monitor.agent),
        call[place].state.hasAnswered, monitor.intrudes ? call[place].state == .talking : call.members == 2,
        let other = call.parties.first(where: { $0.dn != monitor.agent && $0.state.hasAnswered })
      else { continue }
      scene.isSimple = false
      scene.mayHaveManyRecipients = true
      scene[.from] = monitor.agent
      scene.cast(.opposite, as: other)
      scene.situation = scene.situation.replacing(call.origin == monitor.agent ? .beginnerObserved : .observed)
      return
    }
  }

  // MARK: The settings of a DN and the user data of a call

  private func surveyDN(_ action: Action, _ scene: inout Scene) {
    surveyActor(action, &scene)
    surveyCall(at: -1, &scene)
    scene.isSimple = false
    let settings = cold[0].settings[Int(action.actor.rawValue)]
    scene.situation.formUnion(.agent(settings.agent))
    scene.situation.formUnion(settings.forwardMode == .none ? .forwardUnset : .forwardSet)
    if action.verb == .agentLogin { surveyLogin(action, settings, &scene) }
    if action.verb == .monitorNextCall { surveyMonitoring(&scene) }
    if !valueFits(action, settings) { setValueFit(.valueDoesNotFit, &scene) }
  }

  /// Finds whether the agent may log in here, and what it will do next.
  private func surveyLogin(_ action: Action, _ settings: DNSettings, _ scene: inout Scene) {
    scene.agentID = action.agentID
    let known = settings.agent == .loggedOut ? settings.usual.agentID : settings.login.agentID
    let agentID = action.agentID != 0 ? action.agentID : known
    let place = agentID == 0 ? DN.none : cold[0].agents[agentID]
    if settings.agent != .loggedOut, known != 0, agentID != known {
      scene.situation.formUnion(.otherAgentHere)
    } else if place != .none, place != action.actor {
      scene.situation.formUnion(.agentElsewhere)
    } else {
      let isReady = action.mode == Mode(AgentWorkMode.autoIn) || action.mode == Mode(AgentWorkMode.manualIn)
      scene.situation.formUnion(action.mode == .none ? .plainLogin : isReady ? .readyLogin : .notReadyLogin)
    }
  }

  /// Finds who observes the agent, and which agent the actor observes.
  private func surveyMonitoring(_ scene: inout Scene) {
    let (actor, target) = (scene[.actor], scene[.target])
    scene[.far] = cold[0].monitors.first { $0.observer == actor && $0.agent != target }?.agent ?? .none
    let isTaken = cold[0].monitors.contains { $0.agent == target && $0.observer != actor }
    scene.situation.formUnion(
      isTaken ? .monitoredByAnother : scene[.far] == .none ? .unmonitored : .monitorsAnother)
  }

  private func valueFits(_ action: Action, _ settings: DNSettings) -> Bool {
    if let kind = action.verb.mode, !action.mode.fits(kind) { return false }
    return switch action.verb {
    case .agentLogin: action.target == .none || mayLogIn(to: action.target, settings)
    case .setForward: action.mode != Exchange.Mode(ForwardMode.none)
    case .setMessageWaitingOn: !settings.hasMessages
    case .setMessageWaitingOff: settings.hasMessages
    case .fail: !settings.isOutOfService
    case .recover: settings.isOutOfService
    case .cancelMonitoring: cold[0].monitors.contains { $0.observer == action.actor && $0.agent == action.target }
    default: true
    }
  }

  /// Whether it is a group, and no other than the one that the DN belongs to.
  private func mayLogIn(to group: DN, _ settings: DNSettings) -> Bool {
    kind(group) == .acdGroup && (settings.usual.group == .none || settings.usual.group == group)
  }

  private func surveyData(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    scene.mayHaveManyRecipients = scene.slot >= 0
    if scene.slot < 0 { return setValueFit(.valueDoesNotFit, &scene) }
    if !cold[0].sharing.isEmpty, !callsSharingData(with: scene.slot).isEmpty {
      (scene.changesSharedData, scene.isAccompanied, scene.isUnfinished) = (true, true, true)
    }
    guard action.verb != .deleteUserData else { return }
    // The number is checked first, because looking for every key takes time.
    let count = cold[0].brought.data.count
    guard count > 0, count <= UserData.limit else { return setValueFit(.valueDoesNotFit, &scene) }
    // A call without user data has room for as many pairs as a request may bring.
    if action.verb != .deletePair, !hasPairs(scene.slot) { return }
    let (brought, own) = (cold[0].brought.data, userData(at: scene.slot))
    let isPossible =
      switch action.verb {
      case .deletePair: brought.allSatisfy { own.contains($0.key) }
      case .updateUserData: own.hasRoom(toUpdate: brought)
      default: own.hasRoom(for: brought)
      }
    if !isPossible { setValueFit(.valueDoesNotFit, &scene) }
  }

  /// Says whether the values of the action fit: `valueFits` or `valueDoesNotFit`.
  func setValueFit(_ fit: Situation, _ scene: inout Scene) {
    scene.situation.subtract([.valueFits, .valueDoesNotFit])
    scene.situation.formUnion(fit)
  }
}
