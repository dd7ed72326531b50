import Testing

@testable import CallScenario

/// Shows that tests can fail: expectations of the project's own scenarios are changed, and must then fail.
struct MutationTests {
  /// Every change to the expectations of every eleventh step; all steps would take minutes.
  @Test func everyChangedExpectationFails() throws {
    var tried = 0
    var steps = 0
    var equivalent = 0
    for file in ScenarioFile.all {
      let transcript = try #require(ScenarioFile.transcripts[file.path])
      let comparison = Comparison(transcript.scenario)
      for var step in transcript.steps {
        steps += 1
        guard steps.isMultiple(of: 11) else { continue }
        for mutant in step.mutants(comparison) {
          step.action.expectation = mutant.expectation
          let holds = comparison.holds(step)
          if holds != (mutant.equivalence != nil) {
            Issue.record("\(file.path): \(mutant.what) \(holds ? "goes unnoticed" : "should make no difference")")
          }
          tried += 1
          equivalent += mutant.equivalence == nil ? 0 : 1
        }
      }
    }
    #expect(tried > 9_000)
    #expect(equivalent < tried / 10)
  }

  /// Changes the text, as a user would: each file is changed in one place, and read and played again.
  @Test(arguments: ScenarioFile.all)
  func everyChangedLineFails(_ file: ScenarioFile) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A different change in a different place of each file, but the same in each run.
    let change = TextChange.allCases[file.bytes.count % TextChange.allCases.count]
    let places = lines.indices.filter { change.changed(lines[$0]) != nil }
    guard !places.isEmpty else { return }
    let place = places[file.bytes.count / 8 % places.count]
    lines[place] = change.changed(lines[place]) ?? ""
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let differences = try Scenario(parsing: bytes, path: file.path).replay()
      .differences()
    #expect(!differences.isEmpty, "\(change) in line \(place + 1)")
  }

  private enum TextChange: CaseIterable {
    case noLine, noRole, otherRole, noState, otherState, addedQueue

    /// The changed line; nil if it is not an expectation or has nothing to change.
    func changed(_ line: String) -> String? {
      guard line.hasPrefix("    "), !line.hasPrefix("    refused"), !line.hasSuffix("...") else { return nil }
      switch self {
      case .noLine: return ""
      case .noRole:
        return line.contains(" ThisDNRole=Destination") ? line.replacing(" ThisDNRole=Destination", with: "") : nil
      case .otherRole: return line.contains("=Origination") ? line.replacing("=Origination", with: "=Observer") : nil
      case .noState: return line.contains(" CallState=OK") ? line.replacing(" CallState=OK", with: "") : nil
      case .otherState:
        return line.contains("CallState=OK") ? line.replacing("CallState=OK", with: "CallState=Busy") : nil
      case .addedQueue:
        guard !line.contains("ThisQueue"), let recipient = line.split(separator: " ").first else { return nil }
        // A party does not write to itself.
        if let sender = line.firstMatch(of: /from=[^ ]+/) { return line.replacing(sender.0, with: "from=\(recipient)") }
        return line + " ThisQueue=nowhere"
      }
    }
  }
}
