import Testing

@testable import CallScenario

/// Why a line holds, or why it does not.
@Suite struct WhyTests {
  private static let file = """
    scenario  Wrong in several ways
    party A extension
    party B acd-group
    party C extension
    A TMakeCall B
        A  EventDialing      ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
        B  EventQueued       ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
        C  EventRinging      ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
    B divert C
        B  EventDiverted     ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
    C ring
        C  EventRinging      ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=Busy
        C  EventEstablished  ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
    A TReleaseCall
        refused
    C TReleaseCall
        refused
    """

  private func why(_ line: Int, _ text: String = file) throws -> Explanation {
    try #require(try Asked(text).scenario.why(line: line))
  }

  private func remedies(_ explanation: Explanation) -> [String] {
    let asked = Asked(explanation.scenario)
    return explanation.remedies.map { remedy in
      switch remedy {
      case .otherRecipient(let message): "to \(asked.scenario.parties[message.to].name)"
      case .otherStep(let step, _, let differences): "step \(step.number), \(differences.count) differences"
      case .otherAction(let step, _, let isLater, let differences):
        "\(isLater ? "after" : "instead"): \(asked.scenario.spelling(of: step.action)), \(differences.count) differences"
      case .profile(let option): option
      case .nothing: "nothing"
      }
    }
  }

  @Test func everyAttributeHasAnOrigin() throws {
    let explanation = try why(7)
    guard case .holds = explanation.subject else { return #expect(Bool(false), "\(explanation.subject)") }
    let message = try #require(explanation.messages.first)
    #expect(message.message.rule == 0 && message.message.name == "EventQueued")
    let origins = message.message.attributes.filter(\.isListed).map {
      "\($0.name): \(message.origin(of: $0)?.origin ?? "?")"
    }
    #expect(
      origins
        == [
          "ConnID: the call", "ThisDN: the recipient", "ThisQueue: the target",
          "ThisDNRole: the recipient's role, Destination unless the call was handed on", "OtherDN: the actor",
          "OtherDNRole: the other party's role, Origination unless the call was handed on",
        ])
  }

  @Test func theGoverningOptionIsNamed() throws {
    let explanation = try why(10)
    guard case .differs(_, let differences) = explanation.subject else { return #expect(Bool(false)) }
    #expect(differences.map(\.name) == ["ThirdPartyDN", "ThirdPartyDNRole"])
    #expect(remedies(explanation) == ["optional=omitted"])
    let message = try #require(explanation.messages.first)
    let third = try #require(message.origin.attributes.first { $0.name == "ThirdPartyDN" })
    #expect(third.origin == "the target" && third.option?.text == "optional=reported, *OPT")
    // Under that option, it says what other profiles would list.
    let omitted = try why(11, Self.file.replacing("party A", with: "profile optional=omitted\nparty A"))
    #expect(omitted.messages.first?.origin.leftOut.map(\.name) == ["ThirdPartyDN", "ThirdPartyDNRole"])
  }

  @Test func anOriginSaysHowAPartyHandsACallOn() throws {
    let explanation = try why(12)
    #expect(remedies(explanation) == [])
    let queue = explanation.messages.first?.origin.attributes.first { $0.name == "ThisQueue" && $0.isListed }
    #expect(queue?.origin == "the group that diverted the call")
  }

  @Test func theNearestEventIsFound() throws {
    #expect(remedies(try why(8)) == ["step 3, 0 differences"])
    #expect(remedies(try why(13)) == ["after: C TAnswerCall, 0 differences"])
    let nowhere = Self.file.replacing("C  EventEstablished ", with: "B  EventHeld #")
    #expect(remedies(try why(13, nowhere)) == ["nothing"])
    let elsewhere = Self.file.replacing("B  EventQueued ", with: "C  EventQueued ")
    let explanation = try why(7, elsewhere)
    guard case .otherRecipient(_, let message, []) = explanation.subject else {
      return #expect(Bool(false), "\(explanation.subject)")
    }
    #expect(message.name == "EventQueued" && explanation.messages.map(\.message) == [message])
    let unlike = elsewhere.replacing(
      "EventQueued       ThisQueue=B", with: "EventQueued !ThisQueue ANI=1 DNIS=2 CallState=Busy")
    #expect(remedies(try why(7, unlike)).first == "to B")
  }

  @Test func explainsRefused() throws {
    guard case .refused(isRefused: false, _) = try why(15).subject else { return #expect(Bool(false)) }
    let explanation = try why(17)
    guard case .refused(isRefused: true, _) = explanation.subject else { return #expect(Bool(false)) }
    #expect(explanation.step.refusal?.hasPrefix("C cannot release") == true)
  }

  @Test func anActionListsUnexpectedMessages() throws {
    let text = Self.file.replacing(
      "    B  EventQueued       ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination\n", with: "")
    guard case .action(let unexpected) = try why(5, text).subject else { return #expect(Bool(false)) }
    #expect(unexpected.map(\.name) == ["EventQueued"])
  }

  @Test func withoutALineFailingOnesAreExplainedOrElseAll() throws {
    let wrong = try Asked(Self.file).scenario.why()
    #expect(wrong.map(\.step.number) == [1, 2, 3, 3, 4])
    let right = try Asked(Asked.callToACD.replacing("\n    C busy", with: "")).scenario
    let all = try right.why()
    // None of these has expectations, so each action sends something unexpected.
    #expect(all.allSatisfy { if case .action = $0.subject { true } else { false } })
  }

  @Test func otherLinesAreNotExplained() throws {
    let scenario = try Asked(Self.file).scenario
    #expect(try scenario.why(line: 1) == nil && scenario.why(line: 99) == nil)
    #expect(scenario.explainedLines == [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
  }

  /// In every file of the project, every listed attribute of every message has an origin.
  @Test(arguments: ScenarioFile.folders) func everyMessageHasItsOrigins(_ folder: String) throws {
    for file in ScenarioFile.all.filter({ $0.folder == folder }).prefix(6) {
      let scenario = try file.parsed()
      for line in scenario.explainedLines.prefix(12) {
        guard let explanation = try scenario.why(line: line, .toCompare) else { continue }
        for message in explanation.messages {
          #expect(!message.origin.recipient.isEmpty, "\(file.path):\(line)")
          for attribute in message.message.attributes where attribute.isListed {
            // Whether an agent's event lists what its login named depends on that login.
            let isOfAgent = ["EventAgent", "EventRegistered", "EventAddressInfo"].contains {
              message.message.name.hasPrefix($0)
            }
            let isOfLogin = isOfAgent && ["AgentID", "ThisQueue", "Reasons"].contains(attribute.name)
            let origin = message.origin(of: attribute)
            #expect(origin != nil && (isOfLogin || origin?.isListed == true), "\(file.path):\(line) \(attribute.name)")
          }
        }
      }
    }
  }
}
