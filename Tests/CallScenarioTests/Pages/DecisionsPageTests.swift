import CallModel
import Testing

@Suite struct DecisionsPageTests {
  @Test func everyErrorCodeIsListed() {
    let rows = Page.decisions.rows.filter { row in row.first.flatMap { Int($0) } != nil }.map { $0.prefix(2) }
    let codes = ErrorCode.allCases.filter { $0 != .none }
    #expect(rows == codes.map { ["\($0.rawValue)", "\($0.message)"] })
  }
}
