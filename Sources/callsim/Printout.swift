import CallReport
import CallScenario

/// How transcripts are printed.
struct Printout {
  var format = Format.table
  var attributes = AttributeChoice.listed
  var showsRules = false
  /// Golden files have this width wherever they are printed.
  var width = 100
  var usesColor = false
  /// Whether ladders have box-drawing characters.
  var isUnicode = false
  /// The flows to print; nil for all.
  var flows: [String]?
  /// Whether the document has several files: each line of JSON names its file.
  var namesFiles = false

  /// The detail that a transcript needs for this printout.
  var detail: Transcript.Detail { Transcript.Detail(unlisted: attributes == .all, hints: showsRules) }

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
    case .jsonl: nil
    }
  }

  /// Prints a document of one transcript.
  func write(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    var document = Document(self)
    try document.append(transcript, to: sink)
    try document.finish(to: sink)
  }

  /// Prints the transcript piece by piece.
  func writeLines(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    var lines = JSONLines()
    try lines.append(
      transcript, file: namesFiles ? transcript.scenario.path : nil, flows: flows, attributes: attributes,
      why: showsRules
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
