import Testing

@testable import callsim

@Suite struct ExploreTests {
  private let scratch = Scratch(["good.scenario": Scenes.passing])

  @Test func stoppingAtTheGivenDepthIsNoFinding() throws {
    let explored = try Invocation(["explore", "good.scenario", "--calls", "1", "--depth", "2"], in: scratch)
    #expect(explored.status == 0)
    #expect(explored.error.hasPrefix("callsim: stopped at --depth 2: there may be more states\n"))
  }

  /// The limit of states is too high to be reached here.
  @Test(
    arguments: [(nil, 30, false), (1000, 30, false), (31, 30, false), (30, 30, true), (2, 2, true)]
      as [(Int?, Int, Bool)])
  func asFarAsAsked(_ depth: Int?, _ reached: Int, _ isAsFar: Bool) {
    #expect(ExploreCommand.isAsFarAsAsked(depth, reached: reached) == isAsFar)
  }
}
