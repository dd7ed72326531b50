import CallModel
import CallReport
import CallScenario

/// How transcripts are printed.
struct Printout {
  var format = Format.table
  /// The attributes that are printed; nil for those that are usual in the format.
  var chosenAttributes: AttributeChoice?
  /// When a log begins.
  var start = LogTime.usual
  var showsRules = false
  /// Golden files have this width wherever they are printed.
  var width = 100
  var usesColor = false
  /// Whether ladders have box-drawing characters.
  var isUnicode = false
  /// Whether JSON has lines for actions, too.
  var showsActions = false
  /// Whether flows are printed from the start of their scenario.
  var isWhole = false
  /// The flows to print; nil for all.
  var flows: [String]?
  /// Whether the document has several files: each line of JSON names its file.
  var namesFiles = false

  var attributes: AttributeChoice { chosenAttributes ?? format.attributes }

  /// The detail that a transcript needs for this printout.
  var detail: Transcript.Detail {
    if format == .html { return Transcript.Detail(whole: isWhole, views: true) }
    return Transcript.Detail(unlisted: attributes == .all, hints: showsRules, whole: isWhole)
  }

  /// What writes the text; nil for JSON Lines, which are written as bytes.
  var textFormat: (any TranscriptFormat)? {
    switch format {
    case .table: Table(width: width, attributes: attributes, why: showsRules, color: usesColor)
    case .csv: CSV(attributes: attributes, why: showsRules)
    case .markdown: Markdown(attributes: attributes, why: showsRules)
    case .mermaid: Mermaid(attributes: attributes)
    case .plantuml: PlantUML(attributes: attributes)
    case .ladder:
      Ladder(width: width, attributes: attributes, why: showsRules, unicode: isUnicode, color: usesColor)
    case .svg: SVG(attributes: attributes, why: showsRules)
    case .tserverLog: TServerLog(start: start, version: Program.number, attributes: attributes)
    case .html: HTML(attributes: attributes, why: showsRules)
    case .jsonl: nil
    }
  }

  /// Why the format cannot print the transcript; nil if it can.
  func failure(with transcript: Transcript) -> Failure? {
    guard format == .tserverLog, !TServerLog.canWrite(transcript.scenario) else { return nil }
    return Failure(
      .badInput,
      "\(transcript.scenario.path.shown) has no T-Server: only a T-Server has such a log, not "
        + transcript.scenario.servers.map(\.server).joined(by: "or"),
      suggestion: "choose another --format for this file")
  }

  /// Prints a document of one transcript.
  func write(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    if let failure = failure(with: transcript) { throw failure }
    var document = Document(self)
    try document.append(transcript, to: sink)
    try document.finish(to: sink)
  }

  /// Prints the transcript piece by piece.
  func writeLines(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    var lines = JSONLines()
    try lines.append(
      transcript, file: namesFiles ? transcript.scenario.path : nil, flows: flows, attributes: attributes,
      why: showsRules, actions: showsActions
    ) { (lines) throws(Failure) in
      if lines.count >= Self.pieceSize { try Self.send(&lines, to: sink) }
    }
    try Self.send(&lines, to: sink)
  }

  private static let pieceSize = 256 << 10

  private static func send(_ lines: inout JSONLines, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    try lines.withBytes { (bytes: RawSpan) throws(Failure) in try sink(bytes) }
    lines.removeAll()
  }
}
