import CallModel
public import CallScenario

/// Transcripts as one page of HTML, without references to anything outside it.
///
/// Without scripts, the page has the titles, the stories, and for each flow a ladder in text with all listed
/// attributes. Its script draws the ladders, goes through their steps, searches, and compares flows.
///
/// Stories are the comments of a scenario's text, which `Scenario.readComments(in:)` reads; without it, the page has
/// none. Replay with ``detail``, or else the script knows neither what parties do nor where values come from.
///
///     var scenario = try Scenario(parsing: text)
///     scenario.readComments(in: text)
///     let page = HTML().document(try scenario.replay(HTML.detail))
public struct HTML: TranscriptFormat {
  private let attributes: AttributeChoice
  private let why: Bool
  private var tables = HTMLTables()
  private var isBegun = false
  private var chapter: String?
  /// How often each path has occurred so far.
  private var paths: [Text: Int] = [:]

  /// What a transcript should hold to be shown in full.
  public static let detail = Transcript.Detail(views: true)

  /// The ladders in text show these attributes and, with `why`, rules and their sources; the script always shows all.
  public init(attributes: AttributeChoice = .listed, why: Bool = false) {
    self.attributes = attributes
    self.why = why
  }

  /// The data that all scenarios share, and the script.
  public var closing: String { closingPieces.joined() }

  /// The data that all scenarios share, and then the script, which is long.
  public var closingPieces: [String] {
    guard isBegun else { return [] }
    var text = TextBuffer()
    text.add(chapter == nil ? "</main>\n" : "</section>\n</main>\n")
    text.add("<script type=application/json id=tables>")
    tables.add(to: &text)
    text.add(built: HTMLPage.dataClosing)
    return [text.take(), HTMLPage.closing]
  }

  /// Passes the scenario to `sink`, flow by flow; before the first one, the head of the page.
  public mutating func write<Failure: Error>(
    _ transcript: Transcript, flows names: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let scenario = transcript.scenario
    if !isBegun {
      isBegun = true
      try sink(HTMLPage.opening(title: number == nil ? scenario.title : "Call flows"))
    }
    if number != nil, case let title = HTMLChapter.title(of: scenario.path), title != chapter {
      let order = HTMLChapter.order(of: scenario.path).map { " data-order=\($0)" } ?? ""
      try sink((chapter == nil ? "" : "</section>\n") + "<section class=chapter\(order)>\n<h2>\(title.markup)</h2>\n")
      chapter = title
    }
    let story = HTMLStory(scenario)
    let diagram = SequenceDiagram(scenario, attributes: attributes)
    let page = HTMLScenario(story, diagram, why: why, isAlone: number == nil)
    var text = TextBuffer()
    text.add(built: page.opening(key: key(of: scenario.path)))
    try page.writeLadders(transcript, names, &text, to: sink)
    text.add(built: HTMLPage.dataOpening)
    try writeData(transcript.flows(named: names), HTMLData(story, diagram), &text, to: sink)
    text.add(built: HTMLPage.dataClosing + page.closing)
    try sink(text.take())
  }

  /// Adds what the script knows of these flows, and passes it on piece by piece.
  private mutating func writeData<Failure: Error>(
    _ flows: ShownFlows, _ data: consuming HTMLData, _ text: inout TextBuffer,
    to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    data.begin(&text, &tables)
    var isFirstFlow = true
    for flow in flows {
      data.begin(flow, isFirst: isFirstFlow, &text, &tables)
      isFirstFlow = false
      var isFirst = true
      try flow.entries.span.visit { (entry) throws(Failure) in
        data.add(entry, isFirst: isFirst, &text, &tables)
        isFirst = false
        if text.isPiece { try sink(text.take()) }
      }
      data.endFlow(&text)
    }
    data.end(&text)
  }

  /// A name for the scenario that no other one of the page has: its path, and a number if it occurs again.
  private mutating func key(of path: String) -> String {
    let name = path.utf8.suffix(9).elementsEqual(".scenario".utf8) ? String(path.dropLast(9)) : path
    let count = paths[Text(path), default: 0] + 1
    paths[Text(path)] = count
    return count == 1 ? name : "\(name)~\(count)"
  }
}
