// What the parties try in an exploration, and what hints try.

extension Exchange {
  package func eachAttempt(_ attempts: AttemptTable, _ body: (Action) -> Void) {
    let order = CallOrder(self)
    for number in 1..<lines.count { eachAttempt(by: DN(UInt16(number)), order, attempts, body) }
  }

  /// Everything that the DN may be able to do.
  package func eachAttempt(by dn: DN, _ attempts: AttemptTable, _ body: (Action) -> Void) {
    eachAttempt(by: dn, CallOrder(self), attempts, body)
  }

  @inline(__always)
  private func eachAttempt(
    by dn: DN, _ order: borrowing CallOrder, _ attempts: AttemptTable, _ body: (Action) -> Void
  ) {
    let kind = kind(dn)
    for place in attempts.ofDN.places(kind) { attemptSettings(attempts.ofDN[place], dn, order, body) }
    let known = Situation.by(kind).union(hasRoom ? .exchangeHasRoom : .exchangeIsFull)
    let isEngaged = isActive(dn, butIn: -1, ofCalls: 0)
    let inNoCall = known.union(isEngaged ? .engaged : .free)
    let places = isEngaged ? attempts.beginningAnother.places(kind) : attempts.beginning.places(kind)
    for place in places {
      let verb = isEngaged ? attempts.beginningAnother[place] : attempts.beginning[place]
      guard let excluded = attempts.book.excluded(verb, by: .idle, where: inNoCall) else { continue }
      for number in 1..<lines.count {
        let target = DN(UInt16(truncatingIfNeeded: number))
        let aim: Situation = target == dn ? .toItself : .to(self.kind(target))
        if aim.isDisjoint(with: excluded) { body(Action(verb, by: dn, to: target)) }
      }
    }
    for number in 0..<order.count { eachAttempt(by: dn, in: order[number], known, attempts, body) }
  }

  /// What the DN may be able to do in that call, apart from what leaves the call as it is.
  package func eachAttempt(by dn: DN, on call: ConnID, _ attempts: AttemptTable, _ body: (Action) -> Void) {
    guard let slot = slot(of: call) else { return }
    let known = Situation.by(kind(dn)).union(hasRoom ? .exchangeHasRoom : .exchangeIsFull)
    eachAttempt(by: dn, in: slot, known, attempts, body)
  }

  @inline(__always)
  private func eachAttempt(
    by dn: DN, in slot: Int, _ known: Situation, _ attempts: AttemptTable, _ body: (Action) -> Void
  ) {
    // Read in place, because a call is too large to copy.
    let calls = slots.span
    let connID = calls[slot].connID
    let kind = kind(dn)
    let here = calls[slot].index(of: dn)
    let state = here.map { calls[slot][$0].state } ?? .idle
    let column = Int(calls[slot].hop.rawValue) + 1
    // Either of two calls may be named, and then the state in the other one may decide.
    let hasSeveral = state != .idle && line(dn).count > 1
    if hasSeveral { eachAttemptOnTwoCalls(by: dn, naming: connID, known, attempts, body) }
    // What the survey of a virtual queue finds is not what it finds for others.
    let isQueue = kind == .virtualQueue
    let places = attempts.places(kind, state, column, unobserved: !isQueue && cold[0].monitors.isEmpty)
    if places.isEmpty { return }
    let inCall = isQueue ? known : known.union(situation(of: dn, at: here, in: slot))
    for place in places {
      let verb = attempts[place].verb
      if attempts[place].concernsTwoCalls {
        if !hasSeveral, attempts.book.mayAnswer(verb, by: state, column, where: inCall.union(.noOtherCall)) {
          body(Action(verb, by: dn, on: connID))
        }
        continue
      }
      let need = attempts[place].need
      if need != .required, attempts.book.mayAnswer(verb, by: state, column, where: inCall) {
        body(Action(verb, by: dn, on: connID))
        if verb == .answer, state == .reached || state == .customerRinging {
          body(Action(verb, by: dn, on: connID, callState: .noAnswer))
        }
        if verb == .applyTreatment { body(Action(verb, by: dn, on: connID, mode: Self.treatmentWithAnEnd)) }
      }
      if need == .none { continue }
      if verb == .pickUp {
        // Only a call that rings at a device can be picked up there.
        for other in 0..<calls[slot].count where other != here {
          let state = calls[slot][other].state
          let ringing = known.union(.facing(one: state)).union(.toParty(of: state))
          if attempts.book.mayAnswer(verb, by: .idle, column, where: ringing) || here != nil {
            body(Action(verb, by: dn, to: calls[slot][other].dn, on: connID))
          }
        }
        continue
      }
      guard let excluded = attempts.book.excluded(verb, by: state, column, where: inCall) else { continue }
      for number in 1..<lines.count {
        let target = DN(UInt16(truncatingIfNeeded: number))
        var aim = isQueue ? [] : situation(ofTarget: target, of: dn, in: slot)
        if let here, state == .routeAsked { aim.formUnion(calls[slot][here].routed(to: target)) }
        if aim.isDisjoint(with: excluded) { body(Action(verb, by: dn, to: target, on: connID)) }
      }
    }
  }

  /// Verbs about two calls that name one of them: what holds in both decides.
  private func eachAttemptOnTwoCalls(
    by dn: DN, naming connID: ConnID, _ known: Situation, _ attempts: AttemptTable, _ body: (Action) -> Void
  ) {
    let calls = slots.span
    var found = (here: -1, other: -1, relation: Situation.consulting)
    var (place, situation): (Int, Situation) = (0, [])
    for group in attempts.ofTwoCalls.indices {
      guard let first = attempts.ofTwoCalls[group].first else { continue }
      // Which verbs they are decides only between a consultation and its main call.
      if found.relation == .consulting {
        let earlier = found.here
        found = twoCalls(of: Action(first, by: dn, on: connID))
        guard found.here >= 0, let own = calls[found.here].index(of: dn) else { return }
        if found.here != earlier {
          (place, situation) = (own, known.union(found.relation).union(self.situation(of: dn, at: own, in: found.here)))
        }
      }
      let (state, column) = (calls[found.here][place].state, Int(calls[found.here].hop.rawValue) + 1)
      for number in attempts.ofTwoCalls[group].indices {
        let verb = attempts.ofTwoCalls[group][number]
        if attempts.book.mayAnswer(verb, by: state, column, where: situation) { body(Action(verb, by: dn, on: connID)) }
      }
    }
  }

  /// What the survey is going to find for sure, for a DN at that place of the call.
  @inline(__always)
  private func situation(of dn: DN, at place: Int?, in slot: Int) -> Situation {
    let calls = slots.span
    var situation = (calls[slot].members > 2 ? Situation.conference : .pair)
      .union(isActive(dn, butIn: slot, ofCalls: place == nil ? 0 : 1) ? .engaged : .free)
    if calls[slot].count > 2 { situation.formUnion(calls[slot].isSettled ? .settled : .unsettled) }
    if let place, calls[slot].count == 2 || !calls[slot][place].state.isObserver {
      let opposite = calls[slot].opposite(of: place).map { calls[slot][$0].state } ?? .idle
      situation.formUnion(.facing(one: opposite))
    } else if place == nil {
      // One who is not in the call sees it as its caller does.
      situation.formUnion([.asAsked, .facing(one: calls[slot].count > 1 ? calls[slot][1].state : .idle)])
      if cold[0].monitors.isEmpty { situation.formUnion(.unobserved) }
    }
    return situation
  }

  @inline(__always)
  private func situation(ofTarget target: DN, of dn: DN, in slot: Int) -> Situation {
    if target == dn { return .toItself }
    return party(target, at: slot).map { .toParty(of: $0.state) } ?? .to(kind(target))
  }

  /// Tries the verb in that call with every target, until `each` returns false; returns whether `each` wants more.
  @discardableResult
  func attempt(
    _ verb: Verb, by dn: DN, in call: Call, _ book: Rulebook<Exchange>, _ each: (Action) -> Bool
  ) -> Bool {
    guard mayBePossible(verb, by: dn, in: call, book) else { return true }
    if verb.target != .required, !each(Action(verb, by: dn, on: call.connID)) { return false }
    if verb == .pickUp {
      // Only a call that rings at a device can be picked up there.
      for place in 0..<call.count where call[place].dn != dn {
        if !each(Action(verb, by: dn, to: call[place].dn, on: call.connID)) { return false }
      }
    } else if verb.target != .none {
      for number in 1..<lines.count {
        if !each(Action(verb, by: dn, to: DN(UInt16(number)), on: call.connID)) { return false }
      }
    }
    guard verb == .answer, let place = call.index(of: dn),
      call[place].state == .reached || call[place].state == .customerRinging
    else { return true }
    return each(Action(verb, by: dn, on: call.connID, callState: .noAnswer))
  }

  /// Tries a verb that begins a call with every target, until `each` returns false; returns whether `each` wants more.
  @discardableResult
  func attempt(_ verb: Verb, by dn: DN, _ book: Rulebook<Exchange>, _ each: (Action) -> Bool) -> Bool {
    guard book.answers(verb, by: .idle) else { return true }
    for number in 1..<lines.count { if !each(Action(verb, by: dn, to: DN(UInt16(number)))) { return false } }
    return true
  }

  private func attemptSettings(_ verb: Verb, _ dn: DN, _ order: borrowing CallOrder, _ each: (Action) -> Void) {
    let modes: [Exchange.Mode] =
      switch verb.mode {
      case .forwardMode: [ForwardMode.unconditional, .onBusy, .onNoAnswer].map(Exchange.Mode.init)
      case .monitorNextCallType: MonitorNextCallType.allCases.map(Exchange.Mode.init)
      // What a login says of the agent's work: nothing, that it is ready, that it is not.
      case .agentWorkMode where verb == .agentLogin: [.none] + [AgentWorkMode.autoIn, .auxWork].map(Exchange.Mode.init)
      // Other modes change nothing but an attribute, or make requests impossible.
      case .agentWorkMode, .routeType, .treatmentType, .registerMode, nil: [.none]
      }
    if verb.changesData || verb.leavesCallAlone {
      for number in 0..<order.count { each(Action(verb, by: dn, on: slots[order[number]].connID)) }
    } else if verb.target != .none {
      for number in 1..<lines.count {
        for mode in modes { each(Action(verb, by: dn, to: DN(UInt16(number)), mode: mode)) }
      }
    } else {
      for mode in modes { each(Action(verb, by: dn, mode: mode)) }
    }
  }
}
