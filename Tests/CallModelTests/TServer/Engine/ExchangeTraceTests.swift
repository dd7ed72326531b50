import Testing

@testable import CallModel

/// Each event is traced to the clause that tells it, and lists what that clause says.
@Suite struct ExchangeTraceTests {
  private static let profiles = [
    SwitchProfile(), SwitchProfile(.errata, "corrected"), SwitchProfile(.optional, "omitted"),
    SwitchProfile(.dialedNumber, "unknown"), SwitchProfile(.networkReached, "simulated"),
    SwitchProfile(.parkingBusy, "omitted"), SwitchProfile(.routeCallState, "redirected"),
    SwitchProfile(.routeCallState, "absent"), SwitchProfile(.routeCallState, "absent-outbound"),
    SwitchProfile(.acdAgents, "secondary"), SwitchProfile(.hookEvents, "reported"),
    SwitchProfile(.wrapUp, "timed"), SwitchProfile(.agentNoAnswerAction, "logout"),
    SwitchProfile(.agentNoAnswerOverflow, "recall"),
  ]

  @Test(arguments: profiles) func inEachFlowAnEventListsWhatItsClauseSays(_ profile: SwitchProfile) {
    let book = TServer.rulebook(under: profile)
    for flow in Flow.all + Flow.beyond + Flow.ofAgents {
      var exchange = Cast.exchange()
      for action in flow.actions {
        expectTraces(of: action, in: exchange, by: book, under: profile)
        var events: [Exchange.Event] = []
        _ = try? exchange.apply(action, by: book, into: &events)
      }
    }
  }

  @Test(arguments: [
    ([Kind.external, .extension, .extension, .acdGroup], 2), ([.extension, .routeQueue, .routingPoint, .remote], 1),
  ])
  func inEachStateAnEventListsWhatItsClauseSays(_ kinds: [Kind], _ calls: Int) {
    let book = TServer.rulebook()
    Cast.exchange(of: kinds, calls: calls).eachStep(by: book, .calls, most: 150) { exchange, action in
      expectTraces(of: Action(action), in: exchange, by: book, under: SwitchProfile())
    }
  }

  private func expectTraces(
    of action: Action, in exchange: Exchange, by book: Rulebook<Exchange>, under profile: SwitchProfile
  ) {
    var after = exchange
    var events: [Exchange.Event] = []
    _ = try? after.apply(action, by: book, into: &events)
    let traced = (try? exchange.trace(Exchange.Action(action), by: book, under: profile)) ?? []
    guard traced.map(\.event) == events else {
      Issue.record("\(Dialogue.text(action)): \(traced.count) traced of \(events.count)")
      return
    }
    for (event, clause) in traced { expect(event, tellsWhat: clause, under: profile) }
  }

  private static let messages = TServer.rules.map(\.sentMessages)

  private func expect(_ event: Exchange.Event, tellsWhat clause: Int, under profile: SwitchProfile) {
    let rule = TServer.rules[Int(event.rule)]
    let sent = Self.messages[Int(event.rule)][clause]
    guard sent.name == "\(event.type.name)", sent.condition?.holds(under: profile) ?? true else {
      Issue.record("\(rule.name): \(sent.name) for \(event.type)")
      return
    }
    let there = sent.attributes.filter { $0.condition?.holds(under: profile) ?? true }
    let listed = Set(there.filter(\.isListed).map(\.name))
    let expected = Set(Attribute.allCases.filter { event.listed.contains($0) }.map { "\($0.name)" })
    #expect(listed == expected, "\(rule.name): \(sent.name)")
    let spelled = Dialogue.attributes(event, all: true).split(separator: " ").map(String.init)
    for attribute in there where attribute.name != "ErrorMessage" {
      guard let value = attribute.value else { continue }
      // What is known is spelled only where it says something.
      let isSilent = !attribute.isListed && value == "OK"
      #expect(spelled.contains("\(attribute.name)=\(value)") || isSilent, "\(rule.name): \(sent.name)")
    }
  }

  @Test func aRefusalIsTheSameAsThatOfTheAction() {
    let exchange = Cast.exchange(of: [.extension, .extension], calls: 1)
    let book = TServer.rulebook()
    #expect(throws: ModelRefusal<Exchange>.self) {
      _ = try exchange.trace(Exchange.Action(.release, by: a.number), by: book, under: SwitchProfile())
    }
  }

  @Test func userDataAreBroughtAlong() throws {
    var exchange = Cast.exchange(of: [.extension, .extension], calls: 1)
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    try exchange.apply(.makeCall(from: a, to: b), by: book, into: &events)
    let pair = Exchange.UserData.Pair(key: 1, value: 2)
    let traced = try exchange.trace(
      Exchange.Action(.attachUserData, by: a.number), with: .init(data: [pair]), by: book, under: SwitchProfile())
    #expect(traced.map(\.event.type) == [.attachedDataChanged])
    #expect(traced.map(\.clause) == [0])
  }
}
