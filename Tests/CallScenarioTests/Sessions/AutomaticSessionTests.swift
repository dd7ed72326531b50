import Testing

@testable import CallScenario

/// With `isAutomatic`, the switch does what no person has to decide.
@Suite struct AutomaticSessionTests {
  private func office(_ lines: String...) -> Typed {
    var typed = Typed(
      "party A extension", "party G acd-group", "party B extension group=G", "party R routing-point",
      "party Q route-queue", "party C extension", "party X external", auto: true)
    for line in lines { typed(line) }
    return typed
  }

  @Test func aCalledDeviceRings() {
    var typed = office()
    #expect(typed("A TMakeCall C") == "1 A TMakeCall C: A EventDialing | 2 C ring: C EventRinging")
    #expect(typed("C TAnswerCall") == "3 C TAnswerCall: A EventEstablished, C EventEstablished")
    // One statement was typed, so one is taken back.
    #expect(typed(":undo 2") == "undone 2, step 0")
    #expect(typed("A TInitiateTransfer C").contains("refused"))
  }

  @Test func theNetworkIsReachedAndPeopleAnswer() {
    var typed = office()
    #expect(typed("A TMakeCall X") == "1 A TMakeCall X: A EventDialing | 2 X reachNetwork: A EventNetworkReached")
    #expect(typed("X answer") == "3 X answer: A EventEstablished")
  }

  @Test func aGroupDistributesToAReadyAgent() {
    var typed = office()
    #expect(typed("X dial G") == "1 X dial G: G EventQueued")
    #expect(typed("B TAgentLogin").hasPrefix("2 B TAgentLogin"))
    let answer = typed("B TAgentSetReady")
    #expect(answer.contains("B EventAgentReady | ") && answer.contains("G distribute: G EventDiverted | "))
    #expect(answer.hasSuffix("B ring: B EventRinging"))
  }

  @Test func aRouteIsCarriedOut() {
    var typed = office("X dial R")
    #expect(
      typed("R TRouteCall C") == "2 R TRouteCall C: silence | 3 R route C: R EventRouteUsed | 4 C ring: C EventRinging")
    typed = office()
    #expect(typed("X dial Q").hasSuffix("Q requestRoute: Q EventRouteRequest"))
    #expect(typed("Q TRouteCall C").hasSuffix("C ring: C EventRinging"))
    // Without TRouteCall, a person has to say where the call goes.
    typed = office()
    #expect(typed("X dial R") == "1 X dial R: R EventRouteRequest")
  }

  @Test func treatmentsBeginAndEnd() {
    var typed = office("X dial R")
    let answer = typed("R TApplyTreatment TreatmentType=PlayAnnouncement")
    #expect(
      answer.contains("R applyTreatment: R EventTreatmentApplied | ")
        && answer.hasSuffix("R endTreatment: R EventTreatmentEnd"))
    #expect(typed("R TApplyTreatment TreatmentType=Music").hasSuffix("R applyTreatment: R EventTreatmentApplied"))
    #expect(typed.savedHolds)
  }

  @Test func afterCallWorkEnds() {
    var typed = Typed(
      "profile wrap-up=timed", "party X external", "party G acd-group", "party B extension group=G", auto: true)
    for line in ["B TAgentLogin", "B TAgentSetReady", "X dial G", "B TAnswerCall"] { typed(line) }
    #expect(typed("B TReleaseCall").hasSuffix("B endWrapUp: B EventAgentReady"))
    #expect(typed.savedHolds)
  }

  @Test func aTransfer() {
    var typed = office("A TMakeCall B", "B TAnswerCall")
    #expect(typed("B TInitiateTransfer C").hasSuffix("| 5 C ring: C EventRinging"))
    #expect(typed("C TAnswerCall").hasPrefix("6 C TAnswerCall"))
    #expect(typed("B TCompleteTransfer").hasPrefix("7 B TCompleteTransfer"))
    #expect(typed.savedHolds)
  }

  @Test func aRefusedRequestMovesNothing() {
    var typed = office()
    #expect(typed("A TAnswerCall") == "1 A TAnswerCall: refused, A EventError")
  }

  @Test func itStops() throws {
    // As many devices ring as there are calls; after so many steps, the next line goes on.
    var typed = Typed("party X external", "party G acd-group", "party R routing-point", "party C extension")
    for _ in 0..<120 { typed("X dial R") }
    for number in 1...120 { typed("R TRouteCall G on \(number)") }
    typed.session = try Session(
      Scenario(parsing: try #require(typed.session.scenarioText)), at: FlowPoint(flow: "main", step: 240),
      isAutomatic: true)
    guard case .played(let steps) = typed.session.answer(to: "X dial R").content else {
      Issue.record("not played")
      return
    }
    #expect(steps.count == 1 + Session.ownStepLimit)
  }
}
