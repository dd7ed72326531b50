import CallModel
import CallScenario

/// What stands in a picture below each other: each block has one or more lines of text, and mostly an arrow.
enum SVGBlock {
  case mark(String)
  /// The clock goes on by this much.
  case wait(String)
  case action(Transcript.Step)
  case refusal(String, actor: Int)
  case message(Message)
  /// A rule behind the messages of a step.
  case reason(String)

  /// The distance to the block above.
  private var gap: Int {
    switch self {
    case .mark, .wait, .action: 12
    default: 0
    }
  }

  /// The height of the block with this many lines.
  private func height(_ lines: Int) -> Int { lines * SVGLayout.line + 4 }

  /// Where the blocks of a flow are, from top to bottom.
  struct Column {
    /// The end of the last block.
    private(set) var end: Int

    init(from top: Int) { end = top }

    /// The top of the next block.
    mutating func add(_ block: SVGBlock, lines: Int) -> Int {
      let top = end + block.gap
      end = top + block.height(lines)
      return top
    }
  }
}

extension Transcript.Entry {
  /// Passes the blocks of the entry to `body`, in order.
  func blocks<Failure: Error>(
    _ diagram: SequenceDiagram, why: Bool, _ body: (SVGBlock) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .mark(let name): try body(.mark(name))
    case .wait(let wait): try body(.wait(wait.spelling))
    case .step(let step):
      try body(.action(step))
      if step.messages.isEmpty || why, let refusal = step.explanation {
        try body(.refusal("refused: \(refusal)", actor: step.action.actor))
      }
      for message in step.messages { try body(.message(message)) }
      if why { for reason in step.reasons { try body(.reason(reason)) } }
    }
  }
}
