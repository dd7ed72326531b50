import Testing

@testable import CallScenario

/// The header is typed line by line, and checked as far as it goes.
@Suite struct SessionHeaderTests {
  @Test func partiesMayReferToLaterOnes() {
    var typed = Typed()
    #expect(typed("party B extension group=G") == "ok")
    #expect(typed("party G acd-group") == "ok")
    #expect(typed("party A extension") == "ok")
    #expect(typed("A TMakeCall G") == "1 A TMakeCall G: A EventDialing, G EventQueued")
  }

  @Test func whatIsMissingIsSaidWhenTheHeaderEnds() {
    var typed = Typed("party A extension", "party B extension group=G")
    #expect(typed("A TMakeCall B") == "error 2:25 unknown party G")
    #expect(typed.session.step == 0)
    #expect(typed("party G acd-group") == "ok")
    #expect(typed("A TMakeCall B") == "1 A TMakeCall B: A EventDialing")
  }

  @Test func theTitleIsOptional() {
    var typed = Typed("party A extension")
    #expect(typed.session.scenario.title == "Session")
    #expect(typed("scenario A call") == "ok")
    #expect(typed.session.scenario.title == "A call")
    #expect(typed("scenario Another") == "error 3:1 a file has one scenario: the first begins in line 2")
    #expect(typed("source The manual") == "ok")
    #expect(typed("profile optional=omitted") == "ok")
    #expect(typed("A TRegisterAddress").hasPrefix("1 A TRegisterAddress"))
    #expect(typed.session.scenarioText?.hasPrefix("scenario  A call\nprofile   optional=omitted\n") == true)
  }

  @Test func mistakes() {
    var typed = Typed()
    #expect(typed("A TMakeCall B") == "error 1:1 there is no party yet")
    #expect(typed("party A extensoin") == "error 2:9 unknown kind extensoin")
    #expect(typed("parti A extension") == "error 3:1 unknown statement parti")
    #expect(typed("party A extension") == "ok")
    #expect(typed("party A extension") == "error 5:7 there is already a party A, in line 4")
    #expect(typed("server ivr-server").hasPrefix("error 4:9 unknown kind extension"))
    #expect(typed("A TMakeCall C") == "error 7:13 unknown party C")
    // The header still goes on.
    #expect(typed("party C extension") == "ok")
    #expect(typed("A TMakeCall C") == "1 A TMakeCall C: A EventDialing")
  }

  @Test func theHeaderMayBeTakenBack() {
    var typed = Typed("party A extension", "party B external")
    #expect(typed(":undo") == "undone 1, step 0")
    #expect(typed.session.scenario.parties.map(\.name) == ["A"])
    #expect(typed("party B extension") == "ok")
    #expect(typed("A TMakeCall B") == "1 A TMakeCall B: A EventDialing")
    #expect(typed("party C extension") == "error 6:1 `party` belongs to the header, which has ended")
    #expect(typed(":undo") == "undone 1, step 0")
    #expect(typed("party C extension") == "ok")
    #expect(typed(":undo 9") == "failed there are only 3 statements to take back")
    #expect(typed(":undo 3") == "undone 3, step 0")
    #expect(typed(":undo") == "failed there is nothing to take back")
    #expect(typed("server ivr-server") == "ok")
  }
}
