extension Scenario {
  /// The file with expectations that hold: the lines of each step that differs from them are rewritten.
  ///
  /// A step whose expectations hold keeps its lines. Every other line, word and comment stays too unless the transcript
  /// contradicts it, in the layout that `formatted` gives a file. A file whose expectations hold is not laid out again:
  /// to record a file a second time changes nothing.
  public static func recorded(_ bytes: [UInt8], _ transcript: Transcript) -> [UInt8] {
    let comparison = Comparison(transcript.scenario)
    let steps = transcript.flows.flatMap(\.entries).compactMap { entry -> Transcript.Step? in
      guard case .step(let step) = entry, !comparison.holds(step) else { return nil }
      return step
    }
    if steps.isEmpty { return bytes }
    let file = FileLines(bytes)
    var result: [FileLines.FileLine] = []
    var next = 0
    for step in steps.sorted(by: { $0.action.position.line < $1.action.position.line }) {
      let action = step.action.position.line - 1
      // This step has been written: another flow has it too.
      guard action >= next, action < file.lines.count else { continue }
      result += file.lines[next...action]
      let end = file.endOfExpectations(after: action)
      let recorder = StepRecorder(comparison, step, Array(file.lines[action + 1..<end]), action + 2)
      result += recorder.lines().map { line in
        switch line {
        case .kept(let slot): file.lines[action + 1 + slot]
        case .written(let text): FileLines.FileLine(text: Array((" " + text).utf8)[...], ending: [])
        }
      }
      next = end
    }
    return ScenarioLayout(FileLines.joined(result + file.lines[next...])).formatted()
  }
}

extension Transcript {
  /// A warning for each of the first requests that are refused although the file expects nothing of them yet. Often an
  /// action is missing before such a request: a device that has not rung cannot answer.
  package var surprisingRefusals: [Diagnostic] {
    var warnings: [Diagnostic] = []
    for case .step(let step) in flows.flatMap(\.entries) {
      guard step.action.expectation == .messages([], isOpen: false), let reason = step.reason else { continue }
      let position = step.action.position
      if warnings.contains(where: { $0.position == position }) { continue }
      warnings.append(
        Diagnostic(
          .warning, path: scenario.path, position: position, message: "the request is refused: \(reason)",
          suggestion: "if that is not what you test, look for an action that is missing before it"))
      if warnings.count == Limits.warnings { break }
    }
    return warnings
  }
}
