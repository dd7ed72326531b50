// T-Server models, Two-Step Transfer: the actor's consultation is here, the main call is the other one, and stays.

private let section = "T-Server models, Two-Step Transfer"
private let a = Who.far, b = Who.actor, c = Who.opposite

/// The requests, and the calls between which they are possible.
private let requests: [(name: String, verb: Verb, calls: Situation)] = [
  ("The transfer joins", .completeTransfer, .consulting), ("The merge for a transfer joins", .mergeForTransfer, .paired),
]

let twoStepTransfer: [Rule<Exchange>] =
  requests.flatMap { request in
    bothSizes.map { size in
      Rule(
        "\(request.name) \(size.name)", section, on: request.verb, by: .talking, .held,
        if: size.situation.union([request.calls, .settled, .facing(.talking, .held)])
      ) {
        actorGoes()
        Here.joins()
        size.parts
        bothSidesAreTold(size)
      }
    }
  }
  + blindTransfer

/// Before the answer. Whoever has not been told of the consultation rings, or is reached, as after a single-step transfer.
private let blindTransfer: [Rule<Exchange>] = [
  blind("before it rings", .facing(.offered, .reached, .unreached), hop: [Here.travels(.transferred).on(.other)]),
  blind("while it rings or waits", .facing(.ringing, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked)),
  // Derived: a conference does not wait at a queue; a device that has not answered is announced to it.
  Rule(
    "The conference is transferred before the answer", section + ", before the answer, derived", on: .completeTransfer,
    byOneOf: .caller,
    if: [.consulting, .pair, .otherConference, .otherSettled, .facing(.offered, .reached, .ringing)]
  ) {
    actorGoes()
    Here.joins(announced: true)
    Who.members.play(.conferenceMember).on(.other)
    bothSidesAreTold(BothSizes(name: "", situation: [], ofConsultation: [.otherDN(c)], ofMain: []))
  },
]

private func blind(_ name: String, _ facing: Situation, hop: [Clause] = []) -> Rule<Exchange> {
  Rule(
    "The transfer is completed \(name)", section + ", before the answer", on: .completeTransfer, byOneOf: .caller,
    if: facing.union([.consulting, .pair, .otherPair, .otherSettled])
  ) {
    actorGoes()
    Who.observers.leaves().on(.other)
    Here.joins()
    hop
    a.plays(.origination).on(.other)
    bothSidesAreTold(BothSizes(name: "", situation: [], ofConsultation: [.otherDN(c)], ofMain: [.otherDN(a)]), observersOf: .nobody)
  }
}

/// What EventPartyChanged says of any transfer.
let transferredByActor: [Value] = [.thirdPartyDN(b), .thirdPartyDNRole(.transferredBy), .callState(.transferred)]

/// The consultation and the main call, each a conversation or a conference. OtherDN is listed where there is one other party.
struct BothSizes {
  let name: String
  let situation: Situation
  let ofConsultation: [Value]
  let ofMain: [Value]
  /// What becomes of the parts that the parties play.
  var parts: [Clause] { ofConsultation.isEmpty || ofMain.isEmpty ? [Who.members.play(.conferenceMember).on(.other)] : [] }
}

let bothSizes: [BothSizes] = [
  ("a conversation", Situation.pair, [Value.otherDN(.opposite)]), ("a conference", .conference, []),
].flatMap { consultation, size, ofConsultation in
  [
    ("a conversation", Situation.otherPair, [Value.otherDN(.far)]), ("a conference", .otherConference, []),
  ].map { main, other, ofMain in
    BothSizes(
      name: "\(consultation) to \(main)", situation: size.union(other), ofConsultation: ofConsultation, ofMain: ofMain)
  }
}

/// The actor leaves both calls, and who observes it.
private func actorGoes() -> [Clause] {
  [
    b.leaves().on(.other), b.leaves(), observersGo(with: b).on(.other), observersGo(with: b),
    b.receives(.released, .callState(.transferred)).on(.other), b.receives(.released, .callState(.transferred)),
  ]
}

/// Whoever stays in the call, and who observes them.
func stayersAreTold(_ values: [Value]) -> [Clause] {
  [Who.informed.but(b).receives(.partyChanged, values), Who.observers.but(b).receives(.partyChanged, values)]
}

/// With the actor go its own observers, or those of the others too.
private func bothSidesAreTold(_ size: BothSizes, observersOf leaver: Who = b) -> [Clause] {
  let changed = [.previousConnID(.other)] + size.ofConsultation + transferredByActor
  let stayers = leaver == b ? stayersAreTold(changed) : [Who.informed.but(b).receives(.partyChanged, changed)]
  return
    (stayers + [
      Who.newcomers.receives(.partyChanged, [.previousConnID(.here)] + size.ofMain + transferredByActor)
    ]).on(.other) + observersAreReleased(with: leaver, on: .other) + observersAreReleased(with: b, on: .here)
}
