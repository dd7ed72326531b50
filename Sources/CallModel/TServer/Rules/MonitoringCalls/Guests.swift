// What those hear who are in a call and no party of it: who observe, who ring to observe, who ring to come into a
// conference.

/// Whoever observes the one who leaves, leaves with it.
func observersGo(with leaver: Who) -> Clause { Who.observers.only(leaver).leaves() }

/// What observers hear, beside the others, of whoever comes into the conference.
func observersHear(ofNew newcomer: Who, addedBy member: Who) -> Clause {
  Who.observers.receives(
    .partyAdded, .thisDNRole(.observer), .otherDN(newcomer), .otherDNRole(.newParty), .thirdPartyDN(member),
    .thirdPartyDNRole(.addedBy),
    .callState(.conferenced))
}

/// What they hear of whoever has left the call, which goes on or, with another state, ends.
func observersHear(ofGone leaver: Who, _ state: Value = .okOrConferenced) -> Clause {
  Who.observers.receives(.partyDeleted, .thisDNRole(.observer), .otherDN(leaver), .otherDNRole(.deletedParty), state)
}

/// The end of it for those who observe the one who leaves, or ring to do so; with nobody named: for all.
func observersAreReleased(with leaver: Who, on call: CallRef) -> [Clause] {
  let (listening, ringing) =
    leaver == .nobody
    ? (Who.observers, Who.observersRinging) : (Who.observers.only(leaver), Who.observersRinging.only(leaver))
  return [
    listening.receives(.released, .thisDNRole(.observer), .callState(.ok)),
    ringing.receives(.abandoned, .otherDN(.inviter), .callState(.ok)),
  ].on(call)
}

/// The end of the call, for those who ring to come into the conversation, or to observe it.
let whoeverRingsForItIsTold = Who.ringers.receives(.abandoned, .otherDN(.inviter), .callState(.ok))

/// The same, and for those who observe it.
let guestsAreTold = [
  whoeverRingsForItIsTold, Who.observers.receives(.released, .thisDNRole(.observer), .callState(.ok)),
]
