// Finds the call of an action and the conditions that hold there. Nothing changes here.

extension Exchange {
  @inline(__always)
  package borrowing func survey(
    _ action: Action, _ book: Rulebook<Exchange>, _ scene: inout Scene
  ) throws(ModelRefusal<Exchange>) {
    scene.take(action)
    guard knowsParties(of: action), isPlain(action) else {
      return try surveyGeneral(action, book, &scene)
    }
    surveyActor(action, hasRoom ? .plain.union(.exchangeHasRoom) : .plain.union(.exchangeIsFull), &scene)
    let slot = action.verb.begins ? -1 : try locate(action, book)
    if slot >= 0, slots[slot].count == 2, surveyTwoParties(at: slot, &scene) { return }
    surveyCall(at: slot, &scene)
  }

  @inline(__always)
  func knowsParties(of action: Action) -> Bool {
    action.actor != .none && isKnown(action.actor) && isKnown(action.target)
  }

  /// Whether the action takes the short path.
  ///
  /// Its call is on the actor's line, all its parties are named, it has no parameters that could be wrong, and both
  /// lines have room.
  @inline(__always)
  private func isPlain(_ action: Action) -> Bool {
    action.verb.isPlain && line(action.actor).isPlain
      && !line(action.actor).isFull && !line(action.target).isFull && action.hasNoParameters
  }

  /// The slot of the call that an action is about: the one that it names, or the only one in which it is possible.
  @inline(__always)
  func locate(_ action: Action, _ book: Rulebook<Exchange>) throws(ModelRefusal<Exchange>) -> Int {
    if action.on != .none {
      guard let slot = slot(of: action.on) else { return try throwUnknownCall(action) }
      return slot
    }
    let line = line(action.actor)
    return line.count == 1 && line.isPlain && action.verb != .pickUp ? line.slot(0) : try search(action, book)
  }

  // Thrown in a separate function: a function that throws is not inlined into the one that applies the action.
  @inline(never)
  private func throwUnknownCall(_ action: Action) throws(ModelRefusal<Exchange>) -> Int {
    throw ModelRefusal(action, cause: .unknownCall)
  }

  @inline(never)
  private func search(_ action: Action, _ book: Rulebook<Exchange>) throws(ModelRefusal<Exchange>) -> Int {
    if action.verb == .distribute {
      let call = longestWaiting(for: action, book)
      if call != .none { return slot(of: call) ?? -1 }
    }
    let possible = callsPossible(for: action, by: book, atMost: 2)
    if possible.count > 1 { throw ModelRefusal(action, cause: .severalCalls) }
    if let call = possible.first { return slot(of: call) ?? -1 }
    // The action is possible in no call. The call in question explains why; an actor that is in no call may have none.
    let question = callInQuestion(action, book)
    if question == .none, action.verb.isFromOutside { throw ModelRefusal(action, cause: .unknownCall) }
    return slot(of: question) ?? -1
  }

  @inline(never)
  func surveyActor(_ action: Action, _ scene: inout Scene) {
    scene.take(action)
    let known = room(for: action).union(.taking(line(action.actor).delivery))
    surveyActor(action, known.union(action.hasNoParameters || action.valueFits ? .valueFits : .valueDoesNotFit), &scene)
  }

  /// The short path for a request about the user data of a call of two. Returns false if it cannot be taken.
  func surveyCallOfTwo(_ action: Action, _ scene: inout Scene) -> Bool {
    guard line(action.actor).isPlain, !line(action.actor).isFull, action.target == .none, action.hasNoParameters,
      let slot = slot(of: action.on), slots[slot].count == 2
    else { return false }
    surveyActor(action, hasRoom ? .plain.union(.exchangeHasRoom) : .plain.union(.exchangeIsFull), &scene)
    guard surveyTwoParties(at: slot, &scene) else { return false }
    scene.situation.formUnion(slots[slot].isSettled ? .settled : .unsettled)
    return true
  }

  /// Finds the conditions that hold for the action in any call.
  @inline(__always)
  private func surveyActor(_ action: Action, _ known: Situation, _ scene: inout Scene) {
    scene.situation = known.union(.by(kind(action.actor))).union(.noOtherCall)
  }

  /// Finds the conditions that hold for the action in the call in that slot; -1 for none.
  @inline(never)
  func surveyCall(at slot: Int, _ scene: inout Scene) {
    scene.slot = slot
    scene.situation.formUnion(isActive(scene[.actor], butIn: slot, ofCalls: slot < 0 ? 0 : 1) ? .engaged : .free)
    if slot < 0 {
      scene[.caller] = scene[.actor]
      scene.situation.formUnion(.inNoCall)
      scene.situation.formUnion(targetOutsideCall(&scene))
    } else {
      enter(slot, &scene)
      scene.situation.formUnion(surveyManyParties(&scene))
    }
  }

  @inline(__always)
  private func enter(_ slot: Int, _ scene: inout Scene) {
    scene.connID = slots[slot].connID
    scene.column = Int(slots[slot].hop.rawValue) &+ 1
    scene.situation.formUnion(.hop(slots[slot].hop))
  }

  /// Classifies a target that is not in the call.
  @inline(__always)
  private func targetOutsideCall(_ scene: inout Scene) -> Situation {
    scene[.target] == .none ? .toNoParty : scene[.target] == scene[.actor] ? .toItself : .to(kind(scene[.target]))
  }

  /// Finds the conditions in a call of two parties, as most are. Returns false, and finds nothing, if the actor is not
  /// in it.
  ///
  /// It must stay this short: the compiler does not inline a function of more than 64 blocks.
  @inline(__always)
  private func surveyTwoParties(at slot: Int, _ scene: inout Scene) -> Bool {
    var situation: Situation
    // Each branch casts by itself: to choose the parties first and cast them afterwards would copy every field of both.
    if slots[slot][0].dn == scene[.actor] {
      situation = cast(slots[slot][0], facing: slots[slot][1], called: slots[slot][1], &scene)
        .union(slots[slot][1].dn == scene[.target] ? targetInCall(slots[slot][1], &scene) : targetOutsideCall(&scene))
    } else if slots[slot][1].dn == scene[.actor] {
      situation = cast(slots[slot][1], facing: slots[slot][0], called: slots[slot][1], &scene)
        .union(slots[slot][0].dn == scene[.target] ? targetInCall(slots[slot][0], &scene) : targetOutsideCall(&scene))
    } else {
      return false
    }
    scene.slot = slot
    scene.cast(.caller, as: slots[slot][0])
    situation.formUnion(.amongTwo)
    situation.formUnion(isActive(scene[.actor], butIn: slot, ofCalls: 1) ? .engaged : .free)
    enter(slot, &scene)
    scene.situation.formUnion(situation)
    return true
  }

  /// Assigns the parties of a call as the actor sees them. There may be any number, including invited ones, or only a
  /// caller who hears busy.
  @inline(never)
  private func surveyManyParties(_ scene: inout Scene) -> Situation {
    // Read in place, because a call is too large to copy.
    let calls = slots.span
    let slot = scene.slot
    let found = calls[slot].find(scene[.actor], and: scene[.target])
    let count = calls[slot].count
    scene.mayHaveManyRecipients = count > 2
    var situation = (found.members > 2 ? Situation.conference : .pair)
      .union(count == Call.limit ? .partiesFull : .partyRoom)
      .union(found.isSettled ? .settled : .unsettled)
      .union(.unawaited)
    if !found.isSettled { surveyAwaiting(&scene, &situation) }
    scene.cast(.caller, as: calls[slot][0])
    if let place = found.actor {
      let opposite = calls[slot].opposite(of: place).map { calls[slot][$0] } ?? Call.Party()
      let called = place == 0 ? opposite : calls[slot][place]
      situation.formUnion(cast(calls[slot][place], facing: opposite, called: called, &scene))
      situation.formUnion(
        found.isObserved
          ? observation(of: scene[.actor], facing: opposite.dn, in: calls[slot], &scene) : .unobserved)
      if count > 2 { (scene[.firstGroup], scene[.lastGroup]) = (found.firstGroup, found.lastGroup) }
    } else {
      // An actor that is not in the call sees it as its caller does.
      situation.formUnion([.asAsked, .unobserved, .facing(one: count > 1 ? calls[slot][1].state : .idle)])
    }
    if let place = found.target { return situation.union(targetInCall(calls[slot][place], &scene)) }
    return situation.union(targetOutsideCall(&scene))
  }

  /// Finds out whether a routing point or a route queue waits for the answer, in a call that a party has not answered.
  @inline(never)
  private func surveyAwaiting(_ scene: inout Scene, _ situation: inout Situation) {
    let calls = slots.span
    let slot = scene.slot
    for place in 0..<calls[slot].count where calls[slot][place].state.awaitsAnswer {
      let isRequested = calls[slot][place].state == .routed
      scene.roles[Who.from.index] = calls[slot][place].role
      let isQueue = kind(calls[slot][place].dn) == .routeQueue
      situation.subtract(.unawaited)
      situation.formUnion(
        isQueue
          ? isRequested ? .queueAwaits : .queueAwaitsByDefault : isRequested ? .pointAwaits : .pointAwaitsByDefault)
    }
  }

  @inline(never)
  private func observation(of actor: DN, facing opposite: DN, in call: Call, _ scene: inout Scene) -> Situation {
    scene.roles[Who.observer.index] = .observer
    if let own = call.observer(of: actor) {
      scene[.observer] = own
      return .observed
    }
    guard let other = call.observer(of: opposite) else { return .unobserved }
    scene[.observer] = other
    return .othersObserved
  }

  /// Classifies a target that is in the call: its kind does not matter. Few targets are. Inlined, this would make the
  /// survey of two parties too long to be inlined itself.
  @inline(never)
  private func targetInCall(_ party: Call.Party, _ scene: inout Scene) -> Situation {
    scene.cast(.target, as: party)
    return .toParty(of: party.state)
  }

  /// Assigns the parties as seen from the actor, who is a party of the call.
  @inline(__always)
  private func cast(_ actor: Call.Party, facing opposite: Call.Party, called: Call.Party, _ scene: inout Scene)
    -> Situation
  {
    scene.state = actor.state
    scene.cast(.actor, as: actor)
    scene.cast(.opposite, as: opposite)
    scene.cast(.called, as: called)
    scene[.from] = actor.from != .none ? actor.from : opposite.from
    scene[.past] = actor.past != .none ? actor.past : opposite.past
    scene[.asked] = actor.asked != .none ? actor.asked : opposite.asked
    return .facing(one: opposite.state).union(actor.state == .routeAsked ? actor.routed(to: scene[.target]) : .asAsked)
  }

  /// The limits, which are rarely reached.
  private func room(for action: Action) -> Situation {
    (hasRoom ? Situation.exchangeHasRoom : .exchangeIsFull).union(line(action.actor).isFull ? .lineFull : .lineRoom)
      .union(line(action.target).isFull ? .targetFull : .targetRoom)
  }

  /// Whether the device is active in another of its calls, if it has more than `few`.
  @inline(__always)
  func isActive(_ dn: DN, butIn slot: Int, ofCalls few: Int) -> Bool {
    line(dn).count > few && isActive(inCallsOf: dn, butIn: slot)
  }

  @inline(never)
  private func isActive(inCallsOf dn: DN, butIn slot: Int) -> Bool {
    let line = line(dn)
    let calls = slots.span
    for number in 0..<line.count where line.slot(number) != slot {
      let other = line.slot(number)
      if let place = calls[other].index(of: dn), calls[other][place].state.isActive { return true }
    }
    return false
  }
}

extension Exchange.Call.Party {
  /// A party that has asked for itself has rejected the call, and it is routed to no target.
  @inline(never)
  func routed(to target: Exchange.DN) -> Situation {
    target == (asked == dn ? .none : asked) ? .asAsked : .notAsked
  }
}

extension Exchange.Action {
  @inline(__always) fileprivate var hasNoParameters: Bool { callState == .ok && mode == .none }

  /// Whether the action's parameters fit its verb. `busy` takes any CallState; only a predictive call takes more than
  /// OK.
  @inline(never)
  var valueFits: Bool {
    if verb == .busy { return true }
    guard callState == .ok else { return false }
    switch verb.mode {
    case .routeType: return mode.fits(.routeType) && (target == .none || !mode.rejects)
    case .treatmentType: return mode.fits(.treatmentType)
    // The survey of the DN looks at these.
    case .agentWorkMode, .forwardMode, .monitorNextCallType, .registerMode: return true
    case nil: return true
    }
  }
}
