/// One clause of a rule: a call, a party or a DN changes, or someone is told something.
package struct Clause: Sendable {
  enum Operation: Sendable {
    /// A call begins.
    case opens(Hop)
    /// The last hop was this one.
    case travels(Hop)
    /// A treatment, of the type that the request says.
    case treats
    /// A client asks for digits, or they have come.
    case asksForDigits, bringsDigits
    /// The party comes into the call.
    case enters(Part, PartyState, from: Who, past: Who)
    case becomes(PartyState)
    case connects
    /// What the party does or hears now, on hold or not.
    case changesHold(HoldChange)
    /// Its part in the call; of members all together.
    case plays(Part)
    case asks(for: Who)
    /// The routing point waits for that party to answer.
    case aims(at: Who)
    case leaves
    /// The observers of a party that leaves, or of any, stay, and observe another one if theirs has left; those that
    /// only ring leave.
    case stays
    /// A device leaves, and the one that arrives takes over the queue that the call came through.
    case handsOn
    case takesQueue
    /// The party comes into a call that the actor hands on to it, in the way of its kind, and plays the part of the
    /// actor. When the rules are made, this becomes a rule for each kind.
    case arrives(from: Who, past: Who, hop: Hop?)
    /// A party that has arrived and is a queue or a routing point is told of the caller. Without this clause that comes
    /// last.
    case hears(of: Who)
    /// The remaining parties move into the actor's other call; with `announced` as new parties there, answered or
    /// not.
    case joins(announced: Bool)
    /// The actor calls the target, as the section about such calls says. When the rules are made, this becomes a rule
    /// for each kind.
    case begins
    /// What is set on the party's DN.
    case sets(Setting)
    /// The call's user data, with what the action says.
    case keeps(DataChange)
    case receives(EventType, [Value])
  }
  /// The part that a party comes to play: this one, or that of a party that leaves.
  enum Part: Sendable {
    case role(Role)
    case of(Who)
  }
  enum HoldChange: UInt8, Sendable { case hold, retrieve, busy, dial }
  enum Setting: UInt8, Sendable {
    case loggedIn, loggedOut, notReady, noLongerReady, ready, afterCallWork, noAfterCallWork
    case queuedVirtually, divertedVirtually
    case outOfService, inService, messagesWait, noMessagesWait
    case registered, unregistered
    case undisturbed, disturbed, forwarding, notForwarding, monitoring, intruding, notMonitoring, monitored
    case muted, notMuted, notListening, listening
  }
  enum DataChange: UInt8, Sendable { case attach, update, deletePair, deleteAll, merge }

  var operation: Operation
  var who = Who.noParty
  var recipients = Recipients(set: .one)
  var on = CallRef.this
  var note = Footnote.none
  /// In which situations of its row the clause is there; empty where it always is.
  var situation = Situation()
  /// When the event goes with those of another rule.
  var terms: Companion.Terms?

  /// The clause is there only where the profile says so.
  func only(_ note: Footnote) -> Clause {
    var clause = self
    clause.note = note
    return clause
  }

  /// The clause is there only in this situation of its row, which becomes a rule for each of its variants.
  func only(if situation: Situation) -> Clause {
    var clause = self
    clause.situation = situation
    return clause
  }

  /// The clause is there only where the target is of one of these kinds.
  func ifTarget(is kinds: Kind...) -> Clause { only(if: kinds.reduce(into: []) { $0.formUnion(.to($1)) }) }

  /// It happens in that call.
  func on(_ call: CallRef) -> Clause {
    var clause = self
    clause.on = call
    return clause
  }
  /// It happens in both calls.
  func on(_ first: CallRef, _ second: CallRef) -> [Clause] { [on(first), on(second)] }

  /// The observers are told what the parties are told. Those of one party are not, if they leave with it.
  func alsoToObservers(except leaver: Who) -> [Clause] {
    var (others, all) = (self, self)
    (others.recipients, all.recipients) = (Who.observers.except(leaver), Who.observers)
    return [self, others.only(.scopeOfAgent), all.only(.scopeOfCall)]
  }

  /// The observers that stay where a call of two is handed on are told what the party is told that remains.
  func alsoToObserversThatWait() -> [Clause] {
    var all = self
    all.recipients = Who.observers
    return [self, all.only(.scopeOfCall)]
  }
}

extension Clause {
  /// It tells a party something, and changes nothing.
  var isCell: Bool { if case .receives = operation { true } else { false } }
  /// It tells a party something about its DN.
  var isAboutDN: Bool { if case .receives(let message, _) = operation { message.isAboutDN } else { false } }
  /// The clause, or a value in it, is not there in every situation of its row.
  var isConditional: Bool {
    if !situation.isEmpty { return true }
    guard case .receives(_, let values) = operation else { return false }
    return values.contains { !$0.situation.isEmpty }
  }
  var isArrival: Bool { if case .arrives = operation { true } else { false } }
  var isBeginning: Bool { if case .begins = operation { true } else { false } }
}

extension [Clause] {
  func on(_ call: CallRef) -> [Clause] { map { $0.on(call) } }
  func only(if situation: Situation) -> [Clause] { map { $0.only(if: situation) } }

  /// The clauses, and in them the values, that are there in this situation.
  func present(in situation: Situation) -> [Clause] {
    if !contains(where: { $0.isConditional }) { return self }
    var present: [Clause] = []
    present.reserveCapacity(count)
    for var clause in self where clause.situation.isEmpty || situation.allows(clause.situation) {
      if case .receives(let message, var values) = clause.operation, clause.isConditional {
        values.removeAll { !$0.situation.isEmpty && !situation.allows($0.situation) }
        clause.operation = .receives(message, values)
      }
      present.append(clause)
    }
    return present
  }

  /// Where the clauses say that the call is in order, they say this state instead.
  func saying(_ state: CallState) -> [Clause] {
    replacing { if case .callState(.ok) = $0 { .callState(state) } else { $0 } }
  }

  /// The action gives no CallState: the usual one stands there.
  func sayingWhatIsUsual() -> [Clause] {
    replacing { if case .givenCallState(let state) = $0 { .callState(state) } else { $0 } }
  }

  private func replacing(_ change: (Value.Content) -> Value.Content) -> [Clause] {
    map { clause in
      guard case .receives(let message, let values) = clause.operation else { return clause }
      var clause = clause
      clause.operation = .receives(message, values.map { $0.with(change($0.content)) })
      return clause
    }
  }
}

/// The call that the action is about.
enum ThisCall {
  static func opens(_ hop: Hop) -> Clause { Clause(operation: .opens(hop)) }
  static func begins() -> Clause { Clause(operation: .begins) }
  static func travels(_ hop: Hop) -> Clause { Clause(operation: .travels(hop)) }
  static func treats() -> Clause { Clause(operation: .treats) }
  static func asksForDigits() -> Clause { Clause(operation: .asksForDigits) }
  static func bringsDigits() -> Clause { Clause(operation: .bringsDigits) }
  static func joins(announced: Bool = false) -> Clause { Clause(operation: .joins(announced: announced)) }
  static func keeps(_ change: Clause.DataChange) -> Clause { Clause(operation: .keeps(change)) }
}

extension Who {
  func enters(as role: Role, _ state: PartyState, from: Who = .noParty, past: Who = .noParty) -> Clause {
    Clause(operation: .enters(.role(role), state, from: from, past: past), who: self)
  }
  func enters(for leaver: Who, _ state: PartyState, from: Who = .noParty, past: Who = .noParty) -> Clause {
    Clause(operation: .enters(.of(leaver), state, from: from, past: past), who: self)
  }
  func arrives(from: Who = .noParty, past: Who = .noParty, hop: Hop? = nil) -> Clause {
    Clause(operation: .arrives(from: from, past: past, hop: hop), who: self)
  }
  func hears(of caller: Who) -> Clause { Clause(operation: .hears(of: caller), who: self) }
  func becomes(_ state: PartyState) -> Clause { Clause(operation: .becomes(state), who: self) }
  func holds() -> Clause { Clause(operation: .changesHold(.hold), who: self) }
  func retrieves() -> Clause { Clause(operation: .changesHold(.retrieve), who: self) }
  func hearsBusy() -> Clause { Clause(operation: .changesHold(.busy), who: self) }
  func dialsAgain() -> Clause { Clause(operation: .changesHold(.dial), who: self) }
  /// A caller that dials is connected now, on hold or not, and told so; one that has been connected before is not told.
  func connects() -> Clause { Clause(operation: .connects, who: self) }
  func plays(partOf leaver: Who) -> Clause { Clause(operation: .plays(.of(leaver)), who: self) }
  func asks(for target: Who) -> Clause { Clause(operation: .asks(for: target), who: self) }
  func aims(at target: Who) -> Clause { Clause(operation: .aims(at: target), who: self) }
  func leaves() -> Clause { Clause(operation: .leaves, who: self) }
  func handsOn() -> Clause { Clause(operation: .handsOn, who: self) }
  func takesQueue() -> Clause { Clause(operation: .takesQueue, who: self) }
  func sets(_ setting: Clause.Setting) -> Clause { Clause(operation: .sets(setting), who: self) }
  func receives(_ message: EventType, _ values: Value...) -> Clause { receives(message, values) }
  func receives(_ message: EventType, _ values: [Value]) -> Clause {
    Clause(operation: .receives(message, values), who: self)
  }
}

extension Recipients {
  func stay() -> Clause {
    precondition(set == .observers && (side == .only || side == .all), "only observers of one party or of all can stay")
    return Clause(operation: .stays, recipients: self)
  }
  func leaves() -> Clause {
    switch (set, side) {
    case (.everyone, .all), (.groups, .all), (.observers, .all), (.observers, .only):
      return Clause(operation: .leaves, recipients: self)
    default: preconditionFailure("only everyone, all groups and observers of one party or of all can leave together")
    }
  }
  func play(_ role: Role) -> Clause { Clause(operation: .plays(.role(role)), recipients: self) }
  func receives(_ message: EventType, _ values: Value...) -> Clause { receives(message, values) }
  func receives(_ message: EventType, _ values: [Value]) -> Clause {
    Clause(operation: .receives(message, values), recipients: self)
  }

  /// In the order in which they entered the call: that party has cells of its own, which stand in its place.
  func receive(
    _ message: EventType, _ values: Value..., around party: Who, @Clauses<Clause> cells: () -> [Clause]
  ) -> [Clause] {
    receive(message, values, around: party, cells: cells)
  }
  func receive(
    _ message: EventType, _ values: [Value], around party: Who, @Clauses<Clause> cells: () -> [Clause]
  ) -> [Clause] {
    [before(party).receives(message, values)] + cells() + [after(party).receives(message, values)]
  }
}
