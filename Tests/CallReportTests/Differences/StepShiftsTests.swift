import Testing

@testable import CallReport

/// Actions that show only in the numbers of steps.
@Suite struct StepShiftsTests {
  /// Entries as texts: `2` is a step of both, `2>3` has another number, `-2` is only old, `+3` only new.
  private func shifts(_ entries: String, isMain: Bool = true, after earlier: String = "") -> [String] {
    var shifts = StepShifts()
    _ = shifts.shifts(of: Self.entries(earlier), isMain: true)
    return shifts.shifts(of: Self.entries(entries), isMain: isMain)
      .map { "\($0.entry) \($0.actions)\($0.isOneStep ? " alone" : "")" }
  }

  private static func entries(_ text: String) -> [StepShifts.Entry] {
    text.split(separator: " ").map { word in
      let numbers = word.split(separator: ">").map { Int($0.drop { $0 == "-" || $0 == "+" }) }
      switch word.first {
      case "-": return StepShifts.Entry(old: numbers[0], new: nil)
      case "+": return StepShifts.Entry(old: nil, new: numbers[0])
      default: return StepShifts.Entry(old: numbers[0], new: numbers.last ?? nil)
      }
    }
  }

  @Test(arguments: [
    ("1 2 5", []), ("1 2>3 3>4", ["1 1"]), ("1 3>2 4>3", ["1 -1"]), ("1 3>4 5", ["1 1 alone"]),
    ("1 2 3>5", ["2 2 alone"]), ("2>3 3>4", ["0 1"]), ("1 +2 2>3 3>4", []), ("1 +2 2>4 3>5", ["2 1"]),
    ("1 -2 3>2 4>3", []), ("1 -2 3 4", []), ("1 -2 +3 3>4 4>5", []), ("", []),
  ])
  func inMain(_ entries: String, _ expected: [String]) { #expect(shifts(entries) == expected) }

  /// A flow after a mark begins where the flow before it has come to.
  @Test func afterAMark() {
    #expect(shifts("4>5 5>6", isMain: false, after: "1 2>3 3>4") == [])
    #expect(shifts("2 3", isMain: false, after: "1 2>3 3>4") == [])
    #expect(shifts("4>6 5>7", isMain: false, after: "1 2>3 3>4") == ["0 2"])
    #expect(shifts("4>5", isMain: false) == ["0 1 alone"])
  }
}
