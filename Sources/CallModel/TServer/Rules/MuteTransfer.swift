// T-Server models, Mute Transfer: initiated and completed in one request, with which the consultation, the other call,
// begins and ends.

private let section = "T-Server models, Mute Transfer"
private let a = Who.opposite, b = Who.actor, c = Who.target

let muteTransfer: [Rule<Exchange>] =
  Arrival.all.map { place in
    Rule(
      "The call is transferred at once to \(place.name)", section, on: .muteTransfer, by: .talking,
      if: [.pair, .facing(.talking, .held), .settled, place.kinds, .byDevice, .free]
    ) {
      begins([.otherDN(a)])
      b.leaves()
      Who.observers.leaves()
      place.enters(from: .nobody, hop: .transferred)
      a.plays(.origination)
      place.queueing(b).on(.other)
      bothAreReleased()
      Who.informed.but(b).receives(.partyChanged, itHasChanged)
      thoseWhoWaitAreTold(place)
      observersAreReleased(with: .nobody, on: .here)
    }
  }
  + Placement.devicesAnnounced.map { place, kinds, state in
    Rule(
      "The conference is transferred at once to \(place)", section + ", derived", on: .muteTransfer, by: .talking,
      if: [.conference, .settled, kinds, .byDevice, .free]
    ) {
      begins([])
      b.leaves()
      observersGo(with: b)
      c.enters(as: .conferenceMember, state)
      bothAreReleased()
      stayersAreTold(itHasChanged)
      observersAreReleased(with: b, on: .here)
    }
  }

private func begins(_ other: [Value]) -> [Clause] {
  [
    Here.opens(.direct), b.receives(.held, other),
    b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed)).on(
      .other),
  ]
}

private func thoseWhoWaitAreTold(_ place: Arrival) -> [Clause] {
  place.message == nil ? [] : [c.receives(.partyChanged, [.previousConnID(.other), .otherDN(a)] + transferredByActor)]
}

private func bothAreReleased() -> [Clause] {
  [b.receives(.released, .callState(.transferred)), b.receives(.released, .callState(.transferred)).on(.other)]
}

private let itHasChanged = [.previousConnID(.here), .otherDN(c)] + transferredByActor
