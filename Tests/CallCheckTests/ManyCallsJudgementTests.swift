import CallModel
import Testing

@testable import CallCheck

/// Two hundred calls that go through the same queues at the same time are judged as each alone.
@Suite struct ManyCallsJudgementTests {
  /// The calls differ in how they end, and a few have a fault.
  private static func call(_ number: Int) -> [String] {
    let (a, c, queue) = ("7\(number + 100)", "6\(number + 100)", "800\(number % 3)")
    let start = [
      "\(a) EventDialing ConnID=\(number) ThisDNRole=Origination OtherDN=\(queue) OtherDNRole=Destination",
      "\(queue) EventQueued ConnID=\(number) ThisQueue=\(queue) ThisDNRole=Destination OtherDN=\(a)"
        + " OtherDNRole=Origination",
    ]
    if number % 4 == 1 {
      return start + [
        "\(a) EventReleased ConnID=\(number) OtherDN=\(queue) CallState=OK",
        "\(queue) EventAbandoned ConnID=\(number) OtherDN=\(a) CallState=OK",
      ]
    }
    let wrong = number % 40 == 0 ? queue : a
    return start + [
      "\(queue) EventDiverted ConnID=\(number) ThisQueue=\(queue) ThisDNRole=Destination OtherDN=\(a)"
        + " OtherDNRole=Origination ThirdPartyDN=\(c) ThirdPartyDNRole=Destination",
      "\(c) EventRinging ConnID=\(number) ThisQueue=\(queue) ThisDNRole=Destination OtherDN=\(wrong)"
        + " OtherDNRole=Origination CallState=OK",
      "\(a) EventEstablished ConnID=\(number) ThisDNRole=Origination OtherDN=\(c) OtherDNRole=Destination",
      "\(c) EventEstablished ConnID=\(number) ThisQueue=\(queue) ThisDNRole=Destination OtherDN=\(a)"
        + " OtherDNRole=Origination",
      "\(a) EventReleased ConnID=\(number) OtherDN=\(c) CallState=OK",
      "\(c) EventReleased ConnID=\(number) OtherDN=\(a) CallState=OK",
    ]
  }

  private static func found(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.observation.connID) \($0.level) \($0.kind) \($0.observation.type)" }.sorted()
  }

  @Test func twoHundredCallsAreJudgedAsEachAlone() {
    let calls = (1...200).map(Self.call)
    // Each event takes a turn of its own, so that no two calls are at the same place.
    let turns = calls.enumerated().flatMap { number, lines in
      lines.enumerated().map { (turn: number % 7 + $0.offset * 3, line: $0.element) }
    }
    let lines = (0..<40).flatMap { turn in turns.filter { $0.turn == turn }.map(\.line) }
    #expect(lines.count == calls.reduce(0) { $0 + $1.count })
    // Copies of one judge, because it takes long to make one.
    let judge = Judge.hurried()
    let together = TypedLog(lines.joined(separator: "\n")).judged(judge)
    let alone = calls.flatMap { Self.found(TypedLog($0.joined(separator: "\n")).judged(judge).findings) }
    #expect(Self.found(together.findings) == alone.sorted())
    #expect(alone.count == 5)
    #expect((together.summary.calls, together.summary.openCalls) == (200, 0))
  }
}
