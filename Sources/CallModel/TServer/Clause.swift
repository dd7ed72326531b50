/// Who is meant, seen from the action. Resolved once, before anything changes.
public struct Who: Hashable, Sendable {
  /// Less than 16.
  let index: UInt8
  static let nobody = Who(index: 0)
  static let actor = Who(index: 1)
  static let target = Who(index: 2)
  /// The first party of the call, and its called side: the actor or, where the actor is the caller, the party that it faces.
  static let caller = Who(index: 3)
  static let called = Who(index: 4)
  /// The other party, seen from the actor.
  static let opposite = Who(index: 5)
  /// Who handed the call on to the actor, or to the called party; of several groups the last that did not; who invited it.
  static let from = Who(index: 6)
  static let past = Who(index: 7)
  /// The destination that TRouteCall asked for; the one that was first called.
  static let asked = Who(index: 8)
  static let dialed = Who(index: 9)
  /// The first and the last of the other groups at which the call is queued.
  static let firstGroup = Who(index: 10)
  static let lastGroup = Who(index: 11)
  /// In an event for several: the one who is told, and who invited it.
  static let itself = Who(index: 14)
  static let inviter = Who(index: 15)

  /// The call's parties, all of them.
  static let everyone = Several(set: .everyone)
  /// Those who talk or hold, once the call has changed.
  static let members = Several(set: .members)
  /// The groups at which the call was queued when the action came.
  static let groups = Several(set: .groups)
  /// The devices that rang when the action came, invited into the conference.
  static let ringers = Several(set: .ringers)
}

/// Several parties, told in the order in which they came into the call: the manual's columns.
public struct Several: Hashable, Sendable {
  enum Set: UInt8, Sendable { case one, everyone, members, groups, ringers }
  /// Which of them, by their place beside the pivot.
  enum Side: UInt8, Sendable { case all, before, after, only }
  var set: Set
  var side = Side.all
  var pivot = Who.nobody

  func before(_ who: Who) -> Several { Several(set: set, side: .before, pivot: who) }
  func after(_ who: Who) -> Several { Several(set: set, side: .after, pivot: who) }
  func only(_ who: Who) -> Several { Several(set: set, side: .only, pivot: who) }
}

/// One clause of a rule: the call or a party changes, or someone is told something.
public struct Clause: Sendable {
  enum Operation: Sendable {
    /// A call begins.
    case opens(Path)
    /// The last hop was this one.
    case travels(Path)
    /// The party comes into the call.
    case enters(Role, PartyState, from: Who, past: Who)
    case becomes(PartyState)
    /// The caller hears busy, or will when it retrieves.
    case hearsBusy
    /// Its part in the call, for all members together.
    case plays(Role)
    case asks(for: Who)
    case leaves
    case receives(Message, [Value])
  }
  let operation: Operation
  var who = Who.nobody
  var several = Several(set: .one)
  var note = Footnote.none

  /// The event is there only where the profile says so.
  func only(_ note: Footnote) -> Clause {
    var clause = self
    clause.note = note
    return clause
  }
}

/// An attribute of the manual's cell with its value, and the footnote it stands under.
public enum Value: Sendable {
  case thisQueue(Who, Footnote = .none)
  case thisDNRole(Role)
  case otherDN(Who, Footnote = .none)
  case otherDNRole(Role, Footnote = .none)
  case thirdPartyDN(Who, Footnote = .none)
  case thirdPartyDNRole(Role, Footnote = .none)
  case thirdPartyQueue(Who)
  case callState(CallState, Footnote = .none)
  /// The CallState that the action says.
  case givenCallState
  /// Conferenced where more than two parties remain, otherwise OK.
  case okOrConferenced
  case error(ErrorCode)
  /// Of the TRouteCall that is outstanding; known, though no table lists it, to the event that answers it.
  case referenceID
  case unlistedReferenceID
}

/// The call that the action is about.
enum Here {
  static func opens(_ path: Path) -> Clause { Clause(operation: .opens(path)) }
  static func travels(_ path: Path) -> Clause { Clause(operation: .travels(path)) }
}

extension Who {
  func enters(as role: Role, _ state: PartyState, from: Who = .nobody, past: Who = .nobody) -> Clause {
    Clause(operation: .enters(role, state, from: from, past: past), who: self)
  }
  func becomes(_ state: PartyState) -> Clause { Clause(operation: .becomes(state), who: self) }
  func hearsBusy() -> Clause { Clause(operation: .hearsBusy, who: self) }
  func asks(for target: Who) -> Clause { Clause(operation: .asks(for: target), who: self) }
  func leaves() -> Clause { Clause(operation: .leaves, who: self) }
  func receives(_ message: Message, _ values: Value...) -> Clause { Clause(operation: .receives(message, values), who: self) }
}

extension Several {
  func leaves() -> Clause { Clause(operation: .leaves, several: self) }
  func play(_ role: Role) -> Clause { Clause(operation: .plays(role), several: self) }
  func receives(_ message: Message, _ values: Value...) -> Clause { Clause(operation: .receives(message, values), several: self) }
}

/// A clause that changes something, made ready.
public struct Change: Sendable {
  enum Operation: UInt8, Sendable { case opens, travels, enters, becomes, hearsBusy, plays, asks, leaves, queuesLeave, everyoneLeaves }
  let operation: Operation
  let who: Who
  var from = Who.nobody
  var past = Who.nobody
  var role = Role.unknown
  var state = PartyState.idle
  var path = Path.direct

  init?(_ clause: Clause) {
    who = clause.who
    switch clause.operation {
    case .opens(let path): (operation, self.path) = (.opens, path)
    case .travels(let path): (operation, self.path) = (.travels, path)
    case .enters(let role, let state, let from, let past):
      (operation, self.role, self.state, self.from, self.past) = (.enters, role, state, from, past)
    case .becomes(let state): (operation, self.state) = (.becomes, state)
    case .hearsBusy: operation = .hearsBusy
    case .plays(let role): (operation, self.role) = (.plays, role)
    case .asks(let target): (operation, from) = (.asks, target)
    case .leaves:
      operation =
        switch clause.several.set {
        case .one: .leaves
        case .groups: .queuesLeave
        case .everyone, .members, .ringers: .everyoneLeaves
        }
    case .receives: return nil
    }
  }
}

/// An event with blanks, made ready for one profile.
public struct Cell: Sendable {
  let who: Who
  let several: Several
  /// Who fills the blanks; `nobody` where there is none.
  var thisQueue = Who.nobody
  var other = Who.nobody
  var third = Who.nobody
  var thirdQueue = Who.nobody
  /// Filled from the action, the number of members, the request outstanding: seldom, so asked for together.
  var isSpecial = false
  var takesCallState = false
  var counts = false
  var refers = false
  var event: Event

  init?(_ clause: Clause, of rule: Int, under profile: SwitchProfile) {
    guard case .receives(let message, let values) = clause.operation, clause.note.stands(under: profile) else { return nil }
    who = clause.who
    several = clause.several
    event = Event(message, rule: UInt16(rule))
    for value in values { list(value, under: profile) }
    isSpecial = takesCallState || counts || refers || several.set != .one
  }

  private mutating func list(_ value: Value, under profile: SwitchProfile) {
    func lists(_ attribute: Attribute, _ note: Footnote = .none) -> Bool {
      guard note.stands(under: profile) else { return false }
      event.listed.insert(attribute)
      return true
    }
    switch value {
    case .thisQueue(let who, let note): if lists(.thisQueue, note) { thisQueue = who }
    case .thisDNRole(let role): if lists(.thisDNRole) { event.thisDNRole = role }
    case .otherDN(let who, let note): if lists(.otherDN, note) { other = who }
    case .otherDNRole(let role, let note): if lists(.otherDNRole, note) { event.otherDNRole = role }
    case .thirdPartyDN(let who, let note): if lists(.thirdPartyDN, note) { third = who }
    case .thirdPartyDNRole(let role, let note): if lists(.thirdPartyDNRole, note) { event.thirdPartyDNRole = role }
    case .thirdPartyQueue(let who): if lists(.thirdPartyQueue) { thirdQueue = who }
    case .callState(let state, let note): if lists(.callState, note) { event.callState = state }
    case .givenCallState: takesCallState = lists(.callState)
    case .okOrConferenced: counts = lists(.callState)
    case .error(let code): if lists(.errorCode), lists(.errorMessage) { event.errorCode = code }
    case .referenceID: refers = lists(.referenceID)
    case .unlistedReferenceID: refers = true
    }
  }
}
