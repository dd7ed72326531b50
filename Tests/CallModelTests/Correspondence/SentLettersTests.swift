import Testing

@testable import CallModel

@Suite struct SentLettersTests {
  @Test func eachMessageIsTracedToItsClause() {
    expectTraces(
      Company<IVRPorts>("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external"))
    expectTraces(
      Company<Interactions>(
        "Agent1 agent", "Agent2 agent", "Agent3 agent", "Away agent state=logged-out", "Server interaction-server",
        "Reporting reporting", "Chat interaction"))
    expectTraces(
      Company<RecordedCalls>(
        "D1 device", "D2 device record-consult-calls=true", "D3 device record=true", "SIP sip-server",
        "Media media-server", "Recorder recording-server"))
  }

  private func expectTraces<State: CorrespondenceEngine & Traceable>(_ company: borrowing Company<State>) {
    let book = State.rulebook()
    let sent = State.rules.map(\.sentMessages)
    var fired: Set<Int> = []
    company.state.eachStep(by: book, .everything, most: 100) { state, deed in
      var after = state
      var letters: [Letter<State.Words>] = []
      _ = try? after.apply(deed, by: book, into: &letters)
      let traced = (try? state.trace(deed, by: book)) ?? []
      guard traced.map(\.letter) == letters else {
        Issue.record("\(State.server) \(deed.verb.name): \(traced.count) traced of \(letters.count)")
        return
      }
      for (letter, clause) in traced {
        fired.insert(Int(letter.rule))
        let messages = sent[Int(letter.rule)].filter { $0.clause == clause }
        guard let message = messages.first(where: { $0.name == "\(letter.message.name)" }) else {
          Issue.record("\(State.rules[Int(letter.rule)].name): \(letter.message.name)")
          continue
        }
        let listed = State.Words.Attribute.allCases.filter { letter.lists($0) }.map { "\($0.name)" }
        #expect(Set(message.attributes.filter(\.isListed).map(\.name)) == Set(listed), "\(message.name)")
        for attribute in State.Words.Attribute.allCases where letter.values[attribute] != nil {
          #expect(message.attributes.contains { $0.name == "\(attribute.name)" }, "\(message.name)")
        }
      }
    }
    #expect(fired.count * 3 > State.rules.count, "\(State.server): \(fired.count)")
  }

  @Test func aRequestIsSpelledAsItsVerbIs() {
    let rule = IVRPorts.rules.first { $0.name == "A second attempt ends the first" }
    #expect(
      rule?.sentMessages.map { "\($0.clause) \($0.name) from \($0.sender ?? "") to \($0.recipient)" } == [
        "0 InitConf from the IVR to the IVR Driver", "0 OneStepConf from the IVR to the IVR Driver",
        "1 InitConf from the IVR Driver to the IVR Server", "1 OneStepConf from the IVR Driver to the IVR Server",
        "2 CallError from the IVR Server to the IVR Driver", "3 CallError from the IVR Driver to the IVR",
      ])
  }

  @Test func anAttributeSaysWhereItComesFrom() {
    let rule = Interactions.rules.first { $0.name == "The interaction is delivered to an agent" }
    let attributes = rule?.sentMessages.first?.attributes.map { "\($0.name): \($0.origin)" }
    #expect(
      attributes == [
        "protocol: Reporting (given by the rule)", "InteractionId: the interaction", "AgentId: the target",
        "TicketId: what the server knows of the interaction",
      ])
  }

  @Test func everyPartHasItsOwnWords() {
    expectWords(IVRWords.Who.self)
    expectWords(InteractionWords.Who.self)
    expectWords(RecordingWords.Who.self)
  }

  private func expectWords<Who: Part>(_ parts: Who.Type) {
    #expect(Set(Who.allCases.map(\.words)).count == Who.allCases.count)
  }
}
