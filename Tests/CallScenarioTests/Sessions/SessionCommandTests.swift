import Testing

@testable import CallScenario

/// The commands of a session.
@Suite struct SessionCommandTests {
  @Test func next() {
    var typed = Typed()
    #expect(typed(":next") == "failed there is no party yet")
    typed = Typed.call()
    #expect(typed(":next A").hasPrefix("A TMakeCall B, "))
    #expect(typed.session.step == 0 && typed("party C extension") == "ok")
    typed("A TMakeCall B")
    #expect(typed(":next B").contains("B ring, B busy, B park"))
    #expect(typed(":next Z") == "failed unknown party Z")
    #expect(typed("  :next").contains("A TReleaseCall"))
  }

  @Test func undo() {
    var typed = Typed.call("A TMakeCall B", "mark *", "B ring", "B TAnswerCall")
    let talking = typed.session.activities
    #expect(typed(":undo") == "undone 1, step 2")
    #expect(typed("B TAnswerCall") == "3 B TAnswerCall: A EventEstablished, B EventEstablished")
    #expect(typed.session.activities == talking)
    #expect(typed(":undo 3") == "undone 3, step 1")
    #expect(typed.session.markNames == [])
    #expect(typed("after *") == "error 10:7 unknown mark *")
    #expect(typed("mark *") == "ok")
    #expect(typed("mark *") == "error 12:6 there is already a mark *, in line 11")
    for wrong in ["0", "-1", "x", "99999999999999999999"] {
      #expect(typed(":undo \(wrong)") == "failed :undo takes a number, not \(wrong)")
    }
    #expect(typed.savedHolds)
  }

  /// However many statements there are, and whichever of them are taken back, the rest is as if nothing else had been.
  @Test(arguments: [1, 2, 63, 64, 65, 130, 199])
  func undoGoesAsFarBackAsWanted(_ count: Int) {
    var typed = Typed.call()
    var shorter = Typed.call()
    let lines = (0..<50).flatMap { number in
      [
        "A TMakeCall B", "A TAttachUserData k=\(number)", number % 5 == 0 ? "mark m\(number)" : "wait 1s",
        "A TReleaseCall",
      ]
    }
    for line in lines { typed(line) }
    for line in lines.dropLast(count) { shorter(line) }
    #expect(typed(":undo \(count)") == "undone \(count), step \(shorter.session.step)")
    #expect(typed.session.scenarioText == shorter.session.scenarioText)
    #expect(typed.session.activities == shorter.session.activities)
    #expect(typed(":why") == shorter(":why"))
    #expect(typed("B TMakeCall A") == shorter("B TMakeCall A"))
    #expect(typed.savedHolds)
  }

  @Test func flowsCanBeTakenBack() {
    var typed = Typed.call("A TMakeCall B", "mark *", "B ring", "after *", "B busy", "after * as two", "B park")
    #expect(typed.session.flow == "two")
    #expect(typed(":undo 2") == "undone 2, step 2")
    #expect(typed.session.flow == "*")
    #expect(typed("A TReleaseCall").hasPrefix("3 A TReleaseCall"))
    #expect(typed(":undo 3") == "undone 3, step 2")
    #expect(typed.session.flow == "main")
    #expect(typed("B TAnswerCall").hasPrefix("3 B TAnswerCall"))
    #expect(typed.savedHolds)
  }

  @Test func markAndWhy() {
    var typed = Typed.call()
    #expect(typed(":why") == "failed nothing has been played yet")
    #expect(typed(":mark start") == "ok")
    #expect(typed(":mark") == "error 5:5 the mark's name is missing")
    typed("A TMakeCall B")
    #expect(typed(":why") == "A call is made to a device")
    #expect(typed("after start as again") == "ok")
    #expect(typed(":why") == "failed nothing has been played yet")
    #expect(typed.savedHolds)
  }

  @Test func save() {
    var typed = Typed.call()
    #expect(typed(":save x") == "failed nothing has been played yet")
    typed("A TMakeCall B")
    #expect(typed(":save   my file.scenario ").hasPrefix("my file.scenario\nscenario  Session\n"))
    #expect(typed(":save").hasPrefix("-\nscenario  Session\n"))
  }

  @Test func others() {
    var typed = Typed()
    #expect(typed(":help") == "help")
    #expect(typed(":state") == "state")
    #expect(typed(":quit") == "quit")
    #expect(typed(":stat") == "failed unknown command :stat")
    #expect(typed(":") == "failed unknown command :")
    #expect(typed(":quit now") == "failed :quit takes nothing after it")
    #expect(Session.Command.allCases.allSatisfy { !$0.summary.isEmpty && $0.spelling.hasPrefix(":") })
  }
}
