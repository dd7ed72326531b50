/// One clause of a rule: a call, a party or a DN changes, or someone is told something.
public struct Clause: Sendable {
  enum Operation: Sendable {
    /// A call begins.
    case opens(Path)
    /// The last hop was this one.
    case travels(Path)
    /// A treatment, of the type that the request says.
    case treats
    /// The party comes into the call.
    case enters(Role, PartyState, from: Who, past: Who)
    case becomes(PartyState)
    /// What the party does or hears now, on hold or not.
    case turns(Turn)
    /// Its part in the call; of members all together.
    case plays(Role)
    case asks(for: Who)
    case leaves
    /// Whoever is left in the call moves into the actor's other one; with `announced` as new parties there, answered or
    /// not.
    case joins(announced: Bool)
    /// What is set on the actor's DN.
    case sets(Setting)
    /// The call's user data, with what the action says.
    case keeps(DataChange)
    case receives(Message, [Value])
  }
  enum Turn: UInt8, Sendable { case hold, retrieve, busy }
  enum Setting: UInt8, Sendable {
    case loggedOut, notReady, ready, undisturbed, disturbed, forwarding, notForwarding, monitoring, notMonitoring,
      monitored
  }
  enum DataChange: UInt8, Sendable { case attach, deletePair, deleteAll }

  var operation: Operation
  var who = Who.nobody
  var several = Several(set: .one)
  var on = Which.here
  var note = Footnote.none

  /// The event is there only where the profile says so.
  func only(_ note: Footnote) -> Clause {
    var clause = self
    clause.note = note
    return clause
  }

  /// The same in that call.
  func on(_ call: Which) -> Clause {
    var clause = self
    clause.on = call
    return clause
  }
}

extension [Clause] {
  func on(_ call: Which) -> [Clause] { map { $0.on(call) } }

  /// The same where the call is not in order.
  func saying(_ state: CallState) -> [Clause] {
    replacing { if case .callState(.ok, let note) = $0 { .callState(state, note) } else { $0 } }
  }

  /// The same where the action has nothing to say.
  func sayingWhatIsUsual() -> [Clause] {
    replacing {
      switch $0 {
      case .givenCallState(let state): .callState(state)
      case .givenUnlistedCallState(let state): .unlistedCallState(state)
      default: $0
      }
    }
  }

  private func replacing(_ change: (Value) -> Value) -> [Clause] {
    map { clause in
      guard case .receives(let message, let values) = clause.operation else { return clause }
      var clause = clause
      clause.operation = .receives(message, values.map(change))
      return clause
    }
  }
}

/// An attribute of the manual's cell with its value, and the footnote it stands under.
enum Value: Sendable {
  case previousConnID(Which)
  case thisQueue(Who, Footnote = .none)
  case thisDNRole(Role)
  /// The part that it plays.
  case itsDNRole
  case otherDN(Who, Footnote = .none)
  case otherDNRole(Role, Footnote = .none)
  /// The part that somebody plays.
  case otherDNRoleOf(Who)
  case thirdPartyDN(Who, Footnote = .none)
  case thirdPartyDNRole(Role, Footnote = .none)
  case thirdPartyQueue(Who)
  case callState(CallState, Footnote = .none)
  /// The CallState that the action says or, where it says nothing, this one.
  case givenCallState(or: CallState)
  /// Conferenced where more than two parties remain, otherwise OK.
  case okOrConferenced
  case error(ErrorCode)
  /// Of the TRouteCall that is outstanding; known, though no table lists it, to the event that answers it.
  case referenceID
  case unlistedReferenceID
  /// Known, though no table lists it; a mode is what the request said beside.
  case unlistedOtherDN(Who)
  case unlistedThisQueue(Who)
  case unlistedCallState(CallState)
  case givenUnlistedCallState(or: CallState)
  case unlistedMode
}

/// The call that the action is about.
enum Here {
  static func opens(_ path: Path) -> Clause { Clause(operation: .opens(path)) }
  static func travels(_ path: Path) -> Clause { Clause(operation: .travels(path)) }
  static func treats() -> Clause { Clause(operation: .treats) }
  static func joins(announced: Bool = false) -> Clause { Clause(operation: .joins(announced: announced)) }
  static func keeps(_ change: Clause.DataChange) -> Clause { Clause(operation: .keeps(change)) }
}

extension Who {
  func enters(as role: Role, _ state: PartyState, from: Who = .nobody, past: Who = .nobody) -> Clause {
    Clause(operation: .enters(role, state, from: from, past: past), who: self)
  }
  func becomes(_ state: PartyState) -> Clause { Clause(operation: .becomes(state), who: self) }
  func holds() -> Clause { Clause(operation: .turns(.hold), who: self) }
  func retrieves() -> Clause { Clause(operation: .turns(.retrieve), who: self) }
  func hearsBusy() -> Clause { Clause(operation: .turns(.busy), who: self) }
  func plays(_ role: Role) -> Clause { Clause(operation: .plays(role), who: self) }
  func asks(for target: Who) -> Clause { Clause(operation: .asks(for: target), who: self) }
  func leaves() -> Clause { Clause(operation: .leaves, who: self) }
  func sets(_ setting: Clause.Setting) -> Clause { Clause(operation: .sets(setting), who: self) }
  func receives(_ message: Message, _ values: Value...) -> Clause { receives(message, values) }
  func receives(_ message: Message, _ values: [Value]) -> Clause {
    Clause(operation: .receives(message, values), who: self)
  }
}

extension Several {
  func leaves() -> Clause { Clause(operation: .leaves, several: self) }
  func play(_ role: Role) -> Clause { Clause(operation: .plays(role), several: self) }
  func receives(_ message: Message, _ values: Value...) -> Clause { receives(message, values) }
  func receives(_ message: Message, _ values: [Value]) -> Clause {
    Clause(operation: .receives(message, values), several: self)
  }
}
