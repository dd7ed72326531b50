// T-Server models, Two-Step Transfer: the actor's consultation is here, the main call is the other one, and stays.

private let section = "T-Server models, Two-Step Transfer"
private let a = Who.far, b = Who.actor, c = Who.opposite

/// The requests, and the calls between which they are possible.
private let requests: [(name: String, verb: Verb, calls: Situation)] = [
  ("The transfer joins", .completeTransfer, .consulting),
  ("The merge for a transfer joins", .mergeForTransfer, .paired),
]

let twoStepTransfer: [Rule<Exchange>] =
  requests.flatMap { request in
    bothSizes.map { size in
      Rule(
        "\(request.name) \(size.name)", section, on: request.verb, by: .talking, .held,
        if: size.situation.union([request.calls, .settled, .facing(.talking, .held)])
      ) {
        actorGoes()
        observersGo(with: b).on(.other)
        observersGo(with: b)
        ThisCall.joins()
        size.parts
        stayersAreTold([.previousConnID(.other)] + size.ofConsultation + transferredByActor).on(.other)
        newcomersAreTold(size.ofMain)
        observersAreReleased(with: b, on: .other)
        observersAreReleased(with: b, on: .this)
      }
    }
  }
  + blindTransfer

/// Before the answer the consultation call has no observers.
private let blindTransfer: [Rule<Exchange>] = [
  // A party that has not been told of the consultation rings, or is reached, as after a single-step transfer.
  blind(
    "before the called party rings", .facing(.offered, .reached, .unreached),
    hop: [ThisCall.travels(.transferred).on(.other)], told: []),
  blind(
    "while the call rings or waits",
    .facing(.ringing, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked),
    told: [newcomersAreTold([.otherDN(a)])]),
  // Derived: a conference does not wait at a queue; a device that has not answered is announced to it.
  Rule(
    "The conference is transferred before the answer", section + ", before the answer, derived, D37, D38",
    on: .completeTransfer,
    byOneOf: .caller,
    if: [.consulting, .pair, .otherConference, .otherSettled, .facing(.offered, .reached, .ringing)]
  ) {
    actorGoes()
    observersGo(with: b).on(.other)
    ThisCall.joins(announced: true)
    Who.members.play(.conferenceMember).on(.other)
    stayersAreTold([.previousConnID(.other), .otherDN(c)] + transferredByActor).on(.other)
    newcomersAreTold([])
    observersAreReleased(with: b, on: .other)
  },
]

private func blind(_ name: String, _ facing: Situation, hop: [Clause] = [], told: [Clause]) -> Rule<Exchange> {
  Rule(
    "The transfer is completed \(name)", section + ", before the answer", on: .completeTransfer, byOneOf: .caller,
    if: facing.union([.consulting, .pair, .otherPair, .otherSettled])
  ) {
    actorGoes()
    Who.observers.leaves().on(.other)
    ThisCall.joins()
    hop
    a.plays(.origination).on(.other)
    Who.informed.except(b).receives(.partyChanged, [.previousConnID(.other), .otherDN(c)] + transferredByActor).on(
      .other)
    told
    observersAreReleased(with: .noParty, on: .other)
  }
}

/// What EventPartyChanged says of any transfer.
let transferredByActor: [Value] = [.thirdPartyDN(b), .thirdPartyDNRole(.transferredBy), .callState(.transferred)]

/// The consultation and the main call, each a conversation or a conference. OtherDN is listed where there is one other
/// party.
struct BothSizes {
  let name: String
  let situation: Situation
  let ofConsultation: [Value]
  let ofMain: [Value]
  /// What becomes of the parts that the parties play; in two conferences all are members already.
  var parts: [Clause] {
    ofConsultation.isEmpty != ofMain.isEmpty ? [Who.members.play(.conferenceMember).on(.other)] : []
  }
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

/// The actor leaves both calls.
private func actorGoes() -> [Clause] {
  [
    b.leaves().on(.other), b.leaves(),
    b.receives(.released, .callState(.transferred)).on(.other), b.receives(.released, .callState(.transferred)),
  ]
}

/// The parties that stay in the call, and their observers.
func stayersAreTold(_ values: [Value]) -> [Clause] {
  [Who.informed.except(b).receives(.partyChanged, values), Who.observers.except(b).receives(.partyChanged, values)]
}

/// The parties that come from the consultation call.
private func newcomersAreTold(_ ofMain: [Value]) -> Clause {
  Who.newcomers.receives(.partyChanged, [.previousConnID(.this)] + ofMain + transferredByActor).on(.other)
}
