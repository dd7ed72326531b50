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
