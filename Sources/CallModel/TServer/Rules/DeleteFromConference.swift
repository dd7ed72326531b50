// Releasing Calls, Delete from Conference Phase

private let a = Who.actor, b = Who.target
private let members = Who.members

let deleteFromConference: [Rule<Exchange>] = [
  Rule(
    "A member is deleted from the conference", "Releasing Calls, Delete from Conference Phase", on: .deleteFromConference, by: .talking,
    if: [.conference, .toMember]
  ) {
    b.leaves()
    observersGo(with: b)
    thatPartyIsDeleted(members.before(b), b, by: a)
    b.receives(.released, .callState(.ok))
    thatPartyIsDeleted(members.after(b), b, by: a)
    observersHear(ofGone: b)
    observersAreReleased(with: b, on: .here)
  }
]
