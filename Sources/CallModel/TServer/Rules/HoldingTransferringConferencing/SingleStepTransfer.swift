// T-Server models, Single-Step Transfer

extension Section {
  static let singleStepTransfer = Section(.tServerModels, "Single-Step Transfer") {
    let a = Who.opposite, b = Who.actor, c = Who.target

    Row(
      "The call is transferred in a single step", on: .singleStepTransfer, by: b, .talking, to: c,
      if: .pair, .facing(.talking, .held), .settled, at: "; D61"
    ) {
      b.leaves()
      Who.observers.leaves()
      c.arrives(hop: .transferred)
      a.plays(.origination)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.transferred))
      a.receives(
        .partyChanged, .previousConnID(.this), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
        .callState(.transferred))
      c.hears(of: a)
      observersAreReleased()
    }
    // Derived: the others stay, and the new party, which has not answered, is announced to them.
    Row(
      "A member transfers its part in the conference to …", on: .singleStepTransfer, by: b, .talking, to: c,
      for: .devicesAndOutside, if: .conference, .settled, at: "derived, D37, D38"
    ) {
      b.leaves()
      Who.observers.only(b).leaves()
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
