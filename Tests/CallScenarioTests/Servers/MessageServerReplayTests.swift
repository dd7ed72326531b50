import CallModel
import Testing

@testable import CallScenario

/// What servers whose messages have senders answer to a scenario's actions, apart from the messages themselves.
struct MessageServerReplayTests {
  private static let header = """
    scenario  Test
    server    ivr-server
    party     One     ivr
    party     Two     ivr  dn=4002
    party     Driver  ivr-driver
    party     Server  ivr-server
    party     Caller  external
    party     Peer    external

    """

  private static let interactions = """
    scenario  Test
    server    interaction-server
    party     Agent   agent
    party     Away    agent  state=logged-out
    party     Server  interaction-server
    party     Engine  reporting
    party     Chat    interaction
    party     Mail    interaction  place=workbin:Drafts

    """

  private func replay(_ body: String, header: String = Self.header) throws(Mistakes) -> Transcript {
    try Scenario(parsing: header + body, path: "x").replay()
  }

  private func mistakes(_ body: String, header: String = Self.header) -> [String] {
    do { _ = try replay(body, header: header) } catch { return error.diagnostics.map(\.description) }
    return []
  }

  private func differences(_ body: String) throws -> [String] {
    try replay(body).differences().map { "\($0.kind)" }
  }

  @Test func messagesHaveSendersAndTheirRule() throws {
    let step = try #require(try replay("One NewCall Caller\n").steps.first)
    let parties = try replay("").scenario.parties.map(\.name)
    #expect(step.rules.map(\.name) == ["A new call reaches the IVR"] && step.refusal == nil && step.defaults.isEmpty)
    #expect(
      step.messages.map { "\(parties[$0.from ?? 0]) \($0.name) \(parties[$0.to])" } == [
        "One NewCall Driver", "Driver NewCall(Network) Server", "Server CallStatus(Ringing) Driver",
        "Driver CallRinging One",
        "Server CallStatus(Established) Driver", "Driver CallEstablished One",
      ])
    #expect(
      step.messages.allSatisfy {
        step.rule(of: $0)?.source.hasPrefix("IVR Server, ") == true && $0.call == nil
      })
  }

  @Test func attributesAreListedOrNot() throws {
    let steps = try replay("One NewCall\nOne RouteRequest RouteType=reroute\nOne RetrieveCall ReqId=7\n").steps
    #expect(steps[1].messages.last?.attributes == [.init(name: "RouteType", value: "Reroute", isListed: false)])
    #expect(
      steps[2].messages.last?.attributes == [
        .init(name: "FailedReq", value: "RetrieveCall", isListed: true),
        .init(name: "ReqId", value: "7", isListed: true),
      ])
  }

  @Test func rejectedRequestsAreRefused() throws {
    let step = try #require(try replay("One RetrieveCall\n").steps.last)
    #expect(step.refusal == "One cannot retrieve the call: One has no call")
    #expect(step.rules.map(\.name) == ["There is no call"] && step.messages.allSatisfy(\.isRefusal))
    #expect(try differences("One RetrieveCall\n    refused has no call\n") == [])
    // The old text is shown with the new reason.
    #expect(try differences("One RetrieveCall\n    refused no call at all\n").count == 1)
    #expect(try differences("One RetrieveCall\n    ...\n").count == 1)
    #expect(try differences("One RetrieveCall\n    Driver RetrieveCall from=One\n    ...\n") == [])
    // The first call is retrieved, so the request has an effect.
    #expect(try differences("One NewCall\nOne InitConf\nOne InitConf\n    refused\n").count > 1)
  }

  @Test func impossibleActionsAreMistakes() {
    #expect(
      mistakes("One NewCall Caller\nOne OneStepConf\nCaller answer\n") == [
        """
        x:11:1: error: Caller cannot answer: no port is calling Caller; if that is meant, write `refused` under it
            Caller answer
            ^~~~~~~~~~~~~
            possible now: hangUp on One
        """
      ])
    #expect(
      mistakes("One NewCall\nOne NewCall\n").first?.contains("possible now: RouteRequest, InitConf") == true)
    #expect(mistakes("One NewCall Caller\nOne NewCall\n    refused One is in a call with Caller\n").isEmpty)
  }

  @Test func optionalParametersArePossibleToo() throws {
    let recording = """
      scenario Test
      server recording
      party D1 device
      party D2 device
      party SIP sip-server
      party Media media-server
      D1 connect D2
      D2 retrieve
      """
    func told() -> [String] {
      do { _ = try Scenario(parsing: recording, path: "x").replay() } catch {
        return error.diagnostics.map(\.description)
      }
      return []
    }
    // Everything else would be answered by EventError.
    #expect(
      told().first?.hasSuffix("possible now: hangUp, TPrivateService PrivateMsgID=GSIP_RECORD_START") == true)
  }

  @Test func ambiguousActionsMustNameOne() {
    let calls = "One NewCall Caller\nTwo NewCall Caller\n"
    #expect(
      mistakes(calls + "Caller hangUp\n") == [
        """
        x:11:1: error: Caller cannot hang up: One or Two could be meant
            Caller hangUp
            ^~~~~~~~~~~~~
            say with `on NAME` which is meant
        """
      ])
    #expect(mistakes(calls + "Caller hangUp on 4002\nCaller hangUp\n").isEmpty)
    #expect(mistakes(calls + "Caller hangUp on Nobody\n").first?.contains("there is no such call") == true)
  }

  @Test func ambiguitiesAreListedByName() {
    #expect(
      mistakes("Agent RequestPull\n", header: Self.interactions) == [
        """
        x:9:1: error: Agent cannot pull the interaction: Chat or Mail could be meant
            Agent RequestPull
            ^~~~~~~~~~~~~~~~~
            say with `on NAME` which is meant
        """
      ])
    #expect(
      mistakes("Server deliver Away on Chat\n", header: Self.interactions) == [
        """
        x:9:1: error: Server cannot deliver Chat to Away: Away is logged out; if that is meant, write `refused` under it
            Server deliver Away on Chat
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~
            possible now: deliver Agent on Chat|Mail
        """
      ])
  }

  /// Models know texts by number, including the implied name of something that the file does not name.
  @Test func defaultsOfUnwrittenValues() throws {
    let steps = try replay(
      """
      Agent RequestPlaceInQueue on Chat
      Agent RequestPlaceInQueue on Mail
      Agent RequestPull on Chat
      Agent RequestPlaceInWorkbin on Chat Workbin="Mine, and his"
      Agent RequestPull on Chat
      Agent RequestPlaceInWorkbin on Chat

      """, header: Self.interactions
    ).steps
    func value(_ name: String, _ step: Int, _ message: String) -> String? {
      steps[step].messages.first { $0.name == message }?.attributes.first { $0.name == name }?.value
    }
    #expect(
      value("Queue", 0, "EventPlacedInQueue") == "Default" && value("Queue", 1, "EventPlacedInQueue") == "Default")
    #expect(
      value("Queue", 3, "EventPlacedInQueue") == nil && value("Workbin", 3, "EventPlacedInWorkbin") == "Mine, and his")
    #expect(value("Workbin", 4, "EventTakenFromWorkbin") == "Mine, and his")
    #expect(value("Workbin", 5, "EventPlacedInWorkbin") == "Mine, and his")
    #expect(value("InteractionId", 1, "EventAck") == "Mail" && value("ReferenceId", 1, "EventAck") == "2")
  }

  @Test func numbersHaveLimits() {
    let call = "One NewCall\nOne InitConf\n"
    #expect(mistakes(call + "Peer fail TLibErrCode=4294967295\n").isEmpty)
    #expect(
      mistakes(call + "Peer fail TLibErrCode=4294967296\n") == [
        """
        x:11:23: error: 4294967296 is no TLibErrCode
            Peer fail TLibErrCode=4294967296
                                  ^~~~~~~~~~
            its numbers end at 4294967295
        """
      ])
    #expect(mistakes("One NewCall\nOne RouteRequest RouteType=1\n").isEmpty)
    #expect(
      mistakes("One NewCall\nOne RouteRequest RouteType=9\n").first?.hasSuffix("RerouteAttended or RerouteConferenced")
        == true)
  }

  @Test func exploringWithSomeVerbs() throws {
    let scenario = try replay("").scenario
    let whole = scenario.explore()
    let some = scenario.explore(verbs: ["NewCall", "hangUp"])
    #expect(some.fault == nil && !some.isCutShort && some.states > 3 && some.states < whole.states)
    #expect(scenario.explore(depth: 1).isCutShort)
  }

  @Test func everyRuleOfEveryServerCanBeListed() {
    for vocabulary in Servers.vocabularies {
      let rules = Servers.rules(of: vocabulary.server)
      let verbs = vocabulary.verbs.map(\.name)
      #expect(!rules.isEmpty && Set(rules.map(\.name)).count == rules.count)
      #expect(rules.allSatisfy { !$0.source.isEmpty && Set($0.verbs).isSubset(of: verbs) })
    }
    #expect(Servers.rules.count == Servers.vocabularies.reduce(0) { $0 + Servers.rules(of: $1.server).count })
    #expect(Servers.rules(of: "no-server").isEmpty)
  }
}
