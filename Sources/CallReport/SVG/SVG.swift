import CallModel
public import CallScenario

/// Transcripts as pictures in SVG: a lifeline for each participant, an arrow for each message, and texts to the right.
///
/// Pictures have no scripts and refer to nothing outside. Their colors are light or dark, as the viewer prefers.
/// Several transcripts make one picture: contents with links, and each transcript below the one before.
public struct SVG: TranscriptFormat {
  /// The colors of a picture.
  public enum Theme: Sendable {
    /// Light or dark, as the viewer prefers.
    case automatic
    /// Light for every viewer.
    case light
    /// Dark for every viewer.
    case dark
  }

  /// So many bytes make a piece that is worth passing on. It stays in the fastest memory until it is printed.
  private static let pieceSize = 3 << 10

  let attributes: AttributeChoice
  let why: Bool
  private let theme: Theme
  /// If the rows of a transcript take more bytes, those of further flows are planned a second time when they are drawn.
  var mostBytes = 64 << 20
  /// The size of the transcripts that have been written as parts of a document.
  private var size: (width: Int, height: Int)?

  /// Messages have the listed attributes without roles, or all. With `why`, each action is followed by its rules.
  public init(attributes: AttributeChoice = .listed, why: Bool = false, theme: Theme = .automatic) {
    self.attributes = attributes
    self.why = why
    self.theme = theme
  }

  /// Yes, with links.
  public var hasContents: Bool { true }
  /// The ends of all elements.
  public var closing: String { size == nil ? "</svg>\n" : "</svg>\n</svg>\n" }

  /// The first tag, and links to the transcripts.
  public func contents(_ chapters: [Chapter]) -> String {
    let width = size?.width ?? SVGLayout.leastWidth
    let list = SVGContents(chapters, width: width)
    var text = TextBuffer()
    open(&text, width: width, height: list.height + (size?.height ?? 0))
    text.add(" role=\"group\" aria-labelledby=\"title\">\n<title id=\"title\">Call flows</title>\n")
    text.add(built: SVGStyle.start(theme))
    list.write(to: &text)
    text.add("<svg y=\"")
    text.add(list.height)
    text.add("\">\n")
    return text.take()
  }

  /// Passes the heading to `sink`, and then each flow step by step: its lifelines, and the arrows and texts over them.
  public mutating func write<Failure: Error>(
    _ transcript: Transcript, flows names: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var plan = SVGPlan(self, transcript, names)
    var text = TextBuffer()
    let prefix = number.map { "scenario-\($0)-" } ?? ""
    if let number {
      text.add("<svg id=\"scenario-")
      text.add(number)
      text.add("\" y=\"")
      text.add(size?.height ?? 0)
      text.add("\" width=\"")
      text.add(plan.layout.width)
      text.add("\" height=\"")
      text.add(plan.height)
      text.add("\"")
      size = (max(size?.width ?? 0, plan.layout.width), (size?.height ?? 0) + plan.height)
    } else {
      open(&text, width: plan.layout.width, height: plan.height)
    }
    text.add(built: " role=\"img\" aria-labelledby=\"\(prefix)title \(prefix)desc\">\n<title id=\"\(prefix)title\">")
    text.add(text: transcript.scenario.title)
    text.add(built: "</title>\n<desc id=\"\(prefix)desc\">")
    text.add(text: plan.heading.description)
    text.add("</desc>\n")
    if number == nil { text.add(built: SVGStyle.start(theme)) }
    plan.heading.write(to: &text, number: number)
    try sink(text.take())
    try write(transcript, names, &plan, &text, to: sink)
    if number != nil { text.add("</svg>\n") }
    try sink(text.take())
  }

  /// The first tag, without its end.
  private func open(_ text: inout TextBuffer, width: Int, height: Int) {
    text.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
    text.add(width)
    text.add("\" height=\"")
    text.add(height)
    text.add("\" viewBox=\"0 0 ")
    text.add(width)
    text.add(" ")
    text.add(height)
    text.add("\" xml:lang=\"en\" xml:space=\"preserve\"")
  }

  private func write<Failure: Error>(
    _ transcript: Transcript, _ names: [String]?, _ plan: inout SVGPlan, _ text: inout TextBuffer,
    to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var pen = SVGPen(plan.diagram, plan.layout)
    var top = plan.heading.height
    for (index, flow) in transcript.flows(named: names).enumerated() {
      let planned = plan.planned(index, flow)
      pen.begin(flow, planned, at: top, &text)
      top += plan.layout.headHeight(of: flow) + planned.height + SVGPlan.tail
      // The lifelines come first, so that arrows are over them.
      for bar in planned.start.bars..<planned.end.bars {
        pen.draw(plan.contents.bars[bar], &text)
        if text.count >= Self.pieceSize { try sink(text.take()) }
      }
      for row in planned.start.rows..<planned.end.rows {
        plan.contents.draw(row, of: flow, namesCalls: planned.namesCalls, below: pen.top, to: &text)
        if text.count >= Self.pieceSize { try sink(text.take()) }
      }
      plan.forget(index, planned)
    }
  }
}
