// Finds the actor's two calls: a consultation and its main call, or the active call and the one on hold.

extension Exchange {
  func surveyTwoCalls(
    _ action: Action, _ book: Rulebook<Exchange>, _ scene: inout Scene
  ) throws(ModelRefusal<Exchange>) {
    surveyActor(action, &scene)
    scene.isSimple = false
    if action.verb.consults {
      surveyCall(at: try locate(action, book), &scene)
      if scene.slot >= 0 { scene.mayHaveManyRecipients = true }
      // In the new call, the actor will be the caller.
      (scene.otherRole, scene.otherTargetRole) = (.origination, .destination)
      return
    }
    if action.on != .none {
      guard let named = slot(of: action.on) else { throw ModelRefusal(action, cause: .unknownCall) }
      if slots[named].index(of: action.actor) == nil { return surveyCall(at: named, &scene) }
    }
    let found = twoCalls(of: action)
    scene.situation.subtract(.noOtherCall)
    scene.situation.formUnion(found.relation)
    surveyCall(at: found.here, &scene)
    guard found.other >= 0 else { return }
    scene.mayHaveManyRecipients = true
    scene.otherSlot = found.other
    scene.otherConnID = slots[found.other].connID
    surveyOtherCall(action, book, &scene)
  }

  /// The actor's active call and the one on hold; for verbs that join a consultation, the consultation and its main
  /// call.
  func twoCalls(of action: Action) -> (here: Int, other: Int, relation: Situation) {
    let own = ownCalls(of: action.actor)
    let consultation = consultation(of: action, active: own.active)
    if consultation.slot >= 0 {
      let isSwapped = !action.verb.joins && own.active == consultation.main
      return isSwapped
        ? (consultation.main, consultation.slot, .consulting) : (consultation.slot, consultation.main, .consulting)
    }
    if own.active < 0 || own.heldCount == 0 { return (own.active >= 0 ? own.active : own.any, -1, .noOtherCall) }
    if own.heldCount == 1 { return (own.active, own.held, .holding) }
    guard action.on != .none, let named = slot(of: action.on), state(of: action.actor, at: named) == .held else {
      return (own.active, -1, .severalOtherCalls)
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
    let calls = slots.span
    return calls[slot].index(of: dn).map { calls[slot][$0].state } ?? .idle
  }

  /// The actor's own consultation, whose main call it has not left. Of several, the one in which it is active, or else
  /// the youngest.
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
      if weight > best.weight || weight == best.weight && slots[slot].connID > slots[best.slot].connID {
        best = (slot, main, weight)
      }
    }
    return (best.slot, best.main)
  }

  private func surveyOtherCall(_ action: Action, _ book: Rulebook<Exchange>, _ scene: inout Scene) {
    // Read in place, because a call is too large to copy.
    let calls = slots.span
    let (here, other) = (scene.slot, scene.otherSlot)
    guard let place = calls[other].index(of: action.actor) else { return }
    let far = calls[other].opposite(of: place).map { calls[other][$0] } ?? Call.Party()
    scene.cast(.far, as: far)
    scene.otherRole = calls[other][place].role
    scene.situation.formUnion(
      calls[other].members > 2 ? .otherConference : far.state.hasAnswered ? .otherPair : .otherUnanswered)
    scene.situation.formUnion(calls[other].isSettled ? .otherSettled : .otherUnsettled)
    scene.situation.formUnion(calls[other][place].state == .held ? .otherHeld : .otherActive)
    scene.situation.formUnion(shareParty(here, other, but: action.actor) ? .sharesParties : .sharesNoParty)
    if action.verb.joins, !hasRoomForData(of: here, in: other, as: book.profile.mergedUserData) {
      setValueFit(.valueDoesNotFit, &scene)
    }
    let parties = calls[here].count + calls[other].count - (action.verb.conferences ? 1 : 2)
    scene.situation.formUnion(parties <= Call.limit ? .joinRoom : .joinFull)
  }

  /// Whether a party is in both calls, or one call is about to be routed to a party of the other.
  private func shareParty(_ one: Int, _ other: Int, but actor: DN) -> Bool {
    let calls = slots.span
    for place in 0..<calls[other].count {
      let dn = calls[other][place].dn
      if dn != actor, calls[one].index(of: dn) != nil { return true }
    }
    for place in 0..<calls[one].count {
      let asked = calls[one][place].asked
      if asked != .none, calls[other].index(of: asked) != nil { return true }
    }
    return false
  }
}
