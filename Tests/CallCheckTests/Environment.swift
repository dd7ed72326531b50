import CallModel
import CallScenario
import Testing

@testable import CallCheck

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the tests are run with.
enum Environment {
  /// Whether everything is tried, which takes minutes: if CALLSIM_CHECK_ALL is set.
  static let isThorough = getenv("CALLSIM_CHECK_ALL") != nil
  /// How many random walks are judged: CALLSIM_WALKS, or some that take a few seconds.
  static let walks = getenv("CALLSIM_WALKS").flatMap { Int(String(cString: $0)) } ?? 100
}

extension LoggedFlow: CustomTestStringConvertible {
  var testDescription: String { title }

  /// Some flows of some T-Server scenarios of every chapter, in the order of their paths; all if that is asked for.
  static let sample: [LoggedFlow] = {
    let paths = Repository.scenarios.enumerated().filter { Environment.isThorough || $0.offset % 11 == 3 }
    return paths.flatMap { _, path -> [LoggedFlow] in
      guard let scenario = try? Scenario(parsing: Repository.bytes(of: path), path: path) else { return [] }
      return LoggedFlow.flows(of: scenario, path: path).enumerated()
        .filter { Environment.isThorough || $0.offset % 9 == 0 && $0.element.observations.count <= 16 }.map(\.element)
    }
  }()
}

// To make a judge takes longer than to judge a flow: one is made for each profile of the sample.

extension Explainer {
  private static let unused = Dictionary(
    uniqueKeysWithValues: Set(LoggedFlow.sample.map(\.profile)).map { ($0, Explainer($0, .exact)) })

  /// An explainer that has explained nothing.
  static func unused(_ profile: SwitchProfile) -> Explainer { unused[profile] ?? Explainer(profile, .exact) }
}

extension Judge {
  private static let unused = Dictionary(
    uniqueKeysWithValues: Set(LoggedFlow.sample.map(\.profile)).map { ($0, Judge(profile: $0)) })

  /// A judge that has judged nothing.
  static func unused(_ profile: SwitchProfile) -> Judge { unused[profile] ?? Judge(profile: profile) }

  /// A judge for logs with a fault, which looks less far for what is unusual: that takes long in tests.
  static func hurried(presence: Presence = .exact, idle: Int64 = usualIdle, slack: Int = 0) -> Judge {
    var judge = Judge(presence: presence, idle: idle, slack: slack)
    judge.hurry()
    return judge
  }
}
