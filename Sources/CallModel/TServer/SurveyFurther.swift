// What only some actions have to find out: the actor's second call, whoever is meant without being named, what is set on a DN.

extension Exchange {
  @inline(never)
  borrowing func surveyFurther(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    switch action.verb.reach {
    case .theDN: surveyDN(action, &scene)
    case .twoCalls: try surveyTwoCalls(action, book, &scene)
    case .oneCall:
      var action = action
      action.target = meant(by: action)
      introduce(action, &scene)
      if action.verb.begins { return look(at: -1, &scene) }
      switch action.verb {
      case .ring: try surveyRing(action, book, &scene)
      case .pickUp: try surveyPickUp(action, book, &scene)
      default:
        look(at: try locate(action, book), &scene)
        if action.verb.changesData { surveyData(action, &scene) }
      }
    }
  }

  /// Whom the action is about: where its calls are forwarded to, or the agent who has been idle longest.
  private func meant(by action: Action) -> DN {
    switch action.verb {
    case .ring, .busy, .timeOut: line(action.actor).manner.forwards ? office[0].desks[Int(action.actor.rawValue)].forwardsTo : .none
    case .distribute: longestIdle(of: action.actor)
    default: action.target
    }
  }

  /// The agent of the group who has been ready, and in no call, for longest; of several the one that was added first.
  private func longestIdle(of group: DN) -> DN {
    var found = (dn: DN.none, since: UInt32.max)
    for number in office[0].desks.indices where office[0].desks[number].group == group && isIdle(number) {
      let events = idleEvents(number)
      if found.dn == .none || events > found.since { found = (DN(UInt16(number)), events) }
    }
    return found.dn
  }

  func isIdle(_ number: Int) -> Bool { number > 0 && office[0].desks[number].agent == .ready && lines[number].count == 0 }

  /// How many events there have been since the agent was both ready and free; of two times the later one has fewer.
  func idleEvents(_ number: Int) -> UInt32 {
    let now = UInt32(truncatingIfNeeded: sequenceNumber)
    return min(now &- office[0].desks[number].readySince, now &- lines[number].freeSince)
  }

  // MARK: Those who are not yet in the call

  /// A device to which a call is being delivered; or an observer, of the call that it waits for.
  private func surveyRing(_ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene) throws(Refusal<Exchange>) {
    let own = action.on == .none ? callsPossible(for: action, by: book) : []
    guard own.isEmpty, let observed = observable(by: action.actor, on: action.on) else {
      return look(at: try locate(action, book), &scene)
    }
    look(at: observed.slot, &scene)
    scene.isSimple = false
    let call = slots[observed.slot]
    scene[.from] = observed.agent
    for place in 0..<call.count where call.isMember(place) && call[place].dn != observed.agent { scene.cast(.opposite, as: call[place]) }
    scene.situation.formUnion(.observed)
    scene.situation.subtract(.unobserved)
  }

  /// The call that the DN waits to observe: begun after its request, and a conversation of two by now.
  private func observable(by observer: DN, on call: ConnID) -> (slot: Int, agent: DN)? {
    for monitor in office[0].monitors where monitor.observer == observer {
      for slot in slots.indices where slots[slot].connID >= monitor.first && (call == .none || slots[slot].connID == call) {
        guard slots[slot].members == 2, slots[slot].index(of: observer) == nil, let place = slots[slot].index(of: monitor.agent),
          slots[slot][place].state.hasAnswered, let other = slots[slot].opposite(of: place), slots[slot][other].state.hasAnswered
        else { continue }
        return (slot, monitor.agent)
      }
    }
    return nil
  }

  /// The call that rings where it is picked up.
  private func surveyPickUp(_ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene) throws(Refusal<Exchange>) {
    guard action.target != .none else { return look(at: try locate(action, book), &scene) }
    let ringing = slots.indices.filter { slot in
      guard slots[slot].connID != .none, action.on == .none || slots[slot].connID == action.on else { return false }
      return slots[slot].index(of: action.target).map { slots[slot][$0].state == .ringing } ?? false
    }
    if ringing.count > 1 { throw Refusal(action, cause: .severalCalls) }
    if let slot = ringing.first { look(at: slot, &scene) } else { look(at: try locate(action, book), &scene) }
    // It faces the device that it names.
    scene.situation.subtract(Situation.dimensions[0].members)
    scene.situation.formUnion(ringing.isEmpty ? .facing(.idle) : .facing(.ringing))
  }

  // MARK: Two calls

  private func surveyTwoCalls(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    introduce(action, &scene)
    scene.isSimple = false
    if action.verb.consults {
      look(at: try locate(action, book), &scene)
      if scene.slot >= 0 { scene.isCrowd = true }
      return
    }
    if action.on != .none, slot(of: action.on) == nil { throw Refusal(action, cause: .unknownCall) }
    let found = twoCalls(of: action)
    scene.situation.subtract(.alone)
    scene.situation.formUnion(found.relation)
    look(at: found.here, &scene)
    guard found.other >= 0 else { return }
    scene.isCrowd = true
    scene.otherSlot = found.other
    scene.otherConnID = slots[found.other].connID
    lookAtOther(action, &scene)
  }

  /// The actor's active call and the one it holds for it; of a consultation, for those who join the calls, the consultation and the main call.
  private func twoCalls(of action: Action) -> (here: Int, other: Int, relation: Situation) {
    let own = ownCalls(of: action.actor)
    let consultation = consultation(of: action, active: own.active)
    if consultation.slot >= 0 {
      let isSwapped = !action.verb.joins && own.active == consultation.main
      return isSwapped
        ? (consultation.main, consultation.slot, .consulting) : (consultation.slot, consultation.main, .consulting)
    }
    if own.active < 0 || own.heldCount == 0 { return (own.active >= 0 ? own.active : own.any, -1, .alone) }
    if own.heldCount == 1 { return (own.active, own.held, .holding) }
    guard action.on != .none, let named = slot(of: action.on), state(of: action.actor, at: named) == .held else {
      return (own.active, -1, .torn)
    }
    return (own.active, named, .holding)
  }

  private func ownCalls(of actor: DN) -> (active: Int, held: Int, heldCount: Int, any: Int) {
    let line = line(actor)
    var found = (active: -1, held: -1, heldCount: 0, any: -1)
    for number in 0..<line.count {
      let slot = line.slot(number)
      let state = state(of: actor, at: slot)
      if state.isActive { found.active = slot }
      if state == .held { (found.held, found.heldCount) = (slot, found.heldCount + 1) }
      if found.any < 0 || state == .held { found.any = slot }
    }
    return found
  }

  private func state(of dn: DN, at slot: Int) -> PartyState {
    slots[slot].index(of: dn).map { slots[slot][$0].state } ?? .idle
  }

  /// The actor's own consultation, whose main call it has not left: of several the one it is active in, or else the youngest.
  private func consultation(of action: Action, active: Int) -> (slot: Int, main: Int) {
    let line = line(action.actor)
    var best = (slot: -1, main: -1, weight: 0)
    for number in 0..<line.count {
      let slot = line.slot(number)
      guard slots[slot].main != .none, slots[slot].origin == action.actor, let main = self.slot(of: slots[slot].main),
        state(of: action.actor, at: main).hasAnswered,
        action.on == .none || action.on == slots[slot].connID || action.on == slots[main].connID
      else { continue }
      let weight = active == slot || active == main ? 2 : 1
      if weight > best.weight || weight == best.weight && slots[slot].connID > slots[best.slot].connID { best = (slot, main, weight) }
    }
    return (best.slot, best.main)
  }

  private func lookAtOther(_ action: Action, _ scene: inout Scene) {
    let (here, other) = (slots[scene.slot], slots[scene.otherSlot])
    guard let place = other.index(of: action.actor) else { return }
    let far = other.opposite(of: place).map { other[$0] } ?? Party()
    scene.cast(.far, as: far)
    scene.situation.formUnion(other.members > 2 ? .otherConference : far.state.hasAnswered ? .otherPair : .otherUnanswered)
    scene.situation.formUnion(other.isSettled ? .otherSettled : .otherUnsettled)
    scene.situation.formUnion(other[place].state == .held ? .otherHeld : .otherActive)
    scene.situation.formUnion(shareSomebody(here, other, but: action.actor) ? .acquainted : .apart)
    let parties = here.count + other.count - (action.verb.conferences ? 1 : 2)
    scene.situation.formUnion(parties <= Call.limit ? .joinRoom : .joinFull)
  }

  private func shareSomebody(_ one: Call, _ other: Call, but actor: DN) -> Bool {
    for place in 0..<other.count where other[place].dn != actor && one.index(of: other[place].dn) != nil { return true }
    return false
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
      case .agentNotReady: desk.agent != .notReady || desk.workMode != action.mode
      case .setForward: action.mode != Mode(.none as ForwardMode)
      case .cancelMonitoring: office[0].monitors.contains { $0.observer == action.actor && $0.agent == action.target }
      default: true
      }
    if !isAsUsual { say(.otherwise, &scene) }
  }

  private func surveyData(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    scene.isCrowd = scene.slot >= 0
    scene.data = action.data
    scene.situation.formUnion(scene.slot >= 0 ? .someCall : .noCall)
    guard scene.slot >= 0, action.verb != .deleteUserData else { return }
    let (brought, own) = (pairs(action.data), userData(of: slots[scene.slot].connID))
    let isThere = action.verb != .deletePair || brought.allSatisfy { own.contains($0.key) }
    let isTooMuch = action.verb != .deletePair && own.pairs.count + brought.count > UserData.limit
    if brought.isEmpty || !isThere || isTooMuch { say(.otherwise, &scene) }
  }

  private func say(_ answer: Situation, _ scene: inout Scene) {
    scene.situation.subtract([.asUsual, .otherwise])
    scene.situation.formUnion(answer)
  }
}
