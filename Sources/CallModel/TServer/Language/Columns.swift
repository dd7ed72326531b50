/// Which parties the columns of a section are in one row.
///
/// That depends on the actor, its target and the called party at that moment. It is found out when
/// the rules are made, so that no action pays for it.
struct Columns {
  var actor = Who.noParty
  var target = Who.noParty
  /// The column of the party that is called at that moment.
  var called = Who.callee

  /// Once a call has been made, its caller is the caller, no matter who acts.
  static func inCall(by actor: Who, to target: Who = .noParty) -> Columns {
    Columns(actor: actor == .caller ? .noParty : actor, target: target)
  }

  func party(_ column: Who) -> Who {
    if column == .noParty { return .noParty }
    if column == target { return .target }
    return switch column {
    case .caller where actor != .caller: .caller
    case called: .called
    case actor: .actor
    case .via: .from
    // If a group acts, the second one is the first of the others; later, the last one that did not divert the call.
    case .secondVia: actor == .via ? .firstGroup : .past
    case .partyA, .partyB: .opposite
    // An observer comes into the call from the party that it observes.
    case .observed: actor == .observer ? .from : .opposite
    default: column
    }
  }
}

extension [Clause] {
  /// The clauses with the parties of that row in place of its columns.
  func with(_ columns: Columns) -> [Clause] { map { $0.mapParties(columns.party) } }
}

extension Clause {
  func mapParties(_ party: (Who) -> Who) -> Clause {
    var clause = self
    clause.who = party(who)
    clause.recipients.pivot = party(recipients.pivot)
    switch operation {
    case .enters(let part, let state, let from, let past):
      clause.operation = .enters(part.with(party), state, from: party(from), past: party(past))
    case .plays(let part): clause.operation = .plays(part.with(party))
    case .arrives(let from, let past, let hop):
      clause.operation = .arrives(from: party(from), past: party(past), hop: hop)
    case .hears(let caller): clause.operation = .hears(of: party(caller))
    case .asks(let target): clause.operation = .asks(for: party(target))
    case .aims(let target): clause.operation = .aims(at: party(target))
    case .receives(let message, var values):
      // Most values stay as they are.
      var isChanged = false
      for place in values.indices {
        guard let who = values[place].party, party(who) != who else { continue }
        values[place] = values[place].with(party(who))
        isChanged = true
      }
      if isChanged { clause.operation = .receives(message, values) }
    case .opens, .begins, .travels, .treats, .asksForDigits, .bringsDigits, .becomes, .connects, .changesHold, .leaves,
      .handsOn, .takesQueue, .joins,
      .sets, .keeps:
      break
    }
    return clause
  }
}

extension Clause.Part {
  fileprivate func with(_ party: (Who) -> Who) -> Self {
    switch self {
    case .role: self
    case .of(let leaver): .of(party(leaver))
    }
  }
}

extension Value {
  /// The party whose DN or role it is.
  fileprivate var party: Who? {
    switch content {
    case .thisQueue(let who), .otherDN(let who), .thirdPartyDN(let who), .thirdPartyQueue(let who),
      .otherDNRoleOf(let who):
      who
    case .previousConnID, .thisDNRole, .otherDNRole, .thirdPartyDNRole, .itsDNRole, .callState, .givenCallState,
      .okOrConferenced, .error, .referenceID, .collectedDigits, .mode, .noThisDN, .login, .workMode,
      .withoutReferenceID:
      nil
    }
  }

  fileprivate func with(_ who: Who) -> Value {
    switch content {
    case .thisQueue: with(.thisQueue(who))
    case .otherDN: with(.otherDN(who))
    case .thirdPartyDN: with(.thirdPartyDN(who))
    case .thirdPartyQueue: with(.thirdPartyQueue(who))
    case .otherDNRoleOf: with(.otherDNRoleOf(who))
    default: self
    }
  }
}
