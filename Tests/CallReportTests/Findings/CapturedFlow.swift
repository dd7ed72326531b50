import CallCheck
import CallModel
import CallScenario
import Testing

@testable import CallReport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A flow of a scenario as a log, whole: JSON Lines, one event a line.
struct CapturedFlow: Sendable, CustomTestStringConvertible {
  let title: String
  let profile: SwitchProfile
  /// The lines, each with its line feed.
  var lines: [String]

  var testDescription: String { title }

  init(_ title: String, _ profile: SwitchProfile = SwitchProfile(), _ lines: [String]) {
    (self.title, self.profile, self.lines) = (title, profile, lines)
  }

  /// All flows of the scenario that tell of a call; none if it is not of a T-Server.
  static func flows(of path: String, unlisted: Bool = false) -> [CapturedFlow] {
    guard let scenario = try? Scenario(parsing: Repository.bytes(of: path), path: path),
      scenario.servers.map(\.server) == ["t-server"],
      let transcript = try? scenario.replay(.init(unlisted: unlisted, hints: false, whole: true))
    else { return [] }
    var profile = scenario.profile?.name.flatMap { SwitchProfile(named: $0) } ?? SwitchProfile()
    for option in scenario.profile?.options ?? [] {
      if let known = SwitchOption(rawValue: option.key) { _ = profile.set(known, to: option.value) }
    }
    return transcript.flows.compactMap { flow in
      var json = JSONLines()
      json.append(transcript, flows: [flow.name])
      let lines = String(decoding: json.bytes, as: UTF8.self).split(separator: "\n").map { "\($0)\n" }
      let hasCall = lines.contains { $0.contains("ConnID") }
      return hasCall ? CapturedFlow("\(path)#\(flow.name)", profile, lines) : nil
    }
  }

  /// One flow of a scenario, with the attributes that no table lists, as logs have them.
  static func logged(_ path: String, flow: String = "main") -> CapturedFlow? {
    let path = "Scenarios/\(path).scenario"
    return flows(of: path, unlisted: true).first { $0.title == "\(path)#\(flow)" }
  }

  /// Whether all flows are taken, which takes minutes: if CALLSIM_CHECK_ALL is set.
  static let isThorough = getenv("CALLSIM_CHECK_ALL") != nil
  /// Some flows of some T-Server scenarios of every chapter, unless all are taken.
  static let sample: [CapturedFlow] = {
    let paths = Repository.scenarios.enumerated().filter { isThorough || $0.offset % 11 == 3 }
    return paths.flatMap { _, path in
      flows(of: path).enumerated().filter { isThorough || $0.offset % 18 == 0 && $0.element.lines.count <= 12 }
        .map(\.element)
    }
  }()

  /// What is found, and the call of the first event as a scenario.
  func converted(_ presence: Presence? = nil) -> (findings: [Finding], call: CapturedCall?, kept: LogJudgement.KeptCall)
  {
    let number = lines.lazy.compactMap(Self.call).first ?? "1"
    var terms = LogJudgement.Terms(profile: profile, presence: presence)
    terms.hurries = !Self.isThorough
    var judgement = LogJudgement(terms)
    judgement.keep(call: number)
    judgement.beginFile("log.jsonl")
    var findings = judgement.read(Array(lines.joined().utf8).span)
    findings += judgement.finish()
    let kept = judgement.keptCall
    guard case .explained(let calls) = kept else { return (findings, nil, kept) }
    let words = judgement.words(files: ["log.jsonl"])
    return (findings, CapturedCall(calls, words, profileName: "generic"), kept)
  }

  /// `1`, in a line that has `"ConnID":"1"`
  private static func call(_ line: String) -> String? {
    line.firstRange(of: #""ConnID":""#).map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
  }
}
