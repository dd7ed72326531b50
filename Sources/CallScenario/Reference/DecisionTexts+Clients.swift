// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let clients: StaticString = #"""
    """#
}
