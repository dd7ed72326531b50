import CallModel
public import CallScenario

/// Transcripts as ladders in plain text: a lifeline for each participant, and an arrow for each message.
///
///       A        B        T-Server
///       |        |        |
///     1 |---------------->|          TMakeCall B
///       :<----------------|          EventDialing OtherDN=B
///       :        |        |
///     2 :        o        |          B ring
///       :        R<-------|          EventRinging OtherDN=A CallState=OK
///
/// A lifeline shows whether its party rings (`R`), holds (`H`) or talks (`#`); `:` stands for a party that dials, or a
/// call that waits. A party in several calls has a character for each. If the flow is about several calls, the ConnID
/// stands before the message.
public struct Ladder: TranscriptFormat {
  var width: Int
  var attributes: AttributeChoice
  var why: Bool
  var isUnicode: Bool
  var color: Bool

  /// Lines are at most `width` columns long, and at least 40. `unicode` draws lines with box-drawing characters.
  public init(
    width: Int = 100, attributes: AttributeChoice = .listed, why: Bool = false, unicode: Bool = false,
    color: Bool = false
  ) {
    self.width = max(width, 40)
    self.attributes = attributes
    self.why = why
    isUnicode = unicode
    self.color = color
  }

  /// A blank line.
  public var separator: String { "\n" }
  /// Yes.
  public var hasContents: Bool { true }

  /// The titles and paths.
  public func contents(_ chapters: [Chapter]) -> String {
    var lines = [TextLine("Contents", .bold)]
    for chapter in chapters {
      let number = "\(chapter.number)  "
      let place = number.columns
      let texts = [chapter.title, chapter.path].map(\.visible).flatMap { $0.wrapped(to: width - place) }
      for (index, text) in texts.enumerated() {
        var line = TextLine(index == 0 ? number : "")
        line.append(text, index == 0 ? .plain : .dim, at: place)
        lines.append(line)
      }
    }
    return (lines + [TextLine()]).text(color: color)
  }

  /// Passes the ladder of each flow to `sink`.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows names: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let shown = transcript.flows(named: names)
    var drawing = LadderDrawing(self, shown.parts, transcript.scenario)
    var text = TextBuffer()
    text.add(built: heading(of: transcript.scenario, number, drawing).text(color: color))
    var moments = LadderMoments(transcript)
    // Flows that are not shown are followed up to the marks at which others begin.
    for flow in transcript.flows(named: transcript.isWhole ? names : nil) {
      var calls = moments.calls(before: flow)
      let isShown = names?.contains(flow.name) ?? true
      if isShown { text.add(built: drawing.begin(flow, calls).text(color: color)) }
      try flow.entries.span.visit { (entry) throws(Failure) in
        moments.reach(entry, calls)
        if isShown { drawing.add(entry, &calls, to: &text) } else { calls.follow(entry) }
        if text.isPiece { try sink(text.take()) }
      }
    }
    try sink(text.take())
  }

  private func heading(of scenario: Scenario, _ number: Int?, _ drawing: LadderDrawing) -> [TextLine] {
    let title = (number.map { "\($0)  " } ?? "") + scenario.title
    var lines = [TextLine].paragraph(title, .bold, width: width)
    if let origin = scenario.origin { lines += .paragraph(origin, .dim, width: width) }
    if let profile = scenario.profileLine { lines += .paragraph(profile, .dim, width: width) }
    lines += scenario.partyList(width: width)
    if let legend = drawing.legend { lines += .paragraph(legend, .dim, width: width) }
    return lines
  }
}
