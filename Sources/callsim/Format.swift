/// The formats in which transcripts and answers can be printed; the values of `--format`.
enum Format: String, CaseIterable {
  case table, jsonl

  static let option = Arguments.Option("--format", "table|jsonl")

  /// The suffix of a golden file's name.
  var ending: String {
    switch self {
    case .table: ".txt"
    case .jsonl: ".jsonl"
    }
  }
}
