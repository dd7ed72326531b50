import Testing

@testable import CallCheck
@testable import CallModel

/// Which calls are judged together.
@Suite struct ComponentTableTests {
  /// What has ended takes no memory, however long the log is.
  @Test func endedCallsAreForgotten() throws {
    let flow = try #require(LoggedFlow.sample.first)
    var judge = Judge.unused(flow.profile)
    var sizes: [Int] = []
    for round in 0..<80 {
      for observed in flow.observations {
        var later = observed
        for call in [\Observation.connID, \.previousConnID] where later[keyPath: call] != .none {
          later[keyPath: call] = ConnID(later[keyPath: call].rawValue + UInt64(round) * 1_000)
        }
        later.position.line += UInt32(round) * 1_000
        _ = judge.judge(later)
      }
      _ = judge.finish()
      sizes.append(judge.components.size)
    }
    #expect(judge.summary.calls >= 80 && sizes[79] == sizes[39])
  }
}
