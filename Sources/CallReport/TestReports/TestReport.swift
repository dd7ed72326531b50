package import CallScenario

/// A report of a test run for a program, such as a build server: made result by result, in the order of the files.
package protocol TestReport: Sendable {
  mutating func add(_ result: FlowResult)
  mutating func add(_ problem: FileProblem)
  /// Adds what a file that was played may not mean as it says it.
  mutating func add(warnings: [Diagnostic])
  /// Adds what comes after all results.
  mutating func finish(_ tally: TestTally)
  /// Takes out the bytes that are ready to be written.
  mutating func takeBytes() -> [UInt8]
}

extension TestReport {
  /// Most reports have no place for warnings.
  package mutating func add(warnings: [Diagnostic]) {}
}

/// What a test has counted.
package struct TestTally: Sendable, Hashable {
  package var passed = 0
  package var failed = 0
  /// Counts files, not flows.
  package var notUnderstood = 0
  /// Counts the paths that cannot be read, for reports only.
  package var notRead = 0
  /// Whether `--fail-fast` has ended the test.
  package var isStopped = false

  package init() {}

  package mutating func add(_ result: FlowResult) {
    if result.passed { passed += 1 } else { failed += 1 }
  }

  package mutating func add(_ problem: FileProblem) {
    switch problem.kind {
    case .notUnderstood: notUnderstood += 1
    case .notRead: notRead += 1
    }
  }

  /// `2 passed, 1 failed`
  package func summary(_ noun: String) -> String {
    "\(passed) passed, \(failed) failed" + (notUnderstood > 0 ? ", \(notUnderstood) not understood" : "")
      + (isStopped ? " (stopped at the first \(noun) that failed)" : "")
  }
}
