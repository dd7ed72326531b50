import Testing

@testable import CallModel

@Suite struct SplitMix64Tests {
  /// The first numbers that its authors publish for this seed.
  @Test func theNumbersAreThoseOfTheAuthors() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test(arguments: [1, 2, 7, 100])
  func everyNumberBelowTheBoundComesUp(_ bound: Int) {
    var random = SplitMix64(seed: 3)
    let numbers = Set((0..<bound * 50).map { _ in random.next(below: bound) })
    #expect(numbers == Set(0..<bound))
  }
}
