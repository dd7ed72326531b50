import Testing

@testable import CallScenario

/// A file of the project's own `Scenarios/`.
struct ScenarioFile: Sendable, CustomTestStringConvertible {
  /// From the package's folder on: `Scenarios/basic-call-models/call-to-acd.scenario`.
  let path: String
  let bytes: [UInt8]

  var testDescription: String { path }
  var folder: String { String(path.split(separator: "/")[1]) }

  func parsed() throws(Mistakes) -> Scenario {
    try Scenario.parse(bytes, path: path, vocabularies: Servers.vocabularies)
  }

  static let folders = Repository.paths("Scenarios/*").map { String($0.dropFirst("Scenarios/".count)) }
  static let all = Repository.paths("Scenarios/*/*.scenario").map { ScenarioFile(path: $0, bytes: Repository.bytes(of: $0)) }
  /// What each replays to; played once for all tests that only look at it.
  static let transcripts: [Transcript] = all.compactMap { try? $0.parsed().replay() }
}
