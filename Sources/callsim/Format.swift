/// The formats in which transcripts and answers can be printed; the values of `--format`.
enum Format: String, CaseIterable {
  case table, jsonl

  static func option(_ summary: String) -> Arguments.Option {
    Arguments.Option("--format", "table|jsonl", summary)
  }

  /// The suffix of a golden file's name.
  var ending: String {
    switch self {
    case .table: ".txt"
    case .jsonl: ".jsonl"
    }
  }
}
