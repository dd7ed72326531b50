import CallModel

/// Rewrites the expectations of one step.
///
/// Each line between the action and the last of its expectations is a slot. A line that still holds stays in its slot.
/// A new message takes the slot of a line that it replaces, or follows the slot of the message before it.
struct StepRecorder {
  enum RecordedLine {
    case kept(slot: Int)
    /// A line without its indent and its ending.
    case written(String)
  }

  private enum Slot {
    /// A comment or a blank line.
    case comment
    case event(Int, ExpectationLine)
    case refused(ExpectationLine)
    /// `...`
    case further(ExpectationLine)
  }

  private let comparison: Comparison
  private let step: Transcript.Step
  private let slots: [Slot]
  private var expected: [ExpectedMessage] = []
  private var isOpen = false

  /// `first` is the number of the first slot's line in the file.
  init(_ comparison: Comparison, _ step: Transcript.Step, _ lines: [FileLines.FileLine], _ first: Int) {
    self.comparison = comparison
    self.step = step
    if case .messages(let messages, let isOpen) = step.action.expectation {
      expected = messages
      self.isOpen = isOpen
    }
    var indexOfLine: [Int: Int] = [:]
    for (index, message) in expected.enumerated() { indexOfLine[message.position.line] = index }
    slots = lines.enumerated().map { slot, line in
      guard FileLines.isExpectation(line.text) else { return .comment }
      let parts = ExpectationLine(parsing: line.text)
      if let index = indexOfLine[first + slot] { return .event(index, parts) }
      return parts.words[0] == "refused" ? .refused(parts) : .further(parts)
    }
  }

  func lines() -> [RecordedLine] {
    if let reason = step.refusal, let refused = refusedLines(reason) { return refused }
    return eventLines()
  }

  // MARK: Refused

  /// The lines with `refused`, if no message says it or the file had it; nil if the EventError is written.
  private func refusedLines(_ reason: String) -> [RecordedLine]? {
    if case .messages = step.action.expectation, step.action.verb.isRequest, !step.messages.isEmpty { return nil }
    var result: [RecordedLine] = []
    var isWritten = false
    for (slot, content) in slots.enumerated() {
      switch content {
      case .comment: result.append(.kept(slot: slot))
      case .further(let line): result += comment(of: line)
      case .refused(let line):
        result.append(isText(of: line, in: reason) ? .kept(slot: slot) : .written(refused(line, reason).text))
        isWritten = true
      case .event(_, let line):
        // `refused` replaces the first line. Only the comments of the others stay.
        result += isWritten ? comment(of: line) : [.written(ExpectationLine(["refused"], comment: line.comment).text)]
        isWritten = true
      }
    }
    return isWritten ? result : [.written("refused")] + result
  }

  /// The comment as a line of its own, for a line whose words are removed.
  private func comment(of line: ExpectationLine) -> [RecordedLine] {
    line.comment.map { [.written($0)] } ?? []
  }

  private func isText(of line: ExpectationLine, in reason: String) -> Bool {
    guard case .refused(let text, _) = step.action.expectation, let text else { return true }
    return comparison.holds(text, in: reason)
  }

  /// The line with the reason, without what would be possible instead.
  private func refused(_ line: ExpectationLine, _ reason: String) -> ExpectationLine {
    var line = line
    line.words = ["refused"]
    if let text = Spelling.refusedText(reason) { line.words.append(text) }
    return line
  }

  // MARK: Messages

  private func eventLines() -> [RecordedLine] {
    var plan = Plan(slots: slots.count)
    for alignment in comparison.alignments(expected, step, isOpen: isOpen) {
      place(alignment.edits, in: &plan)
    }
    placeRest(in: &plan)

    func inserted(after slot: Int) -> [RecordedLine] {
      plan.following[slot].map { .written(new(step.messages[$0]).text) }
    }
    var result = inserted(after: 0)
    for (slot, content) in slots.enumerated() {
      switch content {
      case .comment, .further: result.append(.kept(slot: slot))
      case .refused(let line): result += comment(of: line)
      case .event(let index, let line):
        if let message = plan.messageOf[index], plan.pairs.contains(index) {
          let differences = comparison.differences(expected[index], step.messages[message], step.defaults)
          let revised = revised(line, expected[index], step.messages[message], differences)
          result.append(differences.isEmpty ? .kept(slot: slot) : .written(revised.text))
        } else if let message = plan.messageOf[index] {
          result.append(.written(new(step.messages[message], comment: line.comment).text))
        } else {
          result += comment(of: line)
        }
      }
      result += inserted(after: slot + 1)
    }
    return result
  }

  /// The place of each message. Slots count from 1 here: 0 is the action's own line.
  private struct Plan {
    /// The message of each expected line: its own, or the one that replaces it.
    var messageOf: [Int: Int] = [:]
    /// The expected lines that have a message of their own.
    var pairs: Set<Int> = []
    var slotOf: [Int: Int] = [:]
    /// The new messages after each slot.
    var following: [[Int]]

    init(slots: Int) { following = Array(repeating: [], count: slots + 1) }
  }

  private func place(_ edits: [Alignment.Edit], in plan: inout Plan) {
    var gone: [Int] = []
    var new: [Int] = []
    for edit in edits.map(Optional.some) + [nil] {
      switch edit {
      case .missing(let line): gone.append(line)
      case .unexpected(let message): if mustBeWritten(step.messages[message]) { new.append(message) }
      case .pair(let line, let message):
        plan.messageOf[line] = message
        plan.pairs.insert(line)
        fallthrough
      case nil:
        // Between two lines that stay, new messages replace the lines that are removed.
        plan.messageOf.merge(zip(gone, new)) { own, _ in own }
        gone = []
        new = []
      }
    }
  }

  /// Places each message without a slot after the message before it, in the order of its recipient's messages.
  private func placeRest(in plan: inout Plan) {
    var slotOf: [Int: Int] = [:]
    for case (let slot, .event(let line, _)) in slots.enumerated() {
      if let message = plan.messageOf[line] { slotOf[message] = slot + 1 }
    }
    var upperOf = [Int](repeating: slots.count, count: step.messages.count)
    var nextOf: [Int: Int] = [:]
    for (index, message) in step.messages.enumerated().reversed() {
      if let next = nextOf[message.to] { upperOf[index] = next - 1 }
      if let slot = slotOf[index] { nextOf[message.to] = slot }
    }
    // The first message comes before all expectations, and before `...`.
    var last = slots.firstIndex { if case .comment = $0 { false } else { true } } ?? 0
    var lastOf: [Int: Int] = [:]
    for (index, message) in step.messages.enumerated() {
      if let slot = slotOf[index] {
        last = slot
      } else if mustBeWritten(message) {
        let lower = lastOf[message.to] ?? 0
        last = min(max(last, lower), upperOf[index])
        // A comment right above a line that stays is about that line.
        if last < slots.count, case .event(let line, _) = slots[last], plan.messageOf[line] != nil {
          while last > lower, case .comment = slots[last - 1] { last -= 1 }
        }
        plan.following[last].append(index)
      } else {
        continue
      }
      lastOf[message.to] = last
    }
  }

  /// After `...` no further message need be written, except a refusal.
  private func mustBeWritten(_ message: Message) -> Bool {
    !isOpen || (step.refusal != nil && message.isRefusal)
  }

  // MARK: Lines

  private func new(_ message: Message, comment: String? = nil) -> ExpectationLine {
    ExpectationLine(comparison.spelling.words(of: message, in: step), comment: comment)
  }

  /// The line with only its differences corrected.
  private func revised(
    _ line: ExpectationLine, _ expected: ExpectedMessage, _ message: Message, _ differences: [AttributeDifference]
  ) -> ExpectationLine {
    let count = expected.attributes.count
    guard line.words.count == 2 + count + (expected.isOpen ? 1 : 0) else { return new(message, comment: line.comment) }
    let carried = comparison.scenario.attributes(of: message)
    var attributes = zip(expected.attributes, line.words[2...]).map { (name: $0.name, word: Optional($1)) }
    for difference in differences {
      let right = comparison.spelling.correction(of: difference.name, in: expected, message, step)
      if let index = attributes.firstIndex(where: { $0.name == difference.name }) {
        attributes[index].word = right
      } else if let right {
        let before = difference.actual == nil ? [] : carried.prefix { $0.name != difference.name }
        let index = (attributes.lastIndex { word in before.contains { $0.name == word.name } }).map { $0 + 1 } ?? 0
        attributes.insert((difference.name, right), at: index)
      }
    }
    var line = line
    line.words[2...] = attributes.compactMap(\.word)[...] + (expected.isOpen ? ["..."] : [])
    return line
  }
}
