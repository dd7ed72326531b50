import Testing

@testable import CallScenario

/// Two servers on one call: what happens at both, and what happens at only one.
struct SideBySideTests {
  private static let header = """
    scenario  Test
    server    t-server ivr-server
    party     Driver  ivr-driver
    party     Caller  external
    party     Port    extension ivr
    party     Agent   external extension
    party     Server  ivr-server
    party     Other   extension

    """

  private func replay(_ body: String) throws(Mistakes) -> Transcript {
    try Scenario(parsing: Self.header + body, path: "x").replay()
  }

  /// `Driver Port CallRinging`: sender, recipient and message; a T-Server's events have no sender.
  private func told(_ body: String) throws -> [String] {
    let transcript = try replay(body)
    let names = transcript.scenario.parties.map(\.name)
    return try #require(transcript.steps.last).messages.map { message in
      (message.from.map { names[$0] + " " } ?? "") + "\(names[message.to]) \(message.name)"
    }
  }

  private func mistakes(_ body: String) -> [String] {
    do { _ = try replay(body) } catch { return error.diagnostics.map(\.description) }
    return []
  }

  private static let consulted = """
    Caller dial Port
    Port ring
    Port TAnswerCall
    Port NewCall Caller
    Port InitConf Agent
    Port TInitiateConference Agent

    """

  @Test func bothServersReportWhatHappensAtBoth() throws {
    #expect(
      try told(Self.consulted + "Agent ring\nAgent answer\n") == [
        "Port EventEstablished", "Agent EventEstablished", "Server Driver CallStatus(Established)",
        "Driver Port CallEstablished",
      ])
    #expect(
      try told(Self.consulted + "Caller hangUp on 1\n") == [
        "Port EventReleased", "Server Driver CallStatus(Released)", "Driver Port CallReleased",
      ])
  }

  @Test func anActionUnknownToOneServerHappensAtTheOther() throws {
    #expect(try told("Other TMakeCall Agent\n") == ["Other EventDialing"])
    #expect(try told("Port NewCall\n").first == "Port Driver NewCall")
    // The IVR Server knows nothing of a call between the two parties; the T-Server knows nothing of a conference that
    // is not tried there.
    #expect(
      try told("Other TMakeCall Agent\nAgent ring\nAgent answer\n") == [
        "Other EventEstablished", "Agent EventEstablished",
      ])
    #expect(
      try told("Port NewCall\nPort InitConf Agent\nAgent answer\n") == [
        "Server Driver CallStatus(Established)", "Driver Port CallEstablished",
      ])
  }

  @Test func actionsPossibleAtNeitherAreMistakes() {
    #expect(mistakes("Agent answer\n").first?.hasPrefix("x:9:1: error: Agent cannot answer: ") == true)
    #expect(
      mistakes("Driver TMakeCall Other\n") == [
        """
        x:9:8: error: Driver is an ivr-driver: TMakeCall is for an extension, an acd-group, a routing-point, a route-queue, a virtual-queue, an external or a remote
            Driver TMakeCall Other
                   ^~~~~~~~~
        """
      ])
    #expect(mistakes("Other dial Agent\nOther dial Agent\n").count == 1)
  }

  @Test func theCallMayHaveToBeNamedForOneServer() throws {
    let calls = "Other TMakeCall Agent\nAgent ring\nCaller dial Agent\nAgent ring\n"
    #expect(mistakes(calls + "Agent answer\n").first?.contains("say which call is meant: `on 1` or `on 2`") == true)
    #expect(try told(calls + "Agent answer on 2\n") == ["Agent EventEstablished"])
  }

  @Test func anActionByHandHappensAtBoth() throws {
    #expect(
      try told(Self.consulted + "Agent ring\nAgent TAnswerCall\n").suffix(2) == [
        "Server Driver CallStatus(Established)", "Driver Port CallEstablished",
      ])
    #expect(
      try told("Port NewCall\nPort hangUp\n") == ["Server Driver CallStatus(Released)", "Driver Port CallReleased"])
  }

  @Test func aRequestRefusedByOneServerIsAnsweredThere() throws {
    #expect(
      try told("Port NewCall\nPort InitConf Agent\nAgent TAnswerCall\n") == [
        "Agent EventError", "Server Driver CallStatus(Established)", "Driver Port CallEstablished",
      ])
    #expect(try told("Agent TAnswerCall\n") == ["Agent EventError"])
  }

  @Test func theCallThatOnNamesMustExist() throws {
    let call = Self.consulted
    #expect(try told(call + "Caller hangUp on Port\n").count == 3)
    #expect(mistakes(call + "Caller hangUp on 9\n").first?.contains("there is no call 9") == true)
    #expect(mistakes(call + "Caller hangUp on Server\n").first?.contains("it is not done at Server") == true)
    // A request about a call that does not exist is answered, and nothing else happens.
    #expect(try told(call + "Agent TReleaseCall on 9\n") == ["Agent EventError"])
    #expect(mistakes(call + "Port NewCall on 1\n").first?.contains("no server knows both Port and NewCall") == true)
    #expect(
      mistakes(call + "Caller hangUp on foo\n") == [
        """
        x:15:18: error: `on foo` names nothing
            Caller hangUp on foo
                             ^~~
            calls have ConnIDs: 1, 2, 3 …; everything else is named by its party
        """
      ])
  }

  @Test func aTargetMustBeKnownToTheVerbsServer() {
    #expect(
      mistakes("Port NewCall Other\n") == [
        """
        x:9:1: error: Port cannot request NewCall: no server knows all of Port, Other and NewCall; \
        if that is meant, write `refused` under it
            Port NewCall Other
            ^~~~~~~~~~~~~~~~~~
        """
      ])
  }

  @Test func anOptionMustBeKnownToTheActorsServer() {
    #expect(mistakes("Port NewCall\nPort InitConf Agent\nAgent busy CallState=SitVacant\n").isEmpty)
    #expect(mistakes("Port InitConf Agent ReqId=7\n").isEmpty)
    #expect(
      mistakes("Caller TMakeCall Port\n").first?.contains("Caller is an external and makes no requests like TMakeCall")
        == true)
  }

  @Test func linesAreComparedByTheirServersRules() throws {
    let text = """
      Other TMakeCall Agent
          Other  EventDialing  ThisDNRole=Origination OtherDN=Agent OtherDNRole=Destination
      Port NewCall
          Driver  NewCall                  from=Port
          Server  NewCall(Network)         from=Driver
          Driver  CallStatus(Ringing)      from=Server
          Port    CallRinging              from=Driver
          Driver  CallStatus(Established)  from=Server
          Port    CallEstablished          from=Driver

      """
    #expect(try replay(text).differences().isEmpty)
    #expect(try replay(text.replacing("from=Port", with: "from=Server")).differences().count == 1)
    let bytes = Array((Self.header + text).utf8)
    #expect(Scenario.recorded(bytes, try replay(text)) == bytes)
  }

  @Test func exploringUsesTheFirstServer() throws {
    let found = try replay("").scenario.explore(calls: 1, depth: 3)
    #expect(found.states > 3 && found.fault == nil)
  }
}
