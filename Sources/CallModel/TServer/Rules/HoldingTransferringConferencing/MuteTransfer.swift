// T-Server models, Mute Transfer: initiated and completed in one request, with which the consultation, the other call,
// begins and ends.

private let section = "T-Server models, Mute Transfer"
private let a = Who.opposite, b = Who.actor, c = Who.target

let muteTransfer: [Rule<Exchange>] =
  [
    Rule(
      "The call is mute-transferred", section, on: .muteTransfer, by: .talking,
      if: .pair, .facing(.talking, .held), .settled, .byDevice, .free
    ) {
      begins([.otherDN(a)])
      b.leaves()
      Who.observers.leaves()
      c.arrives(hop: .transferred)
      a.plays(.origination)
      c.hears(of: b).on(.other)
      bothAreReleased()
      Who.informed.except(b).receives(.partyChanged, itHasChanged)
      // Only where it waits.
      c.receives(.partyChanged, [.previousConnID(.other), .otherDN(a)] + transferredByActor)
        .ifTarget(is: .acdGroup, .routeQueue, .routingPoint)
      observersAreReleased(with: .noParty, on: .this)
    }
  ]
  + Placement.devicesAnnounced.map { place, kinds, state in
    Rule(
      "The conference is mute-transferred to \(place)", section + ", derived", on: .muteTransfer, by: .talking,
      if: [.conference, .settled, kinds, .byDevice, .free]
    ) {
      begins([])
      b.leaves()
      observersGo(with: b)
      c.enters(as: .conferenceMember, state)
      bothAreReleased()
      stayersAreTold(itHasChanged)
      observersAreReleased(with: b, on: .this)
    }
  }

private func begins(_ other: [Value]) -> [Clause] {
  [
    ThisCall.opens(.direct), b.receives(.held, other),
    b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed)).on(
      .other),
  ]
}

private func bothAreReleased() -> [Clause] {
  [b.receives(.released, .callState(.transferred)), b.receives(.released, .callState(.transferred)).on(.other)]
}

private let itHasChanged = [.previousConnID(.this), .otherDN(c)] + transferredByActor
