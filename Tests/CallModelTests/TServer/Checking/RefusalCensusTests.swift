import Testing

@testable import CallModel

@Suite struct RefusalCensusTests {
  private let census = RefusalCensus.taken

  @Test func eachErrorOfARequestIsCountedOnce() {
    let keys = census.entries.map { "\($0.verb) \($0.code)" }
    #expect(Set(keys).count == keys.count)
    #expect(census.entries.allSatisfy { !$0.reason.isEmpty && $0.code != .none })
  }

  @Test func theUsualErrorsAreFound() {
    func codes(_ verb: Verb) -> Set<ErrorCode> { Set(census.entries.filter { $0.verb == verb }.map(\.code)) }
    #expect(codes(.makeCall).isSuperset(of: [.invalidCalledDN, .incompatibleState, .unsupportedOperation]))
    #expect(codes(.hold).isSuperset(of: [.noActiveCall, .alreadyInState, .incorrectObjectState]))
    #expect(codes(.retrieve).isSuperset(of: [.noHeldCall]))
    #expect(codes(.clearCall).isSuperset(of: [.noCallToClear]))
    #expect(codes(.agentLogin).isSuperset(of: [.badValue, .unsupportedOperation]))
  }
}
