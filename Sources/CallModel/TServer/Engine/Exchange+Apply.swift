extension Exchange {
  /// The calls that an action was about.
  public struct Applied: Sendable {
    /// The number of the rule in the rulebook.
    package let rule: Int
    /// The call; `none` if the action was about a DN.
    public let connID: ConnID
    /// The actor's other call, if the action was about two.
    public let otherConnID: ConnID
  }

  /// The most events of one action: those of its rule, and those that go with them.
  package static let eventLimit = 128

  /// Carries the action out and appends its events, or refuses it and leaves everything unchanged.
  ///
  /// A request takes `brought`; for TDeletePair, of its data only the keys matter.
  @discardableResult
  package mutating func apply(
    _ action: Action, with brought: Attachments = Attachments(), by book: Rulebook<Exchange>,
    into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Applied {
    guard !brought.isEmpty else { return try apply(action, by: book, appendingTo: &events) }
    cold[0].brought = brought
    defer { cold[0].brought = Attachments() }
    try check(brought, of: action, book)
    let applied = try apply(action, by: book, appendingTo: &events)
    take(brought, of: action, applied)
    return applied
  }

  /// The same for an action that brings nothing.
  mutating func apply(
    _ action: Action, by book: Rulebook<Exchange>, appendingTo events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Applied {
    var applied = Applied(rule: 0, connID: .none, otherConnID: .none)
    try events.append(addingCapacity: Self.eventLimit) { (room) throws(ModelRefusal<Exchange>) in
      applied = try apply(action, by: book, into: &room)
    }
    return applied
  }

  /// Carries the action out and appends its events to the caller's memory, which must have room for `eventLimit` more.
  ///
  /// This is the fastest form. It takes no user data.
  @inline(__always) @discardableResult
  package mutating func apply(
    _ action: Action, by book: Rulebook<Exchange>, into events: inout OutputSpan<Event>
  ) throws(ModelRefusal<Exchange>) -> Applied {
    precondition(
      events.freeCapacity >= Self.eventLimit,
      "an action may have as many events as Switch.eventLimit says: make room for them")
    var scene = Scene()
    let entry = try perform(action, by: book, in: &scene)
    let cells = book.cells
    let first = events.count
    sendEvents(cells.span.extracting(unchecked: entry.cells.range), &scene, &events)
    if scene.isUnfinished {
      finish(&scene, entry.rule, &events)
      if scene.isAccompanied {
        sendCompanions(after: first, firstCell: entry.cells.range.lowerBound, book, &scene, &events)
      }
    }
    return Applied(rule: Int(entry.rule), connID: scene.connID, otherConnID: scene.otherConnID)
  }

  /// The number of the rule that would answer the action now. The state does not change.
  package func rule(for action: Action, by book: Rulebook<Exchange>) -> Int? { answer(to: action, by: book) }

  /// Lets go of what only the last action needed, which takes much memory where many exchanges are kept.
  package mutating func forgetLastAction() {
    let isEmpty = cold[0].before[0].connID == .none && cold[0].standings.isEmpty
    if !isEmpty { cold[0].forgetLastAction() }
  }

  /// The EventError that a T-Server sends to the requester of a refused request.
  package mutating func error(for refusal: ModelRefusal<Exchange>, by book: Rulebook<Exchange>) -> Event {
    error(for: refusal, about: callInQuestion(refusal.action, book))
  }

  mutating func error(for refusal: ModelRefusal<Exchange>, about call: ConnID) -> Event {
    error(refusal.errorCode, to: refusal.action.actor, about: call, answering: refusal.action.referenceID)
  }

  /// EventError with the next number.
  mutating func error(_ code: ErrorCode, to dn: DN, about call: ConnID, answering referenceID: UInt32) -> Event {
    var event = Event(.error, rule: Event.noRule)
    event.thisDN = dn
    event.connID = call
    if event.connID == .none { event.listed = [AttributeSet(.thisDN)] }
    event.listed.formUnion([AttributeSet(.errorCode), AttributeSet(.errorMessage)])
    event.errorCode = code
    event.referenceID = referenceID
    sequenceNumber &+= 1
    event.sequenceNumber = lastEventNumber
    return event
  }

  /// Passes the actions on calls that the DN can do now to `each`, its own calls first, until `each` returns false.
  ///
  /// It is meant for hints, which name a few actions. It looks at no more than 16 calls and tries no more than 2,000
  /// actions, and returns false if there are more. An action on two calls names one of them only if it has to.
  @discardableResult
  package func eachPossibleAction(of dn: DN, by book: Rulebook<Exchange>, _ each: (Action) -> Bool) -> Bool {
    guard kind(of: dn) != nil else { return true }
    var own: [Int] = []
    var others: [Int] = []
    eachCall(of: dn) { slot in
      own.append(slot)
      return own.count <= 16
    }
    eachCall { slot in
      if slots[slot].index(of: dn) == nil { others.append(slot) }
      return own.count + others.count <= 16
    }
    let isWhole = own.count + others.count <= 16
    (own, others) = (Array(own.prefix(16)), Array(others.prefix(16 - min(own.count, 16))))
    let verbs = Verb.allCases.filter {
      $0.reach != .theDN && !$0.changesData && !$0.leavesCallAlone && !$0.isAboutVoices
        && (kind(dn) != .external || $0.isDoneByHand)
    }
    var left = 2_000
    func ifPossible(_ action: Action) -> Bool {
      left -= 1
      return (rule(for: action, by: book) == nil || each(action)) && left > 0
    }
    let byAge = { (slot: Int) in slots[slot].connID }
    for verb in verbs where !verb.begins {
      let unnamed = Action(verb, by: dn)
      if verb.concernsTwoCalls, rule(for: unnamed, by: book) != nil {
        if !each(unnamed) { return false }
        continue
      }
      for slot in own.sorted(by: { byAge($0) < byAge($1) }) {
        if !attempt(verb, by: dn, in: slots[slot], book, ifPossible) { return false }
      }
    }
    for verb in verbs where verb.begins { if !attempt(verb, by: dn, book, ifPossible) { return false } }
    for verb in verbs where !verb.begins {
      for slot in others.sorted(by: { byAge($0) < byAge($1) }) {
        if !attempt(verb, by: dn, in: slots[slot], book, ifPossible) { return false }
      }
    }
    return isWhole
  }
}
