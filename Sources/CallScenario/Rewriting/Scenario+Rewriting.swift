extension Scenario {
  /// The file with expectations that hold: the lines of each step that differs from them are rewritten.
  ///
  /// A step whose expectations hold keeps its lines. Every other line, word and comment stays too unless the transcript
  /// contradicts it: to record a file a second time changes nothing.
  public static func recorded(_ bytes: [UInt8], _ transcript: Transcript) -> [UInt8] {
    let comparison = Comparison(transcript.scenario)
    let steps = transcript.flows.flatMap(\.entries).compactMap { entry -> Transcript.Step? in
      guard case .step(let step) = entry, !comparison.holds(step) else { return nil }
      return step
    }
    if steps.isEmpty { return bytes }
    let file = FileLines(bytes)
    let layout = ExpectationLayout(file.expectations) ?? ExpectationLayout(file, transcript)
    var result: [FileLines.FileLine] = []
    var next = 0
    for step in steps.sorted(by: { $0.action.position.line < $1.action.position.line }) {
      let action = step.action.position.line - 1
      // This step has been written: another flow has it too.
      guard action >= next, action < file.lines.count else { continue }
      result += file.lines[next...action]
      let end = file.endOfExpectations(after: action)
      let recorder = StepRecorder(comparison, step, Array(file.lines[action + 1..<end]), action + 2, layout)
      result += recorder.lines().map { line in
        switch line {
        case .kept(let slot): file.lines[action + 1 + slot]
        case .written(let text, let slot):
          FileLines.FileLine(
            text: Array(text.utf8)[...], ending: slot.map { file.lines[action + 1 + $0].ending } ?? file.ending)
        }
      }
      next = end
    }
    return FileLines.joined(result + file.lines[next...], like: file)
  }
}

extension ExpectationLayout {
  /// For a file that has no expectations yet.
  init(_ file: FileLines, _ transcript: Transcript) {
    let messages = transcript.flows.flatMap(\.entries).flatMap { entry -> [Message] in
      guard case .step(let step) = entry else { return [] }
      return step.messages
    }
    self.init(
      fitting: messages, of: transcript.scenario, indent: file.expectations.first?.indent ?? "    ")
  }
}
