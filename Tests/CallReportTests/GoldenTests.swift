import CallScenario
import Testing

@testable import CallReport

/// The tables of the manual's own flows, after a review found them right.
///
/// If a change is intended, run `callsim record --golden Tests/Goldens Scenarios/basic-call-models
/// Scenarios/releasing-calls`.
@Suite struct GoldenTests {
  private static let scenarios =
    Repository.paths("Scenarios/basic-call-models/*.scenario")
    + Repository.paths("Scenarios/releasing-calls/*.scenario")

  @Test(arguments: scenarios)
  func tableMatchesItsGolden(_ path: String) throws {
    let golden = Repository.text(of: "Tests/Goldens/\(path).txt")
    let printed = Table().text(try Repository.transcript(of: path))
    if printed == golden { return }
    let lines = [printed, golden].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let place = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let (now, then) = (lines[0].dropFirst(place).first ?? "(its end)", lines[1].dropFirst(place).first ?? "(its end)")
    Issue.record("line \(place + 1) of the table is\n\(now)\nand was\n\(then)")
  }

  @Test func eachScenarioHasAGoldenAndEachGoldenAScenario() {
    #expect(!Self.scenarios.isEmpty)
    #expect(Repository.paths("Tests/Goldens/*/*/*") == Self.scenarios.map { "Tests/Goldens/\($0).txt" })
  }

  private static let everywhere = Repository.scenarios

  @Test(arguments: everywhere)
  func noLineIsTooLong(_ path: String) throws {
    for line in Table(why: true).text(try Repository.transcript(of: path)).split(separator: "\n") {
      #expect((line.utf8.count <= 100 || String(line).columns <= 100) && line.utf8.last != UInt8(ascii: " "))
    }
  }

  @Test(arguments: everywhere.indices.filter { $0 % 5 == 0 }.map { everywhere[$0] })
  func printingTwiceGivesTheSame(_ path: String) throws {
    let transcript = try Repository.transcript(of: path)
    let text = Table(why: true).text(transcript)
    let again = try Repository.transcript(of: path)
    #expect(Table(why: true).text(again) == text)
    var lines = JSONLines()
    lines.append(transcript, attributes: .all, why: true)
    var linesAgain = JSONLines()
    linesAgain.append(again, attributes: .all, why: true)
    #expect(lines.bytes == linesAgain.bytes)
  }
}

extension Repository {
  static func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }

  static func transcript(of path: String) throws(Mistakes) -> Transcript { try transcript(of: path, .everything) }

  static func transcript(of path: String, _ detail: Transcript.Detail) throws(Mistakes) -> Transcript {
    try Scenario(parsing: bytes(of: path), path: path).replay(detail)
  }
}
