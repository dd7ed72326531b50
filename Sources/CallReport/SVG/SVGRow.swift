import CallModel
import CallScenario

/// What stands in a picture below each other: each row has one or more lines of text, and mostly something that is
/// drawn on the lifelines.
struct SVGRow {
  /// What the row shows.
  enum Content {
    /// The name of a mark, whose widest line takes so many pixels.
    case mark(width: Int)
    case wait
    case action(number: Int, actor: Int, isRequest: Bool)
    case refusal(actor: Int)
    case message(SVGArrow)
    /// A rule behind the messages of a step.
    case reason
  }

  let content: Content
  /// The distance from the top of the flow's first row.
  let top: Int
  let lines: Int
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

/// Where the text of a row is in the texts of its flow: three parts, one after the other.
struct SVGText {
  let start: Int
  /// The bytes of the ConnID, if the messages of the flow name their calls.
  var label = 0
  /// The bytes of the message's name.
  var name = 0
  /// The bytes of what follows the name, or of any other text.
  var rest = 0

  var restStart: Int { start + label + name }
}

/// The arrow of a message.
struct SVGArrow {
  let sender: Int
  let recipient: Int
  let color: SVGColor
  let tip: SVGBars.Tip
  /// The width of the box with the ConnID; 0 if there is none.
  let chip: UInt8
}

/// The color of an arrow and its text.
enum SVGColor {
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
