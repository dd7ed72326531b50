// T-Server models, Single-Step Transfer

private let section = "T-Server models, Single-Step Transfer"
private let a = Who.opposite, b = Who.actor, c = Who.target

let singleStepTransfer: [Rule<Exchange>] =
  [
    Rule(
      "The call is transferred in a single step", section, on: .singleStepTransfer, by: .talking,
      if: [.pair, .facing(.talking, .held), .settled]
    ) {
      b.leaves()
      Who.observers.leaves()
      c.arrives(hop: .transferred)
      a.plays(.origination)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.transferred))
      a.receives(.partyChanged, [.previousConnID(.this), .otherDN(c)] + transferredByActor)
      c.hears(of: a)
      observersAreReleased(with: .noParty, on: .this)
    }
  ]
  // Derived: the others stay, and the new party, which has not answered, is announced to them.
  + Placement.devicesAnnounced.map { place, kinds, state in
    Rule(
      "A member transfers its part in the conference to \(place)", section + ", derived", on: .singleStepTransfer,
      by: .talking,
      if: [.conference, .settled, kinds]
    ) {
      b.leaves()
      observersGo(with: b)
      c.enters(as: .conferenceMember, state)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.transferred))
      stayersAreTold([.previousConnID(.this), .otherDN(c)] + transferredByActor)
      observersAreReleased(with: b, on: .this)
    }
  }
