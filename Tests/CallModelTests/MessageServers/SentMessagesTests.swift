import Testing

@testable import CallModel

@Suite struct SentMessagesTests {
  @Test func eachMessageIsTracedToItsClause() {
    expectTraces(
      TestServer<IVRServer>("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external"))
    expectTraces(
      TestServer<InteractionServer>(
        "Agent1 agent", "Agent2 agent", "Agent3 agent", "Away agent state=logged-out", "Server interaction-server",
        "Reporting reporting", "Chat interaction"))
    expectTraces(
      TestServer<Recording>(
        "D1 device", "D2 device record-consult-calls=true", "D3 device record=true", "SIP sip-server",
        "Media media-server", "Recorder recording-server"))
  }

  private func expectTraces<State: MessageEngine>(_ server: borrowing TestServer<State>) {
    let book = State.rulebook
    let sent = State.rules.map(\.sentMessages)
    var fired: Set<Int> = []
    server.state.eachStep(by: book, .everything, most: 100) { state, deed in
      var after = state
      var events: [State.Event] = []
      _ = try? after.apply(deed, by: book, into: &events)
      let traced = (try? state.trace(deed, by: book)) ?? []
      guard traced.map(\.event) == events else {
        Issue.record("\(State.server) \(deed.verb.name): \(traced.count) traced of \(events.count)")
        return
      }
      for (event, clause) in traced {
        fired.insert(Int(event.rule))
        let messages = sent[Int(event.rule)].filter { $0.clause == clause }
        guard let message = messages.first(where: { $0.name == "\(event.type.name)" }) else {
          Issue.record("\(State.rules[Int(event.rule)].name): \(event.type.name)")
          continue
        }
        let listed = State.Attribute.allCases.filter { event.lists($0) }.map { "\($0.name)" }
        #expect(Set(message.attributes.filter(\.isListed).map(\.name)) == Set(listed), "\(message.name)")
        for attribute in State.Attribute.allCases where event.values[attribute] != nil {
          #expect(message.attributes.contains { $0.name == "\(attribute.name)" }, "\(message.name)")
        }
      }
    }
    #expect(fired.count * 3 > State.rules.count, "\(State.server): \(fired.count)")
  }

  @Test func aRequestIsSpelledAsItsVerbIs() {
    let rule = IVRServer.rules.first { $0.name == "A second attempt ends the first" }
    #expect(
      rule?.sentMessages.map { "\($0.clause) \($0.name) from \($0.sender ?? "") to \($0.recipient)" } == [
        "0 InitConf from the IVR to the IVR Driver", "0 OneStepConf from the IVR to the IVR Driver",
        "1 InitConf from the IVR Driver to the IVR Server", "1 OneStepConf from the IVR Driver to the IVR Server",
        "2 CallError from the IVR Server to the IVR Driver", "3 CallError from the IVR Driver to the IVR",
      ])
  }

  @Test func anAttributeSaysWhereItComesFrom() {
    let rule = InteractionServer.rules.first { $0.name == "The interaction is delivered to an agent" }
    let attributes = rule?.sentMessages.first?.attributes.map { "\($0.name): \($0.origin)" }
    #expect(
      attributes == [
        "protocol: Reporting (given by the rule)", "InteractionId: the interaction", "AgentId: the target",
        "TicketId: what the server knows about the interaction",
      ])
  }

  @Test func everyPartHasItsOwnWords() {
    expectWords(IVRServer.Who.self)
    expectWords(InteractionServer.Who.self)
    expectWords(Recording.Who.self)
  }

  private func expectWords<Who: Numbered & CustomStringConvertible>(_ parts: Who.Type) {
    #expect(Set(Who.allCases.map(\.description)).count == Who.allCases.count)
  }
}
