import CallScenario
import Testing

@testable import CallReport

/// The table of an action at every point: a row for neighbours with the same result, a column for each recipient.
@Suite struct WhatIfTableTests {
  private func table(_ text: String, _ action: String, width: Int = 80, _ attributes: AttributeChoice = .listed)
    throws -> [String]
  {
    let scenario = try Scenario(parsing: text, path: "x")
    let answer = try scenario.whatIf(try scenario.action(action, path: "ACTION"), path: "ACTION")
    let lines = WhatIfTable(width: width, attributes: attributes).text(answer).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= max(width, 20) && $0.last != " " })
    return lines.map(String.init)
  }

  private static let header = "scenario T\nparty A extension\nparty B extension\n"

  @Test func ofManyEqualNeighboursTheFirstAndLastAreShown() throws {
    let held = String(repeating: "A THoldCall\nA TRetrieveCall\n", count: 4)
    let lines = try table(Self.header + "A TMakeCall B\nB ring\nB TAnswerCall\n" + held, "B TReleaseCall on 2")
    #expect(
      lines == [
        "What if B TReleaseCall on 2, at any point of main", "T", "", "the start", "1  A TMakeCall B", "2  B ring",
        "… 7 more",
        "10  A THoldCall", "11  A TRetrieveCall", "    refused: B cannot release: there is no call 2", "",
      ])
  }

  @Test func eachRecipientHasAColumn() throws {
    let lines = try table(Self.header + "A TMakeCall B\nB ring\nmark *\nB TAnswerCall\n", "A TReleaseCall")
    #expect(
      lines == [
        "What if A TReleaseCall, at any point of main", "T", "",
        "after              A                            B",
        "----------------   --------------------------   ---------------",
        "the start          refused: A cannot release: it is in no call", "",
        "1  A TMakeCall B   EventReleased",
        "                     ConnID      1",
        "                     ThisDN      A",
        "                     ThisDNRole  Origination",
        "                     CallState   OK", "",
        "2  B ring  (*)     EventReleased                EventAbandoned",
        "                     ConnID       1               ConnID     1",
        "                     ThisDN       A               ThisDN     B",
        "                     ThisDNRole   Origination     OtherDN    A",
        "                     OtherDN      B               CallState  OK",
        "                     OtherDNRole  Destination",
        "                     CallState    OK", "",
        "3  B TAnswerCall   EventReleased                EventReleased",
        "                     ConnID     1                 ConnID     1",
        "                     ThisDN     A                 ThisDN     B",
        "                     OtherDN    B                 OtherDN    A",
        "                     CallState  OK                CallState  OK", "",
      ])
  }

  @Test func tooManyColumnsBecomeLines() throws {
    let lines = try table(Self.header + "A TMakeCall B\nB ring\n", "A TReleaseCall", width: 46)
    #expect(lines.contains("2  B ring"))
    #expect(
      lines.contains { $0.hasPrefix("    A  EventReleased") }
        && lines.contains { $0.hasPrefix("    B  EventAbandoned") })
  }

  @Test func eachCallThatCouldBeMeantIsShown() throws {
    let text = Self.header + "party C extension\nA TMakeCall B\nB ring\nC TMakeCall B\nB ring\n"
    let lines = try table(text, "B TReleaseCall")
    #expect(
      lines.contains { $0.hasSuffix("B TReleaseCall on 1") } && lines.contains { $0.hasSuffix("B TReleaseCall on 2") })
  }

  @Test func unlistedAttributesAreInBrackets() throws {
    let lines = try table(Self.header + "A TMakeCall B\n", "A TReleaseCall", .all)
    #expect(lines.contains { $0.contains("[CallType]") })
  }

  @Test func anActionWithoutEventsSaysSo() throws {
    let lines = try table(Self.header + "party P routing-point\nA TMakeCall P\n", "P TRouteCall B")
    #expect(lines.contains("1  A TMakeCall P") && lines.contains("    no event"))
  }
}
