import Testing

@testable import CallScenario

/// Tab offers what is possible now, and nothing else.
@Suite struct SessionCompletionsTests {
  @Test func theHeader() {
    var typed = Typed()
    #expect(typed.tab("") == "scenario source derived server profile party never always sometimes")
    #expect(typed.tab("pa") == "party")
    #expect(typed.tab("party A") == "")
    #expect(typed.tab("party A e") == "extension external")
    #expect(typed.tab("server i") == "ivr-server interaction-server")
    #expect(typed.tab("profile d") == "dialed-number= divert-on-ringing=")
    #expect(typed.tab("profile dialed-number=") == "dialed-number=known dialed-number=unknown")
    #expect(typed.tab("profile aspect-acd o") == "optional=")
    typed("party G acd-group")
    #expect(typed.tab("party A extension ") == "dn= group= agent= registered=")
    #expect(typed.tab("party A extension group=") == "group=G")
    #expect(typed.tab("party A extension registered=") == "registered=yes registered=no")
    #expect(typed.tab("party A extension agent=") == "")
    #expect(typed.tab("").hasPrefix("G party scenario"))
  }

  @Test func actions() {
    var typed = Typed.call()
    #expect(typed.tab("A TMa") == "TMakeCall")
    #expect(typed.tab("A TMakeCall ").hasPrefix("B ReferenceID= data. "))
    #expect(!typed.tab("B ").contains("ring"))
    typed("A TMakeCall B")
    #expect(typed.tab("B r") == "ring")
    #expect(typed.tab("B ring ") == "on")
    #expect(typed.tab("B ring on ") == "1")
    #expect(typed.tab("B busy C") == "CallState=")
    #expect(typed.tab("B busy CallState=B") == "CallState=Busy CallState=Bridged")
    #expect(typed.tab("A TReleaseCall on 1 R") == "ReferenceID=")
    #expect(typed.tab("A TReleaseCall ReferenceID=1 R") == "")
    #expect(typed.tab("A TAttachUserData d") == "data.")
    #expect(typed.tab("B nothing ") == "")
    #expect(typed.tab("Z ") == "")
    #expect(typed.tab("after ") == "")
    typed("mark *")
    #expect(typed.tab("after ") == "*")
    #expect(typed.tab("after * ") == "as")
    #expect(typed.tab("a") == "after")
    #expect(typed.tab("") == "A B mark wait after")
  }

  @Test func commands() {
    let typed = Typed.call()
    #expect(typed.tab(":") == ":next :state :why :undo :mark :save :help :quit")
    #expect(typed.tab(":next ") == "A B")
    #expect(typed.session.completions(of: ":ne") == Session.Completions(replaced: ":ne", words: [":next"]))
  }

  /// Everything that is offered as a verb is possible.
  @Test func offeredVerbsArePossible() {
    let typed = Typed.call("A TMakeCall B")
    for actor in ["A", "B"] {
      var asked = typed
      let possible = asked(":next \(actor)").split(separator: ", ").map { $0.split(separator: " ")[1] }
      #expect(Set(typed.tab("\(actor) ").split(separator: " ")) == Set(possible))
    }
  }
}
