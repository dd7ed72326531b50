import CallModel
public import CallScenario

/// Transcripts as one page of HTML, without references to anything outside it.
///
/// Without scripts, the page has the titles, the stories and a ladder in text for each flow. Its script draws the
/// ladders, goes through their steps, searches, and compares flows. Replay scenarios for it with ``detail``.
public struct HTML: TranscriptFormat {
  private let ladder: Ladder
  private var tables = HTMLTables()
  private var isBegun = false
  private var chapter: String?
  /// How often each path has occurred so far.
  private var paths: [Text: Int] = [:]

  /// What a transcript should hold to be shown in full.
  public static let detail = Transcript.Detail(views: true)

  /// The ladders in text show these attributes and, with `why`, rules and their sources; the script shows both always.
  public init(attributes: AttributeChoice = .listed, why: Bool = false) {
    ladder = Ladder(width: 100, attributes: attributes, why: why)
  }

  /// The data that all scenarios share, and the script.
  public var closing: String {
    guard isBegun else { return "" }
    let end = (chapter == nil ? "" : "</section>\n") + "</main>\n"
    return end + HTMLPage.data(tables.json, id: "tables") + HTMLPage.closing
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
    let page = HTMLScenario(scenario, story, ladder, isAlone: number == nil)
    try sink(page.opening(key: key(of: scenario.path)))
    let shown = transcript.flows(named: names)
    try page.writeLadders(transcript, names, to: sink)
    var data = HTMLData(scenario, story)
    try sink(HTMLPage.dataOpening + data.opening(&tables))
    for (index, flow) in shown.enumerated() { try sink((index == 0 ? "" : ",\n") + data.json(flow, &tables)) }
    try sink("]}" + HTMLPage.dataClosing + page.closing)
  }

  /// A name for the scenario that no other one of the page has: its path, and a number if it occurs again.
  private mutating func key(of path: String) -> String {
    let name = path.utf8.suffix(9).elementsEqual(".scenario".utf8) ? String(path.dropLast(9)) : path
    let count = paths[Text(path), default: 0] + 1
    paths[Text(path)] = count
    return count == 1 ? name : "\(name)~\(count)"
  }
}
