import CallScenario
import Testing

@testable import CallReport

/// Scenarios at each limit, and one beyond it, which is refused or reported like anything else.
@Suite(.timeLimit(.minutes(4))) struct ExtremesTests {
  /// Plays and prints the lines of a scenario, which must hold.
  private func hold(_ lines: [String]) throws {
    let transcript = try Self.transcript(lines)
    #expect(transcript.failedSteps().map { DifferenceReport(color: false).text($0, in: transcript) } == [])
    #expect(!Table().text(transcript).isEmpty)
    var json = JSONLines()
    json.append(transcript)
    #expect(json.count > 0)
  }

  private static func transcript(_ lines: [String]) throws(Mistakes) -> Transcript {
    let text = "scenario Much\n" + lines.joined(separator: "\n") + "\n"
    return try Scenario(parsing: text, path: "x").replay()
  }

  private func mistakes(_ lines: [String]) -> String {
    do { _ = try Self.transcript(lines) } catch { return error.description }
    return ""
  }

  @Test func aThousandParties() throws {
    let parties = (1...1_000).map { "party P\($0) extension" }
    let calls = stride(from: 1, to: 1_000, by: 2).flatMap {
      ["P\($0) TMakeCall P\($0 + 1)", "  ...", "P\($0 + 1) ring", "  ..."]
    }
    try hold(parties + calls)
    let transcript = try Self.transcript(parties + calls)
    #expect(Table().text(transcript).split(separator: "\n").allSatisfy { $0.utf8.count <= 100 })
    #expect(mistakes(parties + ["party P1001 extension"]).contains("x:1002:1: error: "))
  }

  @Test func asManyCallsAsAnExchangeHas() throws {
    let parties = ["party X external", "party G acd-group", "party A extension"]
    let calls = Array(repeating: "X dial G\n  ...", count: 4_096)
    try hold(
      parties + calls + [
        "X dial G", "  refused the switch has reached its limit of calls", "A TMakeCall G",
        "  refused the switch has reached its limit of calls",
      ]
        + ["X hangUp on 17", "  ...", "A TMakeCall G", "  ..."])
    // It is ambiguous which call is meant, and the message does not list them all.
    let unclear = mistakes(parties + calls + ["X hangUp"])
    #expect(unclear.contains("`on 1` or `on 2`") && unclear.utf8.count < 400)
  }

  @Test func asManyCallsAsADeviceHas() throws {
    let parties = (0...8).map { "party C\($0) extension" } + ["party D extension", "party G acd-group"]
    let calls = (0..<8).flatMap { ["C\($0) TMakeCall D", "  ...", "D ring on \($0 + 1)", "  ..."] }
    try hold(
      parties + calls + [
        "C8 TMakeCall D", "  refused the line of D is full: 8 calls", "C8 TMakeCall G", "  ...", "G divert D",
      ]
        + ["  refused the line of D is full: 8 calls", "C3 TReleaseCall", "  ...", "G divert D", "  ..."])
  }

  @Test func asManyPartiesAsACallHas() throws {
    let parties =
      (0...8).map { "party P\($0) extension" } + ["party A extension"] + (0...8).map { "party G\($0) acd-group" }
    let members = (2..<8).flatMap {
      ["P0 TSingleStepConference P\($0)", "  ...", "P\($0) ring", "  ...", "P\($0) answer", "  ..."]
    }
    try hold(
      parties + ["P0 TMakeCall P1", "  ...", "P1 ring", "  ...", "P1 answer", "  ..."] + members
        + ["P0 TSingleStepConference P8", "  refused the call is full: 8 parties", "P7 TReleaseCall", "  ..."]
        + ["P0 TSingleStepConference P8"])
    // If several groups have the call, only one can divert it, so there is room for the new destination.
    let groups = (1..<7).flatMap { ["G\($0) queue", "  ..."] }
    try hold(
      parties + ["A TMakeCall G0", "  ..."] + groups + [
        "G7 queue", "  refused", "G3 divert G7", "  ...", "G7 divert P8", "  ...",
      ])
  }

  @Test func tenThousandFlows() throws {
    let flows = (1...10_000).flatMap {
      ["after * as f\($0)", "A TReleaseCall", "  A EventReleased ThisDNRole=Origination CallState=OK"]
    }
    let start = ["party A extension", "party B extension", "A TMakeCall B", "  ...", "mark *"]
    try hold(start + flows)
    #expect(mistakes(start + flows + ["after *"]).contains("x:30007:1: error: "))
  }

  @Test(arguments: [
    "A ring ", "# ", "A ring\n  A EventRinging OtherDN=\"", "A ring\n  refused ", "party B extension dn=",
  ])
  func aLineOfAMegabyte(_ start: String) {
    let long = mistakes(["party A extension", start + String(repeating: "x", count: 1 << 20)])
    #expect(long.contains("at most 65536 are allowed") && long.utf8.count < 2_000)
  }
}
