import Testing

@testable import CallScenario

/// Mistakes and the messages that they get, as text: blocks of lines of a file, and below them `>>` and a message or a
/// suggestion.
struct MistakeTable {
  struct Row: CustomTestStringConvertible {
    var text: String
    var expected: [String]

    var testDescription: String { text }

    /// `LINE:COLUMN MESSAGE`, and the suggestion, for each mistake and warning in the file.
    func found(below header: String = "") -> [String] {
      let diagnostics: [Diagnostic]
      do throws(Mistakes) {
        diagnostics = try Scenario(parsing: header + text + "\n", path: "x").warnings
      } catch {
        diagnostics = error.diagnostics
      }
      return diagnostics.flatMap { diagnostic in
        let place = "\(diagnostic.position.line):\(diagnostic.position.column)"
        let severity = diagnostic.severity == .error ? "" : "warning: "
        return ["\(place) \(severity)\(diagnostic.message)"] + [diagnostic.suggestion].compactMap(\.self)
      }
    }
  }

  /// The parties of most of these files.
  static let header = """
    scenario  T
    party     A  extension
    party     B  extension  dn=7002
    party     Q  acd-group
    party     C  extension  group=Q
    party     Customer external dn=5551234

    """

  let rows: [Row]

  init(_ text: String) {
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }
    rows = blocks.map { lines in
      Row(
        text: lines.filter { !$0.hasPrefix(">> ") }.joined(separator: "\n"),
        expected: lines.filter { $0.hasPrefix(">> ") }.map { String($0.dropFirst(3)) })
    }
  }
}
