import Testing

@testable import CallModel

/// The IVR Server as a dialogue: what is done, and which messages follow.
struct IVRServerTests {
  private func server() -> TestServer<IVRServer> {
    TestServer("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  @Test func everyMessagePassesThroughTheDriver() {
    var server = server()
    #expect(
      server.says("IVR NewCall Caller") == [
        "IVR NewCall Driver", "Driver NewCall(Network) Server", "Server CallStatus(Ringing) Driver",
        "Driver CallRinging IVR",
        "Server CallStatus(Established) Driver", "Driver CallEstablished IVR",
      ])
    #expect(
      server.says("IVR RouteRequest") == [
        "IVR RouteRequest Driver", "Driver RouteRequest Server", "Server RouteResponse Driver", "Driver Connect IVR",
      ])
    #expect(
      server.says("IVR InitConf Peer") == [
        "IVR InitConf Driver", "Driver InitConf Server", "Server CallStatus(Held) Driver", "Driver CallHeld IVR",
        "Server CallStatus(Dialing) Driver", "Driver CallDialing IVR",
      ])
    #expect(server.says("Peer answer") == ["Server CallStatus(Established) Driver", "Driver CallEstablished IVR"])
    #expect(
      server.says("IVR CompleteConf").suffix(2) == [
        "Server CallStatus(ConfPartyAdd) Driver", "Driver CallConfPartyAdd IVR",
      ])
    #expect(server.says("Caller hangUp") == ["Server CallStatus(ConfPartyDel) Driver", "Driver CallConfPartyDel IVR"])
    #expect(server.says("Peer hangUp") == ["Server CallStatus(Released) Driver", "Driver CallReleased IVR"])
    #expect(server.state.ports[0] == IVRServer.Port(ivr: server.who("IVR")))
  }

  /// The whole of it: where a port stands, and where it stands next.
  @Test(arguments: [
    ("NewCall", "connected"), ("NewCall OneStepConf", "adding"), ("NewCall OneStepConf answer", "conference"),
    ("NewCall OneStepConf busy", "connected"), ("NewCall OneStepConf fail", "connected"),
    ("NewCall InitConf", "dialing"),
    ("NewCall InitConf busy", "busy"), ("NewCall InitConf busy RetrieveCall", "connected"),
    ("NewCall InitConf RetrieveCall", "connected"),
    ("NewCall InitConf answer", "consulting"), ("NewCall InitConf answer RetrieveCall", "connected"),
    ("NewCall InitConf answer CompleteConf", "conference"), ("NewCall InitConf fail", "connected"),
    ("NewCall InitConf fail RetrieveCall", "connected"), ("NewCall InitConf CompleteConf", "connected"),
    ("NewCall InitConf busy InitConf", "connected"), ("NewCall OneStepConf RetrieveCall", "connected"),
    ("NewCall OneStepConf answer InitConf", "conference"), ("NewCall InitConf answer peerHangsUp", "connected"),
    ("NewCall OneStepConf answer peerHangsUp", "connected"), ("NewCall OneStepConf answer callerHangsUp", "connected"),
    ("NewCall InitConf busy callerHangsUp", "idle"), ("NewCall callerHangsUp", "idle"),
    ("NewCall InitConf ivrHangsUp", "idle"),
    ("InitConf", "idle"),
  ])
  func goesOn(_ words: String, _ state: String) {
    var server = server()
    for word in words.split(separator: " ") {
      switch word {
      case "NewCall": _ = server.says("IVR NewCall Caller")
      case "InitConf", "OneStepConf": _ = server.says("IVR \(word) Peer")
      case "callerHangsUp": _ = server.says("Caller hangUp")
      case "peerHangsUp": _ = server.says("Peer hangUp")
      case "ivrHangsUp": _ = server.says("IVR hangUp")
      default: _ = server.says("\(word.first!.isUppercase ? "IVR" : "Peer") \(word)")
      }
    }
    let names = ["idle", "connected", "dialing", "busy", "consulting", "adding", "conference"]
    #expect(names[Int(server.state.ports[0].state.rawValue)] == state)
  }

  @Test func anErrorSaysWhatFailed() {
    var server = server()
    server.after("IVR NewCall Caller")
    _ = server.says("IVR InitConf Peer", with: [.reqID: 7])
    #expect(server.events.allSatisfy { !$0.lists(.reqID) })
    _ = server.says("Peer fail", with: [.tLibErrCode: 71])
    for event in server.events {
      #expect(
        event.type == .error && event.lists(.failedReq) && event.lists(.reqID) && event.lists(.tLibErrCode))
      #expect(event.values[.failedReq] == UInt32(IVRServer.FailedReq.initConf.rawValue))
      #expect(event.values[.reqID] == 7 && event.values[.tLibErrCode] == 71)
    }
    // Once it is told it is forgotten; what is not known is not said.
    server.after("IVR InitConf Peer", "Peer fail")
    #expect(
      server.events.count == 2
        && server.events.allSatisfy { $0.values[.reqID] == nil && $0.values[.tLibErrCode] == nil })
    _ = server.says("IVR RetrieveCall", with: [.reqID: 9])
    #expect(server.events.suffix(2).allSatisfy { $0.type == .error && $0.values[.reqID] == 9 })
  }

  @Test func aPartyThatWasNotNamedIsTheOneThatActs() {
    var server = server()
    server.after("IVR NewCall", "IVR InitConf")
    #expect(server.state.ports[0].caller == .none && server.state.ports[0].peer == .none)
    server.after("Peer answer")
    #expect(server.state.ports[0].peer == server.who("Peer"))
    #expect(server.says("Caller busy").first?.hasPrefix("refused: ") == true)
    server.after("IVR CompleteConf", "Caller hangUp")
    #expect(server.state.ports[0].caller == server.who("Peer") && server.state.ports[0].state == .connected)
  }

  @Test func aPartyAtSeveralPortsMustNameThePort() {
    var server = TestServer<IVRServer>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    server.after("One NewCall Caller", "Two NewCall Caller", "One InitConf Peer")
    // At one port only he is called.
    #expect(server.says("Peer answer").count == 2)
    server.after("Two InitConf Peer")
    #expect(server.says("Caller hangUp") == ["refused: Caller cannot hang up: One or Two could be meant"])
    #expect(server.says("Caller hangUp on Two") == ["Server CallStatus(Released) Driver", "Driver CallReleased Two"])
    #expect(server.says("Peer busy on Driver") == ["refused: Peer cannot be busy: it is not done at Driver"])
  }

  @Test func outsideOnlyWhatCanHappenHappens() {
    var server = server()
    #expect(server.says("Peer answer").first?.hasPrefix("refused: ") == true)
    server.after("IVR NewCall Caller")
    #expect(
      server.says("IVR NewCall Peer") == [
        "refused: IVR cannot take a call from Peer: IVR is in a call with Caller"
      ])
    let before = server.state
    #expect(server.says("Peer hangUp").first?.hasPrefix("refused: ") == true)
    #expect(server.state == before)
  }

  @Test func anUnknownPartyCanDoNothing() {
    var server = server()
    for verb in IVRServer.Verb.allCases {
      for stranger in [IVRServer.Party.none, IVRServer.Party(77), .unknown] {
        var events: [IVRServer.Event] = []
        #expect(throws: ModelRefusal<IVRServer>.self) {
          try server.state.apply(IVRServer.Action(verb, by: stranger), by: IVRServer.rulebook, into: &events)
        }
      }
    }
    #expect(server.says("Peer NewCall") == ["refused: Peer cannot take a new call: it is of kind external, not ivr"])
    #expect(
      server.says("Driver hangUp") == ["refused: Driver cannot hang up: it is of kind ivr-driver, not ivr or external"]
    )
    server.after("IVR NewCall", "IVR InitConf")
    let before = server.state
    let refused = [
      ("Driver answer", "Driver cannot answer: it is of kind ivr-driver, not external"),
      ("Nobody busy", "a stranger cannot be busy: there is no such party"),
      ("Server hangUp", "Server cannot hang up: it is of kind ivr-server, not ivr or external"),
      ("IVR answer", "IVR cannot answer: it is of kind ivr, not external"),
      ("Caller InitConf", "Caller cannot start a conference: it is of kind external, not ivr"),
    ]
    for (text, sentence) in refused { #expect(server.says(text) == ["refused: " + sentence]) }
    #expect(server.state == before)
  }

  @Test func aRouteThatIsNoValueIsTheNormalOne() {
    var server = server()
    server.after("IVR NewCall")
    let cases: [(UInt32, UInt32)] = [(4, 4), (5, 1), (256, 1), (.max, 1)]
    for (said, told) in cases {
      _ = server.says("IVR RouteRequest", with: [.routeType: said])
      #expect(server.events.last?.values[.routeType] == told)
    }
  }

  @Test func aPortAsksForItselfAlone() {
    var server = TestServer<IVRServer>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    server.after("One NewCall Caller on One")
    #expect(server.state.ports[0].state == .connected)
    let sentence = "refused: One cannot start a conference with Peer: "
    #expect(server.says("One InitConf Peer on Nobody") == [sentence + "there is no such call"])
    for other in ["Two", "Peer"] {
      #expect(server.says("One InitConf Peer on \(other)") == [sentence + "it is not done at \(other)"])
    }
    #expect(server.says("One InitConf Peer on One").count == 6)
  }

  @Test func everyPortWithoutACallAnswersEveryRequest() {
    for verb in IVRServer.Verb.allCases where verb.isRequest {
      var server = server()
      let said = server.says("IVR \(verb.name)")
      #expect(
        said.first == "IVR \(verb.name) Driver"
          && said.last?.hasSuffix(verb == .newCall ? "CallEstablished IVR" : "CallError IVR") == true)
    }
  }

  /// A call that comes to a port which has one is the only request that no rule answers: it cannot happen.
  @Test func everyPortWithACallAnswersEveryRequestButNewCall() {
    let unanswered = server().state.unanswered(by: IVRServer.rulebook)
    #expect(!unanswered.isEmpty && unanswered.allSatisfy { $0.verb == .newCall })
  }
}
