import CallModel
import CallScenario

/// What stands in a picture below each other: each block has one or more lines of text, and mostly an arrow.
enum SVGBlock {
  case mark, wait, action, refusal, message
  /// A rule behind the messages of a step.
  case reason

  /// The distance to the block above.
  private var gap: Int {
    switch self {
    case .mark, .wait, .action: 12
    case .refusal, .message, .reason: 0
    }
  }

  /// Where the blocks of a flow are, from top to bottom.
  struct Column {
    /// The end of the last block.
    private(set) var end: Int

    init(from top: Int) { end = top }

    /// The top of the next block, which has this many lines.
    mutating func add(_ block: SVGBlock, lines: Int) -> Int {
      let top = end + block.gap
      end = top + lines * SVGLayout.line + 4
      return top
    }
  }
}

extension Transcript.Step {
  /// The refusal as a picture shows it: with its messages only if it shows rules, too.
  func refusal(why: Bool) -> String? {
    messages.isEmpty || why ? explanation.map { "refused: \($0)" } : nil
  }
}
