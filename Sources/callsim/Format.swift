import CallModel
import CallReport

/// The formats in which transcripts can be printed; the values of `--format` of `run`, `test` and `record`.
enum Format: String, CaseIterable {
  case table, jsonl, csv, markdown, mermaid, plantuml, ladder, svg, html
  case tserverLog = "tserver-log"

  /// The option of `run`.
  static let option = option("table, as in the manual (the default); jsonl, one message per line as JSON; \(others)")
  /// The option of `test` and `record`.
  static let ofGoldens = option("how goldens are printed: table (the default), jsonl, \(others)")

  private static let others = allCases.dropFirst(2).map(\.rawValue).joined(by: "or")

  /// The names are too many for a placeholder.
  private static func option(_ summary: String) -> Arguments.Option {
    Arguments.Option("--format", "FORMAT", completion: .words(allCases.map(\.rawValue)), summary)
  }

  /// Whether the format has a place for rules and their sources.
  var showsRules: Bool { ![.mermaid, .plantuml, .tserverLog].contains(self) }

  /// The attributes that are printed where none are chosen: a log has all of them.
  var attributes: AttributeChoice { self == .tserverLog ? .all : .listed }

  /// The suffix of a golden file's name.
  var ending: String {
    switch self {
    case .table: ".txt"
    case .jsonl: ".jsonl"
    case .csv: ".csv"
    case .markdown: ".md"
    case .mermaid: ".mmd"
    case .plantuml: ".puml"
    case .ladder: ".ladder.txt"
    case .svg: ".svg"
    case .tserverLog: ".log"
    case .html: ".html"
    }
  }
}

/// The formats in which answers can be printed; the values of `--format` of `next`, `what-if` and `rules`.
enum AnswerFormat: String, CaseIterable {
  case table, jsonl

  static func option(_ summary: String) -> Arguments.Option {
    Arguments.Option("--format", allCases.map(\.rawValue).joined(separator: "|"), summary)
  }
}
