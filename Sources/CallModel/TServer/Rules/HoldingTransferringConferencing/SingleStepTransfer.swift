// T-Server models, Single-Step Transfer

extension Section {
  static let singleStepTransfer = Section(
    .tServerModels, "Single-Step Transfer", columns: Who.opposite, Who.actor, Who.target
  ) { a, b, c in
    Row(
      "The call is transferred in a single step", on: .singleStepTransfer, by: b, .talking, to: c,
      if: .pair, .facing(.talking, .held), .settled, decisions: 61, 102, 106, 108, 178
    ) {
      b.handsOn()
      observersLeaveOrWait()
      c.arrives(hop: .transferred)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.transferred))
      a.receives(
        .partyChanged, .previousConnID(.this), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
        .callState(.transferred)
      ).alsoToObserversThatWait()
      c.hears(of: a)
      observersAreReleasedOrWait()
    }
    // Derived: the others stay, and the new party, which has not answered, is announced to them.
    Row(
      "A member transfers its part in the conference to …", on: .singleStepTransfer, by: b, .talking, to: c,
      for: .devicesAndOutside, if: .conference, .settled, derived: 37, 38
    ) {
      b.leaves()
      observersLeave(with: b)
      c.enters(as: .conferenceMember, .announced).ifTarget(is: .extension, .remote)
      c.enters(as: .conferenceMember, .announcedOutside).ifTarget(is: .external)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.transferred))
      Who.informed.except(b).receives(
        .partyChanged, .previousConnID(.this), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
        .callState(.transferred)
      ).alsoToObservers(except: b)
      observersAreReleased(with: b)
    }
  }
}
