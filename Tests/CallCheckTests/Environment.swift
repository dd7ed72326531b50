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
}
