import Testing

@testable import CallScenario

/// A test that nothing can make fail shows nothing: every expectation of the project's own scenarios is changed, and must fail.
struct MutationTests {
  @Test func everyChangedExpectationFails() {
    var tried = 0
    var equivalent = 0
    for transcript in ScenarioFile.transcripts {
      let comparison = Comparison(transcript.scenario)
      for case .step(var step) in transcript.flows.flatMap(\.entries) {
        for mutant in step.mutants(comparison) {
          step.action.expectation = mutant.expectation
          let holds = comparison.differences(in: step).isEmpty
          if holds != (mutant.equivalence != nil) {
            Issue.record("\(transcript.scenario.path): \(mutant.what) \(holds ? "goes unnoticed" : "should make no difference")")
          }
          tried += 1
          equivalent += mutant.equivalence == nil ? 0 : 1
        }
      }
    }
    #expect(tried > 40_000)
    #expect(equivalent < tried / 50)
  }

  /// The same as a user would do it, in the text: each file is changed in two places, one at a time, and read and played anew.
  @Test(arguments: ScenarioFile.all)
  func everyChangedLineFails(_ file: ScenarioFile) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Other changes at other places in each file, the same in each run.
    let all = TextChange.allCases
    for change in [all[file.bytes.count % all.count], all[(file.bytes.count / 8 + 1) % all.count]] {
      let places = lines.indices.filter { change.changed(lines[$0]) != nil }
      guard !places.isEmpty else { continue }
      let place = places[file.bytes.count % places.count]
      var lines = lines
      lines[place] = change.changed(lines[place]) ?? ""
      let bytes = Array(lines.joined(separator: "\n").utf8)
      let differences = try Scenario.parse(bytes, path: file.path, vocabularies: Servers.vocabularies).replay().differences()
      #expect(!differences.isEmpty, "\(change) in line \(place + 1)")
    }
  }

  private enum TextChange: CaseIterable {
    case noLine, noRole, otherRole, noState, otherState, addedQueue

    /// The line changed; none where it is no expectation, or has nothing to change.
    func changed(_ line: String) -> String? {
      guard line.hasPrefix("    "), !line.hasPrefix("    refused") else { return nil }
      switch self {
      case .noLine: return ""
      case .noRole: return line.contains(" ThisDNRole=Destination") ? line.replacing(" ThisDNRole=Destination", with: "") : nil
      case .otherRole: return line.contains("=Origination") ? line.replacing("=Origination", with: "=Observer") : nil
      case .noState: return line.contains(" CallState=OK") ? line.replacing(" CallState=OK", with: "") : nil
      case .otherState: return line.contains("CallState=OK") ? line.replacing("CallState=OK", with: "CallState=Busy") : nil
      case .addedQueue:
        guard !line.contains("ThisQueue"), let recipient = line.split(separator: " ").first else { return nil }
        return line + " ThisQueue=\(recipient)"
      }
    }
  }
}
