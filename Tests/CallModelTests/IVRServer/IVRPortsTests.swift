import Testing

@testable import CallModel

/// The IVR Server as a dialogue: what is done, and who then says what to whom.
struct IVRPortsTests {
  private func company() -> Company<IVRPorts> {
    Company("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  @Test func everyMessagePassesThroughTheDriver() {
    var company = company()
    #expect(
      company.says("IVR NewCall Caller") == [
        "IVR NewCall Driver", "Driver NewCall(Network) Server", "Server CallStatus(Ringing) Driver",
        "Driver CallRinging IVR",
        "Server CallStatus(Established) Driver", "Driver CallEstablished IVR",
      ])
    #expect(
      company.says("IVR RouteRequest") == [
        "IVR RouteRequest Driver", "Driver RouteRequest Server", "Server RouteResponse Driver", "Driver Connect IVR",
      ])
    #expect(
      company.says("IVR InitConf Peer") == [
        "IVR InitConf Driver", "Driver InitConf Server", "Server CallStatus(Held) Driver", "Driver CallHeld IVR",
        "Server CallStatus(Dialing) Driver", "Driver CallDialing IVR",
      ])
    #expect(company.says("Peer answer") == ["Server CallStatus(Established) Driver", "Driver CallEstablished IVR"])
    #expect(
      company.says("IVR CompleteConf").suffix(2) == [
        "Server CallStatus(ConfPartyAdd) Driver", "Driver CallConfPartyAdd IVR",
      ])
    #expect(company.says("Caller hangUp") == ["Server CallStatus(ConfPartyDel) Driver", "Driver CallConfPartyDel IVR"])
    #expect(company.says("Peer hangUp") == ["Server CallStatus(Released) Driver", "Driver CallReleased IVR"])
    #expect(company.state.ports[0] == IVRPorts.Port(ivr: company.who("IVR")))
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
    var company = company()
    for word in words.split(separator: " ") {
      switch word {
      case "NewCall": _ = company.says("IVR NewCall Caller")
      case "InitConf", "OneStepConf": _ = company.says("IVR \(word) Peer")
      case "callerHangsUp": _ = company.says("Caller hangUp")
      case "peerHangsUp": _ = company.says("Peer hangUp")
      case "ivrHangsUp": _ = company.says("IVR hangUp")
      default: _ = company.says("\(word.first!.isUppercase ? "IVR" : "Peer") \(word)")
      }
    }
    #expect("\(company.state.ports[0].state)" == state)
  }

  @Test func anErrorSaysWhatFailed() {
    var company = company()
    company.after("IVR NewCall Caller")
    _ = company.says("IVR InitConf Peer", saying: [.reqID: 7])
    #expect(company.letters.allSatisfy { !$0.lists(.reqID) })
    _ = company.says("Peer fail", saying: [.tLibErrCode: 71])
    for letter in company.letters {
      #expect(
        letter.message == .error && letter.lists(.failedReq) && letter.lists(.reqID) && letter.lists(.tLibErrCode))
      #expect(letter.values[.failedReq] == UInt32(IVRWords.FailedReq.initConf.rawValue))
      #expect(letter.values[.reqID] == 7 && letter.values[.tLibErrCode] == 71)
    }
    // Once told it is forgotten, and what nobody knows nobody says.
    company.after("IVR InitConf Peer", "Peer fail")
    #expect(
      company.letters.count == 2
        && company.letters.allSatisfy { $0.values[.reqID] == nil && $0.values[.tLibErrCode] == nil })
    _ = company.says("IVR RetrieveCall", saying: [.reqID: 9])
    #expect(company.letters.suffix(2).allSatisfy { $0.message == .error && $0.values[.reqID] == 9 })
  }

  @Test func whomNobodyHasNamedIsWhoeverActs() {
    var company = company()
    company.after("IVR NewCall", "IVR InitConf")
    #expect(company.state.ports[0].caller == .none && company.state.ports[0].peer == .none)
    company.after("Peer answer")
    #expect(company.state.ports[0].peer == company.who("Peer"))
    #expect(company.says("Caller busy").first?.hasPrefix("refused: ") == true)
    company.after("IVR CompleteConf", "Caller hangUp")
    #expect(company.state.ports[0].caller == company.who("Peer") && company.state.ports[0].state == .connected)
  }

  @Test func somebodyAtSeveralPortsHasToSayAtWhich() {
    var company = Company<IVRPorts>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    company.after("One NewCall Caller", "Two NewCall Caller", "One InitConf Peer")
    // At one port only he is called.
    #expect(company.says("Peer answer").count == 2)
    company.after("Two InitConf Peer")
    #expect(company.says("Caller hangUp") == ["refused: Caller cannot hang up: One or Two could be meant"])
    #expect(company.says("Caller hangUp on Two") == ["Server CallStatus(Released) Driver", "Driver CallReleased Two"])
    #expect(company.says("Peer busy on Driver") == ["refused: Peer cannot be busy: it is not done at Driver"])
  }

  @Test func outsideOnlyWhatCanHappenHappens() {
    var company = company()
    #expect(company.says("Peer answer").first?.hasPrefix("refused: ") == true)
    company.after("IVR NewCall Caller")
    #expect(
      company.says("IVR NewCall Peer") == [
        "refused: IVR cannot take a call from Peer: IVR is in a call with Caller"
      ])
    let before = company.state
    #expect(company.says("Peer hangUp").first?.hasPrefix("refused: ") == true)
    #expect(company.state == before)
  }

  @Test func whoeverIsNotThereDoesNothing() {
    var company = company()
    for verb in IVRWords.Verb.allCases {
      for stranger in [Correspondent.none, Correspondent(77), .unknown] {
        var letters: [Letter<IVRWords>] = []
        #expect(throws: Refusal<IVRPorts>.self) {
          try company.state.apply(Deed(verb, by: stranger), by: IVRPorts.rulebook(), into: &letters)
        }
      }
    }
    #expect(company.says("Peer NewCall") == ["refused: Peer cannot take a new call: it is of kind external, not ivr"])
    #expect(
      company.says("Driver hangUp") == ["refused: Driver cannot hang up: it is of kind ivr-driver, not ivr or external"]
    )
    company.after("IVR NewCall", "IVR InitConf")
    let before = company.state
    let refused = [
      ("Driver answer", "Driver cannot answer: it is of kind ivr-driver, not external"),
      ("Nobody busy", "a stranger cannot be busy: there is no such party"),
      ("Server hangUp", "Server cannot hang up: it is of kind ivr-server, not ivr or external"),
      ("IVR answer", "IVR cannot answer: it is of kind ivr, not external"),
      ("Caller InitConf", "Caller cannot start a conference: it is of kind external, not ivr"),
    ]
    for (text, sentence) in refused { #expect(company.says(text) == ["refused: " + sentence]) }
    #expect(company.state == before)
  }

  @Test func aRouteThatIsNoValueIsTheNormalOne() {
    var company = company()
    company.after("IVR NewCall")
    let cases: [(UInt32, UInt32)] = [(4, 4), (5, 1), (256, 1), (.max, 1)]
    for (said, told) in cases {
      _ = company.says("IVR RouteRequest", saying: [.routeType: said])
      #expect(company.letters.last?.values[.routeType] == told)
    }
  }

  @Test func aPortAsksForItselfAlone() {
    var company = Company<IVRPorts>(
      "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
    company.after("One NewCall Caller on One")
    #expect(company.state.ports[0].state == .connected)
    let sentence = "refused: One cannot start a conference with Peer: "
    #expect(company.says("One InitConf Peer on Nobody") == [sentence + "there is no such call"])
    for other in ["Two", "Peer"] {
      #expect(company.says("One InitConf Peer on \(other)") == [sentence + "it is not done at \(other)"])
    }
    #expect(company.says("One InitConf Peer on One").count == 6)
  }

  @Test func everyPortWithoutACallAnswersEveryRequest() {
    for verb in IVRWords.Verb.allCases where verb.isRequest {
      var company = company()
      let said = company.says("IVR \(verb.name)")
      #expect(
        said.first == "IVR \(verb.name) Driver"
          && said.last?.hasSuffix(verb == .newCall ? "CallEstablished IVR" : "CallError IVR") == true)
    }
  }

  /// A call that comes to a port which has one is the only request that no rule answers: it cannot happen.
  @Test func everyPortWithACallAnswersEveryRequestButNewCall() {
    let unanswered = company().state.unanswered(by: IVRPorts.rulebook())
    #expect(!unanswered.isEmpty && unanswered.allSatisfy { $0.verb == .newCall })
  }
}
