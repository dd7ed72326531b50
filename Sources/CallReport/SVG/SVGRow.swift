import CallModel
import CallScenario

/// What stands in a picture below each other: each row has one or more lines of text, and mostly something that is
/// drawn on the lifelines.
struct SVGRow {
  /// What the row shows besides its text.
  enum Content: Equatable {
    /// The name of a mark, whose widest line takes so many pixels.
    case mark(width: Int, lines: Int)
    case wait
    case action(actor: Int, isRequest: Bool)
    case refusal(actor: Int)
    case message(SVGArrow)
    /// A rule behind the messages of a step.
    case reason
  }

  /// The pieces of what stands before the text.
  let stamp: Range<Int>
  /// The number of the step, if the row is an action.
  let number: Int
  /// The distance from the top of the flow's first row.
  let top: Int
  let text: Text

  /// Where the text is.
  enum Text {
    /// Among the texts that the plan keeps.
    case kept(SVGText)
    /// It is too long to be kept, and is written again: the text of a message of the flow.
    case long(entry: Int, message: Int)
  }
}

extension SVGRow.Content {
  /// The distance to the row above.
  var gap: Int {
    switch self {
    case .mark, .wait, .action: 12
    case .refusal, .message, .reason: 0
    }
  }
}

/// Where the text of a row is among the texts: the ConnID of a message, and then the text with its tags.
struct SVGText {
  let start: Int
  /// The bytes of the ConnID, if the message has to say it.
  var label = 0
  /// The bytes of the text, from the end of the first tag on.
  var rest = 0
}

/// The arrow of a message.
struct SVGArrow: Equatable {
  let sender: Int
  let recipient: Int
  let color: SVGColor
  let tip: SVGBars.Tip
  /// The width of the box with the ConnID; 0 if there is none.
  let chip: UInt8
}

/// The color of an arrow and its text.
enum SVGColor: Equatable {
  case call(UInt8)
  case refusal
  /// That of a message that is not a T-Server's, or about no call.
  case neutral

  init(_ message: borrowing Message, _ call: String?) {
    if message.isRefusal {
      self = .refusal
    } else if message.from == nil, let call {
      self = .call(UInt8(SVGStyle.color(of: call)))
    } else {
      self = .neutral
    }
  }
}

extension Transcript.Step {
  /// The refusal as a picture shows it: with its messages only if it shows rules, too.
  func refusal(why: Bool) -> String? {
    messages.isEmpty || why ? explanation.map { "refused: \($0)" } : nil
  }
}
