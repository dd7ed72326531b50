import CallModel
@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct TServerLogTests {
  private let header = "scenario  Calls\nparty     A  extension\nparty     B  extension\nparty     C  extension\n\n"

  private func transcript(_ body: String) throws -> Transcript {
    try Scenario(parsing: header + body, path: "calls.scenario").replay()
  }

  private func log(_ body: String, start: String = "2026-01-01T00:00:00Z", flows: [String]? = nil) throws -> LogReader {
    let start = try #require(LogTime(start))
    let reader = LogReader(TServerLog(start: start, version: "9.8").document(try transcript(body), flows: flows))
    #expect(reader.faults == [])
    return reader
  }

  @Test func aLogToTheLetter() throws {
    let body = """
      A TMakeCall B
      wait 250ms
      mark *
      after *
      B TAnswerCall
      """
    let text = TServerLog(version: "9.8", attributes: .listed).document(try transcript(body))
    #expect(
      text == """
        Application name: callsim
        Application type: TServer (1)
        Application version: 9.8
        Host name:        localhost
        Time zone:        0, UTC
        UTC time:         2026-01-01T00:00:00.000
        File:             (1) callsim.20260101_000000_000.log

        # Scenario: Calls

        # Flow: main, from 2026-01-01T00:00:00Z

        00:00:00.000 Trc 04541 RequestMakeCall received from [1] (00000001 callsim localhost)
        message RequestMakeCall
        \tAttributeThisDN\t'A'
        \tAttributeOtherDN\t'B'
        \tAttributeReferenceID\t1

        @00:00:00.0000 [0] 9.8 distribute_event: message EventDialing
        \tAttributeConnID\t0000000000000001
        \tAttributeThisDN\t'A'
        \tAttributeThisDNRole\t1
        \tAttributeOtherDN\t'B'
        \tAttributeOtherDNRole\t2
        \tAttributeEventSequenceNumber\t0000000000000001
        \tAttributeTimeinSecs\t1767225600 (00:00:00)
        \tAttributeTimeinuSecs\t0

        # Flow: *, from 2026-01-01T01:00:00Z

        01:00:00.000 Trc 04541 RequestMakeCall received from [1] (00000001 callsim localhost)
        message RequestMakeCall
        \tAttributeThisDN\t'A'
        \tAttributeOtherDN\t'B'
        \tAttributeReferenceID\t1

        @01:00:00.0000 [0] 9.8 distribute_event: message EventDialing
        \tAttributeConnID\t0000000000000002
        \tAttributeThisDN\t'A'
        \tAttributeThisDNRole\t1
        \tAttributeOtherDN\t'B'
        \tAttributeOtherDNRole\t2
        \tAttributeEventSequenceNumber\t0000000000000002
        \tAttributeTimeinSecs\t1767229200 (01:00:00)
        \tAttributeTimeinuSecs\t0

        01:00:00.260 Trc 04541 RequestAnswerCall received from [2] (00000002 callsim localhost)
        message RequestAnswerCall
        \tAttributeConnID\t0000000000000002
        \tAttributeThisDN\t'B'
        \tAttributeReferenceID\t2

        @01:00:00.2600 [0] 9.8 distribute_event: message EventError
        \tAttributeConnID\t0000000000000002
        \tAttributeThisDN\t'B'
        \tAttributeErrorCode\t1161
        \tAttributeErrorMessage\t'Incorrect object state'
        \tAttributeEventSequenceNumber\t0000000000000003
        \tAttributeTimeinSecs\t1767229200 (01:00:00)
        \tAttributeTimeinuSecs\t260000


        """)
  }

  /// All that the T-Server knows, with numbers for names.
  @Test func enumerationsAreNumbers() throws {
    let log = try log(
      "A TMakeCall B\nB busy CallState=77\nC TMakeCall B\nB busy on 2 CallState=SitInvalidnum\nA TAgentLogin AgentWorkMode=AuxWork\n"
    )
    let busy = log.records.filter { $0.name == "EventDestinationBusy" }
    #expect(busy.map { $0["CallState"] } == ["77", "11"])
    #expect(log.records.first { $0.name == "EventDialing" }?["CallType"] == "1")
    #expect(log.records.first { $0.name == "RequestAgentLogin" }?["AgentWorkMode"] == "4")
    #expect(log.records.first { $0.name == "EventAgentLogin" }?["AgentWorkMode"] == "4")
  }

  /// A flow begins at the next full hour after the one before it has ended, so that time does not go back.
  @Test func eachFlowBeginsHoursLater() throws {
    let body =
      "A TMakeCall B\nmark *\nwait 90m\nB ring\nwait 40m\nafter *\nA THoldCall\nafter * as again\nA TReleaseCall\n"
    let log = try log(body, start: "2024-02-28T20:15:00.5Z")
    #expect(
      log.comments.map(\.text) == [
        "Scenario: Calls", "Flow: main, from 2024-02-28T20:15:00Z", "Flow: *, from 2024-02-28T23:15:00Z",
        "Flow: again, from 2024-02-29T00:15:00Z",
      ])
    let times = log.records.filter { $0.kind == .event }.map { $0["TimeinSecs"] ?? "" }
    #expect(
      times == [
        "1709151300 (20:15:00)", "1709156700 (21:45:00)", "1709162100 (23:15:00)", "1709162100 (23:15:00)",
        "1709165700 (00:15:00)", "1709165700 (00:15:00)",
      ])
    #expect(log.header.contains("UTC time:         2024-02-28T20:15:00.500"))
    #expect(log.header.last == "File:             (1) callsim.20240228_201500_500.log")
  }

  @Test func callsAndEventsGoOnCounting() throws {
    let body = """
      A TMakeCall B
      mark *
      C TMakeCall B
      after *
      A TReleaseCall on 99
      A TReleaseCall
      after * as again
      A TReleaseCall
      """
    let log = try log(body)
    let dialing = log.records.filter { $0.name == "EventDialing" }
    let numbers = ["0000000000000001", "0000000000000002", "0000000000000003", "0000000000000004"]
    #expect(dialing.map { $0["ConnID"] } == numbers)
    #expect(dialing.map { $0["CallID"] } == ["1", "2", "3", "4"])
    #expect(dialing.map { $0["CallUUID"] } == numbers.map { "'0000000000000000\($0)'" })
    let events = log.records.filter { $0.kind == .event }
    #expect(events.compactMap { $0["EventSequenceNumber"].flatMap { Int($0, radix: 16) } } == Array(1...events.count))
    // The request names a call that does not exist, and so does its error.
    #expect(
      log.records.filter { $0["ConnID"] == "0000000000000065" }.map(\.name) == ["RequestReleaseCall", "EventError"])
  }

  @Test func theLargestNumbersDoNotOverflow() throws {
    let log = try log("A TMakeCall B\nA TReleaseCall on 18446744073709551615\nmark *\nafter *\nA TReleaseCall\n")
    #expect(log.records.contains { $0["ConnID"] == "ffffffffffffffff" })
    #expect(log.records.last?["ConnID"] == "0000000000000002")
  }

  // MARK: Requests

  @Test func requestsAsTheyAreReceived() throws {
    let body = """
      A TMakeCall B data.Name=Ann data.\"a 'b'\"="x, \\"y\\"" reason.why=1 extension.line=2 ReferenceID=77
      B ring
      B TAnswerCall
      B TInitiateTransfer C
      C ring
      C TAnswerCall
      B TAlternateCall on 2
      B TCompleteTransfer
      A TMonitorNextCall C MonitorNextCallType=AllCalls MonitorMode=Coach
      A hangUp on 1
      """
    let log = try log(body)
    let requests = log.records.filter { $0.kind == .request }
    func outline(_ record: LogReader.Record) -> String {
      ([record.name] + record.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }
    #expect(
      outline(requests[0])
        == "RequestMakeCall ThisDN='A' OtherDN='B' ReferenceID=77 UserData=[30] 00 02 00 00.. Reason=[11] 00 01 00 00.. "
        + "Extensions=[12] 00 01 00 00..")
    #expect(requests[0].lists["UserData"]?.map(\.key) == ["Name", "a 'b'"])
    #expect(requests[0].lists["UserData"]?.map(\.value) == ["Ann", "x, \"y\""])
    #expect(requests[0].lists["Reason"]?.map(\.key) == ["why"])
    #expect(requests[0].lists["Extensions"]?.map(\.value) == ["2"])
    #expect(
      requests.dropFirst().map(outline) == [
        "RequestAnswerCall ConnID=0000000000000001 ThisDN='B' ReferenceID=3",
        "RequestInitiateTransfer ConnID=0000000000000001 ThisDN='B' OtherDN='C' ReferenceID=4",
        "RequestAnswerCall ConnID=0000000000000002 ThisDN='C' ReferenceID=6",
        "RequestAlternateCall ConnID=0000000000000002 PreviousConnID=0000000000000001 ThisDN='B' ReferenceID=7",
        "RequestCompleteTransfer ConnID=0000000000000001 TransferConnID=0000000000000002 ThisDN='B' ReferenceID=8",
        "RequestMonitorNextCall ThisDN='A' OtherDN='C' ReferenceID=9 MonitorNextCallType=1 Extensions=[23] 00 01 00 00..",
      ])
  }

  @Test func requestsThatAreCalledOtherwise() throws {
    let log = try log(
      """
      A TAgentLogin
      A TAgentSetReady
      A TAgentSetNotReady
      A TCallSetForward B ForwardMode=OnBusy
      A TCallCancelForward
      A TSendUserEvent B
      A TRegisterAddress RegisterMode=Private
      """)
    #expect(
      log.records.filter { $0.kind == .request }.map(\.name) == [
        "RequestAgentLogin", "RequestAgentReady", "RequestAgentNotReady", "RequestCallForwardSet",
        "RequestCallForwardCancel", "RequestDistributeUserEvent", "RequestRegisterAddress",
      ])
    #expect(log.records.first { $0.name == "RequestCallForwardSet" }?["ForwardMode"] == "2")
    #expect(log.records.last { $0.name == "RequestRegisterAddress" }?["RegisterMode"] == "1")
    // The snapshot is about a DN, and says so with the number of the T-Library.
    #expect(log.records.last { $0.name == "EventRegistered" }?["AddressInfoType"] == "8")
  }

  // MARK: What repeats

  /// Each event has the bytes of its own party, also where two names look alike.
  @Test func namesKeepTheirBytes() throws {
    let dns = ["7001", "\u{E9}", "e\u{301}", "a much longer name than that", "7002", "7003"]
    let order = [0, 1, 2, 3, 4, 5, 0, 2, 1]
    let parties = dns.indices.map { "party  P\($0)  extension  dn=\"\(dns[$0])\"\n" }.joined()
    let body = order.map { "A TMakeCall P\($0)\nA TReleaseCall\n" }.joined()
    let transcript = try Scenario(parsing: "scenario  Names\nparty  A  extension\n" + parties + "\n" + body).replay()
    let log = LogReader(TServerLog(version: "1").document(transcript))
    #expect(log.faults == [])
    let dialing = log.records.filter { $0.name == "EventDialing" }
    #expect(dialing.map { Array(($0["OtherDN"] ?? "").utf8) } == order.map { Array("'\(dns[$0])'".utf8) })
  }

  /// An error names a call that does not exist yet. The next flow counts on behind the call when it does.
  @Test func aCallOfAnErrorCountsOnlyWhenItExists() throws {
    let log = try log(
      "A TReleaseCall on 1\nA TMakeCall B\nB ring\nmark *\nafter *\nB TAnswerCall\nafter * as again\nB TAnswerCall\n")
    let dialing = log.records.filter { $0.name == "EventDialing" }
    #expect(dialing.map { $0["ConnID"] } == (1...3).map { "000000000000000\($0)" })
    #expect(log.records.first { $0.name == "EventError" }?["ConnID"] == "0000000000000001")
  }

  // MARK: What is left out

  @Test func messagesOfTheOtherServerAreLeftOut() throws {
    let path = "Scenarios/side-by-side/"
    let transcripts = try Repository.scenarios.filter { $0.hasPrefix(path) }.map(Repository.transcript)
    #expect(!transcripts.isEmpty)
    for transcript in transcripts {
      #expect(TServerLog.canWrite(transcript.scenario))
      let log = LogReader(TServerLog(version: "1").document(transcript, flows: ["main"]))
      #expect(log.faults == [])
      let messages = transcript.flows[0].entries.flatMap { entry -> [Message] in
        if case .step(let step) = entry { step.messages } else { [] }
      }
      #expect(log.records.count { $0.kind == .event } == messages.count { $0.from == nil })
      #expect(
        log.comments.map(\.text).filter { $0.hasPrefix("Left out: ") }
          == messages.filter { $0.from != nil }.map { message in
            let parties = transcript.scenario.parties
            return "Left out: \(message.name) from \(parties[message.from ?? 0].name) to \(parties[message.to].name), "
              + "which is not the T-Server's"
          })
    }
  }

  @Test func messagesWithoutANumberAreLeftOut() {
    var transcript = Sample(parties: ["A extension"]).transcript([.step("A hangUp", ["A EventDialing ThisDN=A"])])
      .onTServer
    guard case .step(var step) = transcript.flows[0].entries[0] else { return }
    step.messages[0].name = "EventCoffee"
    transcript.flows[0].entries[0] = .step(step)
    let log = LogReader(TServerLog(version: "1").document(transcript))
    #expect(log.records.isEmpty && log.faults.isEmpty)
    #expect(log.comments.last?.text == "Left out: EventCoffee to A, which has no number in the T-Library")
  }

  @Test func otherServersHaveNoLog() throws {
    for folder in ["ivr-conference", "interaction-models", "recording"] {
      let path = try #require(Repository.scenarios.first { $0.hasPrefix("Scenarios/\(folder)/") })
      let scenario = try Scenario(parsing: Repository.bytes(of: path), path: path)
      #expect(!TServerLog.canWrite(scenario))
    }
  }

  // MARK: Documents

  @Test func severalScenariosAreOneLog() throws {
    let transcript = try transcript("A TMakeCall B\n")
    var format = TServerLog(version: "1")
    var text = format.opening + format.contents([Chapter(transcript, number: 1), Chapter(transcript, number: 2)])
    for number in [1, 2] { format.write(transcript, flows: nil, number: number) { text += $0 } }
    let log = LogReader(text)
    #expect(log.faults == [])
    #expect(
      log.comments.map(\.text) == [
        "Contents", "  1. Calls (calls.scenario)", "  2. Calls (calls.scenario)",
        "Scenario 1: Calls (calls.scenario)", "Flow: main, from 2026-01-01T00:00:00Z",
        "Scenario 2: Calls (calls.scenario)", "Flow: main, from 2026-01-01T01:00:00Z",
      ])
    let events = log.records.filter { $0.kind == .event }
    #expect(events.map { $0["ConnID"] } == ["0000000000000001", "0000000000000002"])
    #expect(events.map(\.time) == [0, 3_600_000_000])
  }

  @Test func flowsAreChosenByName() throws {
    let log = try log("A TMakeCall B\nmark *\nB ring\nafter *\nA TReleaseCall\n", flows: ["*"])
    #expect(log.comments.map(\.text) == ["Scenario: Calls", "Flow: *, from 2026-01-01T00:00:00Z"])
    #expect(log.records.map(\.name) == ["RequestMakeCall", "EventDialing", "RequestReleaseCall", "EventReleased"])
  }

  /// No name or value can add a record, a line or an attribute, or take one away.
  @Test(
    arguments: Transcript.hostileTexts + [
      "\n@00:00:00.0000 [0] 1 distribute_event: message EventRinging\n\tAttributeThisDN\t'B'", "\n# x", "\n\n", "\t",
      "'\t'",
      "00:00:00.000 Trc 04541 RequestMakeCall received from [1] (1)\nmessage RequestMakeCall",
    ])
  func hostileTexts(_ text: String) {
    let plain = LogReader(TServerLog(version: "1").document(.hostile("x")))
    var transcript = Transcript.hostile(text)
    transcript.scenario.parties[1].dn = text
    for flow in transcript.flows.indices {
      for entry in transcript.flows[flow].entries.indices {
        guard case .step(var step) = transcript.flows[flow].entries[entry] else { continue }
        step.action.options.append(Option("data.\(text)", text))
        transcript.flows[flow].entries[entry] = .step(step)
      }
    }
    let log = LogReader(TServerLog(version: "1").document(transcript))
    #expect(log.faults == [])
    #expect(log.header == plain.header)
    #expect(log.comments.count == plain.comments.count)
    #expect(log.records.map(\.name) == plain.records.map(\.name))
    let dialing = log.records.first { $0.name == "EventDialing" }
    #expect(
      dialing?.attributes.map(\.name) == plain.records.first { $0.name == "EventDialing" }?.attributes.map(\.name))
  }
}
