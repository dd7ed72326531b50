import Testing

/// `callsim check` of a log with requests: what the options make of them.
@Suite struct CheckRequestsTests {
  /// Two calls and an agent. Nothing answers the request of 7002 and that of 7005, and what answers the one of 7004 is
  /// something else.
  private static let rows = """
    09:14:00.000 RequestMakeCall ThisDN=7001 OtherDN=7002 ReferenceID=1
    09:14:00.100 EventDialing ConnID=6 ThisDN=7001 ThisDNRole=1 OtherDN=7002 OtherDNRole=2 CallState=0 ReferenceID=1
    09:14:01.000 EventRinging ConnID=6 ThisDN=7002 ThisDNRole=2 OtherDN=7001 OtherDNRole=1 CallState=0
    09:14:05.000 RequestAnswerCall ConnID=6 ThisDN=7002 ReferenceID=2
    09:14:05.100 EventEstablished ConnID=6 ThisDN=7001 ThisDNRole=1 OtherDN=7002 OtherDNRole=2
    09:14:05.100 EventEstablished ConnID=6 ThisDN=7002 ThisDNRole=2 OtherDN=7001 OtherDNRole=1 ReferenceID=2
    09:14:30.000 RequestHoldCall ConnID=6 ThisDN=7002 ReferenceID=3
    09:15:00.000 RequestReleaseCall ConnID=6 ThisDN=7001 ReferenceID=4
    09:15:00.100 EventReleased ConnID=6 ThisDN=7001 ThisDNRole=1 OtherDN=7002 CallState=0 ReferenceID=4
    09:15:00.100 EventReleased ConnID=6 ThisDN=7002 ThisDNRole=2 OtherDN=7001 CallState=0
    09:16:00.000 RequestAgentLogin ThisDN=7005 AgentID=A12 ReferenceID=5
    09:20:00.100 EventDialing ConnID=7 ThisDN=7003 ThisDNRole=1 OtherDN=7004 OtherDNRole=2 CallState=0
    09:20:01.000 EventRinging ConnID=7 ThisDN=7004 ThisDNRole=2 OtherDN=7003 OtherDNRole=1 CallState=0
    09:20:05.100 EventEstablished ConnID=7 ThisDN=7003 ThisDNRole=1 OtherDN=7004 OtherDNRole=2
    09:20:05.100 EventEstablished ConnID=7 ThisDN=7004 ThisDNRole=2 OtherDN=7003 OtherDNRole=1
    09:20:30.000 RequestRetrieveCall ConnID=7 ThisDN=7004 ReferenceID=6
    09:20:30.100 EventHeld ConnID=7 ThisDN=7004 ThisDNRole=2 OtherDN=7003 OtherDNRole=1 ReferenceID=6
    09:21:00.100 EventReleased ConnID=7 ThisDN=7003 ThisDNRole=1 OtherDN=7004 CallState=0
    09:21:00.100 EventReleased ConnID=7 ThisDN=7004 ThisDNRole=2 OtherDN=7003 CallState=0
    """

  private static let hold = "note: nothing answers THoldCall of 7002"
  private static let login = "note: nothing answers TAgentLogin of 7005"
  private static let held =
    "warning: EventHeld at 7004 answers TRetrieveCall of 7004, but only something else explains it"

  private let scratch = Scratch([:])

  init() { scratch.write("srv.log", Self.log(Self.rows)) }

  /// The rows as a T-Server logs them. An event behind `>` is told to one client.
  private static func log(_ rows: String) -> String {
    let texts = rows.split(separator: "\n").map { row in
      var words = row.split(separator: " ").map(String.init)
      let time = words.removeFirst()
      let head = words[0] == ">" ? "send_to_client" : "distribute_event"
      if words[0] == ">" { words.removeFirst() }
      let message = words.removeFirst()
      let attributes = words.map { word in
        let parts = word.split(separator: "=").map(String.init)
        let value =
          switch parts[0] {
          case "ConnID": "006c02462a16100\(parts[1])"
          case "ThisDN", "OtherDN", "AgentID": "\u{27}\(parts[1])\u{27}"
          default: parts[1]
          }
        return "\tAttribute\(parts[0])\t\(value)\n"
      }
      let first =
        message.hasPrefix("Event")
        ? "@\(time)0 [0] 8.1.101.10 \(head): message \(message)\n"
        : "\(time) Trc 04541 \(message) received from [66] (00000e85 Desktop 10.51.167.61:49280)\nmessage \(message)\n"
      return first + attributes.joined() + "\n"
    }
    return "Application type: TServer (1)\nLocal time: 2026-01-05T09:00:00.000\n\n" + texts.joined()
  }

  /// The findings of a check, and the status.
  private func check(_ arguments: [String]) throws -> (findings: [String], status: Int32) {
    let found = try Invocation(["check", "srv.log"] + arguments, in: scratch)
    let lines = found.output.split(separator: "\n").filter { $0.hasPrefix("srv.log:") }
    return (lines.map { $0.split(separator: ": ").dropFirst().joined(separator: ": ") }, found.status)
  }

  private static let past =
    "note: the call began before the log, or has to do with one that did; it is not judged from EventReleased at 7001 on"
  private static let silent = ["7002", "7004"].map { dn in
    "note: nothing follows EventEstablished at \(dn) for so long that the call is not judged from here on"
  }

  @Test(
    arguments: [
      ("", [hold, held, login]), ("--profile sip-server", [hold, held, login]), ("--verify", [hold, held, login]),
      ("--presence ignore", [hold, held, login]), ("--slack 1", [hold, held, login]),
      ("--call 006c02462a161006", [hold]), ("--call 6C02462A161007", [held]), ("--call 0", []),
      ("--dn 7001", []), ("--dn 7002", [hold]), ("--dn 7004", [held]), ("--dn 7005", [login]),
      // The request is about a call that is set aside.
      ("--since 09:14:20", [past, held, login]), ("--idle 20s", silent + [login]),
      // The call may go on.
      ("--until 09:14:40", []), ("--until 09:16:10", [hold, login]),
      // The answer is logged, although it is not judged.
      ("--until 09:14:05.050", []), ("--until 09:20:30.050", [hold, login]),
    ] as [(String, [String])])
  func anOptionDecidesWhatIsFound(_ options: String, _ expected: [String]) throws {
    let (findings, status) = try check(options.split(separator: " ").map(String.init))
    #expect(findings == expected && status == 0)
  }

  @Test func strictly() throws {
    #expect(try check(["--strict"]).status == 1)
    #expect(try check(["--strict", "--dn", "7002"]).status == 0)
  }

  /// A client is told alone that its request is refused, or has been carried out.
  @Test(arguments: ["EventError ErrorCode=1161", "EventACK"]) func aReplyIsAnAnswer(_ reply: String) throws {
    let rows = Self.rows.replacing(
      "\n09:15:00.000", with: "\n09:14:31.000 > \(reply) ThisDN=7002 ReferenceID=3\n09:15:00.000")
    scratch.write("srv.log", Self.log(rows + "\n09:22:00.000 > \(reply) ThisDN=7005 ReferenceID=5"))
    #expect(try check([]).findings == [Self.held])
  }

  /// The routing point is told that its request came too late, and then the next call comes.
  @Test func aRefusalIsTheErrorThatADNAwaits() throws {
    let calls = (1...2).map { call in
      """
      09:1\(call):00.100 EventDialing ConnID=\(call) ThisDN=7001 ThisDNRole=1 OtherDN=9001 OtherDNRole=2
      09:1\(call):00.200 EventRouteRequest ConnID=\(call) ThisDN=9001 ThisDNRole=2 OtherDN=7001 OtherDNRole=1
      09:1\(call):05.000 RequestRouteCall ConnID=\(call) ThisDN=9001 OtherDN=7003 ReferenceID=2\(call)
      09:1\(call):05.100 EventReleased ConnID=\(call) ThisDN=7001 OtherDN=7003 CallState=0
      09:1\(call):05.200 EventAbandoned ConnID=\(call) ThisDN=9001 OtherDN=7001 CallState=0
      09:1\(call):05.300 > EventError ConnID=\(call) ThisDN=9001 ErrorCode=1161 ReferenceID=2\(call)
      """
    }
    scratch.write("srv.log", Self.log(calls.joined(separator: "\n")))
    let checked = try check([])
    #expect(checked.status == 0 && checked.findings == [])
  }

  /// What does not fail the command fails no test.
  @Test func aReportForBuildServers() throws {
    func report(_ options: String...) throws -> String {
      try Invocation(["check", "srv.log", "--format", "junit"] + options, in: scratch).output
    }
    let report = (usual: try report(), strict: try report("--strict"))
    #expect(report.usual.contains(#"<testsuites name="callsim" tests="3" failures="0" errors="0">"#))
    #expect(report.usual.contains("<system-out>nothing answers THoldCall of 7002\n"))
    #expect(
      report.strict.contains(#"tests="3" failures="1""#) && report.strict.contains("<failure message=\"EventHeld"))
  }
}
