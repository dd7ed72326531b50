import Testing

@testable import callsim

@Suite struct BenchLogTests {
  /// The log is what the models allow, and all of it is judged each time.
  @Test(arguments: [BenchCommand.Flow.acd, .transfer]) func aLogIsJudged(_ flow: BenchCommand.Flow) throws {
    func count(_ name: String, _ times: Int) throws -> Int {
      let figures = try LogBench(flow: flow, events: 40, times: times).figures()
      #expect(figures.hasPrefix("{\"check\":\"\(flow.rawValue)\",\"events\":"))
      let rest = figures.split(separator: "\"\(name)\":")[1]
      return try #require(Int(rest.prefix { $0 != "," }))
    }
    let (events, bytes) = (try count("events", 1), try count("bytes", 1))
    #expect((40...42).contains(events) && (400...500).contains(bytes / events))
    #expect(try count("events", 2) == 2 * events && count("bytes", 2) == 2 * bytes)
    #expect(try count("findings", 1) == 0)
  }
}
