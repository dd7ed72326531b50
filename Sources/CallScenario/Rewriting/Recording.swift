extension Scenario {
  /// The file with expectations that hold: the lines of each step that differs from them are rewritten.
  ///
  /// A step whose expectations hold keeps its lines. Every other line, word and comment stays too unless the transcript
  /// contradicts it: to record a file a second time changes nothing.
  public static func recorded(_ bytes: [UInt8], _ transcript: Transcript) -> [UInt8] {
    let comparison = Comparison(transcript.scenario)
    let steps = transcript.flows.flatMap(\.entries).compactMap { entry -> Transcript.Step? in
      guard case .step(let step) = entry, !comparison.differences(in: step).isEmpty else { return nil }
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

/// The lines of a file, separate from their endings.
struct FileLines {
  struct FileLine {
    var text: ArraySlice<UInt8>
    /// LF or CR LF; for a last line without LF, empty or CR.
    var ending: [UInt8]

    var isEnded: Bool { ending.last == .lineFeed }
  }

  private(set) var lines: [FileLine] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .lineFeed)
      var text = bytes[start..<(end ?? bytes.count)]
      var ending: [UInt8] = end == nil ? [] : [.lineFeed]
      if text.last == .carriageReturn {
        text.removeLast()
        ending.insert(.carriageReturn, at: 0)
      }
      lines.append(FileLine(text: text, ending: ending))
      start = end.map { $0 + 1 } ?? bytes.count
    }
  }

  /// How a line of this file ends.
  var ending: [UInt8] {
    guard let first = lines.first, first.isEnded else { return [.lineFeed] }
    return first.ending
  }

  var expectations: [ExpectationLine] {
    lines.filter { FileLines.isExpectation($0.text) }.map { ExpectationLine($0.text) }
  }

  /// The index after the last line that belongs to the action. Comments after that line belong to what follows.
  func endOfExpectations(after action: Int) -> Int {
    var end = action + 1
    for index in lines.indices.dropFirst(action + 1) {
      if FileLines.isExpectation(lines[index].text) {
        end = index + 1
      } else if !FileLines.isSilent(lines[index].text) {
        break
      }
    }
    return end
  }

  static func isExpectation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first.isBlank else { return false }
    return !isSilent(line)
  }

  /// Whether the line is blank or a comment.
  static func isSilent(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !$0.isBlank }) else { return true }
    return first == .numberSign
  }

  /// The lines as a file that ends like the old one: with or without the end of a line.
  static func joined(_ lines: [FileLine], like file: FileLines) -> [UInt8] {
    var bytes: [UInt8] = []
    let last = file.lines.last
    for (index, line) in lines.enumerated() {
      let isCut = index == lines.count - 1 && last?.isEnded == false
      bytes += line.text + (isCut ? last?.ending ?? [] : line.isEnded ? line.ending : file.ending)
    }
    return bytes
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
