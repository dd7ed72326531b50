// Finds the call that an action means but does not name.

extension Exchange {
  /// The calls in which the action would be possible, by age: all of them, or the first few.
  ///
  /// A request about user data takes `brought`.
  package func callsPossible(
    for action: Action, with brought: Attachments = Attachments(), by book: Rulebook<Exchange>,
    atMost limit: Int = .max
  ) -> [ConnID] {
    guard !brought.isEmpty else { return callsPossible(for: action, by: book, limit) }
    var exchange = self
    exchange.cold[0].brought = brought
    return exchange.callsPossible(for: action, by: book, limit)
  }

  private func callsPossible(for action: Action, by book: Rulebook<Exchange>, _ limit: Int) -> [ConnID] {
    guard knowsParties(of: action) else { return [] }
    let meant = meant(by: action)
    var found: [ConnID] = []
    func collect(_ slot: Int) -> Bool {
      let call = slots[slot].connID
      if !found.contains(call), isPossible(meant, at: slot, book) { found.append(call) }
      return found.count < limit
    }
    eachCandidate(for: action, collect)
    return found.sorted()
  }

  /// Of the calls that the group can distribute, the one that has waited there longest; of several, the oldest.
  func longestWaiting(for action: Action, _ book: Rulebook<Exchange>) -> ConnID {
    let meant = meant(by: action)
    var best = (call: ConnID.none, wait: UInt32(0))
    eachCandidate(for: action) { slot in
      let (call, wait) = (slots[slot].connID, wait(of: action.actor, at: slot))
      let isLonger = best.call == .none || wait > best.wait || wait == best.wait && call < best.call
      if isLonger, isPossible(meant, at: slot, book) { best = (call, wait) }
      return true
    }
    return best.call
  }

  /// The number of events since the DN entered the call in that slot.
  func wait(of dn: DN, at slot: Int) -> UInt32 {
    let arrival = slots[slot].index(of: dn).map { slots[slot].arrival($0) } ?? 0
    return UInt32(truncatingIfNeeded: sequenceNumber) &- arrival
  }

  /// Passes the slot of every call that the action may be about until `body` returns false; some slots may come twice.
  private func eachCandidate(for action: Action, _ body: (Int) -> Bool) {
    if lines[Int(action.actor.rawValue)].kind == .virtualQueue { return eachCall(body) }
    if action.verb.isFromOutside {
      if lines[Int(action.actor.rawValue)].kind == .acdGroup { eachCall(body) }
      return
    }
    var wantsMore = true
    func pass(_ slot: Int) -> Bool {
      wantsMore = wantsMore && body(slot)
      return wantsMore
    }
    // A call is picked up where it rings; an observer joins calls of the agents that it observes.
    if action.verb == .pickUp, action.target != .none {
      if kind(action.target).isDevice { eachCall(of: action.target, pass) }
      return
    }
    eachCall(of: action.actor, pass)
    guard wantsMore, action.verb == .ring else { return }
    for monitor in cold[0].monitors where monitor.observer == action.actor && wantsMore {
      eachCall(of: monitor.agent, pass)
    }
  }

  /// Whether a rule answers the action in the call in that slot.
  func isPossible(_ action: Action, at slot: Int, _ book: Rulebook<Exchange>) -> Bool {
    // Few rules begin in the actor's state, so most calls need no further check.
    let state = slots[slot].index(of: action.actor).map { slots[slot][$0].state } ?? .idle
    guard action.verb.concernsTwoCalls || book.answers(action.verb, by: state, Int(slots[slot].hop.rawValue) + 1)
    else {
      return false
    }
    var scene = Scene()
    surveyActor(action, &scene)
    survey(action, at: slot, &scene)
    return book.entry(action.verb, scene) != nil
  }

  /// The call that a refusal is about if the action names none and is possible in none.
  ///
  /// It is a call in which the actor's state fits the verb, or else its active call, or its oldest; for an actor that
  /// is in no call, the only call there is.
  func callInQuestion(_ action: Action, _ book: Rulebook<Exchange>) -> ConnID {
    if action.on != .none || action.verb.begins || action.verb.reach == .theDN { return action.on }
    if action.verb.isFromOutside || kind(action.actor) == .virtualQueue { return onlyCall }
    var best = (weight: 0, connID: ConnID.none)
    eachCall(of: action.actor) { slot in
      guard let place = slots[slot].index(of: action.actor) else { return true }
      let weight = weight(of: slots[slot][place].state, for: action.verb, book)
      let connID = slots[slot].connID
      if weight > best.weight || weight == best.weight && connID < best.connID { best = (weight, connID) }
      return true
    }
    return best.connID
  }

  /// How well a call with the actor in this state fits the action.
  func weight(of state: PartyState, for verb: Verb, _ book: Rulebook<Exchange>) -> Int {
    book.answers(verb, by: state) ? 3 : state.isActive ? 2 : 1
  }

  private var onlyCall: ConnID {
    var found: [ConnID] = []
    eachCall { slot in
      found.append(slots[slot].connID)
      return found.count < 2
    }
    return found.count == 1 ? found[0] : .none
  }

  /// Passes the slot of every call until `body` returns false.
  func eachCall(_ body: (Int) -> Bool) {
    for slot in slots.indices where slots[slot].connID != .none { if !body(slot) { return } }
  }

  /// Passes the slot of every call of the DN until `body` returns false.
  ///
  /// A device's line lists its calls; those of other DNs are searched for.
  func eachCall(of dn: DN, _ body: (Int) -> Bool) {
    if kind(dn).isDevice {
      let line = line(dn)
      for number in 0..<line.count { if !body(line.slot(number)) { return } }
    } else {
      eachCall { slot in slots[slot].index(of: dn) == nil || body(slot) }
    }
  }
}
