// What only some actions have to find out: whoever is meant without being named, those who are not yet in the call,
// what is set on a DN.

extension Exchange {
  @inline(never)
  borrowing func surveyFurther(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    guard knowsParties(of: action) else { throw Refusal(action, cause: .unknownParty) }
    switch action.verb.reach {
    case .theDN: surveyDN(action, &scene)
    case .twoCalls: try surveyTwoCalls(action, book, &scene)
    case .oneCall:
      let action = meant(by: action)
      introduce(action, &scene)
      if action.verb.begins { return look(at: -1, &scene) }
      survey(action, at: try locate(action, book), &scene)
    }
  }

  /// Whom the action is about: where its calls are forwarded to, or the agent who has been idle longest.
  func meant(by action: Action) -> Action {
    var meant = action
    switch action.verb {
    case .ring, .busy, .timeOut:
      meant.target = line(action.actor).manner.forwards ? office[0].desks[Int(action.actor.rawValue)].forwardsTo : .none
    case .distribute: meant.target = longestIdle(of: action.actor)
    default: break
    }
    return meant
  }

  /// Finds out what holds in the call of that slot, for one who is in it or comes to it.
  func survey(_ action: Action, at slot: Int, _ scene: inout Scene) {
    look(at: slot, &scene)
    if action.verb.changesData { surveyData(action, &scene) }
    guard slot >= 0 else { return }
    if action.verb == .answer, action.callState == .answeringMachineDetected { hearMachine(&scene) }
    if line(action.actor).manner.forwards { giveUpForwarding(action, &scene) }
    if action.verb == .pickUp, action.target != .none { facePickedUp(action.target, &scene) }
    if action.verb == .ring, slots[slot].index(of: action.actor) == nil { approachToObserve(action.actor, &scene) }
  }

  /// A call does not go on to somebody who is in it, or whose line is full: then it is as if the device took calls
  /// itself, or none.
  private func giveUpForwarding(_ action: Action, _ scene: inout Scene) {
    guard action.verb == .ring || action.verb == .busy || action.verb == .timeOut else { return }
    if scene.situation.isDisjoint(with: [.toItself, .inThisCall, .targetFull]) { return }
    scene.situation = scene.situation.replacing(
      action.verb == .ring && scene.situation.contains(.forwardsAll) ? .undisturbed : .open)
  }

  /// A predictive call goes on where a machine answers.
  private func hearMachine(_ scene: inout Scene) {
    if !scene.situation.isDisjoint(with: .facing(.detecting)) { say(.asUsual, &scene) }
  }

  // MARK: Those who are not yet in the call

  /// Who picks up faces the device that it names.
  private func facePickedUp(_ target: DN, _ scene: inout Scene) {
    let state = slots[scene.slot].index(of: target).map { slots[scene.slot][$0].state } ?? .idle
    scene.situation = scene.situation.replacing(.facing(one: state))
  }

  /// Whom the observer waits to observe there: in a conversation of two that has begun after the request, and in which
  /// it has not rung.
  private func approachToObserve(_ observer: DN, _ scene: inout Scene) {
    let call = slots[scene.slot]
    guard call.members == 2 else { return }
    for monitor in office[0].monitors where monitor.observer == observer && call.connID >= monitor.first {
      guard !monitor.rung.contains(call.connID), let place = call.index(of: monitor.agent),
        call[place].state.hasAnswered,
        let other = call.opposite(of: place),
        call[other].state.hasAnswered
      else { continue }
      scene.isSimple = false
      scene[.from] = monitor.agent
      scene.cast(.opposite, as: call[other])
      scene.situation = scene.situation.replacing(.observed)
      return
    }
  }

  // MARK: What is set on a DN, and what is kept on a call

  private func surveyDN(_ action: Action, _ scene: inout Scene) {
    introduce(action, &scene)
    look(at: -1, &scene)
    scene.isSimple = false
    let desk = office[0].desks[Int(action.actor.rawValue)]
    scene.situation.formUnion(desk.agent == .ready ? .ready : desk.agent == .notReady ? .notReady : .loggedOut)
    scene.situation.formUnion(desk.forwardMode == .none ? .forwardUnset : .forwardSet)
    let isAsUsual =
      switch action.verb {
      case .agentNotReady: action.mode.isWorkMode && (desk.agent != .notReady || desk.workMode != action.mode)
      case .setForward: action.mode == .none || (ForwardMode(rawValue: action.mode.rawValue) ?? .none) != .none
      case .monitorNextCall: action.mode == .none || MonitorNextCallType(rawValue: action.mode.rawValue) != nil
      case .agentLogin, .agentReady: action.mode.isWorkMode
      case .cancelMonitoring: office[0].monitors.contains { $0.observer == action.actor && $0.agent == action.target }
      default: true
      }
    if !isAsUsual { say(.otherwise, &scene) }
  }

  private func surveyData(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    scene.isCrowd = scene.slot >= 0
    scene.situation.formUnion(scene.slot >= 0 ? .someCall : .noCall)
    guard scene.slot >= 0, action.verb != .deleteUserData else { return }
    let brought = office[0].brought
    // The number first: to look for every key takes its time.
    guard !brought.isEmpty, brought.count <= UserData.limit else { return say(.otherwise, &scene) }
    let own = userData(of: slots[scene.slot].connID)
    let isPossible =
      action.verb == .deletePair ? brought.allSatisfy { own.contains($0.key) } : own.hasRoom(for: brought)
    if !isPossible { say(.otherwise, &scene) }
  }

  func say(_ answer: Situation, _ scene: inout Scene) {
    scene.situation.subtract([.asUsual, .otherwise])
    scene.situation.formUnion(answer)
  }
}
