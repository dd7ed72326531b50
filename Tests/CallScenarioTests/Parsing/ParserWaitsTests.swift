import Testing

@testable import CallScenario

@Suite struct ParserWaitsTests {
  private let header = "scenario T\nparty A extension\nparty B extension\n"

  private func waits(_ text: String) throws -> [WaitStatement] {
    try parsed(header + text).flows.flatMap(\.statements).compactMap {
      if case .wait(let wait) = $0 { wait } else { nil }
    }
  }

  @Test func aWaitHasADuration() throws {
    let waits = try waits(
      "wait 250ms\nA TMakeCall B\nwait  5s # a comment\nmark *\nwait 2m\nafter *\nwait 01h\nwait 0s\n")
    #expect(waits.map(\.milliseconds) == [250, 5_000, 120_000, 3_600_000, 0])
    #expect(waits.map(\.duration) == ["250ms", "5s", "2m", "01h", "0s"])
    #expect(waits[1].position == Position(line: 6, column: 7, length: 2))
  }

  /// It stands wherever an action may: also before the first one, and at the end of a file.
  @Test func aWaitEndsTheHeader() throws {
    #expect(try waits("wait 1s").map(\.milliseconds) == [1_000])
    let error = #expect(throws: Mistakes.self) { try parsed(header + "wait 1s\nparty C extension\n") }
    #expect(error?.diagnostics.map(\.message) == ["`party` belongs to the header, which ends at line 4"])
  }

  @Test(arguments: [
    ("wait", ["4:5+1 the duration after `wait` is missing — wait 5s, with ms, s, m or h"]),
    ("wait 5", ["4:6+1 the duration 5 has no unit — wait 5s, or ms, m or h"]),
    ("wait -5s", ["4:6+3 time cannot go back: -5s is below zero — \(form)"]),
    ("wait -", ["4:6+1 - is not a duration — \(form)"]),
    ("wait 5 s", ["4:6+3 a duration is one word, without a blank — wait 5s"]),
    ("wait 5 minutes", ["4:6+9 a duration is one word, without a blank — wait 5m"]),
    ("wait 5 # s", ["4:6+1 the duration 5 has no unit — wait 5s, or ms, m or h"]),
    ("wait 1.5s", ["4:6+4 1.5s is not a duration — \(form)"]), ("wait s", ["4:6+1 s is not a duration — \(form)"]),
    ("wait 5=3s", ["4:6+4 5=3s is not a duration — \(form)"]),
    ("wait \"5s\"", ["4:6+4 \"5s\" is not a duration — \(form)"]),
    ("wait 5S", ["4:6+2 5S is not a duration — did you mean 5s?"]),
    ("wait 5sec", ["4:6+4 5sec is not a duration — did you mean 5s?"]),
    ("wait 5d", ["4:6+2 5d is not a duration — \(form)"]),
    ("wait 1s 2s", ["4:9+2 unexpected 2s: `wait` takes one duration"]),
    ("wait \"5s", ["4:6+3 the quoted value does not end on its line"]),
    ("  wait 5s", ["4:3+4 `wait` must begin in column 1: only expectations are indented"]),
    ("wait: 5s", ["4:1+5 statements have no colon — wait 5s"]),
    (
      "A TMakeCall B\nwait 5s\n A EventDialing\n B EventRinging",
      [
        "6:2+1 expectations go under their action, not under a `wait`: nothing is sent while time passes — move the "
          + "line above the `wait`, under its action"
      ]
    ),
    (
      "wait 5\n A EventDialing",
      [
        "4:6+1 the duration 5 has no unit — wait 5s, or ms, m or h",
        "5:2+1 expectations go under their action, not under a `wait`: nothing is sent while time passes — move the "
          + "line above the `wait`, under its action",
      ]
    ),
  ]) func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(header + text) == expected)
  }

  /// The waits of a flow are added up from the start of the scenario, through its mark.
  @Test(arguments: [
    ("wait 1000000h", nil), ("wait 3600000000000ms", nil),
    ("wait 3600000000001ms", "4:6+15 \(limit) — shorten it to at most 1000000h"),
    ("wait 99999999999999999999h", "4:6+21 \(limit) — shorten it to at most 1000000h"),
    ("wait 18446744073709551617ms", "4:6+22 \(limit) — shorten it to at most 1000000h"),
    ("wait 999999h\nwait 61m", "5:6+3 \(limit) — shorten it to at most 1h"),
    ("wait 999999h\nwait 3599999ms\nwait 2ms", "6:6+3 \(limit) — shorten it to at most 1ms"),
    ("wait 1000000h\nwait 1ms", "5:6+3 \(limit) — leave the line out"),
    ("mark *\nwait 1000000h\nafter *\nwait 1000000h", nil),
    ("wait 600000h\nmark *\nwait 400000h\nafter *\nwait 400001h", "8:6+7 \(limit) — shorten it to at most 400000h"),
  ]) func theLimit(_ text: String, _ mistake: String?) {
    #expect(mistakes(header + text) == [mistake].compactMap(\.self))
  }
}

private let form = "a duration is a number with ms, s, m or h: wait 5s"
private let limit = "all waits of a flow together may last at most 1000000h"
