import Testing

@testable import callsim

@Suite struct BenchFormatTests {
  /// Each format prints something, and twice as much when it prints twice.
  @Test(arguments: Format.allCases) func everyFormatIsMeasured(_ format: Format) throws {
    func bytes(_ events: Int, _ times: Int) throws -> Int {
      let bench = FormatBench(format: format, events: events, times: times)
      let figures = try bench.figures()
      #expect(figures.hasPrefix("{\"format\":\"\(format.rawValue)\",\"events\":\(events * times),\"bytes\":"))
      let rest = figures.split(separator: "\"bytes\":")[1]
      return try #require(Int(rest.prefix { $0 != "," }))
    }
    let once = try bytes(40, 1)
    #expect(once > 1_000)
    #expect(try bytes(40, 2) == 2 * once)
    // A page of HTML has its script, however few the events are.
    let many = format == .html ? 800 : 80
    #expect(try bytes(many, 1) > once * 3 / 2)
  }
}
