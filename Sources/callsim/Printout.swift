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
  /// The flows to print; nil for all.
  var flows: [String]?
  /// Each line of JSON names its file.
  var namesFiles = false

  /// The detail that a transcript needs for this printout.
  var detail: Transcript.Detail { Transcript.Detail(unlisted: attributes == .all, hints: showsRules) }

  /// Prints the transcript piece by piece.
  func write(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    switch format {
    case .table:
      let table = Table(width: width, attributes: attributes, why: showsRules, color: usesColor)
      try table.write(transcript, flows: flows) { (text) throws(Failure) in try sink(Array(text.utf8).span.bytes) }
    case .jsonl:
      var lines = JSONLines()
      try lines.append(
        transcript, file: namesFiles ? transcript.scenario.path : nil, flows: flows, attributes: attributes,
        why: showsRules
      ) { (lines) throws(Failure) in
        if lines.count >= Self.pieceSize { try Self.send(&lines, to: sink) }
      }
      try Self.send(&lines, to: sink)
    }
  }

  private static let pieceSize = 256 << 10

  private static func send(_ lines: inout JSONLines, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    try lines.withBytes { (bytes: RawSpan) throws(Failure) in try sink(bytes) }
    lines.removeAll()
  }
}
