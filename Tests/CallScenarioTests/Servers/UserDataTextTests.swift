import Testing

@testable import CallModel
@testable import CallScenario

@Suite struct UserDataTextTests {
  private func transcript(_ detail: Transcript.Detail) throws -> Transcript {
    let text = """
      scenario User data
      party A extension
      party B extension
      A TMakeCall B
      B ring
      A TAttachUserData k="a, b"
      A THoldCall
      A TRetrieveCall
      A TAttachUserData m=c
      A TReleaseCall

      """
    return try Scenario(parsing: text, path: "x").replay(detail)
  }

  private func userData(_ transcript: Transcript) -> [String?] {
    transcript.flows[0].entries.flatMap { entry -> [String?] in
      guard case .step(let step) = entry else { return [] }
      return step.messages.map { message in message.attributes.first { $0.name == "UserData" }?.value }
    }
  }

  /// Each event has the data of its moment, in whatever order the events are read.
  @Test func eachMomentKeepsItsOwn() throws {
    let transcript = try transcript(.everything)
    let (one, two) = (#"k="a, b""#, #"k="a, b", m=c"#)
    let expected = [nil, nil, one, one, one, one, two, two, two, two]
    #expect(userData(transcript) == expected)
    // Read backwards, and in turns.
    let messages = transcript.flows[0].entries.flatMap { entry -> [Message] in
      if case .step(let step) = entry { step.messages } else { [] }
    }
    func value(_ message: Message) -> String? { message.attributes.first { $0.name == "UserData" }?.value }
    for (message, text) in zip(messages, expected).reversed() {
      #expect(value(message) == text && value(messages[2]) == one && value(messages[6]) == two)
    }
  }

  /// User data is spelled only if it is read.
  @Test func textIsMadeOnlyIfNeeded() throws {
    #expect(userData(try transcript(.toCompare)).allSatisfy { $0 == nil })
  }

  @Test func unchangedTextIsShared() throws {
    var exchange = Exchange()
    let (a, b) = (exchange.add(.extension) ?? .none, exchange.add(.extension) ?? .none)
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    try exchange.apply(Exchange.Action(.makeCall, by: a, to: b), by: book, into: &events)
    let pair = Exchange.UserData.Pair(key: 0, value: 0)
    try exchange.apply(Exchange.Action(.attachUserData, by: a), with: .init(data: [pair]), by: book, into: &events)
    let directory = Directory(
      try Scenario(
        parsing: "scenario x\nparty A extension\nparty B extension\nA TAttachUserData k=v\n", path: "x"))
    var known: UserDataText?
    _ = directory.messages(events, by: 0, rule: 0, in: exchange, &known)
    let first = try #require(known)
    _ = directory.messages(events, by: 0, rule: 0, in: exchange, &known)
    #expect(known === first)
    try exchange.apply(
      Exchange.Action(.attachUserData, by: a), with: .init(data: [.init(key: 1, value: 0)]), by: book, into: &events)
    _ = directory.messages(events, by: 0, rule: 0, in: exchange, &known)
    #expect(known !== first)
  }
}
