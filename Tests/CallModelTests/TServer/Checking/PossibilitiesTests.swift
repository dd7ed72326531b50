import Testing

@testable import CallModel

@Suite struct PossibilitiesTests {
  private let possible = Possibilities.found

  /// Whatever happens in an exchange with parties of every kind is listed.
  @Test(arguments: [
    ([Kind.acdGroup, .extension, .acdGroup, .routeQueue, .routingPoint, .external, .remote], 1, 300),
    ([.external, .extension, .remote, .routingPoint], 2, 300), ([.extension, .extension, .acdGroup], 2, 300),
  ])
  func whatHappensIsPossible(_ kinds: [Kind], _ calls: Int, _ states: Int) {
    let book = TServer.rulebook()
    var unlisted: Set<String> = []
    Cast.exchange(of: kinds, calls: calls).eachStep(by: book, .calls, most: states) { exchange, action in
      func kind(_ dn: Exchange.DN) -> Kind { exchange.kind(of: dn) ?? .extension }
      if !possible.canDo(kind(action.actor), action.verb) { unlisted.insert("\(kind(action.actor)) \(action.verb)") }
      if action.target != .none, !possible.canBeAimedAt(kind(action.target), action.verb), action.verb != .pickUp {
        unlisted.insert("\(action.verb) \(kind(action.target))")
      }
      for call in exchange.calls {
        for place in 0..<call.count where !possible.canBe(kind(call[place].dn), call[place].state) {
          unlisted.insert("\(kind(call[place].dn)) \(call[place].state)")
        }
      }
      var after = exchange
      var events: [Exchange.Event] = []
      _ = try? after.apply(action, by: book, into: &events)
      for event in events where !possible.canBeTold(kind(event.thisDN), event.type) {
        unlisted.insert("\(kind(event.thisDN)) \(event.type)")
      }
    }
    #expect(unlisted == [])
  }

  private func verbs(_ kind: Kind) -> [Verb] { Verb.allCases.filter { possible.canDo(kind, $0) } }
  private func messages(_ kind: Kind) -> [EventType] { EventType.allCases.filter { possible.canBeTold(kind, $0) } }

  @Test func placesDoNotTalk() {
    // In a predictive call a group may ask for a route.
    #expect(
      verbs(.acdGroup) == [
        .release, .routeCall, .clearCall, .applyTreatment, .queue, .divert, .requestRoute, .route, .treat,
        .refuseTreatment, .endTreatment, .makePredictiveCall, .distribute, .attachUserData, .updateUserData,
        .deletePair, .deleteUserData, .askForDigits, .collectDigits, .queryCall, .sendUserEvent, .privateService,
        .registerAddress, .unregisterAddress, .queryAddress,
      ])
    #expect(
      verbs(.routingPoint) == [
        .release, .routeCall, .clearCall, .applyTreatment, .route, .treat, .refuseTreatment, .endTreatment,
        .makePredictiveCall, .attachUserData, .updateUserData, .deletePair, .deleteUserData, .askForDigits,
        .collectDigits, .queryCall, .sendUserEvent, .privateService, .registerAddress, .unregisterAddress,
        .queryAddress,
      ])
    #expect(
      messages(.routingPoint) == [
        .error, .registered, .unregistered, .diverted, .abandoned, .dialing, .released, .partyChanged, .routeRequest,
        .routeUsed, .digitsCollected, .attachedDataChanged, .addressInfo, .userEvent, .partyInfo, .treatmentApplied,
        .treatmentNotApplied, .treatmentEnd, .ack,
      ])
    #expect(Set(messages(.acdGroup)) == Set(messages(.routingPoint) + [.queued]))
    #expect(messages(.routeQueue) == messages(.acdGroup))
    for place in [Kind.acdGroup, .routeQueue, .routingPoint] {
      for state in [PartyState.talking, .held, .ringing, .offered, .parked] { #expect(!possible.canBe(place, state)) }
    }
  }

  @Test func anOutsidePartyIsToldNothing() {
    #expect(messages(.external) == [])
    #expect(
      verbs(.external) == [.makeCall, .answer, .hold, .retrieve, .release, .busy, .reachNetwork, .timeOut])
  }

  @Test func aDeviceIsNoQueue() {
    #expect(
      Verb.allCases.filter { !possible.canDo(.extension, $0) } == [
        .routeCall, .applyTreatment, .queue, .divert, .requestRoute, .route, .reachNetwork, .treat, .refuseTreatment,
        .endTreatment, .makePredictiveCall, .distribute, .askForDigits, .collectDigits,
      ])
    #expect(
      EventType.allCases.filter { !possible.canBeTold(.extension, $0) } == [
        .diverted, .routeRequest, .routeUsed, .digitsCollected, .offHook, .onHook, .treatmentApplied,
        .treatmentNotApplied, .treatmentEnd,
      ])
  }
}
