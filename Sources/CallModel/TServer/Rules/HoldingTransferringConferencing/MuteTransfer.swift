// T-Server models, Mute Transfer: initiated and completed in one request, with which the consultation begins and ends.

extension Section {
  static let muteTransfer = Section(
    .tServerModels, "Mute Transfer", columns: Side.this, Who.actor, Who.target
  ) { a, b, c in
    let main = CallRef.this, consultation = CallRef.other

    Row(
      "The call is mute-transferred", on: .muteTransfer, by: b, .talking, to: c,
      if: .pair, .facing(.talking, .held), .settled, .byDevice, .free, decisions: 31, 32, 61, 102, 135, 178
    ) {
      ThisCall.opens(.direct)
      ThisCall.keeps(.merge)
      b.handsOn()
      observersLeaveOrWait()
      c.arrives(hop: .transferred)
      b.receives(.held, .otherDN(a))
      consultation {
        b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        c.hears(of: b)
      }
      b.receives(.released, .callState(.transferred)).on(main, consultation)
      a.receives(
        .partyChanged, .previousConnID(main), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
        .callState(.transferred)
      ).alsoToObserversThatWait()
      // Only where it waits.
      c.receives(
        .partyChanged, .previousConnID(consultation), .otherDN(a), .thirdPartyDN(b),
        .thirdPartyDNRole(.transferredBy), .callState(.transferred)
      ).ifTarget(is: .acdGroup, .routeQueue, .routingPoint)
      observersAreReleasedOrWait()
    }
    Row(
      "The conference is mute-transferred to …", on: .muteTransfer, by: b, .talking, to: c, for: .devicesAndOutside,
      if: .conference, .settled, .byDevice, .free, derived: 37, 38, 135
    ) {
      ThisCall.opens(.direct)
      ThisCall.keeps(.merge)
      b.leaves()
      observersLeave(with: b)
      c.enters(as: .conferenceMember, .announced).ifTarget(is: .extension, .remote)
      c.enters(as: .conferenceMember, .announcedOutside).ifTarget(is: .external)
      b.receives(.held, .otherDN(a))
      consultation {
        b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
      }
      b.receives(.released, .callState(.transferred)).on(main, consultation)
      a.receives(
        .partyChanged, .previousConnID(main), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
        .callState(.transferred)
      ).alsoToObservers(except: b)
      observersAreReleased(with: b)
    }
  }
}
