import CallReport
import CallScenario

/// The forms in which a transcript can be printed, as `--format` takes them.
enum Format: String, CaseIterable {
  case table, jsonl

  static let option = Arguments.Option("--format", "table|jsonl")

  /// What the name of a golden file ends in.
  var ending: String {
    switch self {
    case .table: ".txt"
    case .jsonl: ".jsonl"
    }
  }
}

/// Transcripts as they are printed.
struct Printout {
  var format = Format.table
  var attributes = Attributes.listed
  var showsRules = false
  var usesColor = false
  /// Only these flows; nil for all.
  var flows: [String]?
  /// Each line of JSON says which file it is from.
  var namesFiles = false

  /// What a transcript has to hold to be printed so.
  var detail: Transcript.Detail { Transcript.Detail(unlisted: attributes == .all, hints: showsRules) }

  func bytes(_ transcript: Transcript) -> [UInt8] {
    switch format {
    case .table:
      let table = Table(attributes: attributes, why: showsRules, color: usesColor)
      return Array(table.text(transcript, flows: flows).utf8)
    case .jsonl:
      var lines = JSONLines()
      lines.append(
        transcript, file: namesFiles ? transcript.scenario.path : nil, flows: flows, attributes: attributes,
        why: showsRules)
      return lines.bytes
    }
  }
}
