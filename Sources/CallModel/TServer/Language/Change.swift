/// A clause that changes something, made ready.
package struct Change: Sendable {
  enum Operation: UInt8, Sendable {
    case opens, travels, treats, enters, becomes, connects, holds, retrieves, hearsBusy, dialsAgain, plays, playsOne,
      asks, aims, leaves, handsOn, takesQueue, queuesLeave, everyoneLeaves, observersLeave, observersStay, joins,
      joinsAnnounced, sets, asksForDigits, bringsDigits, attaches, updates, deletesPair, deletesData, merges
  }
  let operation: Operation
  let who: Who
  let on: CallRef
  var from = Who.noParty
  var past = Who.noParty
  var role = Role.unknown
  /// The party whose part it comes to play; no party where it is `role`.
  var leaver = Who.noParty
  var state = PartyState.idle
  var hop = Hop.direct
  var setting = Clause.Setting.loggedOut
  /// The user data of a call that is joined or begins for a consultation.
  let mergedUserData: SwitchProfile.MergedUserData
  let consultUserData: SwitchProfile.ConsultUserData

  init?(_ clause: Clause, under profile: SwitchProfile) {
    guard clause.note.applies(under: profile) else { return nil }
    (mergedUserData, consultUserData) = (profile.mergedUserData, profile.consultUserData)
    on = clause.on
    var who = clause.who
    switch clause.operation {
    case .opens(let hop): (operation, self.hop) = (.opens, hop)
    case .travels(let hop): (operation, self.hop) = (.travels, hop)
    case .enters(let part, let state, let from, let past):
      (operation, self.state, self.from, self.past) = (.enters, state, from, past)
      (role, leaver) = (part.role, part.leaver)
    case .treats: operation = .treats
    case .asksForDigits: operation = .asksForDigits
    case .bringsDigits: operation = .bringsDigits
    case .becomes(let state): (operation, self.state) = (.becomes, state)
    case .connects: operation = .connects
    case .changesHold(.hold): operation = .holds
    case .changesHold(.retrieve): operation = .retrieves
    case .changesHold(.busy): operation = .hearsBusy
    case .changesHold(.dial): operation = .dialsAgain
    case .plays(let part):
      operation = clause.recipients.set == .one ? .playsOne : .plays
      (role, leaver) = (part.role, part.leaver)
    case .asks(let target): (operation, from) = (.asks, target)
    case .aims(let target): (operation, from) = (.aims, target)
    case .leaves:
      switch clause.recipients.set {
      case .one: operation = .leaves
      case .groups: operation = .queuesLeave
      case .observers:
        operation = .observersLeave
        who = clause.recipients.pivot
      case .everyone: operation = .everyoneLeaves
      case .members, .ringers, .informed, .told, .answered, .announced, .newcomers, .observersRinging,
        .outsider:
        preconditionFailure("`Recipients.leaves()` has refused these")
      }
    case .stays:
      operation = .observersStay
      who = clause.recipients.pivot
    case .handsOn: operation = .handsOn
    case .takesQueue: operation = .takesQueue
    case .joins(let announced): operation = announced ? .joinsAnnounced : .joins
    case .sets(let setting): (operation, self.setting) = (.sets, setting)
    case .keeps(.attach): operation = .attaches
    case .keeps(.update): operation = .updates
    case .keeps(.deletePair): operation = .deletesPair
    case .keeps(.deleteAll): operation = .deletesData
    case .keeps(.merge): operation = .merges
    // An arrival has become other clauses by now, and so has a call that begins.
    case .receives, .arrives, .hears, .begins: return nil
    }
    self.who = who
  }
}

extension Clause.Part {
  fileprivate var role: Role { if case .role(let role) = self { role } else { .unknown } }
  fileprivate var leaver: Who { if case .of(let leaver) = self { leaver } else { .noParty } }
}
