import CallReport
import CallScenario

/// A scenario file after its replay: the results of its flows, without the transcript.
enum TestedFile: Sendable {
  case problem(Inputs.Problem)
  case replayed(Replayed)

  /// What is compared, and what is said about it.
  struct Comparison: Sendable {
    /// The flows to compare; nil for all.
    let flows: [String]?
    let stopsAtFailure: Bool
    let texts: FlowResult.Texts
    let isTimed: Bool
  }

  struct Replayed: Sendable {
    var warnings: [Diagnostic]
    /// The names of all its flows, if only some are compared.
    var names: [String]
    /// `--fail-fast` leaves out those after the first that fails.
    var results: [FlowResult]
  }

  init(_ path: String, _ comparison: Comparison) {
    let start = comparison.isTimed ? Platform.seconds() : 0
    do throws(Inputs.Problem) {
      let transcript = try Inputs.transcript(of: path, .toCompare)
      var replayed = Replayed(
        warnings: transcript.scenario.warnings,
        names: comparison.flows == nil ? [] : transcript.scenario.flows.map(\.name),
        results: FlowResult.results(
          of: transcript, flows: comparison.flows, stopsAtFailure: comparison.stopsAtFailure, comparison.texts))
      if comparison.isTimed {
        // The flows of a file are played together.
        let share = (Platform.seconds() - start) / Double(max(replayed.results.count, 1))
        for index in replayed.results.indices { replayed.results[index].seconds = share }
      }
      self = .replayed(replayed)
    } catch {
      self = .problem(error)
    }
  }
}

extension FileProblem {
  init(path: String, _ problem: Inputs.Problem) {
    switch problem {
    case .unreadable(let failure): self.init(path: path, failure)
    case .notUnderstood(let mistakes): self.init(path: path, mistakes)
    }
  }

  init(path: String, _ failure: Failure) {
    self.init(path: path, cannotBeRead: failure.message ?? "", suggestion: failure.suggestion)
  }
}
