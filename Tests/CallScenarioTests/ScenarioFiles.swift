import Testing

@testable import CallScenario

/// A file of the project's own `Scenarios/`.
struct ScenarioFile: Sendable, CustomTestStringConvertible {
  /// The path in the package's folder: `Scenarios/basic-call-models/call-to-acd.scenario`.
  let path: String
  let bytes: [UInt8]

  var testDescription: String { path }
  /// `basic-call-models`
  var chapter: String { String(path.split(separator: "/")[1]) }
  /// The chapter, or the question in it: `recording/transfers`.
  var folder: String { path.split(separator: "/").dropFirst().dropLast().joined(separator: "/") }

  /// The comment after the header: what the flows show.
  var story: String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let header = ["party ", "never ", "always ", "sometimes "]
    let end = lines.lastIndex { line in header.contains { line.hasPrefix($0) } } ?? 0
    return lines[end...].dropFirst(2).prefix { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }.joined(separator: " ")
  }

  var firstSentence: String {
    let end = story.ranges(of: ". ").first?.lowerBound
    return end.map { story[..<$0] + "." } ?? story
  }

  func parsed() throws(Mistakes) -> Scenario {
    try Scenario(parsing: bytes, path: path)
  }

  static let all = Repository.scenarios.map { ScenarioFile(path: $0, bytes: Repository.bytes(of: $0)) }
  /// Every third file, for tests that try much with each.
  static let someOfAll = all.indices.filter { $0.isMultiple(of: 3) }.map { all[$0] }
  static let folders = all.map(\.folder).distinct
  /// The transcript of each file, by its path; replayed once for all tests that only read it.
  static let transcripts: [String: Transcript] = all.reduce(into: [:]) { $0[$1.path] = try? $1.parsed().replay() }
}

extension Transcript {
  /// The actions of all flows.
  var steps: [Step] {
    flows.flatMap(\.entries).compactMap { entry in
      guard case .step(let step) = entry else { return nil }
      return step
    }
  }
}
