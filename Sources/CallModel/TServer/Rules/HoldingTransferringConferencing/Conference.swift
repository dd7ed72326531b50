// T-Server models, Conference: the actor's consultation is here, the main call is the other one, and stays.

private let section = "T-Server models, Conference"
private let b = Who.actor

private let requests: [(name: String, verb: Verb, calls: Situation)] = [
  ("The conference is completed", .completeConference, .consulting),
  ("The calls are merged for a conference", .mergeForConference, .paired),
]

let conference: [Rule<Exchange>] =
  requests.flatMap { request in
    whereActorStands.map { name, standing, retrieves in
      Rule(
        "\(request.name)\(name)", section, on: request.verb, by: .talking, .held,
        if: standing.union([request.calls, .settled, .facing(.talking, .held), .otherPair, .otherConference])
      ) {
        isConferenced(retrieves)
      }
    }
  }
  // Blind: before the answer. The new party is announced.
  + whereActorStands.map { name, standing, retrieves in
    Rule(
      "The conference is completed before the answer\(name)", section + ", before the answer", on: .completeConference,
      byOneOf: .caller,
      if: standing.union([
        .pair, .consulting, .otherPair, .otherConference, .otherSettled, .facing(.offered, .reached, .ringing),
      ])
    ) {
      isConferenced(retrieves, announced: true)
    }
  }

/// In the main call: there is something to retrieve, or not.
private let whereActorStands: [(name: String, situation: Situation, retrieves: Bool)] = [
  ("", [.otherHeld, .free], true), (", after alternating", .otherActive, false),
]

private func isConferenced(_ retrieves: Bool, announced: Bool = false) -> [Clause] {
  // Before the answer the consultation call has no observers.
  let (gone, told) = announced ? ([], []) : ([observersGo(with: b)], observersAreReleased(with: b, on: .this))
  let retrieved = retrieves ? [b.becomes(.talking), b.receives(.retrieved, .callState(.conferenced))] : []
  return [b.leaves()] + gone + [ThisCall.joins(announced: announced), b.receives(.released, .callState(.conferenced))]
    + told
    + (retrieved + [
      Who.members.play(.conferenceMember),
      Who.members.receives(
        .partyAdded, .otherDN(.newcomer), .otherDNRole(.newParty), .thirdPartyDN(b), .thirdPartyDNRole(.addedBy),
        .callState(.conferenced)),
      observersHear(ofNew: .newcomer, addedBy: b),
      Who.newcomers.receives(
        .partyChanged, .previousConnID(.this), .thirdPartyDN(b), .thirdPartyDNRole(.conferencedBy),
        .callState(.conferenced)),
    ]).on(.other)
}
