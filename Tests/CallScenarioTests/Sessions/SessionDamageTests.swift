import Testing

@testable import CallScenario

/// Whatever is typed, a session answers it.
@Suite struct SessionDamageTests {
  private static let lines = [
    "party A extension", "party B extension group=G", "party G acd-group", "party X external", "A TMakeCall B",
    "B ring",
    "B TAnswerCall on 1", "mark *", "after * as two", "wait 5s", ":undo 2", ":next A", ":why", ":save", ":state",
    "A TAttachUserData data.\"First name\"=\"Ann, \\\"x\\\"\" reason.a=b", "profile optional=omitted",
    "server recording", "scenario T", "    A EventDialing", "X dial G", "G distribute", "refused", "A TReleaseCall # x",
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damagedLines(_ seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(bound))
    }
    var session = Session(isAutomatic: seed % 2 == 0, Transcript.Detail(hints: true, views: true))
    for line in Self.lines.prefix(4) where seed % 3 > 0 { _ = session.answer(to: line) }
    for _ in 0..<60 {
      var bytes = Array(Self.lines[next(Self.lines.count)].utf8)
      for _ in 0..<next(3) {
        let place = next(bytes.count + 1)
        switch next(3) {
        case 0: bytes.insert(UInt8(next(256)), at: place)
        case 1: bytes.removeSubrange(min(place, bytes.count)..<min(place + next(4), bytes.count))
        default: bytes.insert(contentsOf: Self.lines[next(Self.lines.count)].utf8.prefix(next(12)), at: place)
        }
      }
      let step = session.step
      let answer = session.answer(to: bytes)
      #expect(answer.step == session.step)
      if answer.isMistake { #expect(session.step == step) }
      _ = session.completions(of: String(decoding: bytes, as: UTF8.self))
    }
    if let text = session.scenarioText, let scenario = try? Scenario(parsing: text) {
      #expect((try? scenario.replay().differences().isEmpty) == true)
    } else {
      #expect(session.scenarioText == nil)
    }
  }
}
