import CallReport

/// Prints differences in the format of `callsim diff --format`, and raises the status if there are any.
struct DifferencesReport {
  private let format: DiffCommand.Format
  private var text: DifferencesText
  private var page: DifferencesPage
  private var tally = DifferenceTally()

  init(format: DiffCommand.Format, sides: TranscriptDifference.Sides, width: Int, color: Bool) {
    self.format = format
    text = DifferencesText(sides, width: width, color: color)
    page = DifferencesPage(sides)
  }

  mutating func add(_ difference: TranscriptDifference, _ console: inout Console) throws(Failure) {
    console.raise(.findings)
    tally.add(difference)
    switch format {
    case .text: try console.print(text.text(difference))
    case .jsonl: try console.print(DifferencesJSONL.line(difference))
    case .html: page.add(difference)
    }
  }

  /// Counts a scenario with mistakes, which have been reported.
  mutating func addNotUnderstood() { tally.notUnderstood += 1 }

  func finish(_ console: inout Console) throws(Failure) {
    switch format {
    case .text: try console.print(text.summary(tally))
    case .jsonl: break
    case .html: try console.print(page.text(tally))
    }
  }
}
